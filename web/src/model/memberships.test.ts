import { describe, expect, it } from "vitest";
import type { Fact } from "../api/types";
import { standings } from "./memberships";

const fact = (object: string, event: string, status: string, from: string, to?: string): Fact => ({ source: "s", vintage: "s@1", kind: "membership", subject: "ARD", object, event, status, from, ...(to ? { to } : {}) });

describe("a standing", () => {
  it("is the latest of the statuses that editions list", () => {
    const found = standings([fact("WTO", "listed", "applicant", "1996", "2000"), fact("WTO", "listed", "observer", "2001", "2025")]);
    expect(found.get("WTO")).toMatchObject({ status: "observer", since: "2001", to: "2025", dated: false });
  });
  it("takes the day of joining before the first edition that lists it, in any order", () => {
    const rows = [fact("UN", "listed", "member", "1992", "2025"), fact("UN", "joined", "member", "1992-03-02")];
    for (const order of [rows, [...rows].reverse()]) expect(standings(order).get("UN")).toMatchObject({ since: "1992-03-02", dated: true });
  });
});
