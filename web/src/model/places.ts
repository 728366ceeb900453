import type { Audit, Claim, Gap, Span } from "../api/types";

/** A half-open range of UTF-16 code units of the text that the page shows. */
export interface Place {
  from: number;
  to: number;
}

export type Placed<Mark> = Omit<Mark, "at"> & { at: Place };
/** `within` is the sentence, where the server tells its place. */
export type PlacedClaim = Placed<Claim> & { within?: Place };
export type PlacedGap = Placed<Gap>;

export interface PlacedAudit {
  text: string;
  claims: PlacedClaim[];
  gaps: PlacedGap[];
}

/** The text with "\n" for every line break, as the editor holds it, and the marks of the audit moved along. */
export function placed(audit: Audit, sent = ""): PlacedAudit {
  const source = audit.text ?? sent;
  const breaks: number[] = [];
  const text = source.replace(/\r\n?/g, (found, offset: number) => {
    if (found.length === 2) breaks.push(offset);
    return "\n";
  });
  const moved = (offset: number): number => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return Math.min(offset - low, text.length);
  };
  const place = <Mark extends { at?: Span }>(marks: Mark[]): Placed<Mark>[] =>
    marks.flatMap((mark) => (mark.at ? [{ ...mark, at: { from: moved(mark.at[0]), to: moved(mark.at[1]) } }] : []));
  const claims = place(audit.claims).map((claim) => (claim.sentence_at ? { ...claim, within: { from: moved(claim.sentence_at[0]), to: moved(claim.sentence_at[1]) } } : claim));
  return { text, claims, gaps: place(audit.gaps) };
}

/** The innermost mark at a position: of those that hold it, the shortest. */
export function markAt<Mark extends { at: Place }>(marks: readonly Mark[], position: number): Mark | undefined {
  let best: Mark | undefined;
  for (const mark of marks) {
    if (mark.at.from > position || position >= mark.at.to) continue;
    if (!best || mark.at.to - mark.at.from < best.at.to - best.at.from) best = mark;
  }
  return best;
}

export interface Piece<Mark> extends Place {
  mark?: Mark;
}

/** The text between two positions cut where marks begin and end; each piece carries the innermost mark over it. */
export function pieces<Mark extends { at: Place }>(marks: readonly Mark[], from: number, to: number): Piece<Mark>[] {
  const near = marks.filter((mark) => mark.at.from < to && from < mark.at.to);
  const cuts = new Set([from, to]);
  for (const mark of near) {
    cuts.add(Math.max(mark.at.from, from));
    cuts.add(Math.min(mark.at.to, to));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const mark = markAt(near, start);
    return { from: start, to: sorted[i + 1] as number, ...(mark ? { mark } : {}) };
  });
}
