/** What each part of the plan is worth: long work, whose progress comes as server-sent events. */

import { signal } from "@preact/signals";
import type { Text } from "./types";

export const groupings = ["sector", "strategy", "funding", "department", "programme"] as const;
export type Grouping = (typeof groupings)[number];

interface Effect {
  mean: number;
  p05: number;
  p95: number;
  monte_carlo_error: number;
}

export interface Part {
  id: string;
  programmes: number;
  plan_jobs: number;
  won: number;
  /** The plan less the plan without the part: by indicator, and `additional_employed`. */
  last: Record<string, Effect>;
}

export interface Attribution {
  draws: number;
  groups: { by: Grouping; parts: Part[] }[];
}

export interface Work {
  plan: string;
  /** 0 to 1 while it runs. */
  progress: number;
  result?: Attribution;
  problem?: Text | undefined;
}

/** The work that was asked for last; the result stays while its plan does. */
export const attribution = signal<Work | undefined>(undefined);
let events: EventSource | undefined;

export function attribute(plan: string): void {
  stopAttribution();
  attribution.value = { plan, progress: 0 };
  const source = new EventSource(`./api/v1/plans/${encodeURIComponent(plan)}/attribution`);
  events = source;
  const data = (event: Event) => JSON.parse((event as MessageEvent<string>).data) as unknown;
  source.addEventListener("progress", (event) => {
    const { done, of } = data(event) as { done: number; of: number };
    attribution.value = { plan, progress: done / of };
  });
  source.addEventListener("result", (event) => {
    source.close();
    attribution.value = { plan, progress: 1, result: data(event) as Attribution };
  });
  const fail = (problem: Text | undefined) => {
    source.close();
    attribution.value = { plan, progress: 1, problem };
  };
  source.addEventListener("problem", (event) => fail((data(event) as { error?: { message?: Text } }).error?.message));
  source.addEventListener("error", () => fail(undefined));
}

export function stopAttribution(): void {
  events?.close();
  events = undefined;
  if (attribution.value && !attribution.value.result) attribution.value = undefined;
}
