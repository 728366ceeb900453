import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { pair as ask, states } from "../api/client";
import type { Actor, Dossier, Fact, Mirror, Series } from "../api/types";
import { difference, exactFigure, periodInWords, shortFigure } from "../model/figures";
import { standings, type Standing } from "../model/memberships";
import { aidLines, flowLines, furthest, rankLines, type Chart, type Line } from "../model/series";
import { go, route } from "../model/router";
import { Icon } from "../parts/icon";
import { Picker } from "../parts/picker";
import { Rows } from "../parts/rows";
import { Empty, Trouble, Wait } from "../parts/trouble";
import { useAnswer } from "../parts/use_answer";
import { LineChart } from "../pictures/line_chart";
import { PairMap } from "../pictures/map";
import { Timeline, type TimelineItem } from "../pictures/timeline";
import { text } from "../strings";

const words = text.pair;
const suggestions: [string, string][] = [["US", "UZ"], ["US", "GH"], ["IN", "KE"], ["AU", "FJ"]];

function SourceLink({ of, children }: { of: { source: string; vintage: string; line?: string | undefined; measure?: string; reporter?: string; partner?: string | undefined }; children?: ComponentChildren }) {
  // Figures have a table of their own; of events the source itself is shown.
  const query = new URLSearchParams(of.reporter ? { source: of.source, vintage: of.vintage } : { q: of.source });
  for (const name of ["measure", "reporter", "partner"] as const) if (of[name]) query.set(name, of[name] as string);
  return (
    <>
      <a href={`#/data?${query}`} title={words.openSource}>
        {children ?? of.vintage}
      </a>
      {of.line && <small>{of.line}</small>}
    </>
  );
}

function Section({ id, title, lead, empty, children }: { id: string; title: string; lead?: string; empty?: boolean; children?: ComponentChildren }) {
  return (
    <section class="card section" id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead && !empty && <p class="quiet">{lead}</p>}
      {empty ? <p class="quiet">{words.empty}</p> : children}
    </section>
  );
}

const eventOf = (fact: Fact): string => {
  const event = text.events[fact.event] ?? fact.event;
  return fact.kind === "mission" ? `${fact.name ?? ""} ${event}`.trim() : event;
};

const periodOf = (fact: Fact): string => periodInWords(fact.to ? `${fact.from ?? ".."}/${fact.to}` : fact.from);

function items(facts: Fact[], dossier: Dossier, lane: (fact: Fact) => string): TimelineItem[] {
  return facts.flatMap((fact) =>
    fact.from ? [{ lane: lane(fact), from: fact.from, to: fact.to, label: [eventOf(fact), fact.name, fact.place, fact.vintage].filter(Boolean).join(", "), tone: fact.subject === dossier.a.id ? "var(--side-a)" : "var(--side-b)" }] : [],
  );
}

function Facts({ facts, dossier, caption, first }: { facts: Fact[]; dossier: Dossier; caption: string; first?: number }) {
  const name = (id?: string): string => (id ? (dossier.names[id] ?? id) : "");
  return (
    <Rows
      caption={caption}
      rows={facts}
      {...(first ? { first } : {})}
      columns={[
        { name: words.period, cell: (fact) => <span class="tabular">{periodOf(fact)}</span> },
        { name: words.event, head: true, cell: (fact) => (<>{eventOf(fact)}<small>{[fact.title, fact.kind === "mission" ? "" : fact.name, fact.place].filter(Boolean).join(", ")}</small></>) },
        { name: words.from, cell: (fact) => name(fact.subject) },
        { name: words.to, cell: (fact) => name(fact.object) },
        { name: words.vintage, cell: (fact) => <SourceLink of={{ source: fact.source, vintage: fact.vintage, line: fact.line }} /> },
      ]}
    />
  );
}

interface FigureRow {
  line: Line;
  year: number;
  value: number;
}

function Figures({ chart, dossier, measure, partner }: { chart: Chart; dossier: Dossier; measure: (line: Line) => string; partner?: (line: Line) => string | undefined }) {
  const rows = chart.lines.flatMap((line) => line.points.map((point): FigureRow => ({ line, ...point }))).sort((a, b) => b.year - a.year);
  return (
    <details>
      <summary>{words.tableOf}</summary>
      <Rows
        caption={words.tableOf}
        rows={rows}
        first={12}
        columns={[
          { name: words.period, head: true, cell: (row) => row.year },
          { name: words.reporter, cell: (row) => (<>{dossier.names[row.line.reporter] ?? row.line.reporter}<small>{row.line.detail}</small></>) },
          { name: words.value, figure: true, cell: (row) => <span title={exactFigure(row.value, chart.unit)}>{chart.unit === "USD" ? exactFigure(row.value) : shortFigure(row.value, chart.unit)}</span> },
          { name: words.vintage, cell: (row) => <SourceLink of={{ source: row.line.source, vintage: row.line.vintage, measure: measure(row.line), reporter: row.line.reporter, partner: partner?.(row.line) }} /> },
        ]}
      />
    </details>
  );
}

