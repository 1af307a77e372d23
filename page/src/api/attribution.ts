/** What each part of the plan is worth: long work. */

import { LongWork } from "./long_work";

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

export const attribution = new LongWork<Attribution>("attribution");
