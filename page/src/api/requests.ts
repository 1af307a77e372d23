/** The API's endpoints by name. */

import { ask, askFile, askText, type File } from "./client";
import type { Audit, Difference, Explanation, Forecast, ForecastAnswer, Language, Plan, PlanScenario, StoredScenario, Text } from "./types";

const plan = (id: string) => `/plans/${encodeURIComponent(id)}`;

export async function fetchMessages(lang: Language): Promise<Record<string, string>> {
  return (await ask<{ messages: Record<string, string> }>(`/messages?lang=${lang}`)).messages;
}

export interface PlanName {
  id: string;
  title: Text;
}

export async function fetchPlans(): Promise<PlanName[]> {
  return (await ask<{ plans: PlanName[] }>("/plans")).plans;
}

/** The plan, and the files of its own scenarios. */
export async function fetchPlan(id: string): Promise<Plan> {
  const got = await ask<Omit<Plan, "scenarios"> & { scenarios: { id: string }[] }>(plan(id));
  const scenarios = await Promise.all(got.scenarios.map((each) => ask<PlanScenario>(`${plan(id)}/scenarios/${encodeURIComponent(each.id)}`)));
  return { ...got, scenarios };
}

export interface Question {
  /** Without it the plan as written. */
  scenario_toml?: string;
  /** What its file would be called. */
  name?: string;
  draws: number;
  seed: number;
  until?: string;
}

interface RawAnswer {
  forecast: Forecast;
  difference: { indicators: Difference[] } | null;
  scenario_toml: string | null;
  sentence: Text;
  elapsed_ms: number;
}

export async function fetchForecast(id: string, question: Question, signal?: AbortSignal, sequence?: number): Promise<ForecastAnswer> {
  const raw = await ask<RawAnswer>(`${plan(id)}/forecast`, {
    method: "POST",
    body: question,
    ...(signal ? { signal } : {}),
    ...(sequence === undefined ? {} : { sequence }),
  });
  return { ...raw, difference: question.scenario_toml === undefined ? [] : (raw.difference?.indicators ?? []) };
}

/** The command line's CSV of the same forecast. */
export function fetchForecastCsv(id: string, question: Question): Promise<string> {
  return askText(`${plan(id)}/forecast.csv`, { method: "POST", body: question });
}

export async function fetchExplanation(id: string, key: string, lang: Language, signal?: AbortSignal): Promise<Explanation[]> {
  const path = `${plan(id)}/explain?key=${encodeURIComponent(key)}&lang=${lang}`;
  return (await ask<{ explanations: Explanation[] }>(path, signal ? { signal } : {})).explanations;
}

export const reportFormats = ["html", "xlsx"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The command line's report of the forecast; takes seconds. */
export function fetchReport(id: string, format: ReportFormat, lang: Language, question: Question, signal: AbortSignal): Promise<File> {
  return askFile(`${plan(id)}/report?format=${format}&lang=${lang}`, { method: "POST", body: question, signal });
}

/** Where the plan disagrees with itself, differences by rounding included. */
export function fetchAudit(id: string, lang: Language, signal: AbortSignal): Promise<Audit> {
  return ask<Audit>(`${plan(id)}/audit?lang=${lang}&all=true`, { signal });
}

export async function fetchScenarios(id: string): Promise<StoredScenario[]> {
  return (await ask<{ scenarios: StoredScenario[] }>(`/scenarios?plan=${encodeURIComponent(id)}`)).scenarios;
}

export function storeScenario(id: string, name: string, toml: string): Promise<StoredScenario> {
  return ask<StoredScenario>("/scenarios", { method: "POST", body: { plan: id, name, toml } });
}

/** Refused with 412 when someone else has changed it since. */
export function changeScenario(id: string, was: StoredScenario, name: string, toml: string): Promise<StoredScenario> {
  return ask<StoredScenario>(`/scenarios/${was.id}`, { method: "PUT", body: { plan: id, name, toml }, version: was.version });
}

export function deleteScenario(id: number): Promise<StoredScenario> {
  return ask<StoredScenario>(`/scenarios/${id}`, { method: "DELETE" });
}
