/** A plan of four programmes with the splits that matching is about. */

import type { Budget, Plan, Programme, Sector } from "../../src/api/types";

export function programme(id: string, sector: Sector, department: string, budget: Partial<Budget>, jobs = 10): Programme {
  const whole = { national: 0, provincial: 0, county: 0, private: 0, ...budget };
  return {
    id, name: { ko: `${id} 사업`, en: `${id} programme` }, department, sector, type: "post", type_name: { ko: "자리", en: "post" }, actions: [], jobs,
    budget_thousand_won: { ...whole, total: whole.national + whole.provincial + whole.county + whole.private },
    budget_split: "stated", windows: [], at_work: {},
  };
}

export const plan: Plan = {
  id: "example", title: { ko: "보기", en: "Example" }, county: { ko: "보기군", en: "Example" }, as_of: "2023-12-31", base_year: 2023, plan_year: 2024,
  forecast_until: "2028-12-31", departments: [{ id: "복지과", name: { ko: "복지과", en: "Welfare" } }, { id: "경제과", name: { ko: "경제과", en: "Economy" } }],
  strategies: [], actions: [{ id: "1-1", name: { ko: "과제", en: "Sheet" }, strategy: "1", covers: ["school"], milestones: [] }],
  programmes: [
    programme("senior", "direct", "복지과", { national: 500_000, provincial: 95_000, county: 405_000 }, 100),
    programme("self-support", "direct", "복지과", { national: 800_000, provincial: 60_000, county: 140_000 }, 40),
    programme("school", "training", "경제과", { county: 400_000 }),
    programme("firm", "private", "경제과", { county: 100_000, private: 900_000 }),
  ],
  matching: { rule: "fixed-ratio" }, flows: [], reference_weeks: [], indicators: [], population: [], scenarios: [],
};
