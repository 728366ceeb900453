// Which published figures stand behind a claim, as lines of a chart.
import type { Claim, Dossier, Flow, Series } from "../api/types";
import { singleYear } from "./figures";

export interface Point {
  year: number;
  value: number;
}

/** One line of a chart: figures of one reporter in one vintage. */
export interface Line {
  key: string;
  reporter: string;
  source: string;
  vintage: string;
  detail: string;
  points: Point[];
}

export interface Chart {
  lines: Line[];
  claimed: Point[];
  unit: string;
  /** A claim about a sum of years is a level, not a point. */
  level?: number;
  reversed?: boolean;
}

const byYear = (points: { period: string; value: number }[]): Point[] =>
  points
    .flatMap(({ period, value }) => {
      const year = singleYear(period);
      return year === undefined ? [] : [{ year, value }];
    })
    .sort((a, b) => a.year - b.year);

const detailOf = (series: Series): string => [series.coverage, series.basis, series.price_basis].filter(Boolean).join(", ");

const lineOf = (series: Series): Line => ({
  key: [series.vintage, series.reporter, series.measure, series.basis, series.coverage, series.price_basis].join("|"),
  reporter: series.reporter, source: series.source, vintage: series.vintage, detail: detailOf(series), points: byYear(series.points),
});

/** Of lines of the same source and reporter, the one that reaches furthest. */
export function furthest(lines: Line[]): Line[] {
  const best = new Map<string, Line>();
  for (const line of lines) {
    const key = [line.source, line.reporter, line.detail].join("|");
    const last = line.points.at(-1)?.year ?? -Infinity;
    const before = best.get(key);
    const reach = before?.points.at(-1)?.year ?? -Infinity;
    if (!before || last > reach || (last === reach && line.vintage > before.vintage)) best.set(key, line);
  }
  return [...best.values()].filter((line) => line.points.length > 0);
}

const usable = (series: Series): boolean => (series.row_class ?? "country") === "country";

/** Goods from one state to another as each side counts them: its exports, the other's imports. */
export function flowLines(dossier: Dossier, from: string, to: string): Line[] {
  return dossier.trade
    .filter((series) => usable(series) && ((series.measure === "exports" && series.reporter === from && series.partner === to) || (series.measure === "imports" && series.reporter === to && series.partner === from)))
    .map(lineOf);
}

/** Both flows of one reporter and vintage added; a year with one flow alone is left out. */
export function totalLines(dossier: Dossier, a: string, b: string): Line[] {
  const groups = new Map<string, { exports?: Series; imports?: Series }>();
  for (const series of dossier.trade) {
    if (!usable(series) || ![a, b].includes(series.reporter) || !series.partner || ![a, b].includes(series.partner)) continue;
    if (series.measure !== "exports" && series.measure !== "imports") continue;
    const key = [series.vintage, series.reporter, series.coverage].join("|");
    const group = groups.get(key) ?? {};
    group[series.measure] ??= series;
    groups.set(key, group);
  }
  const lines: Line[] = [];
  for (const { exports, imports } of groups.values()) {
    if (!exports || !imports) continue;
    const other = new Map(byYear(imports.points).map(({ year, value }) => [year, value]));
    const points = byYear(exports.points).flatMap(({ year, value }) => (other.has(year) ? [{ year, value: value + (other.get(year) as number) }] : []));
    lines.push({ ...lineOf(exports), key: `total|${exports.vintage}|${exports.reporter}`, detail: exports.coverage ?? "", points });
  }
  return lines;
}

export function tradeLines(dossier: Dossier, subject: string, object: string, flow: Flow | undefined): Line[] {
  if (flow === "exports") return flowLines(dossier, subject, object);
  if (flow === "imports") return flowLines(dossier, object, subject);
  return flow === "total" ? totalLines(dossier, subject, object) : [];
}

