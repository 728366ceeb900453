import type { Agreement, VerdictLabel } from "../api/types";
import { text } from "../strings";

export type Look = VerdictLabel | "gap" | "tracked";

/** Outline and sign of each mark, on a grid of 20; the outlines differ, so that colour is never needed. */
const shapes: Record<Look, { outline: string; sign: string; hollow?: boolean }> = {
  supported: { outline: "M10 1a9 9 0 1 1 0 18a9 9 0 0 1 0-18z", sign: "M5.8 10.4l2.9 2.9l5.6-6.2" },
  disputed: { outline: "M10 .4l9.6 9.6l-9.6 9.6l-9.6-9.6z", sign: "M6.3 8.2h7.4M6.3 11.8h7.4M11.6 5.8l-3.2 8.4" },
  refuted: { outline: "M3.5 1.5h13a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2z", sign: "M6.3 6.3l7.4 7.4M13.7 6.3l-7.4 7.4" },
  outdated: { outline: "M5.3 1.2h9.4l4.6 8.8l-4.6 8.8h-9.4l-4.6-8.8z", sign: "M10 5.4v4.8l3.2 2.2" },
  unverifiable: { outline: "M10 1.8a8.2 8.2 0 1 1 0 16.4a8.2 8.2 0 0 1 0-16.4z", sign: "M7.5 7.9a2.6 2.6 0 1 1 3.6 2.4q-1.1.5-1.1 1.6M10 14.3v.2", hollow: true },
  gap: { outline: "M3 13.5v3.5h14v-3.5", sign: "", hollow: true },
  tracked: { outline: "M10 6a4 4 0 1 1 0 8a4 4 0 0 1 0-8z", sign: "", hollow: true },
};

const attributes = (look: Look): { outline: Record<string, string>; sign: Record<string, string> } => {
  const { outline, sign, hollow } = shapes[look];
  return {
    outline: { d: outline, fill: hollow ? "none" : "currentColor", stroke: "currentColor", "stroke-width": hollow ? "1.6" : "0", ...(look === "unverifiable" ? { "stroke-dasharray": "3.2 2" } : {}) },
    sign: { d: sign, fill: "none", stroke: hollow ? "currentColor" : "var(--card)", "stroke-width": "2.1", "stroke-linecap": "round", "stroke-linejoin": "round" },
  };
};

export function Mark({ look, named = false }: { look: Look; named?: boolean }) {
  const { outline, sign } = attributes(look);
  const name = look === "gap" ? text.notRead : look === "tracked" ? text.tracked : text.verdict[look];
  return (
    <svg class={`mark ${look}`} viewBox="0 0 20 20" {...(named ? { role: "img", "aria-label": name } : { "aria-hidden": true })}>
      <path {...outline} />
      {sign["d"] && <path {...sign} />}
    </svg>
  );
}

/** The same mark outside of Preact, for the editor. */
export function markElement(look: Look): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", `mark ${look}`);
  svg.setAttribute("aria-hidden", "true");
  for (const part of Object.values(attributes(look))) {
    const path = document.createElementNS(space, "path");
    for (const [name, value] of Object.entries(part)) path.setAttribute(name, value);
    svg.append(path);
  }
  return svg;
}

const signs: Record<Agreement, string> = {
  yes: "M4 10.5l4 4l8-9",
  rounded: "M3 8q3.5-3.5 7 0t7 0M3 13q3.5-3.5 7 0t7 0",
  near: "M3 8q3.5-3.5 7 0t7 0M3 13q3.5-3.5 7 0t7 0",
  no: "M5 5l10 10M15 5l-10 10",
  context: "M10 9.5v1",
};

/** Whether a line of evidence agrees: a sign and a word. */
export function Agrees({ with: how }: { with: Agreement }) {
  return (
    <span class={`agree ${how}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={signs[how]} fill="none" stroke="currentColor" stroke-width={how === "context" ? 3 : 2} stroke-linecap="round" stroke-linejoin="round" />
      </svg>
      {text.agrees[how]}
    </span>
  );
}
