// One claim with its verdict and everything behind it.
import { ranks as askRanks, pair as askPair } from "../api/client";
import type { Dossier, Fact, Verdict } from "../api/types";
import { periodInWords, shortFigure, singleYear } from "../model/figures";
import type { PlacedClaim } from "../model/places";
import { claims, documentNote, names, select, selected, shown, stage, step, visible } from "../model/bench";
import { chartOf, type Line } from "../model/series";
import { LineChart } from "../pictures/line_chart";
import { Timeline, type TimelineItem } from "../pictures/timeline";
import { text } from "../strings";
import { EvidenceTable, Find } from "./evidence";
import { Icon } from "./icon";
import { Mark } from "./mark";
import { copy } from "./toast";
import { Trouble, Wait } from "./trouble";
import { useAnswer } from "./use_answer";

const withPicture = new Set(["trade_value", "trade_change", "trade_rank", "assistance_value", "indicator", "membership", "relations", "mission", "visit", "agreement", "official"]);

/** The two states that a claim is about; of a membership or an indicator the document's pair. */
function pairOf(claim: PlacedClaim): [string, string] | undefined {
  const pair = documentNote.value?.pair ?? [];
  const states = /^[A-Z]{2}$/;
  if (claim.subject && claim.object && states.test(claim.subject) && states.test(claim.object)) return [claim.subject, claim.object];
  return pair.length === 2 ? [pair[0] as string, pair[1] as string] : undefined;
}

function factItems(claim: PlacedClaim, dossier: Dossier): TimelineItem[] {
  const name = (id: string | undefined): string => (id ? (dossier.names[id] ?? id) : "");
  let facts: Fact[];
  let lane: (fact: Fact) => string;
  if (claim.kind === "membership") {
    facts = [...dossier.memberships.a, ...dossier.memberships.b].filter((fact) => fact.subject === claim.subject && fact.object === claim.object);
    lane = (fact) => fact.status ?? fact.event;
  } else if (claim.kind === "visit") {
    facts = dossier.visits.filter((fact) => fact.subject === claim.subject);
    lane = (fact) => name(fact.subject);
  } else if (claim.kind === "agreement") {
    facts = dossier.agreements;
    lane = (fact) => text.events[fact.event] ?? fact.event;
  } else {
    facts = [...dossier.relations, ...dossier.missions];
    lane = (fact) => (fact.kind === "mission" ? `${fact.name ?? ""} ${text.events[fact.event] ?? fact.event}` : (text.events[fact.event] ?? fact.event));
  }
  const items = facts.flatMap((fact): TimelineItem[] =>
    fact.from ? [{ lane: lane(fact), from: fact.from, to: fact.to, label: [fact.name, fact.title, fact.place, fact.vintage].filter(Boolean).join(", "), tone: fact.subject === dossier.a.id ? "var(--side-a)" : "var(--side-b)" }] : [],
  );
  if (items.length === 0) return [];
  const [from = "", to] = (claim.period ?? "").split("/");
  if (from && from !== ".." && to === undefined) items.push({ lane: text.audit.document, from, label: text.audit.claimed, tone: "var(--ink)", claimed: true });
  return items;
}

