import { effect, useSignalEffect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { verdictLabels, type AuditedDocument } from "../api/types";
import * as bench from "../model/bench";
import { periodInWords } from "../model/figures";
import { exampleToOpen, here, openFile, openRoute, permalink } from "../model/open";
import { note, route } from "../model/router";
import { SheetEditor, type EditorMark } from "../parts/editor";
import { ClaimList, Finding } from "../parts/finding";
import { Icon } from "../parts/icon";
import { Mark } from "../parts/mark";
import { PrintedAudit } from "../parts/printed";
import { Tools } from "../parts/tools";
import { Empty, Trouble, Wait } from "../parts/trouble";
import { Welcome } from "../parts/welcome";
import { text } from "../strings";

function marks(): EditorMark[] {
  const found: EditorMark[] = [];
  bench.claims.value.forEach((claim, index) => {
    if (!claim.verdict || !bench.isShown(claim)) return;
    found.push({ at: claim.at, index, look: claim.verdict.label, label: text.verdict[claim.verdict.label], says: claim.says ?? claim.quote, why: claim.verdict.why });
  });
  for (const gap of bench.gaps.value) found.push({ at: gap.at, look: "gap", label: text.notRead, says: text.gapReasons[gap.reason] ?? gap.reason, why: "" });
  return found;
}

/** Takes the room of a summary until there is one, so that nothing moves when it comes. */
const nothingYet: AuditedDocument = { id: "", name: "", summary: { supported: 0, disputed: 0, refuted: 0, outdated: 0, unverifiable: 0, decided: 0, checkable: 0, tracked: 0, gaps: 0 } };

function Summary() {
  const document = bench.documentNote.value ?? nothingYet;
  const { summary } = document;
  const line = [
    document.publisher, periodInWords(document.published), document.pair?.map((id) => bench.names.value[id] ?? id).join(" – "), document.title ? document.name : "",
    document.now && text.audit.checkedAs(periodInWords(document.now)), document.as_of && text.audit.recordedBy(periodInWords(document.as_of)),
  ].filter(Boolean);
  return (
    <header class="summary" aria-busy={document === nothingYet}>
      <div>
        <h1>{document === nothingYet ? text.audit.working : (document.title ?? document.name)}</h1>
        <p class="quiet small">{line.join(" · ") || "\u00a0"}</p>
        {document.warnings?.map((warning) => <p class="small">{warning}</p>)}
      </div>
      <div class="bar" aria-hidden="true">
        {verdictLabels.map((label) => summary[label] > 0 && <span class={label} style={{ flexGrow: summary[label] }} />)}
      </div>
      <div class="coverage">
        <span>{text.audit.coverage(summary.decided, summary.checkable)}</span>
        <span class="quiet small">{text.audit.coverageRest(summary.tracked, summary.gaps)}</span>
      </div>
      <div class="filters" role="group" aria-label={text.audit.filterVerdict}>
        {verdictLabels.map((label) => (
          <button class={`chip ${label}`} aria-pressed={!bench.hiddenVerdicts.value.has(label)} title={text.verdictMeans[label]} onClick={() => bench.toggleVerdict(label)}>
            <Mark look={label} /> {text.verdict[label]} <b>{summary[label]}</b>
          </button>
        ))}
        <select aria-label={text.audit.filterKind} value={bench.kind.value} onChange={(event) => (bench.kind.value = event.currentTarget.value)}>
          <option value="">{text.audit.anyKind}</option>
          {bench.kinds.value.map((kind) => (
            <option value={kind}>{text.kinds[kind] ?? kind}</option>
          ))}
        </select>
      </div>
    </header>
  );
}

function Gaps() {
  return (
    <>
      {bench.gaps.value.length === 0 ? <p>{text.audit.noGaps}</p> : <p class="quiet small">{text.audit.gapsIntro}</p>}
      <ul class="list">
        {bench.gaps.value.map((gap) => (
          <li class="row">
            <Mark look="gap" />
            <span class="serif">{gap.quote}</span>
            <small>{text.gapReasons[gap.reason] ?? gap.reason}</small>
          </li>
        ))}
      </ul>
      {bench.tracked.value.length > 0 && <p class="quiet small">{text.audit.trackedIntro}</p>}
      <ul class="list">
        {bench.tracked.value.map((claim) => (
          <li class="row">
            <Mark look="tracked" />
            <span class="serif">{claim.quote}</span>
            <small>
              {text.tracked} · {text.kinds[claim.kind] ?? claim.kind}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

const tabs: bench.Tab[] = ["claim", "all", "gaps"];

function Panel() {
  const shown = bench.tab.value;
  useSignalEffect(() => {
    if (bench.selected.value !== undefined && bench.tab.value) document.getElementById("pane")?.scrollTo(0, 0);
  });
  const counts = { claim: "", all: String(bench.visible.value.length), gaps: String(bench.gaps.value.length + bench.tracked.value.length) };
  const nothing = bench.stage.value === "done" && !bench.claims.value.some((claim) => claim.verdict);
  return (
    <section class="card panel" id="panel">
      <div
        class="tabs"
        role="tablist"
        aria-label={text.audit.tabs.label}
        onKeyDown={(event) => {
          if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
          const next = tabs[(tabs.indexOf(shown) + (event.key === "ArrowRight" ? 1 : 2)) % 3] as bench.Tab;
          bench.tab.value = next;
          document.getElementById(`tab-${next}`)?.focus();
        }}
      >
        {tabs.map((name) => (
          <button role="tab" id={`tab-${name}`} aria-controls="pane" aria-selected={shown === name} tabIndex={shown === name ? 0 : -1} onClick={() => (bench.tab.value = name)}>
            {text.audit.tabs[name]} <b>{counts[name]}</b>
          </button>
        ))}
      </div>
      <div class="pane" id="pane" role="tabpanel" aria-labelledby={`tab-${shown}`} tabIndex={0}>
        {!bench.documentNote.value || bench.stage.value === "working" || bench.stage.value === "fetching" ? (
          <Wait height={300} label={bench.stage.value === "fetching" ? text.audit.fetching : text.audit.working} />
        ) : shown === "gaps" ? (
          <Gaps />
        ) : nothing ? (
          <Empty title={text.audit.noClaims}>{text.audit.noClaimsHint}</Empty>
        ) : bench.visible.value.length === 0 ? (
          <Empty title={text.audit.filtered}>
            <button
              class="button"
              onClick={() => {
                bench.showOnly(undefined);
                bench.kind.value = "";
              }}
            >
              {text.audit.showAll}
            </button>
          </Empty>
        ) : shown === "claim" ? (
          <Finding link={permalink} />
        ) : (
          <ClaimList />
        )}
      </div>
    </section>
  );
}

function Editor() {
  const host = useRef<HTMLDivElement>(null);
  const fromText = useRef(false);
  useEffect(() => {
    if (!host.current) return undefined;
    const editor = new SheetEditor(host.current, {
      edit: bench.edited,
      step: bench.step,
      select: (index) => {
        fromText.current = true;
        bench.select(index);
        fromText.current = false;
      },
    });
    const stops = [
      effect(() => {
        const found = marks();
        editor.setText(bench.shown.value);
        if (bench.stage.value === "done") editor.setMarks(found, bench.selected.peek());
      }),
      effect(() => editor.choose(bench.selected.value, !fromText.current && bench.stage.peek() === "done")),
    ];
    return () => {
      stops.forEach((stop) => stop());
      editor.destroy();
    };
  }, []);
  return <div class="editor" ref={host} />;
}

/** On a small screen the panel is below the text: the chosen claim in one line, which leads there. */
function Peek() {
  const claim = bench.selected.value === undefined ? undefined : bench.claims.value[bench.selected.value];
  if (!claim?.verdict || bench.stage.value !== "done") return null;
  return (
    <button class={`card peek ${claim.verdict.label}`} onClick={() => document.getElementById("panel")?.scrollIntoView({ block: "start" })}>
      <Mark look={claim.verdict.label} named />
      <span>{claim.says ?? claim.quote}</span>
      <Icon name="down" />
    </button>
  );
}

export function AuditView() {
  const [dropping, setDropping] = useState(false);
  useEffect(() => void openRoute(route.value), [route.value]);
  useSignalEffect(() => {
    if (bench.stage.value === "done") note(here());
  });
  const stage = bench.stage.value;
  const document = bench.documentNote.value;
  const bad = document ? document.summary.checkable - document.summary.supported : 0;
  const failed = bench.trouble.value !== undefined;
  const at = route.value;
  // A link that names a sheet never shows the first page's words, not even for a moment.
  const coming = stage === "empty" && !failed && ((at.view === "audit" && at.from !== undefined) || bench.textOfBefore().trim() !== "");
  const welcome = stage === "empty" && !coming && !document;
  return (
    <div
      class={dropping ? "dropping" : ""}
      data-drop={text.audit.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => !event.relatedTarget && setDropping(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDropping(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file) openFile(file);
      }}
    >
      <div class="bench">
        {welcome && <h1 class="hidden">{text.audit.heading}</h1>}
        <Tools />
        {bench.trouble.value !== undefined && <Trouble of={bench.trouble.value} again={bench.sheet.value ? () => bench.sheet.value && void bench.audit(bench.sheet.value) : undefined} />}
        {!welcome && (document || !failed) && <Summary />}
        <div class="columns">
          <section class={`card sheet${stage === "stale" || stage === "working" || stage === "fetching" ? " stale" : ""}`} aria-label={text.audit.editor}>
            <Editor />
            <Peek />
          </section>
          {welcome || (failed && !document) ? <Welcome open={() => void bench.openExample(exampleToOpen)} /> : <Panel />}
        </div>
        <p class="hidden" role="status" aria-live="polite">
          {stage === "done" && document ? text.audit.announce(document.summary.checkable, bad) : stage === "stale" ? text.audit.stale : ""}
        </p>
      </div>
      <PrintedAudit />
    </div>
  );
}
