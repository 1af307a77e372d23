/** The page: what stands around the views, and the view in hand. */

import { useEffect, useRef } from "preact/hooks";
import { Footer, Header, Notice, ScenarioBar, Trouble } from "./parts/frame";
import { Provenance } from "./parts/provenance";
import { answer, plan, redo, trouble, undo, view, type View } from "./state";
import { of, t } from "./text/catalogue";
import { isDark } from "./theme";
import { AuditView } from "./views/audit";
import { Board } from "./views/budget";
import { Calendar } from "./views/calendar";
import { Compare } from "./views/compare";
import { Overview } from "./views/overview";
import { People } from "./views/people";
import { Take } from "./views/take";

const bodies: Record<View, () => preact.JSX.Element | null> = {
  overview: Overview, budget: Board, people: People, calendar: Calendar, compare: Compare, audit: AuditView, take: Take,
};

function keys(event: KeyboardEvent): void {
  const field = event.target instanceof HTMLInputElement && event.target.type !== "range" && event.target.type !== "checkbox";
  if (field || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) undo();
  else if (key === "y" || (key === "z" && event.shiftKey)) redo();
  else return;
  event.preventDefault();
}

export function App() {
  const main = useRef<HTMLElement>(null);
  const Body = bodies[view.value];
  const title = plan.value ? of(plan.value.title) : "jobcast";
  useEffect(() => { document.documentElement.dataset["theme"] = isDark.value ? "dark" : "light"; }, [isDark.value]);
  useEffect(() => { document.title = `${t(`page.view_${view.value}`)} · ${title}`; });
  useEffect(() => {
    addEventListener("keydown", keys);
    return () => removeEventListener("keydown", keys);
  }, []);
  const seen = useRef(view.value);
  useEffect(() => {
    if (seen.current === view.value) return;
    seen.current = view.value;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [view.value]);
  return (
    <>
      <Header />
      <ScenarioBar />
      <Trouble />
      <main id="main" ref={main} tabIndex={-1} aria-label={t(`page.view_${view.value}`)}>
        {answer.value ? <Body key={view.value} /> : trouble.value ? null : <p class="empty" aria-live="polite">{t("page.loading")}</p>}
      </main>
      <Footer />
      <Notice />
      <Provenance />
    </>
  );
}
