// What the server answers, as docs/api describes it. Members that a text or source does not give are absent.

export const verdictLabels = ["supported", "disputed", "refuted", "outdated", "unverifiable"] as const;
export type VerdictLabel = (typeof verdictLabels)[number];
export type Agreement = "yes" | "rounded" | "near" | "no" | "context";
export type Flow = "exports" | "imports" | "total" | "balance";

/** A half-open range. The unit is bytes where the server gives it, and UTF-16 code units inside the page. */
export type Span = [first: number, last: number];

export interface Evidence {
  source: string;
  vintage?: string;
  series?: string;
  reading: string;
  usual?: boolean;
  value?: number;
  unit?: string;
  says?: string;
  period?: string;
  difference_percent?: number;
  agrees: Agreement;
  components?: string[];
  exclusions?: string[];
  query?: string;
  href?: string;
}

export interface Verdict {
  label: VerdictLabel;
  was?: VerdictLabel;
  reason?: string;
  why: string;
  readings?: string[];
  tolerance?: string;
  vintage_unknown?: boolean;
  vintages_too_new?: boolean;
  outdated?: { since?: string; now_says?: string; when_published?: boolean; publication_unknown?: boolean };
  evidence?: Evidence[];
  newer?: Evidence[];
}

export interface Claim {
  type: "claim";
  id: string;
  kind: string;
  span: Span;
  at?: Span;
  sentence: Span;
  quote: string;
  prefix?: string;
  suffix?: string;
  says?: string;
  sentence_at?: Span;
  subject?: string;
  object?: string;
  value?: number;
  low?: number;
  high?: number;
  unit?: string;
  comparator?: string;
  period?: string;
  flow?: Flow;
  indicator?: string;
  from_value?: number;
  to_value?: number;
  from_period?: string;
  to_period?: string;
  modality?: string;
  implicit?: string[];
  verdict?: Verdict;
}

export interface Gap {
  type: "gap";
  span: Span;
  at?: Span;
  reason: string;
  quote: string;
}

export interface Summary {
  supported: number;
  disputed: number;
  refuted: number;
  outdated: number;
  unverifiable: number;
  decided: number;
  checkable: number;
  tracked: number;
  gaps: number;
}

export interface AuditedDocument {
  id: string;
  name: string;
  title?: string;
  publisher?: string;
  published?: string | null;
  pair?: string[];
  format?: string;
  now?: string;
  as_of?: string;
  warnings?: string[];
  sentences?: number;
  summary: Summary;
}

export interface Audit {
  document: AuditedDocument;
  claims: Claim[];
  gaps: Gap[];
  text?: string;
  names?: Record<string, string>;
}

export interface Actor {
  id: string;
  name: string;
  kind: "state" | "organisation";
  alpha3?: string;
  numeric?: string;
  matched?: string;
}

/** One published figure. */
export interface Observation {
  id: string;
  source: string;
  vintage: string;
  measure: string;
  reporter: string;
  partner?: string;
  period: string;
  value: number;
  unit: string;
  basis?: string;
  coverage?: string;
  price_basis?: string;
  row_class: string;
  partner_as_published?: string;
  line?: string;
}

/** An event or a status that a source records. */
export interface Fact {
  source: string;
  vintage: string;
  kind: string;
  subject: string;
  object?: string;
  event: string;
  from?: string;
  to?: string;
  title?: string;
  name?: string;
  place?: string;
  status?: string;
  line?: string;
}

/** Figures that differ in nothing but their period. */
export interface Series {
  source: string;
  vintage: string;
  measure: string;
  reporter: string;
  partner?: string;
  unit: string;
  basis?: string;
  coverage?: string;
  price_basis?: string;
  row_class?: string;
  points: { period: string; value: number; line?: string }[];
}

/** One flow as both sides report it: imports less exports. */
export interface Mirror {
  source: string;
  vintage: string;
  period: string;
  exporter: string;
  importer: string;
  unit: string;
  exports: number;
  imports: number;
  gap: number;
  gap_percent?: number;
}

export interface RankSeries {
  source: string;
  vintage: string;
  reporter: string;
  partner: string;
  flow: Flow;
  unit: string;
  coverage?: string;
  points: { period: string; place: number; of: number; value: number }[];
}

export interface RankTable {
  source: string;
  vintage: string;
  period: string;
  unit: string;
  coverage?: string;
  rows: { place: number; partner: string; name?: string; value: number }[];
  excluded: { name: string; row_class?: string; measure?: string; value?: number }[];
}

export interface Ranks {
  reporter: string;
  flow: Flow;
  tables?: RankTable[];
  series?: RankSeries[];
  names: Record<string, string>;
}

export interface Vintage {
  id: string;
  source: string;
  recorded?: string;
  rows: number;
  first_year?: number;
  last_year?: number;
}

export interface Source {
  id: string;
  title: string;
  publisher: string;
  url: string;
  licence: string;
  grade: string;
  attribution?: string;
  note?: string;
  vintages?: Vintage[];
}

export interface Measure {
  id: string;
  name: string;
  definition: string;
  unit: string;
}

/** Everything that is known of a pair, with the names and sources that its rows mention. */
export interface Dossier {
  a: Actor;
  b: Actor;
  relations: Fact[];
  missions: Fact[];
  officials: Fact[];
  agreements: Fact[];
  visits: Fact[];
  memberships: { a: Fact[]; b: Fact[] };
  trade: Series[];
  mirror: Mirror[];
  ranks: RankSeries[];
  aid: Series[];
  indicators: Series[];
  names: Record<string, string>;
  sources: Source[];
}

export interface Shelf {
  sources: Source[];
  measures: Measure[];
}

export interface Observations {
  observations: Observation[];
  next?: string;
  names?: Record<string, string>;
}

/** A series without its figures. */
export interface SeriesHead {
  source: string;
  vintage: string;
  measure: string;
  reporter: string;
  partner?: string;
  unit: string;
  basis?: string;
  coverage?: string;
  price_basis?: string;
  row_class?: string;
  partner_as_published?: string;
  first: string;
  last: string;
  figures: number;
}

export interface SeriesHeads {
  series: SeriesHead[];
  next?: string;
  names?: Record<string, string>;
}

export interface Example {
  name: string;
  media_type: string;
  bytes: number;
  href: string;
}

/** RFC 9457. */
export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
}
