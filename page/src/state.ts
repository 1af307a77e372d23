/** What the page shows and what its user has done, as signals; and the loop from a change to a new picture. */

import { batch, computed, signal } from "@preact/signals";
import { ApiError } from "./api/client";
import { Latest, overtaken } from "./api/latest";
import { changeScenario, deleteScenario, fetchForecast, fetchMessages, fetchPlan, fetchPlans, fetchScenarios, storeScenario, type PlanName } from "./api/requests";
import type { ForecastAnswer, Language, Plan, StoredScenario } from "./api/types";
import { moneyUnder, planned, sum, total } from "./money/matching";
import { asWritten, changed, flattened, fromToml, toToml, type Scenario } from "./money/scenario";
import { language, messages, t } from "./text/catalogue";

export const draws = 10_000;
export const seed = 1;

export const views = ["overview", "budget", "people", "calendar", "compare", "audit", "take"] as const;
export type View = (typeof views)[number];

export const view = signal<View>("overview");
/** The indicator whose past, causes and uncertainty are drawn. */
export const chosenIndicator = signal("employment_rate_15_64");
export const plans = signal<PlanName[]>([]);
export const plan = signal<Plan | undefined>(undefined);
/** The plan as written, forecast once. */
export const baseline = signal<ForecastAnswer | undefined>(undefined);
export const answer = signal<ForecastAnswer | undefined>(undefined);
export const scenario = signal<Scenario | undefined>(undefined);
export const stored = signal<StoredScenario[]>([]);
/** The stored scenario that is being edited, if it came from the store. */
export const openId = signal<number | undefined>(undefined);
export const waiting = signal(false);
/** Milliseconds from the release of a control to the new picture; the last ones, newest first. */
export const pictureTimes = signal<number[]>([]);

export interface Trouble {
  title: string;
  lines: string[];
  retry?: () => void;
}
export const trouble = signal<Trouble | undefined>(undefined);
/** A sentence that a screen reader hears and that stands at the foot for a while, with a way back where there is one. */
export const notice = signal<{ text: string; undo?: () => void } | undefined>(undefined);

export const money = computed(() => {
  const [p, s] = [plan.value, scenario.value];
  return p && s ? moneyUnder(p, s.changes) : new Map<string, ReturnType<typeof planned>>();
});
export const plannedMoney = computed(() => sum((plan.value?.programmes ?? []).map(planned)));
export const spentMoney = computed(() => sum(money.value.values()));
/** Plan's money less the scenario's: positive where the scenario leaves some. */
export const remaining = computed(() => total(plannedMoney.value) - total(spentMoney.value));
export const isChanged = computed(() => scenario.value !== undefined && changed(scenario.value));

const past = signal<Scenario[]>([]);
const future = signal<Scenario[]>([]);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);

export function explainTrouble(error: unknown, retry?: () => void): Trouble {
  const again = retry ? { retry } : {};
  if (!(error instanceof ApiError)) return { title: t("page.trouble_unknown"), lines: [String(error)], ...again };
  if (error.status === 0) return { title: t("page.trouble_unreachable"), lines: [t("page.trouble_unreachable_mend")], ...again };
  if (error.status === 429 || error.status === 503) return { title: t("page.trouble_busy"), lines: [t("page.trouble_busy_mend")], ...again };
  if (error.status === 412) return { title: t("page.trouble_changed"), lines: [t("page.trouble_changed_mend")] };
  if (error.code === "name_taken") return { title: t("page.trouble_name"), lines: [t("page.trouble_name_mend")] };
  const lang = language.value;
  const faults = error.faults.flatMap((fault) => [
    [fault.line === 0 ? "" : t("page.fault_place", fault.line, fault.column), fault.found?.[lang] ?? ""].filter(Boolean).join(" "),
    ...(fault.expected ? [`${t("app.expected")}: ${fault.expected[lang]}`] : []),
    ...(fault.mend ? [`${t("app.mend")}: ${fault.mend[lang]}`] : []),
  ]);
  return { title: t("page.trouble_refused"), lines: faults.length > 0 ? faults : [error.text?.[lang] ?? error.message], ...again };
}