function RankRows({ claim }: { claim: PlacedClaim }) {
  const cited = claim.verdict?.evidence?.find((row) => row.unit === "rank" || row.says);
  const year = singleYear(cited?.period ?? claim.period);
  const flow = claim.flow ?? "total";
  const { value, refusal, again } = useAnswer(year && claim.subject ? () => askRanks(claim.subject as string, year, flow) : undefined, [claim.subject, year, flow]);
  if (!year || !claim.subject) return null;
  const table = value?.tables?.find((one) => one.vintage === cited?.vintage) ?? value?.tables?.[0];
  const at = table?.rows.findIndex((row) => row.partner === claim.object) ?? -1;
  const near = table?.rows.filter((_, i) => i < 3 || Math.abs(i - at) <= 3) ?? [];
  return (
    <section>
      <h3>
        {text.audit.rankTable} <small class="quiet">{year}</small>
      </h3>
      {refusal !== undefined && <Trouble of={refusal} again={again} />}
      {!value && refusal === undefined && <Wait height={360} />}
      {table && (
        <div class="scroll" tabIndex={0} role="region" aria-label={text.audit.rankTable}>
          <table>
            <tbody>
              {near.map((row, i) => [
                i > 0 && row.place - (near[i - 1]?.place ?? 0) > 1 && (
                  <tr aria-hidden="true">
                    <td colSpan={3} class="quiet">
                      ⋮
                    </td>
                  </tr>
                ),
                <tr class={row.partner === claim.object ? `ours ${claim.verdict?.label ?? ""}` : ""}>
                  <td class="figure">{row.place}</td>
                  <th scope="row">{row.name ?? value?.names[row.partner] ?? row.partner}</th>
                  <td class="figure">{shortFigure(row.value, table.unit)}</td>
                </tr>,
              ])}
            </tbody>
          </table>
          {table.excluded.length > 0 && (
            <p class="quiet small">
              {text.audit.leftOut}: {[...new Set(table.excluded.map((row) => `${row.name}${row.row_class ? ` (${row.row_class})` : ""}`))].join("; ")}
            </p>
          )}
          <p class="quiet small">{table.vintage}</p>
        </div>
      )}
    </section>
  );
}

function Pictures({ claim }: { claim: PlacedClaim }) {
  const states = withPicture.has(claim.kind) ? pairOf(claim) : undefined;
  const { value: dossier, refusal } = useAnswer(states ? () => askPair(...states) : undefined, [states?.join()]);
  if (!states || refusal !== undefined) return null;
  if (!dossier) return <Wait height={claim.kind.startsWith("trade") || claim.kind === "assistance_value" || claim.kind === "indicator" ? 322 : 130} />;
  const chart = chartOf(claim, dossier);
  const lineName = (line: Line): string => line.detail.replace(/^aid-\w+/, (measure) => text.measures[measure] ?? measure);
  if (chart) {
    return (
      <section class="charted">
        <h3>{text.audit.series}</h3>
        <LineChart chart={chart} names={dossier.names} first={dossier.a.id} label={`${text.audit.series}: ${claim.says ?? claim.quote}`} {...(claim.kind === "assistance_value" ? { lineName } : {})} />
      </section>
    );
  }
  const items = factItems(claim, dossier);
  if (items.length === 0) return null;
  return (
    <section class="timed">
      <h3>{text.audit.timeline}</h3>
      <Timeline items={items} label={`${text.audit.timeline}: ${claim.says ?? claim.quote}`} />
    </section>
  );
}

/** A claim and its verdict in one paragraph that can stand in a footnote. */
export function citation(claim: PlacedClaim, verdict: Verdict): string {
  const note = documentNote.value;
  const sheet = [note?.title ?? note?.name, note?.publisher, note?.published ? periodInWords(note.published) : ""].filter(Boolean).join(", ");
  const sources = [...new Set((verdict.evidence ?? []).filter((row) => row.agrees !== "context").map((row) => row.vintage ?? row.source))].join("; ");
  const query = verdict.evidence?.find((row) => row.query)?.query;
  return [`“${claim.quote}” (${sheet}): ${text.verdict[verdict.label]}. ${verdict.why}.`, sources && `${text.audit.source}: ${sources}.`, note?.now && `${text.audit.checkedAs(note.now)}.`, query && `$ ${query}`]
    .filter(Boolean)
    .join(" ");
}

export function Since({ verdict }: { verdict: Verdict }) {
  const { outdated } = verdict;
  if (!outdated?.since) return null;
  const when = outdated.publication_unknown ? text.audit.sinceUnknown : outdated.when_published ? text.audit.sincePublished : text.audit.sinceLater;
  return (
    <p class="since">
      {text.audit.since(periodInWords(outdated.since), outdated.now_says ?? "")} ({when})
    </p>
  );
}

/** The claim in its sentence. */
function Quote({ claim }: { claim: PlacedClaim }) {
  const { at, within } = claim;
  if (!within || stage.value !== "done" || shown.value.slice(at.from, at.to) !== claim.quote) return <blockquote>{claim.quote}</blockquote>;
  return (
    <blockquote>
      {shown.value.slice(within.from, at.from)}
      <b>{claim.quote}</b>
      {shown.value.slice(at.to, within.to)}
    </blockquote>
  );
}

