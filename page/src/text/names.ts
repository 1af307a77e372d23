/** Names of indicators, sectors, sources, departments and programmes, from the catalogue and the plan. */

import type { Plan, Programme } from "../api/types";
import { of, t } from "./catalogue";

const indicators: Record<string, string> = {
  employment_rate_15_64: "employment_rate",
  youth_employment_rate_15_29: "youth_rate",
  female_employment_rate_15_64: "female_rate",
  employed_persons: "employed",
  regular_employees: "regular",
  insured_persons: "insured",
};

export function indicatorName(id: string): string {
  const word = indicators[id];
  return word ? t(`name.indicator_${word}`) : id;
}

export function sectorName(id: string): string {
  return t(`name.sector_${id}`);
}

export function sourceName(id: string): string {
  return id === "all" ? t("page.all_sources") : t(`name.funding_${id}`);
}

export function sexName(sex: "male" | "female"): string {
  return t(sex === "male" ? "page.male" : "page.female");
}

export function departmentName(plan: Plan, id: string): string {
  const found = plan.departments.find((each) => each.id === id);
  return found ? of(found.name) : t("page.no_department");
}

export function programmeName(programme: Programme): string {
  return of(programme.name) || programme.name.ko;
}