/** Of each year the vintage recorded last, newest year first. */
function newest(mirrors: Mirror[]): Mirror[] {
  const best = new Map<string, Mirror>();
  for (const mirror of mirrors) if ((best.get(mirror.period)?.vintage ?? "") < mirror.vintage) best.set(mirror.period, mirror);
  return [...best.values()].sort((a, b) => (a.period < b.period ? 1 : -1));
}

function Flow({ dossier, from, to }: { dossier: Dossier; from: Actor; to: Actor }) {
  const lines = furthest(flowLines(dossier, from.id, to.id));
  if (lines.length === 0) return null;
  const chart: Chart = { lines, claimed: [], unit: "USD" };
  const mirrors = newest(dossier.mirror.filter((mirror) => mirror.exporter === from.id && mirror.importer === to.id));
  const title = words.tradeOf(from.name, to.name);
  return (
    <div class="half">
      <h3>{title}</h3>
      <LineChart chart={chart} names={dossier.names} first={dossier.a.id} label={title} />
      <Figures chart={chart} dossier={dossier} measure={(line) => (line.reporter === from.id ? "exports" : "imports")} partner={(line) => (line.reporter === from.id ? to.id : from.id)} />
      {mirrors.length > 0 && (
        <details>
          <summary>{words.mirrorGap}</summary>
          <Rows
            caption={words.mirrorHint}
            rows={mirrors}
            columns={[
              { name: words.period, head: true, cell: (row) => row.period },
              { name: words.exporter, figure: true, cell: (row) => <span title={exactFigure(row.exports, row.unit)}>{shortFigure(row.exports, row.unit)}</span> },
              { name: words.importer, figure: true, cell: (row) => <span title={exactFigure(row.imports, row.unit)}>{shortFigure(row.imports, row.unit)}</span> },
              { name: words.gap, figure: true, cell: (row) => <span title={exactFigure(row.gap, row.unit)}>{difference(row.gap_percent) || shortFigure(row.gap, row.unit)}</span> },
              { name: words.vintage, cell: (row) => <SourceLink of={{ source: row.source, vintage: row.vintage, reporter: row.exporter, partner: row.importer }} /> },
            ]}
          />
        </details>
      )}
    </div>
  );
}

function Rank({ dossier, reporter, partner }: { dossier: Dossier; reporter: Actor; partner: Actor }) {
  const chart: Chart = { lines: rankLines(dossier, reporter.id, partner.id, "total"), claimed: [], unit: "rank", reversed: true };
  if (chart.lines.length === 0) return null;
  const title = words.rankOf(partner.name, reporter.name, text.flows["total"] as string);
  return (
    <div class="half">
      <h3>{title}</h3>
      <LineChart chart={chart} names={dossier.names} first={dossier.a.id} label={title} height={190} lineName={(line) => line.source} />
      <Figures chart={chart} dossier={dossier} measure={() => ""} partner={() => partner.id} />
    </div>
  );
}

/** Current money, and constant money of the latest base year alone: older bases say the same again. */
function aidChart(dossier: Dossier, donor: string, recipient: string, prices: "current" | "constant"): Chart {
  const lines = furthest(["aid-obligations", "aid-disbursements"].flatMap((measure) => aidLines(dossier, donor, recipient, measure)));
  const base = lines.map((line) => /constant-\w+/.exec(line.detail)?.[0] ?? "").sort().at(-1) ?? "";
  return { lines: lines.filter((line) => (prices === "current" ? !line.detail.includes("constant") : base !== "" && line.detail.includes(base))), claimed: [], unit: "USD" };
}

function Aid({ dossier, donor, recipient }: { dossier: Dossier; donor: Actor; recipient: Actor }) {
  const charts = (["current", "constant"] as const).map((prices) => aidChart(dossier, donor.id, recipient.id, prices)).filter((chart) => chart.lines.length > 0);
  return (
    <>
      {charts.map((chart) => {
        const base = /constant-(\w+)/.exec(chart.lines[0]?.detail ?? "")?.[1];
        const title = `${words.assistanceOf(donor.name, recipient.name)}, ${base ? words.constant(periodInWords(base)) : words.current}`;
        return (
          <div class="half">
            <h3>{title}</h3>
            <LineChart chart={chart} names={dossier.names} first={dossier.a.id} label={title} lineName={(line) => text.measures[line.detail.split(", ")[0] ?? ""] ?? line.detail} />
            <Figures chart={chart} dossier={dossier} measure={(line) => line.detail.split(", ")[0] ?? ""} partner={() => recipient.id} />
          </div>
        );
      })}
    </>
  );
}

