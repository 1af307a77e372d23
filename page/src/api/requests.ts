/** The API's endpoints by name. */

import { ask } from "./client";
import type { Difference, Forecast, ForecastAnswer, Language, Plan, StoredScenario, Text } from "./types";

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

export function fetchPlan(id: string): Promise<Plan> {
  return ask<Plan>(plan(id));
}

export interface Question {
  scenario?: string;
  scenario_toml?: string;
  draws: number;
  seed: number;
}

interface RawAnswer {
  forecast: Forecast;
  difference: { indicators: Difference[] } | null;
  scenario_toml: string;
  sentence: Text;
  elapsed_ms: number;
}

export async function fetchForecast(
  id: string, question: Question, signal?: AbortSignal, sequence?: number,
): Promise<ForecastAnswer> {
  const raw = await ask<RawAnswer>(`${plan(id)}/forecast`, {
    method: "POST",
    body: question,
    ...(signal ? { signal } : {}),
    ...(sequence === undefined ? {} : { sequence }),
  });
  return { ...raw, difference: raw.difference?.indicators ?? [] };
}

export async function fetchExplanation(id: string, key: string, lang: Language, signal?: AbortSignal): Promise<string> {
  const path = `${plan(id)}/explain?key=${encodeURIComponent(key)}&lang=${lang}`;
  return (await ask<{ text: string }>(path, signal ? { signal } : {})).text;
}

export async function fetchScenarios(id: string): Promise<StoredScenario[]> {
  return (await ask<{ scenarios: StoredScenario[] }>(`/scenarios?plan=${encodeURIComponent(id)}`)).scenarios;
}

export function storeScenario(id: string, name: string, toml: string): Promise<StoredScenario> {
  return ask<StoredScenario>("/scenarios", { method: "POST", body: { plan: id, name, toml } });
}

export function renameScenario(stored: StoredScenario): Promise<StoredScenario> {
  return ask<StoredScenario>(`/scenarios/${encodeURIComponent(stored.id)}`, { method: "PUT", body: { name: stored.name, toml: stored.toml } });
}

export function deleteScenario(id: string): Promise<void> {
  return ask<void>(`/scenarios/${encodeURIComponent(id)}`, { method: "DELETE" });
}
