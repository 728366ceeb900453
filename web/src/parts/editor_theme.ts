import { EditorView } from "@codemirror/view";
import disputed from "../marks/disputed.svg";
import outdated from "../marks/outdated.svg";
import refuted from "../marks/refuted.svg";
import supported from "../marks/supported.svg";
import unverifiable from "../marks/unverifiable.svg";

const tone = (label: string): Record<string, string> => ({ "--tone": `var(--${label})` });
const line = (style: string): Record<string, string> => ({ textDecorationStyle: style });

const mask = (url: string): Record<string, string> => ({ maskImage: `url("${url}")` });

/** Sheets read like print; the underline of a claim differs with its verdict, as its mark does. */
export const editorTheme = EditorView.theme({
  "&": { height: "100%", backgroundColor: "transparent", color: "var(--ink)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px", borderRadius: "10px" },
  ".cm-scroller": { fontFamily: "var(--serif)", fontSize: "1.09rem", lineHeight: "1.72", overflow: "visible" },
  ".cm-content": { padding: "clamp(1.2rem, 3vw, 2.4rem) clamp(1.1rem, 3.4vw, 2.8rem)", maxWidth: "46rem", caretColor: "var(--ink)", minHeight: "100%" },
  ".cm-line": { padding: "0" },
  ".cm-placeholder": { color: "var(--quiet)", fontStyle: "italic" },
  ".cm-title": { fontSize: "1.5rem", fontWeight: "600", lineHeight: "1.28", letterSpacing: "-.005em" },
  ".cm-heading": { fontSize: "1.14rem", fontWeight: "600", paddingTop: ".5rem" },
  ".supported": tone("supported"),
  ".disputed": tone("disputed"),
  ".refuted": tone("refuted"),
  ".outdated": tone("outdated"),
  ".unverifiable": tone("unverifiable"),
  ".gap": tone("gap"),
  ".tracked": tone("gap"),
  ".cm-claim": {
    textDecorationLine: "underline", textDecorationColor: "var(--tone)", textDecorationThickness: "2px", textUnderlineOffset: "4px", textDecorationSkipInk: "none",
    backgroundColor: "color-mix(in srgb, var(--tone) var(--tint), transparent)", borderRadius: "2px", cursor: "pointer",
  },
  ".cm-claim.chosen": { backgroundColor: "color-mix(in srgb, var(--tone) 27%, transparent)" },
  ".cm-claim.supported": line("solid"),
  ".cm-claim.disputed": line("double"),
  ".cm-claim.refuted": line("wavy"),
  ".cm-claim.outdated": line("dashed"),
  ".cm-claim.unverifiable": line("dotted"),
  ".cm-claim.gap": { textDecorationLine: "none", backgroundColor: "transparent", borderBottom: "2px dotted var(--gap)" },
  ".cm-claim.tracked": { textDecorationLine: "none", backgroundColor: "transparent", cursor: "text" },
  // No-break spaces make the room of a mark.
  ".cm-ends::after": {
    content: '"\\00a0\\00a0\\00a0\\00a0\\00a0\\2060"', letterSpacing: "0", backgroundColor: "var(--tone)", maskRepeat: "no-repeat", maskPosition: "70% 50%", maskSize: ".92em .92em",
    printColorAdjust: "exact",
  },
  ".cm-ends.supported::after": mask(supported),
  ".cm-ends.disputed::after": mask(disputed),
  ".cm-ends.refuted::after": mask(refuted),
  ".cm-ends.outdated::after": mask(outdated),
  ".cm-ends.unverifiable::after": mask(unverifiable),
  ".mark": { width: ".95em", height: ".95em", color: "var(--tone)", verticalAlign: "-.12em" },
  "& .cm-lintRange": { backgroundImage: "none", paddingBottom: "0" },
  "& .cm-lintPoint::after": { display: "none" },
  ".cm-tooltip": { border: "1px solid var(--line)", borderRadius: "10px", backgroundColor: "var(--card)", color: "var(--ink)", boxShadow: "var(--shadow)", maxWidth: "min(26rem, 90vw)", fontFamily: "var(--sans)", fontSize: ".88rem" },
  "& .cm-diagnostic": { border: "0", padding: ".6rem .8rem", whiteSpace: "normal" },
  "& .cm-diagnostic + .cm-diagnostic": { borderTop: "1px solid var(--line)" },
  ".cm-diagnostic strong": { display: "flex", alignItems: "center", gap: ".35rem", color: "var(--tone)" },
  ".cm-diagnostic p": { margin: ".2rem 0 0" },
  ".cm-diagnostic .why": { color: "var(--quiet)" },
  ".cm-diagnosticText": { display: "block" },
});
