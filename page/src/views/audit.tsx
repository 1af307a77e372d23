/** Where the plan disagrees with itself: both sides of each finding, the gravest for the targets first. */

import { signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { fetchAudit, fetchExplanation } from "../api/requests";
import { severities, type Audit, type AuditFinding, type AuditSide, type Language, type Plan, type Severity } from "../api/types";
import { Value } from "../parts/provenance";
import { explainTrouble, plan, trouble } from "../state";
import { differenceOf, effectOf, isNumbered, keyOf, mentions, placeOf, valueText } from "../text/audit";
import { language, t } from "../text/catalogue";
import { grouped } from "../text/numbers";

const found = signal<{ plan: string; lang: Language; audit: Audit } | undefined>(undefined);
/** What rounding explains is shown when it is asked for. */
const hidden = signal<ReadonlySet<Severity>>(new Set(["rounding"]));
const kind = signal("all");
const search = signal("");
const attempt = signal(0);

/** Titles of the tables without a number, by language and id, as `explain` gives them. */
const titles = signal<ReadonlyMap<string, string>>(new Map());

async function learnTitles(p: Plan, lang: Language, audit: Audit, signal: AbortSignal): Promise<void> {
  const known = new Map<string, string>();
  const sides = audit.findings.flatMap((each) => each.sides).filter((side) => side.table !== "programmes" && side.table !== "actions" && !isNumbered(side.table));
  for (const side of sides) {
    const key = keyOf(p, side);
    if (known.has(side.table) || key === undefined) continue;
    // A cell that has no explanation leaves the table its id.
    const got = await fetchExplanation(p.id, key, lang, signal).catch(() => []);
    if (signal.aborted) return;
    const title = got.find((each) => each.title !== "")?.title;
    if (title !== undefined) known.set(side.table, title);
  }
  titles.value = known;
}

function Place({ plan: p, finding, side }: { plan: Plan; finding: AuditFinding; side: AuditSide }) {
  const key = keyOf(p, side);
  const place = placeOf(p, side, titles.value);
  const value = valueText(side.value, side.unit);
  return (
    <tr>
      <th scope="row">{place}</th>
      <td class="number">{key === undefined ? value : <Value origin={() => ({ title: place, shown: value, keys: [key], how: finding.message })}>{value}</Value>}</td>
    </tr>
  );
}

function Finding({ plan: p, finding, number }: { plan: Plan; finding: AuditFinding; number: number }) {
  const [difference, effect] = [differenceOf(finding), effectOf(finding)];
  return (
    <li class={`card finding ${finding.severity}`} value={number}>
      <p class="tags"><b>{t(`audit.kind_${finding.kind}`)}</b> <span>{t("audit.cause", t(`audit.cause_${finding.cause}`))}</span></p>
      <h4>{finding.message}</h4>
      <div class="facts">
        <table>
          <caption class="unseen-text">{t("page.both_sides")}</caption>
          <thead class="unseen-text"><tr><th scope="col">{t("page.column_place")}</th><th scope="col">{t("page.column_value")}</th></tr></thead>
          <tbody>{finding.sides.map((side, i) => (
            <Place key={i} plan={p} finding={finding} side={side} />
          ))}</tbody>
        </table>
        {difference || effect ? (
          <dl>
            {difference ? <div><dt>{t("page.column_difference")}</dt><dd>{difference}</dd></div> : null}
            {effect ? <div><dt>{t("page.effect_at_most")}</dt><dd>{effect}</dd></div> : null}
          </dl>
        ) : null}
      </div>
    </li>
  );
}

export function AuditView() {
  const p = plan.value;
  const lang = language.value;
  const audit = found.value?.plan === p?.id && found.value?.lang === lang ? found.value?.audit : undefined;
  useEffect(() => {
    if (!p || audit) return undefined;
    const controller = new AbortController();
    fetchAudit(p.id, lang, controller.signal).then((got) => {
      found.value = { plan: p.id, lang, audit: got };
      return learnTitles(p, lang, got, controller.signal);
    }).catch( (error: unknown) => {
      if (controller.signal.aborted) return;
      trouble.value = explainTrouble(error, () => { trouble.value = undefined; attempt.value++; });
    });
    return () => controller.abort();
  }, [p?.id, lang, attempt.value]);
  // While the other language comes, what is known stays.
  const known = audit ?? (found.value?.plan === p?.id ? found.value?.audit : undefined);
  const fitting = useMemo(() => {
    if (!p || !known) return [];
    const word = search.value.trim();
    return known.findings.filter((each) => (kind.value === "all" || each.kind === kind.value) && (word === "" || mentions(each, each.sides.map((side) => placeOf(p, side, titles.value)), word)));
  }, [p, known, kind.value, search.value, titles.value, lang]);
  if (!p) return null;
  if (!known) return <><h2>{t("page.audit_title")}</h2><p class="empty" aria-live="polite">{trouble.value ? "" : t("page.loading")}</p></>;
  const shown = fitting.filter((each) => !hidden.value.has(each.severity));
  const count = (severity: Severity) => fitting.filter((each) => each.severity === severity).length;
  const kinds = [...new Set(known.findings.map((each) => each.kind))];
  const toggle = (severity: Severity) => {
    const next = new Set(hidden.value);
    if (!next.delete(severity)) next.add(severity);
    hidden.value = next;
  };
  return (
    <>
      <h2>{t("page.audit_title")}</h2>
      <p class="note">{t("page.audit_says")} {t("audit.yardstick", grouped(known.persons_15_64), grouped(known.persons_15_64 / 100), grouped(known.survey_error_points, 1))}</p>
      <div class="board-tools audit-tools">
        <div class="chips" role="group" aria-label={t("report.column_severity")}>
          {severities.map((each) => <button type="button" key={each} aria-pressed={!hidden.value.has(each)} onClick={() => toggle(each)}>{t(`audit.severity_${each}`)} <small>{grouped(count(each))}</small></button>)}
        </div>
        <label>{t("audit.column_kind")} <select value={kind.value} onChange={(event) => (kind.value = event.currentTarget.value)}>
          <option value="all">{t("page.all_kinds")}</option>{kinds.map((each) => <option key={each} value={each}>{t(`audit.kind_${each}`)} ({grouped(known.findings.filter((one) => one.kind === each).length)})</option>)}
        </select></label>
        <input type="search" placeholder={t("page.search_findings")} aria-label={t("page.search_findings")} value={search.value} onInput={(event) => (search.value = event.currentTarget.value)} />
      </div>
      <p class="audit-count" aria-live="polite" data-testid="audit-count">{t("page.audit_shown", grouped(known.findings.length), grouped(shown.length))}</p>
      {severities.map((severity) => {
        const own = shown.filter((each) => each.severity === severity);
        return own.length === 0 ? null : (
          <section key={severity} class="severity" aria-labelledby={`severity-${severity}`}>
            <h3 id={`severity-${severity}`}>{t(`audit.severity_${severity}`)} <small>{grouped(own.length)}</small></h3>
            <ol class="findings">{own.map((each) => <Finding key={each.id} plan={p} finding={each} number={known.findings.indexOf(each) + 1} />)}</ol>
          </section>
        );
      })}
      {shown.length === 0 ? <p class="empty">{t("page.no_finding")}</p> : null}
    </>
  );
}
