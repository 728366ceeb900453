import type { Fact } from "../api/types";

/** What the sources hold on one state in one organisation. */
export interface Standing {
  status: string;
  /** The day, month or year of joining where a source has it, else the first edition that lists it. */
  since: string;
  /** The last edition that lists it; absent for a date of joining. */
  to?: string;
  /** Whether `since` is a date of joining. */
  dated: boolean;
  fact: Fact;
}

/** The latest status of each organisation; a date of joining goes before a listing by edition with the same status. */
export function standings(facts: readonly Fact[]): Map<string, Standing> {
  const found = new Map<string, Standing>();
  const latest = (fact: Fact): string => fact.to ?? fact.from ?? "";
  for (const fact of facts) {
    if (!fact.object || !fact.from || fact.event === "left") continue;
    const standing: Standing = { status: fact.status ?? fact.event, since: fact.from, dated: fact.event !== "listed", fact, ...(fact.to && fact.event === "listed" ? { to: fact.to } : {}) };
    const before = found.get(fact.object);
    if (!before) {
      found.set(fact.object, standing);
      continue;
    }
    const same = before.status === standing.status;
    if (same ? standing.dated && !before.dated : !before.dated && latest(fact).slice(0, 4) > latest(before.fact).slice(0, 4)) found.set(fact.object, standing);
  }
  return found;
}
