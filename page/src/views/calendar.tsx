/** When the programmes are at work, month by month, the two weeks that are surveyed, and the milestones. */

import { signal } from "@preact/signals";
import type { Plan, Programme } from "../api/types";
import { sectors } from "../api/types";
import { lastSurvey, Value } from "../parts/provenance";
import { plan } from "../state";
import { language, of, t } from "../text/catalogue";
import { departmentName, programmeName, sectorName } from "../text/names";
import { grouped, survey } from "../text/numbers";
import { monthDays, shareOfYear, spans } from "../text/year";

const sector = signal<string>("direct");
const search = signal("");
const onlyAtWork = signal(false);

const percent = (share: number) => `${100 * share}%`;

function Weeks({ plan: p }: { plan: Plan }) {
  return (
    <>{p.reference_weeks.map((week) => {
      const [left, right] = [shareOfYear(week.from.slice(5)), shareOfYear(week.to.slice(5), true)];
      return <span key={week.survey} class="week" style={{ left: percent(left), width: percent(right - left) }} />;
    })}</>
  );
}

/** "4월", "Apr". */
function monthName(month: number): string {
  return new Intl.DateTimeFormat(language.value === "ko" ? "ko-KR" : "en-GB", { month: "short", timeZone: "UTC" }).format(Date.UTC(2024, month - 1, 15));
}

function Months() {
  return (
    <div class="months" aria-hidden="true">
      {monthDays.map((_, month) => <span key={month} style={{ left: percent(shareOfYear(`${month + 1}-1`)) }}>{monthName(month + 1)}</span>)}
    </div>
  );
}

function ProgrammeRow({ plan: p, programme }: { plan: Plan; programme: Programme }) {
  const name = programmeName(programme);
  const windows = programme.windows.map((each) => `${each.from}~${each.to} (${Math.round(100 * each.share)}%)`).join(", ");
  return (
    <tr>
      <th scope="row"><Value class="plain" origin={() => ({ title: name, shown: windows || t("page.no_windows"), keys: [programme.id] })}>{name}</Value><small>{departmentName(p, programme.department)}</small></th>
      {p.reference_weeks.map((week) => <td key={week.survey} class="number">{programme.at_work[week.survey]
        ? <Value origin={() => ({ title: `${name}, ${survey(week.survey)}`, shown: t("number.persons", grouped(programme.at_work[week.survey]!)), keys: [programme.id], how: t("page.at_work_how", grouped(programme.jobs)) })}>{grouped(programme.at_work[week.survey]!)}</Value> : "–"}</td>)}
      <td class="track">
        <div class="lane" role="img" aria-label={windows || t("page.no_windows")}>
          <Weeks plan={p} />
          {programme.windows.flatMap((each, i) => spans(each.from, each.to).map((span, j) => (
            <span key={`${i}.${j}`} class="open" style={{ left: percent(span.left), width: percent(span.right - span.left), opacity: 0.35 + 0.65 * each.share }} />
          )))}
        </div>
      </td>
    </tr>
  );
}

function Milestones({ plan: p }: { plan: Plan }) {
  const year = String(p.plan_year);
  const sheets = p.actions.map((action) => ({ action, own: action.milestones.filter((each) => each.date.startsWith(year)) })).filter((each) => each.own.length > 0);
  if (sheets.length === 0) return <p class="empty">{t("page.no_milestones")}</p>;
  return (
    <div class="rows calendar" tabIndex={0} role="region" aria-label={t("page.milestones", p.plan_year)}>
      <table>
        <thead><tr><th scope="col">{t("page.action_sheet")}</th><th scope="col" class="track"><span class="unseen-text">{t("page.view_calendar")}</span><Months /></th></tr></thead>
        <tbody>{sheets.map(({ action, own }) => (
          <tr key={action.id}>
            <th scope="row"><Value class="plain" origin={() => ({ title: of(action.name), shown: action.id, keys: [action.id] })}>{of(action.name)}</Value>
              <details><summary>{t("page.steps", own.length)}</summary><ol>{own.map((each) => <li key={each.id}><time dateTime={each.date}>{each.date.slice(5)}</time> {of(each.name)}</li>)}</ol></details>
            </th>
            <td class="track"><div class="lane" role="img" aria-label={own.map((each) => `${each.date} ${of(each.name)}`).join("; ")}>
              <Weeks plan={p} />
              {own.map((each) => <span key={each.id} class="stone" title={`${each.date} ${of(each.name)}`} style={{ left: percent(shareOfYear(each.date.slice(5), true)) }} />)}
            </div></td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

export function Calendar() {
  const p = plan.value;
  if (!p) return null;
  const word = search.value.trim().toLowerCase();
  const last = lastSurvey(p.reference_weeks);
  const list = p.programmes.filter((each) => (sector.value === "all" || each.sector === sector.value) &&
    (word === "" || `${each.name.ko} ${each.name.en} ${departmentName(p, each.department)}`.toLowerCase().includes(word)) &&
    (!onlyAtWork.value || (each.at_work[last] ?? 0) > 0));
  return (
    <>
      <h2>{t("page.calendar_title", p.plan_year)}</h2>
      <dl class="figures">
        {p.reference_weeks.map((week) => (
          <div key={week.survey}>
            <dt>{t("page.week_of", survey(week.survey), week.from.slice(5).replace("-", "."), week.to.slice(5).replace("-", "."))}</dt>
            <dd>{t("number.persons", grouped(p.programmes.reduce((all, each) => all + (each.at_work[week.survey] ?? 0), 0)))} <small>{t("programmes.count", p.programmes.filter((each) => (each.at_work[week.survey] ?? 0) > 0).length)}</small></dd>
          </div>
        ))}
      </dl>
      <p class="note">{t("page.calendar_note")}</p>
      <div class="board-tools">
        <label>{t("forecast.column_sector")} <select value={sector.value} onChange={(event) => (sector.value = event.currentTarget.value)}>
          <option value="all">{t("name.all")}</option>{sectors.map((each) => <option key={each} value={each}>{sectorName(each)}</option>)}
        </select></label>
        <input type="search" placeholder={t("page.search")} aria-label={t("page.search")} value={search.value} onInput={(event) => (search.value = event.currentTarget.value)} />
        <label class="check"><input type="checkbox" checked={onlyAtWork.value} onChange={(event) => (onlyAtWork.value = event.currentTarget.checked)} /> {t("page.only_at_work", survey(last))}</label>
      </div>
      <div class="rows calendar" tabIndex={0} role="region" aria-label={t("page.calendar_title", p.plan_year)}>
        <table>
          <thead><tr><th scope="col">{t("programmes.column_name")}</th>{p.reference_weeks.map((week) => <th scope="col" class="number" key={week.survey}>{monthName(Number(week.survey.slice(5)))}</th>)}<th scope="col" class="track"><span class="unseen-text">{t("page.view_calendar")}</span><Months /></th></tr></thead>
          <tbody>{list.map((each) => <ProgrammeRow key={each.id} plan={p} programme={each} />)}</tbody>
        </table>
        {list.length === 0 ? <p class="empty">{t("programmes.none")}</p> : null}
      </div>
      <h2>{t("page.milestones", p.plan_year)}</h2>
      <Milestones plan={p} />
    </>
  );
}
