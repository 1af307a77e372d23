/** What the API sends, as docs/api/openapi.json and docs/output.md describe it. Money in thousand won. */

export type Language = "ko" | "en";
export type Text = Record<Language, string>;

export const sources = ["national", "provincial", "county", "private"] as const;
export type Source = (typeof sources)[number];
export type Budget = Record<Source, number>;

export const sectors = ["direct", "training", "service", "subsidy", "startup", "private"] as const;
export type Sector = (typeof sectors)[number];

/** Part of the year in which slots are at work, by month and day; may cross the new year. */
export interface Window {
  from: string;
  to: string;
  share: number;
}

export interface Programme {
  id: string;
  name: Text;
  department: string;
  sector: Sector;
  type: string;
  type_name: Text | null;
  actions: string[];
  jobs: number;
  budget_thousand_won: Budget & { total: number };
  budget_split: "stated" | "assumed";
  windows: Window[];
  at_work: Record<string, number>;
}

export interface Milestone {
  id: string;
  name: Text;
  date: string;
  jobs: number;
}

export interface Action {
  id: string;
  name: Text;
  strategy: string;
  covers: string[];
  milestones: Milestone[];
}

export interface PastFigure {
  period: string;
  value: number;
  standard_error: number | null;
  source: string;
}

export type Unit = "percent" | "persons";

export interface PlanIndicator {
  id: string;
  name: Text;
  unit: Unit;
  rounding: number;
  base: number;
  target: number;
  history: PastFigure[];
}

export interface PastPopulation {
  period: string;
  age_group: string;
  sex: "male" | "female" | "both";
  value: number;
}

export interface PastFlow {
  item: string;
  period: string;
  value: number;
}

export interface PlanScenario {
  id: string;
  title: Text;
  toml: string;
}

export interface Plan {
  id: string;
  title: Text;
  county: Text;
  as_of: string;
  base_year: number;
  plan_year: number;
  forecast_until: string;
  departments: { id: string; name: Text }[];
  strategies: { id: string; name: Text }[];
  actions: Action[];
  programmes: Programme[];
  matching: { rule: "fixed-ratio" | "none" };
  reference_weeks: { survey: string; from: string; to: string }[];
  indicators: PlanIndicator[];
  population: PastPopulation[];
  flows: PastFlow[];
  scenarios: PlanScenario[];
}

export interface Distribution {
  mean: number;
  sd: number;
  p05: number;
  p25: number;
  p50: number;
  p75: number;
  p95: number;
}

export interface ForecastIndicator {
  id: string;
  survey: string;
  reference_week: string;
  unit: Unit;
  /** Null where nothing was published for the same half of the base year. */
  base: number | null;
  target: number;
  published: Distribution;
  true: Distribution;
  probability_published_meets_target: number;
  probability_true_meets_target: number;
  monte_carlo_error: number;
}

export interface SectorJobs {
  sector: Sector;
  plan_jobs: number;
  persons: number;
  at_work_in_reference_week: number;
  at_work_15_64: number;
  net_employment: number;
  net_employment_p05: number;
  net_employment_p95: number;
  unfilled: number;
}

export interface PopulationFigure {
  date: string;
  age_group: string;
  sex: "male" | "female" | "both";
  mean: number;
  p05: number;
  p95: number;
}

export const flowNames = ["births", "deaths", "arrivals", "leavers"] as const;
export type FlowName = (typeof flowNames)[number];
export type Flow = { year: number } & Record<FlowName | `${FlowName}_p05` | `${FlowName}_p95`, number>;

export interface TrackRecord {
  figure: string;
  half_years_ahead: number;
  hindcasts: number;
  coverage_80: number;
  crps: number;
  last_value_crps: number;
}

export interface Forecast {
  schema: string;
  plan: string;
  plan_title: Text;
  scenario: string;
  scenario_title: Text;
  as_of: string;
  seed: number;
  draws: number;
  indicators: ForecastIndicator[];
  starting_levels: { indicator: string; published: number; mean: number; sd: number }[];
  change: { indicator: string; from: string; points: number; p05: number; p95: number }[];
  uncertainty: { indicator: string; source: string; variance_share: number }[];
  jobs: SectorJobs[];
  population: PopulationFigure[];
  flows: Flow[];
  calibration?: string;
  track_record?: TrackRecord[] | TrackRecord;
  fit: { survey: string; what: string; published: number; model: number; sampling_error: number; within: boolean }[];
}

/** A scenario against the plan as written, in the same futures. */
export interface Difference {
  id: string;
  survey: string;
  true: { mean: number; p05: number; p95: number; monte_carlo_error: number };
  published_meets_target: { first: number; second: number; change: number; monte_carlo_error: number };
  survey_error: number | null;
  too_small_to_see: boolean;
}

export interface ForecastAnswer {
  forecast: Forecast;
  /** Empty for the plan as written. */
  difference: Difference[];
  scenario_toml: string | null;
  sentence: Text;
  elapsed_ms: number;
}

export interface StoredScenario {
  id: number;
  name: string;
  toml: string;
  /** Grows with each change; a change of an older version is refused. */
  version: number;
}

export interface Explanation {
  key: string;
  title: string;
  lines: { label: string; value: string }[];
}

export const severities = ["serious", "visible", "small", "wording", "rounding"] as const;
export type Severity = (typeof severities)[number];

/** One of the places that disagree. */
export interface AuditSide {
  table: string;
  /** "row / column" */
  cell: string;
  value: number;
  unit: string;
}

export interface AuditFinding {
  id: string;
  kind: string;
  severity: Severity;
  cause: string;
  message: string;
  sides: AuditSide[];
  difference: number;
  effect: { persons: number; points: number; won: number };
}

export interface Audit {
  plan: string;
  persons_15_64: number;
  survey_error_points: number;
  findings: AuditFinding[];
}
