// The state of the Audit view: one sheet, its audit, and what of it is shown.
import { batch, computed, signal } from "@preact/signals";
import { check, example, Refusal, type Sheet } from "../api/client";
import { verdictLabels, type Audit, type AuditedDocument, type VerdictLabel } from "../api/types";
import { placed, type PlacedClaim, type PlacedGap } from "./places";

export type Stage = "empty" | "fetching" | "working" | "stale" | "done";

/** What the audit was made of; once the text is edited, that is the text itself. */
export const sheet = signal<Sheet | undefined>(undefined);
export const shown = signal("");
export const stage = signal<Stage>("empty");
export const trouble = signal<unknown>(undefined);
export const documentNote = signal<AuditedDocument | undefined>(undefined);
export const names = signal<Record<string, string>>({});
export const claims = signal<PlacedClaim[]>([]);
export const gaps = signal<PlacedGap[]>([]);
export const asOf = signal("");
/** Which example the text still is, unedited. */
export const exampleName = signal<string | undefined>(undefined);

export const hiddenVerdicts = signal<ReadonlySet<VerdictLabel>>(new Set());
export const kind = signal("");
export const selected = signal<number | undefined>(undefined);
export type Tab = "claim" | "all" | "gaps";
export const tab = signal<Tab>("claim");

export const isShown = (claim: PlacedClaim): boolean =>
  (!claim.verdict || !hiddenVerdicts.value.has(claim.verdict.label)) && (!kind.value || claim.kind === kind.value);

/** Judged claims that the filters leave, as indices into `claims`, in the order of the text. */
export const visible = computed(() => claims.value.flatMap((claim, index) => (claim.verdict && isShown(claim) ? [index] : [])));
export const tracked = computed(() => claims.value.filter((claim) => !claim.verdict));
export const kinds = computed(() => [...new Set(claims.value.filter((claim) => claim.verdict).map((claim) => claim.kind))]);

const severity: VerdictLabel[] = ["refuted", "outdated", "disputed", "unverifiable", "supported"];

/** Where a reader should look first: the first claim of the gravest verdict. */
export function gravest(of: readonly PlacedClaim[]): number | undefined {
  for (const label of severity) {
    const index = of.findIndex((claim) => claim.verdict?.label === label);
    if (index >= 0) return index;
  }
  return undefined;
}

export function step(by: 1 | -1): void {
  const order = visible.value;
  if (order.length === 0) return;
  const at = selected.value === undefined ? -1 : order.indexOf(selected.value);
  const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length;
  select(order[next]);
}

export function select(index: number | undefined): void {
  batch(() => {
    selected.value = index;
    if (index !== undefined) tab.value = "claim";
  });
}

let running: AbortController | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const restKey = "paraph.sheet";

/** Audits a sheet at once; an audit that is under way is dropped. `wanted` is the id of the claim to show. */
export async function audit(of: Sheet, options: { wanted?: string; example?: string } = {}): Promise<void> {
  clearTimeout(timer);
  running?.abort();
  const control = new AbortController();
  running = control;
  const edited = of.from === "text" && sheet.value !== undefined && claims.value.length > 0;
  batch(() => {
    sheet.value = of;
    exampleName.value = options.example;
    trouble.value = undefined;
    stage.value = of.from === "url" ? "fetching" : edited ? "stale" : "working";
    if (of.from === "text") shown.value = of.text;
  });
  try {
    const answer = await check(of, asOf.value ? { asOf: asOf.value } : {}, control.signal);
    if (control.signal.aborted) return;
    show(answer, of, options.wanted);
  } catch (reason) {
    if (control.signal.aborted) return;
    batch(() => {
      trouble.value = reason;
      stage.value = claims.value.length > 0 && of.from === "text" ? "done" : "empty";
    });
    if (reason instanceof Refusal && reason.retryAfter) timer = setTimeout(() => void audit(of, options), reason.retryAfter * 1000);
  }
}

function show(answer: Audit, of: Sheet, wanted: string | undefined): void {
  const before = selected.value === undefined ? undefined : claims.value[selected.value]?.id;
  const found = placed(answer, of.from === "text" ? of.text : "");
  batch(() => {
    if (of.from !== "text") shown.value = found.text;
    documentNote.value = answer.document;
    names.value = answer.names ?? {};
    claims.value = found.claims;
    gaps.value = found.gaps;
    stage.value = "done";
    const kept = found.claims.findIndex((claim) => claim.id === (wanted ?? before));
    selected.value = kept >= 0 ? kept : gravest(found.claims);
    if (kind.value && !kinds.value.includes(kind.value)) kind.value = "";
  });
  keepForReload(found.text);
}

/** The reader typed: the audit follows when the hand rests. */
export function edited(text: string): void {
  shown.value = text;
  keepForReload(text);
  clearTimeout(timer);
  running?.abort();
  exampleName.value = undefined;
  if (text.trim() === "") {
    clear(false);
    return;
  }
  stage.value = claims.value.length > 0 ? "stale" : "working";
  const name = sheet.value && sheet.value.from !== "url" ? sheet.value.name : undefined;
  timer = setTimeout(() => void audit({ from: "text", text, ...(name ? { name: name.replace(/\.(html?|pdf|xhtml)$/i, ".txt") } : {}) }), 300);
}

export async function openExample(name: string, wanted?: string): Promise<void> {
  batch(() => {
    trouble.value = undefined;
    stage.value = "working";
  });
  try {
    await audit(await example(name), { example: name, ...(wanted ? { wanted } : {}) });
  } catch (reason) {
    batch(() => {
      trouble.value = reason;
      stage.value = "empty";
    });
  }
}

export function clear(forget = true): void {
  clearTimeout(timer);
  running?.abort();
  batch(() => {
    sheet.value = undefined;
    shown.value = "";
    documentNote.value = undefined;
    claims.value = [];
    gaps.value = [];
    selected.value = undefined;
    trouble.value = undefined;
    exampleName.value = undefined;
    hiddenVerdicts.value = new Set();
    kind.value = "";
    stage.value = "empty";
    tab.value = "claim";
  });
  if (forget) sessionStorage.removeItem(restKey);
}

function keepForReload(text: string): void {
  try {
    sessionStorage.setItem(restKey, text);
  } catch {
    // A text beyond the browser's quota is not kept; the audit does not depend on it.
  }
}

export const textOfBefore = (): string => sessionStorage.getItem(restKey) ?? "";

export function toggleVerdict(label: VerdictLabel): void {
  const next = new Set(hiddenVerdicts.value);
  if (!next.delete(label)) next.add(label);
  hiddenVerdicts.value = next;
}

export const verdictsInLink = computed(() =>
  hiddenVerdicts.value.size === 0 ? undefined : verdictLabels.filter((label) => !hiddenVerdicts.value.has(label)).join(",") || "none",
);

export function showOnly(list: string | undefined): void {
  const wanted = list?.split(",");
  hiddenVerdicts.value = new Set(wanted ? verdictLabels.filter((label) => !wanted.includes(label)) : []);
}
