import { describe, expect, it } from "vitest";
import type { Estimate, Finding, SensitivityOf } from "../../src/api/sensitivity";
import { classesOf, giveOrTake, groupOf, inputOf, mayBeUncertain } from "../../src/knowing/classes";
import { share } from "../../src/text/inputs";

const around = (value: number, half = 0.005): Estimate => ({ value, low: value - half, high: value + half });
const nothing = around(0, 0);

function group(id: string, kind: Finding["kind"], alone: Estimate, total: Estimate, keys: string[] = [], acts = true): Finding {
  const shares = { acts, first_order: alone, total };
  return { level: "group", id, kind, inputs: Math.max(keys.length, 1), keys, published: shares, true: shares };
}

const figure: SensitivityOf = {
  id: "employment_rate_15_64", unit: "percent", published: { mean: 77, variance: 4 },
  findings: [
    { ...group("coming", "coming", around(0.38), around(0.42)), level: "kind" },
    group("coverage", "knowable", around(0.03), around(0.04), ["survey.coverage"]),
    group("starting-point", "knowable", around(0.15), around(0.14), ["labour.regular"]),
    group("heads", "knowable", around(0.001), around(0.03), ["base_ratio.training"]),
    group("labour-flows", "knowable", around(0.001), around(0.001), ["labour.turnover_shrink"]),
    group("survey-size", "knowable", around(0.002, 0.001), around(0.006, 0.001), ["survey.design_effect"]),
    group("insured", "knowable", nothing, nothing, ["insured.elasticity"], false),
    group("deadweight.direct", "knowable", nothing, around(0.0002, 0.0001), ["deadweight.public-works"]),
    group("chance", "chance", around(0.01), around(0.02)),
    group("survey-error", "survey", around(0.45), around(0.5)),
    group("execution", "decided", nothing, nothing, ["fill.public-works"], false),
  ],
};
const ids = (list: Finding[]) => list.map((each) => each.id);

describe("what moves a figure", () => {
  const classes = classesOf(figure);

  it("is worth knowing better where it could be known and would by itself make it surer, the most first", () => {
    expect(ids(classes.worth)).toEqual(["starting-point", "coverage"]);
  });

  it("is beyond any study where it is the survey, chance or still to come; what does nothing is not named there", () => {
    expect(classes.beyond.map((each) => each.what)).toEqual(["survey", "chance", "coming"]);
  });

  it("does not matter where it certainly makes up less than a hundredth, or nothing at all", () => {
    expect(ids(classes.small)).toEqual(["survey-size", "labour-flows", "deadweight.direct"]);
    expect(ids(classes.none)).toEqual(["insured", "execution"]);
  });

  it("is listed once, the strongest first, or said not to matter", () => {
    expect(ids(classes.listed)).toEqual(["survey-error", "starting-point", "coverage", "heads", "chance"]);
    const groups = figure.findings.filter((each) => each.level === "group");
    expect([...ids(classes.listed), ...ids(classes.small), ...ids(classes.none)].sort()).toEqual(ids(groups).sort());
  });
});

describe("the group of a value", () => {
  const result = { draws: 16, seed: 1, reference_week: "2024-10-13", indicators: [figure] };

  it("is found by the key that explain gives it, assumptions and displacement as the sensitivity names them", () => {
    expect(groupOf(result, figure.id, ["assumptions.survey.design_effect"])?.group.id).toBe("survey-size");
    expect(groupOf(result, figure.id, ["town.displacement", "displacement.public-works"])?.group.id).toBe("deadweight.direct");
    expect(inputOf("farm.displacement")).toBe("farm.deadweight");
  });

  it("is none for what is certain, and for a figure that is not there", () => {
    expect(groupOf(result, figure.id, ["employment_rate_15_64.target"])).toBeUndefined();
    expect(groupOf(result, "insured_persons", ["labour.regular"])).toBeUndefined();
  });

  it("is asked for only where there may be one", () => {
    expect(["deadweight.training", "farm.fill", "assumptions.survey.coverage"].every(mayBeUncertain)).toBe(true);
    expect(["employment_rate_15_64.target", "facilities-corporation", "6/계/취업자", "filling-station"].some(mayBeUncertain)).toBe(false);
  });
});

it("a variance is said as what nine in ten futures stay within", () => {
  expect(giveOrTake(4)).toBeCloseTo(3.29);
  expect(giveOrTake(-1)).toBe(0);
});

it("a share too small for its digits is not said to be nothing", () => {
  expect([share(0), share(0.0002), share(0.1234)]).toEqual(["0.0%", "<0.1%", "12.3%"]);
});