export function Finding({ link }: { link: () => Promise<string> }) {
  const index = selected.value;
  const claim = index === undefined ? undefined : claims.value[index];
  const verdict = claim?.verdict;
  if (!claim || !verdict || index === undefined) return <p class="quiet">{text.audit.pick}</p>;
  const at = visible.value.indexOf(index);
  const states = pairOf(claim);
  const evidence = verdict.evidence ?? [];
  return (
    <article class={`finding ${verdict.label}`} aria-label={claim.says ?? claim.quote}>
      <p class="verdict">
        <Mark look={verdict.label} />
        {text.verdict[verdict.label]}
        <small>
          {verdict.was && text.audit.was(text.verdict[verdict.was])}
          {verdict.reason && (text.audit.reason[verdict.reason] ?? verdict.reason)}
        </small>
        <span class="step">
          <button class="button plain square" onClick={() => step(-1)} aria-label={text.audit.previous} title={text.audit.keys}>
            <Icon name="previous" />
          </button>
          {at >= 0 ? text.audit.position(at + 1, visible.value.length) : ""}
          <button class="button plain square" onClick={() => step(1)} aria-label={text.audit.next} title={text.audit.keys}>
            <Icon name="next" />
          </button>
        </span>
      </p>
      <h2>{claim.says ?? claim.quote}</h2>
      <Quote claim={claim} />
      <p>{verdict.why}</p>
      <Since verdict={verdict} />
      <div class="actions">
        <button class="button plain" onClick={() => void copy(citation(claim, verdict), text.audit.export.citeDone)}>
          <Icon name="quote" /> {text.audit.export.cite}
        </button>
        <button class="button plain" onClick={() => void link().then((address) => copy(address, text.audit.export.linkDone))}>
          <Icon name="link" /> {text.audit.export.link}
        </button>
        {states && (
          <a class="button plain" href={`#/pair/${states[0]}/${states[1]}`}>
            <Icon name="swap" /> {text.audit.dossier}
          </a>
        )}
      </div>
      <Pictures claim={claim} />
      {evidence.length > 0 && (
        <section>
          <h3>{text.audit.evidence}</h3>
          <EvidenceTable claim={claim} rows={evidence} />
          {verdict.tolerance && <p class="quiet small">{text.audit.within(verdict.tolerance)}</p>}
          {verdict.vintage_unknown && <p class="quiet small">{text.audit.vintageUnknown}</p>}
          {claim.implicit && claim.implicit.length > 0 && <p class="quiet small">{text.audit.implied(claim.implicit.join(", "))}</p>}
        </section>
      )}
      {claim.kind === "trade_rank" && <RankRows claim={claim} />}
      {verdict.newer && verdict.newer.length > 0 && (
        <details>
          <summary>
            {text.audit.newer} ({verdict.newer.length})
          </summary>
          <EvidenceTable claim={claim} rows={verdict.newer} own={false} />
        </details>
      )}
      <Find rows={evidence} />
    </article>
  );
}

/** Every claim that the filters leave; arrow keys go up and down, as in any list of choices. */
export function ClaimList() {
  const order = visible.value;
  return (
    <ul
      class="list"
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        const buttons = [...event.currentTarget.querySelectorAll("button")];
        const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
        const next = buttons[at + (event.key === "ArrowDown" ? 1 : -1)];
        if (!next) return;
        event.preventDefault();
        next.focus();
        selected.value = order[buttons.indexOf(next)];
      }}
    >
      {order.map((index) => {
        const claim = claims.value[index] as PlacedClaim;
        const verdict = claim.verdict as Verdict;
        return (
          <li key={`${index}-${claim.id}`}>
            <button class={verdict.label} aria-current={selected.value === index ? "true" : "false"} onClick={() => select(index)}>
              <Mark look={verdict.label} named />
              <span>{claim.says ?? claim.quote}</span>
              <small>
                {text.verdict[verdict.label]} · {text.kinds[claim.kind] ?? claim.kind}
                {claim.subject ? ` · ${names.value[claim.subject] ?? claim.subject}` : ""}
              </small>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
