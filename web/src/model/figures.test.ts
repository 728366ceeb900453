import { describe, expect, it } from "vitest";
import { difference, exactFigure, ordinal, periodInWords, shortFigure, singleYear, yearsOf } from "./figures";

describe("a figure", () => {
  it("is short in headings and whole in tables", () => {
    expect(shortFigure(426279050, "USD")).toBe("$426.28 million");
    expect(shortFigure(-1.2e9, "USD")).toBe("−$1.2 billion");
    expect(shortFigure(16, "rank")).toBe("16th");
    expect(shortFigure(124.86, "percent")).toBe("124.86 %");
    expect(exactFigure(426279050, "USD")).toBe("426,279,050 USD");
  });
  it("has the right ordinal", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map(ordinal)).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st", "111th"]);
  });
  it("differs with its sign", () => {
    expect([difference(0.4), difference(-5.49), difference(0), difference(undefined)]).toEqual(["+0.40 %", "−5.49 %", "0.00 %", ""]);
  });
});

describe("a period", () => {
  it("is read as it is written, as coarse as it is", () => {
    expect(["2021", "2018-05", "1992-02-19", "FY2021", "1996/2000", "1992/..", "../2008", "1992-02-15/1992-02-16"].map(periodInWords)).toEqual([
      "2021", "May 2018", "19 February 1992", "FY 2021", "1996 – 2000", "since 1992", "until 2008", "15 February 1992 – 16 February 1992"]);
  });
  it("has no year where it names none", () => {
    expect(yearsOf("PAST")).toBeUndefined();
    expect(yearsOf("1996/2000")).toEqual([1996, 2001]);
    expect(yearsOf("1992/..")).toEqual([1992, 1992]);
    expect([singleYear("FY2021"), singleYear("2021-03"), singleYear(undefined)]).toEqual([2021, undefined, undefined]);
  });
});