const forecasts = new Latest();
let asked = "";

/**
 * Everything is drawn before the next frame; a message sent in it arrives when it is on the screen. Its parts stand in the
 * browser's own list of measures, for whoever asks where the time went.
 */
function notePicture(from: number, answered = from, serverTook = 0): void {
  requestAnimationFrame(() => {
    const painted = new MessageChannel();
    painted.port1.onmessage = () => {
      painted.port1.close();
      const now = performance.now();
      performance.measure("jobcast server", { start: from, duration: serverTook });
      performance.measure("jobcast answer", { start: from, end: answered });
      performance.measure("jobcast draw", { start: answered, end: now });
      performance.measure("jobcast picture", { start: from, end: now });
      pictureTimes.value = [now - from, ...pictureTimes.value].slice(0, 50);
      document.documentElement.dataset["pictures"] = String(Number(document.documentElement.dataset["pictures"] ?? 0) + 1);
    };
    painted.port2.postMessage(undefined);
  });
}

/** Asks for the forecast of the scenario as it is now; `from` is when the user let go. */
export async function forecastNow(from = performance.now()): Promise<void> {
  const [p, s] = [plan.value, scenario.value];
  if (!p || !s) return;
  const toml = toToml(s);
  if (toml === asked && !trouble.value) return;
  asked = toml;
  if (!changed(s) && baseline.value) {
    forecasts.cancel();
    batch(() => { answer.value = { ...baseline.value!, difference: [] }; waiting.value = false; trouble.value = undefined; });
    notePicture(from);
    return;
  }
  waiting.value = true;
  try {
    const got = await forecasts.run((signal, sequence) => fetchForecast(p.id, { scenario_toml: toml, draws, seed }, signal, sequence));
    if (got === overtaken) return;
    const answered = performance.now();
    batch(() => { answer.value = got; waiting.value = false; trouble.value = undefined; });
    notePicture(from, answered, got.elapsed_ms);
  } catch (error) {
    asked = "";
    batch(() => { waiting.value = false; trouble.value = explainTrouble(error, () => void forecastNow()); });
  }
}

let pause: ReturnType<typeof setTimeout> | undefined;

/** Puts a changed scenario in place. A drag (`settled` false) asks when the hand rests; a release asks at once. */
export function edit(next: Scenario, settled: boolean): void {
  const before = scenario.value;
  if (!before) return;
  const from = performance.now();
  if (dragStart === undefined) dragStart = before;
  scenario.value = next;
  clearTimeout(pause);
  if (!settled) {
    pause = setTimeout(() => void forecastNow(), 80);
    return;
  }
  const start = dragStart;
  dragStart = undefined;
  if (toToml(start) !== toToml(next)) {
    past.value = [...past.value, start].slice(-100);
    future.value = [];
  }
  void forecastNow(from);
}
let dragStart: Scenario | undefined;

export function undo(): void {
  const before = past.value.at(-1);
  if (!before || !scenario.value) return;
  future.value = [...future.value, scenario.value];
  past.value = past.value.slice(0, -1);
  scenario.value = before;
  void forecastNow();
}

export function redo(): void {
  const next = future.value.at(-1);
  if (!next || !scenario.value) return;
  past.value = [...past.value, scenario.value];
  future.value = future.value.slice(0, -1);
  scenario.value = next;
  void forecastNow();
}

export function reset(): void {
  if (plan.value) edit(newScenario(), true);
}

function newScenario(): Scenario {
  return asWritten({ ko: "새 시나리오", en: "New scenario" });
}

/** Opens a scenario file's text: from the store, from the plan's own, or dropped in. Throws BadScenario. */
export function open(toml: string, id?: number): void {
  const own = (name: string) => plan.value?.scenarios.find((each) => each.id === name)?.toml;
  const read = flattened(fromToml(toml), own);
  openId.value = id;
  edit(read, true);
}

