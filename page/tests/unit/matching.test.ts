import { describe, expect, it } from "vitest";
import { sources } from "../../src/api/types";
import { adjusted, afterChange, less, movedBy, moneyUnder, planned, sum, total } from "../../src/money/matching";
import { plan } from "./example_plan";

const senior = planned(plan.programmes[0]!);

describe("money under a change", () => {
  it("takes the other public sources along in proportion when public money is cut", () => {
    const after = afterChange(senior, { select: { funding: ["county"] }, budget: "-10%" }, true);
    expect(after).toEqual({ national: 450_000, provincial: 85_500, county: 364_500, private: 0 });
  });

  it("loses two won of all money for a won of national money lost from senior jobs", () => {
    const after = afterChange(senior, { select: { funding: ["national"] }, budget: "=499999" }, true);
    expect(total(senior) - total(after)).toBeCloseTo(2, 9);
  });

  it("brings no other money when one source grows", () => {
    const after = afterChange(senior, { select: { funding: ["county"] }, budget: "+10%" }, true);
    expect(after).toEqual({ ...senior, county: 445_500 });
  });

  it("moves the chosen source alone where the change or the plan says so", () => {
    const alone = { ...senior, county: 364_500 };
    expect(afterChange(senior, { select: { funding: ["county"] }, budget: "-10%", matching: false }, true)).toEqual(alone);
    expect(afterChange(senior, { select: { funding: ["county"] }, budget: "-10%" }, false)).toEqual(alone);
  });

  it("lets private money stand when public money is cut, and public money when private money is", () => {
    const firm = planned(plan.programmes[3]!);
    expect(afterChange(firm, { select: { funding: ["county"] }, budget: "-50%" }, true)).toEqual({ ...firm, county: 50_000 });
    expect(afterChange(firm, { select: { funding: ["private"] }, budget: "-50%" }, true)).toEqual({ ...firm, private: 450_000 });
  });

  it("brings all sources to an absolute total in proportion", () => {
    expect(afterChange(senior, { select: {}, budget: "=500000" }, true)).toEqual({ national: 250_000, provincial: 47_500, county: 202_500, private: 0 });
  });

  it("rounds each source to a won", () => {
    const after = afterChange({ national: 1, provincial: 1, county: 1, private: 0 }, { select: {}, budget: "-33.33333%" }, true);
    for (const source of sources) expect(Number.isInteger(Math.round(after[source] * 1e6) / 1e3)).toBe(true);
  });

  it("leaves what has no money, and what is written wrongly, as it is", () => {
    expect(afterChange(senior, { select: { funding: ["private"] }, budget: "-10%" }, true)).toEqual(senior);
    expect(afterChange(senior, { select: {}, budget: "10%" }, true)).toEqual(senior);
    expect(adjusted(100, "-101%")).toBeUndefined();
    expect(adjusted(100, "=-5")).toBeUndefined();
    expect(adjusted(200, "+5 %")).toBe(210);
  });

  it("never turns into a negative amount or a growth when it is cut, whatever the cut", () => {
    for (let percent = 0; percent <= 100; percent++) {
      for (const source of sources) {
        const after = afterChange(senior, { select: { funding: [source] }, budget: `-${percent}%` }, true);
        for (const each of sources) {
          expect(after[each]).toBeGreaterThanOrEqual(0);
          expect(after[each]).toBeLessThanOrEqual(senior[each]);
        }
      }
    }
  });
});

describe("a plan's money under a scenario", () => {
  it("is the plan's own without changes", () => {
    expect(total(sum(moneyUnder(plan, []).values()))).toBe(plan.programmes.reduce((all, each) => all + each.budget_thousand_won.total, 0));
  });

  it("applies changes in their order, to what every list of the selection holds", () => {
    const money = moneyUnder(plan, [
      { select: { sector: ["direct"], department: ["복지과"] }, budget: "-50%" },
      { select: { programme: ["senior"] }, budget: "=1000000" },
      { select: { department: ["경제과"], sector: ["direct"] }, budget: "=0" },
    ]);
    expect(total(money.get("senior")!)).toBe(1_000_000);
    expect(total(money.get("self-support")!)).toBe(500_000);
    expect(total(money.get("firm")!)).toBe(1_000_000);
  });

  it("selects by action sheet, type and source", () => {
    expect(moneyUnder(plan, [{ select: { action: ["1-1"] }, budget: "=0" }]).get("school")!.county).toBe(0);
    expect(moneyUnder(plan, [{ select: { funding: ["private"] }, budget: "-10%" }]).get("senior")).toEqual(senior);
    expect(moneyUnder(plan, [{ select: { type: ["other"] }, budget: "=0" }]).get("senior")).toEqual(senior);
  });

  it("spends nothing without programmes", () => {
    expect(total(sum(moneyUnder(plan, [{ select: {}, programmes: "none" }]).values()))).toBe(0);
  });

  it("says what one change moves of it, matched money included", () => {
    const cut = { select: { sector: ["direct"], funding: ["county"] }, budget: "-100%" };
    expect(movedBy(plan, [cut], cut)).toEqual({ national: -1_300_000, provincial: -155_000, county: -545_000, private: 0 });
    expect(less(senior, senior)).toEqual({ national: 0, provincial: 0, county: 0, private: 0 });
  });
});