export function aidLines(dossier: Dossier, donor: string, recipient: string, measure?: string): Line[] {
  return dossier.aid
    .filter((series) => series.reporter === donor && series.partner === recipient && (!measure || series.measure === measure))
    .map((series) => ({ ...lineOf(series), detail: [series.measure, series.price_basis].filter(Boolean).join(", ") }));
}

/** Fewer partners than this are a source's selection, not a state's partners: a place among them says nothing. */
const fewest = 10;

/** The partner's place among the reporter's partners, year by year. */
export function rankLines(dossier: Dossier, reporter: string, partner: string, flow: Flow): Line[] {
  return furthest(
    dossier.ranks
      .filter((rank) => rank.reporter === reporter && rank.partner === partner && rank.flow === flow)
      .map((rank) => ({
        key: rank.vintage, reporter: rank.reporter, source: rank.source, vintage: rank.vintage, detail: rank.coverage ?? "",
        points: byYear(rank.points.filter(({ of }) => of >= fewest).map(({ period, place }) => ({ period, value: place }))),
      })),
  );
}

const summed = (line: Line, first: number): Line => {
  let sum = 0;
  return { ...line, points: line.points.filter(({ year }) => year >= first).map(({ year, value }) => ({ year, value: (sum += value) })) };
};

const claimedPoints = (claim: Omit<Claim, "at">): Point[] => {
  const points: Point[] = [];
  const add = (period: string | undefined, value: number | undefined): void => {
    const year = singleYear(period);
    if (year !== undefined && value !== undefined) points.push({ year, value });
  };
  if (claim.from_value !== undefined || claim.to_value !== undefined) {
    add(claim.from_period, claim.from_value);
    add(claim.to_period ?? claim.period, claim.to_value);
  } else {
    add(claim.period, claim.value);
    if (claim.low !== undefined && claim.high !== undefined) [claim.low, claim.high].forEach((end) => add(claim.period, end));
  }
  return points;
};

/** The chart behind a claim; undefined where the shelf holds no series for it. */
export function chartOf(claim: Omit<Claim, "at">, dossier: Dossier): Chart | undefined {
  const { subject = "", object = "" } = claim;
  const claimed = claimedPoints(claim);
  let chart: Chart | undefined;
  switch (claim.kind) {
    case "trade_value":
    case "trade_change":
      chart = { lines: furthest(tradeLines(dossier, subject, object, claim.flow)), claimed: claim.unit === "percent" ? [] : claimed, unit: "USD" };
      break;
    case "trade_rank": {
      const lines = rankLines(dossier, subject, object, claim.flow ?? "total");
      const level = claimed.length === 0 && claim.value !== undefined ? { level: claim.value } : {};
      chart = { lines, claimed, unit: "rank", reversed: true, ...level };
      break;
    }
    case "assistance_value": {
      const cited = (claim.verdict?.evidence ?? []).filter((line) => line.agrees !== "context").map((line) => line.series ?? "");
      const measure = ["aid-obligations", "aid-disbursements", "aid-appropriated"].find((name) => cited.some((series) => series.startsWith(name))) ?? "aid-obligations";
      const lines = furthest(aidLines(dossier, subject, object, measure));
      const [first = "", last] = (claim.period ?? "").split("/");
      const since = singleYear(first);
      if (last === undefined || since === undefined) chart = { lines, claimed, unit: "USD" };
      else chart = { lines: lines.map((line) => summed(line, since)), claimed: [], unit: "USD", ...(claim.value === undefined ? {} : { level: claim.value }) };
      break;
    }
    case "indicator": {
      const lines = dossier.indicators.filter((series) => series.reporter === subject && series.measure === claim.indicator).map(lineOf);
      const level = claimed.length === 0 && claim.value !== undefined ? { level: claim.value } : {};
      chart = { lines: furthest(lines), claimed, unit: claim.unit ?? "", ...level };
      break;
    }
    default:
      return undefined;
  }
  return chart.lines.some((line) => line.points.length > 1) ? chart : undefined;
}