export async function loadStored(): Promise<void> {
  if (!plan.value) return;
  stored.value = await fetchScenarios(plan.value.id);
}

function report(error: unknown): void {
  trouble.value = explainTrouble(error);
}

/** Keeps the scenario in the store under its title, in place of what was opened. */
export async function save(): Promise<void> {
  const [p, s] = [plan.value, scenario.value];
  if (!p || !s) return;
  const name = s.title[language.value];
  try {
    const known = stored.value.find((each) => each.id === openId.value);
    const kept = known ? await changeScenario(p.id, known, name, toToml(s)) : await storeScenario(p.id, name, toToml(s));
    openId.value = kept.id;
    await loadStored();
    notice.value = { text: t("page.saved", name) };
  } catch (error) {
    report(error);
    await loadStored().catch(() => undefined);
  }
}

export async function duplicate(name: string, toml: string): Promise<void> {
  const p = plan.value;
  if (!p) return;
  try {
    const taken = new Set(stored.value.map((each) => each.name));
    let copy = t("page.copy_of", name);
    for (let number = 2; taken.has(copy); number++) copy = `${t("page.copy_of", name)} ${number}`;
    await storeScenario(p.id, copy, titled(toml, copy));
    await loadStored();
  } catch (error) {
    report(error);
  }
}

/** The file with another title in the language of the page. */
function titled(toml: string, name: string): string {
  const read = fromToml(toml);
  return toToml({ ...read, title: { ...read.title, [language.value]: name } });
}

export async function rename(from: StoredScenario, name: string): Promise<void> {
  const p = plan.value;
  if (!p) return;
  try {
    await changeScenario(p.id, from, name, titled(from.toml, name));
    await loadStored();
  } catch (error) {
    report(error);
    await loadStored().catch(() => undefined);
  }
}

export async function remove(from: StoredScenario): Promise<void> {
  try {
    await deleteScenario(from.id);
    if (openId.value === from.id) openId.value = undefined;
    await loadStored();
    const back = async () => {
      if (!plan.value) return;
      await storeScenario(plan.value.id, from.name, from.toml);
      await loadStored();
      notice.value = { text: t("page.restored", from.name) };
    };
    notice.value = { text: t("page.deleted", from.name), undo: () => void back().catch(report) };
  } catch (error) {
    report(error);
  }
}

export async function setLanguage(lang: Language): Promise<void> {
  try {
    const texts = await fetchMessages(lang);
    batch(() => { messages.value = texts; language.value = lang; });
    document.documentElement.lang = lang;
    localStorage.setItem("jobcast.language", lang);
  } catch (error) {
    report(error);
  }
}

export async function openPlan(id: string): Promise<void> {
  try {
    const got = await fetchPlan(id);
    batch(() => {
      plan.value = got;
      baseline.value = undefined;
      answer.value = undefined;
      scenario.value = newScenario();
      openId.value = undefined;
      past.value = [];
      future.value = [];
      trouble.value = undefined;
    });
    asked = "";
    const first = await fetchForecast(id, { draws, seed });
    batch(() => { baseline.value = first; answer.value = { ...first, difference: [] }; });
    await loadStored();
  } catch (error) {
    trouble.value = explainTrouble(error, () => void openPlan(id));
  }
}

/** The language of the address, else the one chosen before, else the browser's. */
export async function startLanguage(): Promise<void> {
  const wanted = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem("jobcast.language") ?? navigator.language.slice(0, 2);
  await setLanguage(wanted === "en" ? "en" : "ko");
}

export async function start(): Promise<void> {
  try {
    plans.value = await fetchPlans();
    const first = plans.value[0];
    if (first) await openPlan(first.id);
  } catch (error) {
    trouble.value = explainTrouble(error, () => void start());
  }
}

export function followAddress(): void {
  const name = location.hash.replace(/^#\/?/u, "") as View;
  view.value = views.includes(name) ? name : "overview";
}
