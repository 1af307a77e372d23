import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AuditFinding } from "../../src/api/types";
import { differenceOf, effectOf, keyOf, mentions, placeOf, valueText } from "../../src/text/audit";
import { language, messages } from "../../src/text/catalogue";
import { plan } from "./example_plan";

const korean = {
  "audit.in_list": "사업 목록: {0}", "audit.in_sheet": "실천과제: {0}", "audit.in_numbered": "표 {0}: {1}", "audit.in_table": "「{0}」: {1}", "audit.word_jobs": "일자리수",
  "audit.unit_persons": "명", "audit.unit_points": "%p", "audit.unit_million_won": "백만 원", "audit.effect_persons": "{0}명", "audit.effect_points": "{0}%p",
  "number.money_large": "{0}억 원", "number.money_million": "{0}백만 원",
};
beforeEach(() => { messages.value = korean; language.value = "ko"; });
afterEach(() => { messages.value = {}; language.value = "ko"; });

const side = (table: string, cell: string, value = 1, unit = "count") => ({ table, cell, value, unit });
const finding = (more: Partial<AuditFinding>): AuditFinding => ({
  id: "a", kind: "sum", severity: "small", cause: "arithmetic", message: "합계가 다릅니다", sides: [side("6", "계 / 취업자")], difference: 0,
  effect: { persons: 0, points: 0, won: 0 }, ...more,
});

describe("a side of a finding", () => {
  it("is named by the table's number, its title, or the list that it stands in", () => {
    const titles = new Map([["action-sheets", "실천과제: 2024년 계획"]]);
    expect(placeOf(plan, side("6", "계 / 취업자"), titles)).toBe("표 6: 계 / 취업자");
    expect(placeOf(plan, side("action-sheets", "2-1-1 / 성과목표"), titles)).toBe("「실천과제: 2024년 계획」: 2-1-1 / 성과목표");
    expect(placeOf(plan, side("summary", "계 / 일자리"), titles)).toBe("「summary」: 계 / 일자리");
    expect(placeOf(plan, side("programmes", "school 사업 / jobs"), titles)).toBe("사업 목록: school 사업 / 일자리수");
  });

  it("names programmes in the language of the page", () => {
    language.value = "en";
    expect(placeOf(plan, side("programmes", "school 사업 + 다른 사업 / jobs"), new Map())).toBe("사업 목록: school programme + 다른 사업 / 일자리수");
  });

  it("leads to the place as jobcast explain knows it, where it is one cell", () => {
    expect(keyOf(plan, side("13", "계 / 남 / 2023년"))).toBe("13/계 / 남/2023년");
    expect(keyOf(plan, side("programmes", "school 사업 / jobs"))).toBe("school");
    expect(keyOf(plan, side("programmes", "없는 사업 / jobs"))).toBeUndefined();
    expect(keyOf(plan, side("1", "단위 : 명"))).toBeUndefined();
    expect(keyOf(plan, side("sheet-2-1-1", "가 + 나 / 사업비"))).toBeUndefined();
  });
});

describe("values of the audit", () => {
  it("carry their unit, the decimals that they have, and days as days", () => {
    expect(valueText(21850, "persons")).toBe("21,850명");
    expect(valueText(72.6, "percent")).toBe("72.6%");
    expect(valueText(535.25, "million_won")).toBe("535.25백만 원");
    expect(valueText(13267, "count")).toBe("13,267");
    expect(valueText(20251231, "date")).toBe("2025-12-31");
    language.value = "en";
    messages.value = { ...korean, "audit.unit_persons": "persons" };
    expect(valueText(21850, "persons")).toBe("21,850 persons");
  });

  it("differ with a sign, rates by points, and not at all where words differ", () => {
    expect(differenceOf(finding({ difference: -8583 }))).toBe("−8,583");
    expect(differenceOf(finding({ difference: 0.6, sides: [side("6", "고용률", 72.6, "percent")] }))).toBe("+0.6%p");
    expect(differenceOf(finding({ difference: 0 }))).toBe("");
  });

  it("could move persons, points and money, of which what is nothing is not said", () => {
    expect(effectOf(finding({ effect: { persons: 248, points: 1.2751, won: 145_000_000 } }))).toBe("248명, 1.3%p, 1.5억 원");
    expect(effectOf(finding({ effect: { persons: 0, points: 0.03, won: 0 } }))).toBe("0.03%p");
    expect(effectOf(finding({}))).toBe("");
  });

  it("are found by every word, in the message and in the places", () => {
    expect(mentions(finding({}), ["표 6: 계 / 취업자"], "합계 취업자")).toBe(true);
    expect(mentions(finding({}), ["표 6: 계 / 취업자"], "합계 인구")).toBe(false);
  });
});
