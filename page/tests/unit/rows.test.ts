import { describe, expect, it } from "vitest";
import { moneyUnder, total } from "../../src/money/matching";
import { amount, followers, groupsOf, percentFor, position, wholeRow, type Names, type Wanted } from "../../src/money/rows";
import { asWritten, percentText, withLever, type Scenario } from "../../src/money/scenario";
import { plan } from "./example_plan";

const names: Names = { programme: (each) => each.name.ko, sector: (id) => id, department: (id) => id, whole: "all" };
const wanted: Wanted = { grouping: "sector", order: "plan", source: "county", search: "" };
const start = asWritten({ ko: "시험", en: "test" });
const moneyOf = (scenario: Scenario) => moneyUnder(plan, scenario.changes);

describe("rows of the budget board", () => {
  it("stand under their sector, with sums that are those of their members", () => {
    const groups = groupsOf(plan, moneyOf(start), wanted, names);
    expect(groups.map((each) => [each.row?.name, each.members.length])).toEqual([["direct", 2], ["training", 1], ["private", 1]]);
    for (const { row, members } of groups) expect(amount(row!.before, "all")).toBe(members.reduce((all, each) => all + total(each.before), 0));
    expect(wholeRow(plan, moneyOf(start), "county", names).programmes).toBe(4);
  });

  it("are those that hold every word of the search, in Korean typed whole or in parts", () => {
    const search = (text: string) => groupsOf(plan, moneyOf(start), { ...wanted, grouping: "none", search: text }, names)[0]!.members.map((each) => each.lever.id);
    expect(search("복지과 SENIOR")).toEqual(["senior"]);
    expect(search("복지과".normalize("NFD"))).toEqual(["senior", "self-support"]);
    expect(search("없는 것")).toEqual([]);
  });

  it("stand in the order asked for", () => {
    const order = (by: Wanted["order"]) => groupsOf(plan, moneyOf(withLever(start, { level: "programme", id: "school", source: "county" }, "-50%")),
      { ...wanted, grouping: "none", order: by }, names)[0]!.members.map((each) => each.lever.id);
    expect(order("money")).toEqual(["senior", "school", "self-support", "firm"]);
    expect(order("jobs")).toEqual(["senior", "self-support", "school", "firm"]);
    expect(order("change")[0]).toBe("school");
  });

  it("put a slider where its own change says, by percent or by amount", () => {
    const cut = withLever(start, { level: "sector", id: "direct", source: "county" }, "-10%");
    expect(position(cut, groupsOf(plan, moneyOf(cut), wanted, names)[0]!.row!)).toBe(-10);
    const set = withLever(start, { level: "programme", id: "school", source: "county" }, "=300000");
    expect(position(set, groupsOf(plan, moneyOf(set), wanted, names)[1]!.members[0]!)).toBeCloseTo(-25);
    expect(position(start, wholeRow(plan, moneyOf(start), "county", names))).toBe(0);
  });

  it("find the percentage that brings a group to an amount", () => {
    const before = withLever(start, { level: "all", id: "", source: "county" }, "-10%");
    const row = groupsOf(plan, moneyOf(before), wanted, names)[0]!.row!;
    const percent = percentFor(plan, before, row, 300_000)!;
    const after = withLever(before, row.lever, percentText(percent));
    expect(amount(groupsOf(plan, moneyOf(after), wanted, names)[0]!.row!.after, "county")).toBeCloseTo(300_000, 0);
  });

  it("name the sources that matching took along", () => {
    expect(followers({ national: -5, provincial: -1, county: -4, private: 0 }, "county")).toEqual(["national", "provincial"]);
    expect(followers({ national: -5, provincial: -1, county: -4, private: 0 }, "all")).toEqual([]);
  });
});