function StandingCell({ of }: { of: Standing | undefined }) {
  if (!of) return <span class="quiet">{words.nobody}</span>;
  return (
    <>
      {of.status} {of.dated ? `${words.since} ${periodInWords(of.since)}` : ""}
      <small>
        <SourceLink of={{ source: of.fact.source, vintage: of.fact.vintage }}>{of.dated ? of.fact.vintage : `${words.editions} ${of.since}${of.to && of.to !== of.since ? ` – ${of.to}` : ""}`}</SourceLink>
      </small>
    </>
  );
}

function Memberships({ dossier }: { dossier: Dossier }) {
  const [which, setWhich] = useState<"both" | "a" | "b">("both");
  const [a, b] = [standings(dossier.memberships.a), standings(dossier.memberships.b)];
  const sets = {
    both: [...a.keys()].filter((id) => b.has(id)),
    a: [...a.keys()].filter((id) => !b.has(id)),
    b: [...b.keys()].filter((id) => !a.has(id)),
  };
  const name = (id: string): string => dossier.names[id] ?? id;
  const rows = sets[which].sort((one, other) => name(one).localeCompare(name(other)));
  const labels = { both: words.membershipsBoth, a: words.membershipsOnly(dossier.a.name), b: words.membershipsOnly(dossier.b.name) };
  return (
    <>
      <div class="filters" role="group" aria-label={words.filterMemberships}>
        {(["both", "a", "b"] as const).map((set) => (
          <button class="chip plain" aria-pressed={which === set} onClick={() => setWhich(set)}>
            {labels[set]} <b>{sets[set].length}</b>
          </button>
        ))}
      </div>
      <Rows
        key={which}
        caption={words.memberships}
        rows={rows}
        first={10}
        columns={[
          { name: words.organisation, head: true, cell: (id) => (<>{name(id)}{name(id) !== id && <small>{id}</small>}</>) },
          { name: dossier.a.name, cell: (id) => <StandingCell of={a.get(id)} /> },
          { name: dossier.b.name, cell: (id) => <StandingCell of={b.get(id)} /> },
        ]}
      />
    </>
  );
}

function Indicators({ dossier }: { dossier: Dossier }) {
  const measures = [...new Set(dossier.indicators.map((series) => series.measure))];
  const lineOf = (series: Series): Line => ({ key: `${series.vintage}|${series.reporter}|${series.price_basis ?? ""}`, reporter: series.reporter, source: series.source, vintage: series.vintage, detail: series.price_basis ?? "", points: series.points.flatMap(({ period, value }) => (/^\d{4}$/.test(period) ? [{ year: Number(period), value }] : [])) });
  return (
    <div class="halves">
      {measures.map((measure) => {
        const of = dossier.indicators.filter((series) => series.measure === measure);
        const chart: Chart = { lines: furthest(of.map(lineOf)), claimed: [], unit: of[0]?.unit === "people" ? "" : (of[0]?.unit ?? "") };
        if (chart.lines.length === 0) return null;
        const title = text.measures[measure] ?? measure;
        return (
          <div class="half">
            <h3>{title}</h3>
            <LineChart chart={chart} names={dossier.names} first={dossier.a.id} label={title} height={180} lineName={(line) => dossier.names[line.reporter] ?? line.reporter} />
            <Figures chart={chart} dossier={dossier} measure={() => measure} />
          </div>
        );
      })}
    </div>
  );
}

