import { describe, expect, it } from "vitest";
import type { Audit } from "../api/types";
import recorded from "../../tests/recorded/us-uzbekistan.json";
import { markAt, pieces, placed } from "./places";

describe("places", () => {
  it("put every recorded claim on its own quote", () => {
    const { text, claims } = placed(recorded as unknown as Audit);
    expect(claims.length).toBeGreaterThan(15);
    for (const claim of claims) expect(text.slice(claim.at.from, claim.at.to)).toBe(claim.quote);
  });

  it("follow a text whose lines end in two characters, or in an old one", () => {
    const text = "one\r\ntwo\rthree\r\nfour";
    const audit = { text, claims: [], gaps: ["one", "two", "three", "four"].map((quote) => ({ quote, at: [text.indexOf(quote), text.indexOf(quote) + quote.length] })) };
    const found = placed(audit as unknown as Audit);
    expect(found.text).toBe("one\ntwo\nthree\nfour");
    for (const gap of found.gaps) expect(found.text.slice(gap.at.from, gap.at.to)).toBe(gap.quote);
  });

  it("keep the sentence around a claim", () => {
    const text = "One.\r\nTwo three.";
    const audit = { text, claims: [{ quote: "three", at: [10, 15], sentence_at: [6, 16] }], gaps: [] };
    const [claim] = placed(audit as unknown as Audit).claims;
    expect(claim?.within).toEqual({ from: 5, to: 15 });
  });

  it("give the innermost of nested marks", () => {
    const marks = [{ id: 1, at: { from: 0, to: 10 } }, { id: 2, at: { from: 3, to: 6 } }];
    expect(markAt(marks, 4)?.id).toBe(2);
    expect(markAt(marks, 6)?.id).toBe(1);
    expect(markAt(marks, 10)).toBeUndefined();
  });

  it("cut text without losing or doubling a character", () => {
    const marks = [{ at: { from: 0, to: 10 } }, { at: { from: 3, to: 6 } }, { at: { from: 12, to: 30 } }];
    const cut = pieces(marks, 2, 20);
    expect(cut.map((piece) => [piece.from, piece.to])).toEqual([[2, 3], [3, 6], [6, 10], [10, 12], [12, 20]]);
    expect(cut[3]?.mark).toBeUndefined();
  });
});
