import { describe, expect, it } from "vitest";
import { packed, readRoute, unpacked, writeRoute, type Route } from "./route";

describe("a permalink", () => {
  const routes: Route[] = [
    { view: "audit" },
    { view: "audit", from: "example", sheet: "us-uzbekistan", claim: "c1", verdicts: "refuted,outdated", kind: "trade_rank" },
    { view: "audit", from: "url", sheet: "https://example.org/a?b=c&d=e#f", asOf: "2022-06-30" },
    { view: "pair", a: "US", b: "UZ" },
    { view: "pair" },
    { view: "data", source: "imf-dots", vintage: "imf-dots@2022", reporter: "UZ", first: "2010" },
  ];
  it.each(routes.map((route) => [writeRoute(route), route] as const))("%s reads back as what was written", (link, route) => {
    expect(readRoute(link)).toEqual(route);
  });

  it("takes codes in small letters and survives broken escapes", () => {
    expect(readRoute("#/pair/us/%zz")).toEqual({ view: "pair", a: "US", b: "%ZZ" });
    expect(readRoute("")).toEqual({ view: "audit" });
  });

  it("carries a whole text, and tells when it is damaged", async () => {
    const sheet = "Côte d’Ivoire – 1,2 Mrd. €\n".repeat(40);
    const code = await packed(sheet);
    expect(code).toMatch(/^[\w-]+$/);
    expect(code.length).toBeLessThan(sheet.length / 3);
    expect(await unpacked(code)).toBe(sheet);
    expect(await unpacked(`${code.slice(0, 20)}!!`)).toBeUndefined();
  });
});
