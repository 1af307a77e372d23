import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { amountText, asWritten, BadScenario, changed, changeOf, flattened, fromToml, percentText, toToml, withLever, type Lever } from "../../src/money/scenario";

const title = { ko: "시험 \"하나\"", en: "Test \\ one" };
const county: Lever = { level: "all", id: "", source: "county" };
const direct: Lever = { level: "sector", id: "direct", source: "county" };
const senior: Lever = { level: "programme", id: "senior-jobs", source: "all" };

describe("building a scenario", () => {
  it("writes a change for each lever that is not in its place, the narrower after the wider", () => {
    let scenario = withLever(asWritten(title), senior, "=500");
    scenario = withLever(scenario, direct, "-5%");
    scenario = withLever(scenario, county, "+10%");
    expect(scenario.changes.map((each) => each.budget)).toEqual(["+10%", "-5%", "=500"]);
    expect(parse(toToml(scenario))).toEqual({
      schema: "jobcast.scenario/1", title, extends: "../plan.toml",
      change: [
        { select: { funding: "county" }, budget: "+10%" },
        { select: { sector: "direct", funding: "county" }, budget: "-5%" },
        { select: { programme: "senior-jobs" }, budget: "=500" },
      ],
    });
  });

  it("replaces what a lever said before, and forgets it when it is back in place", () => {
    let scenario = withLever(asWritten(title), county, "-10%");
    scenario = withLever(scenario, county, "-20%", false);
    expect(scenario.changes).toEqual([{ select: { funding: ["county"] }, budget: "-20%", matching: false }]);
    expect(changeOf(scenario, county)?.budget).toBe("-20%");
    scenario = withLever(scenario, county, undefined);
    expect(changed(scenario)).toBe(false);
    expect(withLever(scenario, county, undefined).changes).toEqual([]);
  });

  it("does not take a change of other things for a lever's", () => {
    const read = fromToml('schema = "jobcast.scenario/1"\n[[change]]\nselect = { sector = "direct", funding = "county" }\nbudget = "-5%"\nstart_delay_days = 30\n');
    expect(changeOf(read, direct)).toBeUndefined();
    expect(withLever(read, direct, "-1%").changes).toHaveLength(2);
  });

  it("writes amounts without exponents and none for nothing", () => {
    expect(percentText(-12.5)).toBe("-12.5%");
    expect(percentText(3)).toBe("+3%");
    expect(percentText(1e-9)).toBeUndefined();
    expect(percentText(-250)).toBe("-100%");
    expect(amountText(1e-7)).toBe("=0.0000001");
    expect(amountText(-3)).toBe("=0");
  });
});

describe("reading a scenario file", () => {
  const file = `# of the plan
schema  = "jobcast.scenario/1"
title   = { ko = "폐업", en = "Closure" }
extends = "../plan.toml"
[[change]]
select = { sector = ["direct", "training"] }
jobs = "-10%"
start_delay_days = 30
matching = false
[[shock]]
date = 2024-06-30
name = { ko = "폐업", en = "Closure" }
status = "regular"
jobs = -120
[uncertainties]
deadweight.senior-public-job = { triangular = [0.15, 0.40, 0.70], source = "assumption: more" }
`;
  it("keeps what it does not edit", () => {
    const again = parse(toToml(fromToml(file)));
    const before = parse(file);
    expect(again["shock"]).toEqual(before["shock"]);
    expect(again["uncertainties"]).toEqual(before["uncertainties"]);
    expect(again["change"]).toEqual(before["change"]);
    expect(toToml(fromToml(file))).toContain("date = 2024-06-30\n");
  });

  it("comes back the same from its own file", () => {
    const once = fromToml(file);
    expect(fromToml(toToml(once))).toEqual(once);
  });

  it("says where a file is no TOML, and when it is no scenario", () => {
    expect(() => fromToml("schema = \n")).toThrow(BadScenario);
    try {
      fromToml('schema = "jobcast.scenario/1"\nbudget = = 3\n');
    } catch (error) {
      expect(error).toMatchObject({ reason: "toml", line: 2 });
    }
    expect(() => fromToml('schema = "jobcast.plan/1"')).toThrow(expect.objectContaining({ reason: "schema" }));
  });

  it("puts the changes of the scenario that it extends first", () => {
    const parent = 'schema = "jobcast.scenario/1"\nextends = "../plan.toml"\n[[change]]\nbudget = "-10%"\n[assumptions]\na.b = { value = 1 }\n';
    const child = fromToml('schema = "jobcast.scenario/1"\nextends = "county-cut.toml"\n[[change]]\nbudget = "+1%"\n[assumptions]\na.c = { value = 2 }\n');
    const whole = flattened(child, (name) => (name === "county-cut" ? parent : undefined));
    expect(whole.changes.map((each) => each.budget)).toEqual(["-10%", "+1%"]);
    expect(whole.extends).toBe("../plan.toml");
    expect(Object.keys(whole.rest)).toEqual(["assumptions"]);
    const own = 'schema = "jobcast.scenario/1"\nextends = "self.toml"\n';
    expect(flattened(fromToml(own), () => own).extends).toBe("self.toml");
  });
});
