import { describe, expect, it } from "vitest";
import { ages } from "../../src/charts/ages";
import { shareOfYear, spans } from "../../src/text/year";

describe("spans of the year", () => {
  it("begin with the new year and end with it", () => {
    expect(shareOfYear("01-01")).toBe(0);
    expect(shareOfYear("12-31", true)).toBe(1);
    expect(spans("03-01", "03-31")).toEqual([{ left: 60 / 366, right: 91 / 366 }]);
  });

  it("come in two where they cross the new year", () => {
    expect(spans("11-01", "02-15")).toEqual([{ left: 0, right: shareOfYear("02-15", true) }, { left: shareOfYear("11-01"), right: 1 }]);
  });
});

describe("age groups", () => {
  it("are read as spans, an open end up to the oldest", () => {
    expect(ages("15-29")).toEqual({ from: 15, to: 30 });
    expect(ages("65+")).toEqual({ from: 65, to: 100 });
    expect(ages("100+")).toEqual({ from: 100, to: 105 });
    expect(ages("7")).toEqual({ from: 7, to: 8 });
    expect(ages("all")).toBeUndefined();
  });
});
