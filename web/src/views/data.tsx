import { useEffect, useState } from "preact/hooks";
import { observations, observationsAsCsv, Refusal, series, shelf, states, type Query } from "../api/client";
import type { Observation, Observations, SeriesHead, SeriesHeads, Shelf, Source } from "../api/types";
import { exactFigure, periodInWords } from "../model/figures";
import type { Route } from "../model/route";
import { go, note, route } from "../model/router";
import { Icon } from "../parts/icon";
import { Picker } from "../parts/picker";
import { save, say } from "../parts/toast";
import { Empty, Trouble, Wait } from "../parts/trouble";
import { useAnswer } from "../parts/use_answer";
import { text } from "../strings";

const words = text.data;
type Place = Route & { view: "data" };
type Tab = "sources" | "series" | "figures";
const tabs: Tab[] = ["sources", "series", "figures"];
const pageRows = 50;

const tabOf = (at: Place): Tab => {
  if (tabs.includes(at.tab as Tab)) return at.tab as Tab;
  return at.source || at.vintage || at.reporter || at.partner || at.measure ? "figures" : "sources";
};

const queryOf = (at: Place, years: boolean): Query => ({
  source: at.source, vintage: at.vintage, reporter: at.reporter, partner: at.partner, measure: at.measure, ...(years ? { from: at.first, to: at.last } : {}),
});

const number = new Intl.NumberFormat("en");

/** The years of a vintage on one scale for all. */
function Years({ first, last }: { first?: number | undefined; last?: number | undefined }) {
  if (first === undefined || last === undefined) return <span class="quiet">{text.none}</span>;
  const [from, to] = [1900, 2030];
  const at = (year: number): number => ((Math.min(Math.max(year, from), to) - from) / (to - from)) * 100;
  return (
    <>
      <span class="tabular">{first === last ? first : `${first} – ${last}`}</span>
      <span class="vintage-bar" aria-hidden="true">
        <span style={{ left: `${at(first)}%`, width: `${Math.max(at(last + 1) - at(first), 1)}%` }} />
      </span>
    </>
  );
}

