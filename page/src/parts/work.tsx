/** The start, the progress and the failure of long work. */

import type { LongWork } from "../api/long_work";
import { explainTrouble } from "../state";
import { of, t } from "../text/catalogue";
import type { Text } from "../api/types";

/** What the work said of itself, or what kept it from being asked. */
function reason(problem: unknown): string {
  const said = (problem as { error?: { message?: Text } } | undefined)?.error?.message;
  if (said) return of(said);
  const { title, lines } = explainTrouble(problem);
  return [title, ...lines].join(" ");
}

export function WorkControl({ work, plan, label }: { work: LongWork<unknown>; plan: string; label?: string }) {
  const now = work.of(plan);
  const running = now !== undefined && now.progress < 1;
  return (
    <>
      {running ? (
        <p class="progress"><progress max={1} value={now.progress} aria-label={t("page.worth_running")} /> <button type="button" onClick={() => work.stop()}>{t("page.stop")}</button></p>
      ) : <button type="button" onClick={() => void work.start(plan)}>{label ?? t("page.work_out")}</button>}
      <p class="unseen-text" aria-live="polite">{running ? t("page.worth_running") : ""}</p>
      {now?.problem === undefined ? null : <p role="alert">{reason(now.problem)}</p>}
    </>
  );
}