function Everything({ dossier }: { dossier: Dossier }) {
  const { a, b } = dossier;
  const early = (facts: Fact[]): Fact[] => [...facts].sort((one, other) => ((one.from ?? "") < (other.from ?? "") ? -1 : 1));
  const relations = early([...dossier.relations, ...dossier.missions]);
  const visits = early(dossier.visits).reverse();
  const trade = [...flowLines(dossier, a.id, b.id), ...flowLines(dossier, b.id, a.id)].length > 0;
  const sections: [string, string][] = [["relations", words.relations], ["agreements", words.agreements], ["trade", words.trade], ["ranks", words.ranks], ["assistance", words.assistance], ["memberships", words.memberships], ["visits", words.visits], ["officials", words.officials], ["indicators", words.indicators]];
  return (
    <>
      <nav class="contents" aria-label={words.contents}>
        {sections.map(([id, title]) => (
          <button
            class="chip"
            onClick={() => {
              const section = document.getElementById(id);
              section?.scrollIntoView({ block: "start" });
              section?.focus({ preventScroll: true });
            }}
          >
            {title}
          </button>
        ))}
      </nav>
      <div class="sections">
        <Section id="relations" title={words.relations} empty={relations.length === 0}>
          <Timeline items={items(relations, dossier, eventOf)} label={words.relations} />
          <Facts facts={relations} dossier={dossier} caption={words.relations} />
        </Section>
        <Section id="agreements" title={words.agreements} empty={dossier.agreements.length === 0}>
          <Facts facts={early(dossier.agreements)} dossier={dossier} caption={words.agreements} />
        </Section>
        <Section id="trade" title={words.trade} lead={words.tradeLead} empty={!trade}>
          <div class="halves">
            <Flow dossier={dossier} from={a} to={b} />
            <Flow dossier={dossier} from={b} to={a} />
          </div>
        </Section>
        <Section id="ranks" title={words.ranks} empty={dossier.ranks.length === 0}>
          <div class="halves">
            <Rank dossier={dossier} reporter={a} partner={b} />
            <Rank dossier={dossier} reporter={b} partner={a} />
          </div>
        </Section>
        <Section id="assistance" title={words.assistance} empty={dossier.aid.length === 0}>
          <div class="halves">
            <Aid dossier={dossier} donor={a} recipient={b} />
            <Aid dossier={dossier} donor={b} recipient={a} />
          </div>
        </Section>
        <Section id="memberships" title={words.memberships} empty={dossier.memberships.a.length + dossier.memberships.b.length === 0}>
          <Memberships dossier={dossier} />
        </Section>
        <Section id="visits" title={words.visits} empty={visits.length === 0}>
          <Timeline items={items(visits, dossier, (fact) => dossier.names[fact.subject] ?? fact.subject)} label={words.visits} />
          <Facts facts={visits} dossier={dossier} caption={words.visits} first={6} />
        </Section>
        <Section id="officials" title={words.officials} empty={dossier.officials.length === 0}>
          <Facts facts={early(dossier.officials).reverse()} dossier={dossier} caption={words.officials} first={6} />
        </Section>
        <Section id="indicators" title={words.indicators} empty={dossier.indicators.length === 0}>
          <Indicators dossier={dossier} />
        </Section>
      </div>
    </>
  );
}

export function PairView() {
  const at = route.value;
  const [a, b] = at.view === "pair" ? [at.a, at.b] : [];
  const [names, setNames] = useState<Map<string, Actor>>(new Map());
  useEffect(() => {
    states().then((found) => setNames(new Map(found.map((state) => [state.id, state]))), () => undefined);
  }, []);
  const { value: dossier, refusal, again } = useAnswer(a && b ? () => ask(a, b) : undefined, [a, b]);
  const chosen = (id: string | undefined): { id: string; name: string } | undefined => (id ? (names.get(id) ?? (dossier?.a.id === id ? dossier.a : dossier?.b.id === id ? dossier.b : { id, name: id })) : undefined);
  const [left, right] = [dossier?.a ?? (a ? names.get(a) : undefined), dossier?.b ?? (b ? names.get(b) : undefined)];
  return (
    <div class="pair">
      <h1>{dossier ? `${dossier.a.name} – ${dossier.b.name}` : words.heading}</h1>
      <div class="picker">
        <Picker label={words.first} chosen={chosen(a)} onChoose={(actor) => go({ view: "pair", a: actor.id, ...(b ? { b } : {}) })} />
        <button class="button square" aria-label={words.swap} title={words.swap} disabled={!a || !b} onClick={() => go({ view: "pair", ...(b ? { a: b } : {}), ...(a ? { b: a } : {}) })}>
          <Icon name="swap" />
        </button>
        <Picker label={words.second} chosen={chosen(b)} onChoose={(actor) => go({ view: "pair", a: a ?? "", b: actor.id })} />
      </div>
      {a && b && <PairMap a={left} b={right} />}
      {refusal !== undefined && <Trouble of={refusal} again={again} />}
      {(!a || !b) && (
        <Empty title={words.prompt}>
          <p>
            {words.promptHint}{" "}
            {suggestions.map(([one, other], i) => (
              <>
                {i > 0 && ", "}
                <a href={`#/pair/${one}/${other}`}>{`${names.get(one)?.name ?? one} – ${names.get(other)?.name ?? other}`}</a>
              </>
            ))}
          </p>
        </Empty>
      )}
      {a && b && !dossier && refusal === undefined && (
        <>
          <Wait height={34} />
          <Wait height={420} />
          <Wait height={420} />
        </>
      )}
      {dossier && <Everything key={`${a ?? ""}${b ?? ""}`} dossier={dossier} />}
    </div>
  );
}