function SourceCard({ source }: { source: Source }) {
  const safe = /^https?:\/\//.test(source.url);
  return (
    <article class="card section source">
      <header>
        <h2>{source.title}</h2>
        <p class="quiet small">
          <code>{source.id}</code> · {source.publisher} · {safe ? <a href={source.url} rel="noreferrer">{new URL(source.url).host}</a> : null}
        </p>
      </header>
      <p class="small">
        {words.licence}: {source.licence}
        {source.attribution && (
          <>
            . {words.attribution}: {source.attribution}
          </>
        )}
      </p>
      {source.note && <p class="small quiet">{source.note}</p>}
      <div class="scroll" tabIndex={0} role="region" aria-label={`${words.vintages}: ${source.id}`}>
        <table class="wide">
          <thead>
            <tr>
              <th scope="col">{words.vintage}</th>
              <th scope="col">{words.recorded}</th>
              <th scope="col" class="figure">{words.rows}</th>
              <th scope="col">{words.years}</th>
              <th scope="col"><span class="hidden">{words.look}</span></th>
            </tr>
          </thead>
          <tbody>
            {source.vintages?.map((vintage) => (
              <tr>
                <th scope="row">{vintage.id}</th>
                <td>{vintage.recorded ? periodInWords(vintage.recorded) : <span class="quiet">{words.unrecorded}</span>}</td>
                <td class="figure">{number.format(vintage.rows)}</td>
                <td>
                  <div class="years">
                    <Years first={vintage.first_year} last={vintage.last_year} />
                  </div>
                </td>
                <td>
                  <a href={`#/data?tab=series&source=${encodeURIComponent(source.id)}&vintage=${encodeURIComponent(vintage.id)}`} aria-label={`${words.series}: ${vintage.id}`}>
                    {words.series}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}

function Sources({ of, at }: { of: Shelf; at: Place }) {
  const [q, setQ] = useState(at.q ?? "");
  useEffect(() => setQ(at.q ?? ""), [at.q]);
  const parts = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = of.sources.filter((source) => {
    const all = [source.id, source.title, source.publisher, source.licence, ...(source.vintages ?? []).map((vintage) => vintage.id)].join(" ").toLowerCase();
    return parts.every((part) => all.includes(part));
  });
  return (
    <>
      <input
        class="input narrow"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={q}
        onInput={(event) => {
          setQ(event.currentTarget.value);
          note({ view: "data", ...(event.currentTarget.value ? { q: event.currentTarget.value } : {}) });
        }}
      />
      {found.length === 0 && <Empty title={words.noSources} />}
      <div class="sections">
        {found.map((source) => (
          <SourceCard key={source.id} source={source} />
        ))}
      </div>
    </>
  );
}

function Filters({ of, at, years }: { of: Shelf; at: Place; years: boolean }) {
  const change = (part: Partial<Place>): void => {
    const next = { ...at, ...part } as Place;
    delete next.q;
    for (const name of Object.keys(next) as (keyof Place)[]) if (!next[name]) delete next[name];
    go({ ...next, view: "data", tab: tabOf(at) });
  };
  const { value: known } = useAnswer(states, []);
  const state = (id: string | undefined): { id: string; name: string } | undefined => (id ? (known?.find((one) => one.id === id) ?? { id, name: id }) : undefined);
  return (
    <div class="search card section">
      <Picker label={words.subject} chosen={state(at.reporter)} onChoose={(actor) => change({ reporter: actor.id })} onClear={() => change({ reporter: "" })} />
      <Picker label={words.object} chosen={state(at.partner)} onChoose={(actor) => change({ partner: actor.id })} onClear={() => change({ partner: "" })} />
      <label class="field">
        {words.measure}
        <select value={at.measure ?? ""} onChange={(event) => change({ measure: event.currentTarget.value })}>
          <option value="">{words.anyMeasure}</option>
          {of.measures.map((measure) => (
            <option value={measure.id} title={measure.definition}>
              {measure.name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {words.source}
        <select value={at.source ?? ""} onChange={(event) => change({ source: event.currentTarget.value, vintage: "" })}>
          <option value="">{words.anySource}</option>
          {of.sources.map((source) => (
            <option value={source.id}>{source.id}</option>
          ))}
        </select>
      </label>
      {years && (
        <div class="field-pair">
          {([["first", words.from], ["last", words.to]] as const).map(([name, label]) => (
            <label class="field">
              {label}
              <input type="number" min="1600" max="2100" inputmode="numeric" value={at[name] ?? ""} onChange={(event) => change({ [name]: event.currentTarget.value })} />
            </label>
          ))}
        </div>
      )}
      {at.vintage && (
        <button class="chip" aria-label={`${words.removeVintage} (${at.vintage})`} onClick={() => change({ vintage: "" })}>
          {words.allVintages(at.vintage)} <Icon name="close" />
        </button>
      )}
    </div>
  );
}

/** Pages by the server's cursors; the way back is kept. */
function usePages<Page extends { next?: string }>(ask: (query: Query) => Promise<Page>, query: Query) {
  const key = JSON.stringify(query);
  const [state, setState] = useState<{ key: string; cursors: (string | undefined)[] }>({ key, cursors: [undefined] });
  const cursors = state.key === key ? state.cursors : [undefined];
  const cursor = cursors.at(-1);
  const answer = useAnswer(() => ask({ ...query, limit: pageRows, cursor }), [key, cursor]);
  return {
    ...answer,
    page: cursors.length,
    back: cursors.length > 1 ? () => setState({ key, cursors: cursors.slice(0, -1) }) : undefined,
    on: answer.value?.next ? () => setState({ key, cursors: [...cursors, answer.value?.next] }) : undefined,
  };
}

function Pager({ page, back, on }: { page: number; back: (() => void) | undefined; on: (() => void) | undefined }) {
  if (!back && !on) return null;
  return (
    <nav class="pager" aria-label={words.page(page)}>
      <button class="button square" disabled={!back} onClick={back} aria-label={words.previous}>
        <Icon name="previous" />
      </button>
      <span class="tabular">{words.page(page)}</span>
      <button class="button square" disabled={!on} onClick={on} aria-label={words.next}>
        <Icon name="next" />
      </button>
    </nav>
  );
}

const detailOf = (row: Observation | SeriesHead): string => [row.coverage, row.basis, row.price_basis, row.row_class === "country" ? "" : row.row_class].filter(Boolean).join(", ");

function SeriesTable({ at, of }: { at: Place; of: Shelf }) {
  const { value, refusal, again, ...pages } = usePages<SeriesHeads>(series, queryOf(at, false));
  if (refusal !== undefined) return <Trouble of={refusal} again={again} />;
  if (!value) return <Wait height={480} />;
  if (value.series.length === 0) return <Empty title={words.noRows}>{words.noRowsHint}</Empty>;
  const name = (id: string | undefined, published?: string): string => (id ? (value.names?.[id] ?? id) : (published ?? text.none));
  const measure = (id: string): string => of.measures.find((one) => one.id === id)?.name ?? id;
  return (
    <section class="card section">
      <div class="scroll" tabIndex={0} role="region" aria-label={words.series}>
        <table class="wide">
          <thead>
            <tr>
              <th scope="col">{words.measure}</th>
              <th scope="col">{words.subject}</th>
              <th scope="col">{words.object}</th>
              <th scope="col">{words.years}</th>
              <th scope="col" class="figure">{words.count}</th>
              <th scope="col">{words.vintage}</th>
            </tr>
          </thead>
          <tbody>
            {value.series.map((row) => {
              const query = new URLSearchParams({ tab: "figures", source: row.source, vintage: row.vintage, measure: row.measure, reporter: row.reporter, ...(row.partner ? { partner: row.partner } : {}) });
              return (
                <tr>
                  <th scope="row">
                    <a href={`#/data?${query}`}>{measure(row.measure)}</a>
                    <small>{[row.unit, detailOf(row)].filter(Boolean).join(", ")}</small>
                  </th>
                  <td>{name(row.reporter)}</td>
                  <td>{name(row.partner, row.partner_as_published)}</td>
                  <td class="tabular">{row.first === row.last ? periodInWords(row.first) : `${periodInWords(row.first)} – ${periodInWords(row.last)}`}</td>
                  <td class="figure">{number.format(row.figures)}</td>
                  <td>{row.vintage}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Pager {...pages} />
    </section>
  );
}

async function download(query: Query): Promise<void> {
  try {
    const rows = await observationsAsCsv(query);
    save(rows, "figures.csv");
    if ((await rows.text()).split("\n").length > 1000) say(words.downloaded);
  } catch (reason) {
    say(reason instanceof Refusal ? reason.detail || text.trouble.unreachable : text.trouble.failed);
  }
}

function FigureTable({ at, of }: { at: Place; of: Shelf }) {
  const { value, refusal, again, ...pages } = usePages<Observations>(observations, queryOf(at, true));
  if (refusal !== undefined) return <Trouble of={refusal} again={again} />;
  if (!value) return <Wait height={480} />;
  if (value.observations.length === 0) return <Empty title={words.noRows}>{words.noRowsHint}</Empty>;
  const name = (id: string | undefined, published?: string): string => (id ? (value.names?.[id] ?? id) : (published ?? text.none));
  const measure = (id: string): string => of.measures.find((one) => one.id === id)?.name ?? id;
  return (
    <section class="card section">
      <div class="scroll" tabIndex={0} role="region" aria-label={words.figures}>
        <table class="wide">
          <thead>
            <tr>
              <th scope="col">{words.period}</th>
              <th scope="col">{words.measure}</th>
              <th scope="col">{words.subject}</th>
              <th scope="col">{words.object}</th>
              <th scope="col" class="figure">{words.value}</th>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.vintage}</th>
            </tr>
          </thead>
          <tbody>
            {value.observations.map((row) => (
              <tr key={row.id}>
                <td class="tabular">{periodInWords(row.period)}</td>
                <th scope="row">
                  {measure(row.measure)}
                  <small>{detailOf(row)}</small>
                </th>
                <td>{name(row.reporter)}</td>
                <td>{name(row.partner, row.partner_as_published)}</td>
                <td class="figure">{exactFigure(row.value)}</td>
                <td>{row.unit}</td>
                <td>
                  {row.vintage}
                  {row.line && (
                    <small>
                      {words.line} {row.line}
                    </small>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="pager">
        <Pager {...pages} />
        <button class="button" onClick={() => void download(queryOf(at, true))}>
          <Icon name="down" /> {words.download}
        </button>
      </div>
    </section>
  );
}

export function DataView() {
  const at = route.value;
  const { value, refusal, again } = useAnswer(shelf, []);
  if (at.view !== "data") return null;
  const tab = tabOf(at);
  return (
    <div class="shelf">
      <h1>{words.heading}</h1>
      <p class="quiet lead">{words.lead}</p>
      <nav class="contents" aria-label={words.tabs}>
        {tabs.map((name) => (
          <a class="chip plain" href={name === "sources" ? "#/data" : `#/data?tab=${name}`} {...(tab === name ? { "aria-current": "page" as const } : {})}>
            {words[name]}
          </a>
        ))}
      </nav>
      {refusal !== undefined && <Trouble of={refusal} again={again} />}
      {!value && refusal === undefined && <Wait height={600} />}
      {value && tab === "sources" && <Sources of={value} at={at} />}
      {value && tab !== "sources" && <Filters of={value} at={at} years={tab === "figures"} />}
      {value && tab === "series" && <SeriesTable at={at} of={value} />}
      {value && tab === "figures" && <FigureTable at={at} of={value} />}
    </div>
  );
}
