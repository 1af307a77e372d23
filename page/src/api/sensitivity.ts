/** Which uncertain inputs move the forecast (jobcast.sensitivity/1): long work. */

import { LongWork } from "./long_work";
import type { Unit } from "./types";

/** A share with its 90 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

export interface Shares {
  /** Whether anything changed at all. */
  acts: boolean;
  first_order: Estimate;
  total: Estimate;
}

export type InputKind = "knowable" | "decided" | "coming" | "chance" | "survey";

export interface Finding {
  level: "source" | "kind" | "group" | "input";
  id: string;
  kind: InputKind | null;
  inputs: number;
  /** Of a group: its values as `jobcast explain` knows them. */
  keys?: string[];
  published: Shares;
  true: Shares;
}

export interface SensitivityOf {
  id: string;
  unit: Unit;
  published: { mean: number; variance: number };
  findings: Finding[];
}

export interface SensitivityResult {
  draws: number;
  seed: number;
  reference_week: string;
  indicators: SensitivityOf[];
}

export const sensitivity = new LongWork<SensitivityResult>("sensitivity");
