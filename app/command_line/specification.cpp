#include "app/command_line/specification.hpp"

namespace jobcast::app {
namespace {

const Positional plan{"PLAN", "help.plan", WordKind::plan};
const Positional store{"STORE", "help.store_file", WordKind::file};
const Option language{"--lang", "ko|en", "help.lang", {"ko", "en"}};
const Option format{"--format", "table|json|csv", "help.format", {"table", "json", "csv"}};
const Option out{"--out", "FILE", "help.out", {}, WordKind::file};

Command forecast() {
  return {"forecast",
          "help.forecast",
          {plan},
          {{"--scenario", "NAME|FILE", "help.scenario", {}, WordKind::scenario},
           {"--until", "YEAR|DATE", "help.until"},
           {"--draws", "N", "help.draws"},
           {"--seed", "N", "help.seed"},
           {"--threads", "N", "help.threads"},
           {"--prior", "", "help.prior"},
           format,
           out,
           language},
          {{"jobcast forecast jeongseon-2024", "help.example_forecast"},
           {"jobcast forecast jeongseon-2024 --scenario county-cut-10 --lang ko", "help.example_scenario"},
           {"jobcast forecast jeongseon-2024 --draws 100000 --seed 7 --format json --out forecast.json",
            "help.example_json"}}};
}

Command report() {
  return {"report",
          "help.report",
          {plan},
          {{"--out", "FILE", "help.report_out", {}, WordKind::file},
           {"--xlsx", "FILE", "help.xlsx", {}, WordKind::file},
           {"--scenario", "NAME|FILE", "help.scenario", {}, WordKind::scenario},
           {"--draws", "N", "help.report_draws"},
           {"--seed", "N", "help.seed"},
           {"--threads", "N", "help.threads"},
           {"--prior", "", "help.prior"},
           language},
          {{"jobcast report jeongseon-2024 --out report.html --xlsx report.xlsx", "help.example_report"},
           {"jobcast report jeongseon-2024 --lang ko --scenario county-cut-10 --out report.html",
            "help.example_report_scenario"}}};
}

Command programmes() {
  return {"programmes",
          "help.programmes",
          {plan},
          {{"--department", "NAME", "help.department"},
           {"--sector", "SECTOR", "help.sector", {"direct", "training", "service", "subsidy", "startup", "private"}},
           {"--funding", "SOURCE", "help.funding", {"national", "provincial", "county", "private"}},
           {"--at", "DATE", "help.at"},
           format,
           out,
           language},
          {{"jobcast programmes jeongseon-2024 --sector direct --funding county", "help.example_programmes"},
           {"jobcast programmes jeongseon-2024 --at 2024-10-13 --format csv", "help.example_at"}}};
}

Command check() {
  return {"check",
          "help.check",
          {{"PLAN", "help.plan_or_scenario", WordKind::plan}},
          {language},
          {{"jobcast check jeongseon-2024", "help.example_check"},
           {"jobcast check scenarios/jeongseon-2024/whatif/county-cut-10.toml", "help.example_check_scenario"}}};
}

Command audit() {
  return {"audit",
          "help.audit",
          {plan},
          {{"--all", "", "help.all_findings"}, {"--strict", "", "help.strict"}, format, out, language},
          {{"jobcast audit jeongseon-2024 --lang ko", "help.example_audit"},
           {"jobcast audit jeongseon-2024 --format json --out audit.json", "help.example_audit_json"}}};
}

Command attribute() {
  return {"attribute",
          "help.attribute",
          {plan},
          {{"--by", "PART", "help.by", {"sector", "strategy", "funding", "department", "programme"}},
           {"--top", "N", "help.top"},
           {"--draws", "N", "help.attribute_draws"},
           {"--pairs", "N", "help.pairs"},
           {"--seed", "N", "help.seed"},
           {"--prior", "", "help.prior"},
           {"--threads", "N", "help.threads"},
           format,
           out,
           language},
          {{"jobcast attribute jeongseon-2024 --lang ko", "help.example_attribute"},
           {"jobcast attribute jeongseon-2024 --by programme --top 20", "help.example_attribute_programmes"}}};
}

Command schedule() {
  return {"schedule",
          "help.schedule",
          {plan},
          {{"--scenario", "NAME|FILE", "help.scenario", {}, WordKind::scenario},
           {"--gantt", "FILE", "help.gantt", {}, WordKind::file},
           {"--draws", "N", "help.schedule_draws"},
           {"--seed", "N", "help.seed"},
           {"--threads", "N", "help.threads"},
           format,
           out,
           language},
          {{"jobcast schedule jeongseon-2024 --lang ko", "help.example_schedule"},
           {"jobcast schedule jeongseon-2024 --gantt gantt.svg --lang ko", "help.example_gantt"}}};
}

Command track() {
  return {"track",
          "help.track",
          {plan, {.name = "ACTUALS", .help_id = "help.actuals", .kind = WordKind::file, .optional = true}},
          {{"--as-of", "DATE", "help.as_of"},
           {"--template", "FILE", "help.template", {}, WordKind::file},
           {"--scenario", "NAME|FILE", "help.scenario", {}, WordKind::scenario},
           {"--draws", "N", "help.schedule_draws"},
           {"--seed", "N", "help.seed"},
           {"--threads", "N", "help.threads"},
           {"--prior", "", "help.prior"},
           format,
           out,
           language},
          {{"jobcast track jeongseon-2024 --template actuals.csv", "help.example_template"},
           {"jobcast track jeongseon-2024 actuals.csv --as-of 2024-06-30", "help.example_track"}}};
}

const std::vector<std::string_view> indicators{
    "employment_rate_15_64", "youth_employment_rate_15_29", "female_employment_rate_15_64",
    "employed_persons",      "regular_employees",           "insured_persons"};

Command gap() {
  return {"gap",
          "help.gap",
          {plan},
          {{"--target", "INDICATOR", "help.target", indicators},
           {"--probability", "P", "help.probability"},
           {"--scenario", "NAME|FILE", "help.scenario", {}, WordKind::scenario},
           {"--draws", "N", "help.gap_draws"},
           {"--seed", "N", "help.seed"},
           {"--prior", "", "help.prior"},
           {"--threads", "N", "help.threads"},
           format,
           out,
           language},
          {{"jobcast gap jeongseon-2024 --probability 0.8 --lang ko", "help.example_gap"},
           {"jobcast gap jeongseon-2024 --target youth_employment_rate_15_29 --scenario county-cut-10",
            "help.example_gap_youth"}}};
}

Command optimise() {
  auto goals = indicators;
  goals.emplace_back("probability");
  return {
      "optimise",
      "help.optimise",
      {plan},
      {{"--maximise", "GOAL", "help.maximise", goals},
       {"--target", "INDICATOR", "help.optimise_target", indicators},
       {"--budget", "AMOUNT", "help.budget"},
       {"--bounds", "FILE", "help.bounds", {}, WordKind::file},
       {"--floor", "PERCENT", "help.floor"},
       {"--cap", "PERCENT", "help.cap"},
       {"--keep", "TOTALS", "help.keep"},
       {"--front", "money|youth-seniors", "help.front", {"money", "youth-seniors"}},
       {"--plot", "FILE", "help.plot_front", {}, WordKind::file},
       {"--scenario-out", "FILE", "help.scenario_out", {}, WordKind::file},
       {"--top", "N", "help.optimise_top"},
       {"--draws", "N", "help.gap_draws"},
       {"--seed", "N", "help.seed"},
       {"--prior", "", "help.prior"},
       {"--threads", "N", "help.threads"},
       format,
       out,
       language},
      {{"jobcast optimise jeongseon-2024 --keep departments --scenario-out best.toml", "help.example_optimise"},
       {"jobcast optimise jeongseon-2024 --maximise probability --target female_employment_rate_15_64 --front money",
        "help.example_optimise_front"}}};
}

Command explain() {
  return {"explain",
          "help.explain",
          {plan, {"KEY", "help.key"}},
          {{"--format", "table|json", "help.explain_format", {"table", "json"}}, out, language},
          {{"jobcast explain jeongseon-2024 assumptions.survey.design_effect", "help.example_explain"},
           {"jobcast explain jeongseon-2024 employment_rate_15_64", "help.example_explain_indicator"}}};
}

Command new_plan() {
  return {"new-plan",
          "help.new_plan",
          {{"DIR", "help.dir", WordKind::folder}},
          {{"--synthetic", "N", "help.synthetic"}, {"--seed", "N", "help.synthetic_seed"}, language},
          {{"jobcast new-plan my-county-2025", "help.example_new_plan"},
           {"jobcast new-plan --synthetic 226 nation", "help.example_synthetic"}}};
}

Command sweep() {
  return {
      "sweep",
      "help.sweep",
      {{"FILE", "help.sweep_file", WordKind::file}},
      {{"--store", "STORE", "help.store", {}, WordKind::file},
       {"--resume", "", "help.resume"},
       {"--keep-draws", "", "help.keep_draws"},
       {"--drop-draws", "", "help.drop_draws"},
       {"--draws", "N", "help.sweep_draws"},
       {"--threads", "N", "help.threads"},
       {"--prior", "", "help.prior"},
       {"--yes", "", "help.yes"},
       format,
       out,
       language},
      {{"jobcast sweep scenarios/jeongseon-2024/sweeps/county-money.toml --store runs.sqlite", "help.example_sweep"},
       {"jobcast sweep scenarios/jeongseon-2024/sweeps/county-money.toml --store runs.sqlite --resume",
        "help.example_sweep_resume"}}};
}

Command skill() {
  return {"skill",
          "help.skill",
          {},
          {{"--panel", "FILE", "help.panel", {}, WordKind::file},
           {"--origins", "LIST|FROM-TO", "help.origins"},
           {"--area-filter", "ENDING", "help.area_filter"},
           {"--age-group", "AGES", "help.age_group"},
           {"--truth", "FILE", "help.truth", {}, WordKind::file},
           format,
           out,
           {"--plot", "FILE", "help.plot", {}, WordKind::file},
           language},
          {{"jobcast skill --panel panel.csv --area-filter 군", "help.example_skill"},
           {"jobcast skill --panel panel.csv --age-group 15-29 --origins 2019H2-2022H2 --plot skill.svg",
            "help.example_skill_youth"}}};
}

Command calibrate() {
  return {"calibrate",
          "help.calibrate",
          {plan},
          {{"--until", "SURVEY", "help.until_survey"},
           {"--members", "N", "help.members"},
           {"--seed", "N", "help.seed"},
           {"--threads", "N", "help.threads"},
           format,
           out,
           language},
          {{"jobcast calibrate jeongseon-2024", "help.example_calibrate"},
           {"jobcast calibrate jeongseon-2024 --until 2022H2", "help.example_calibrate_until"}}};
}

Command check_calibration() {
  return {"check-calibration",
          "help.check_calibration",
          {plan},
          {{"--histories", "N", "help.histories"},
           {"--seed", "N", "help.seed"},
           {"--threads", "N", "help.threads"},
           format,
           out,
           language},
          {{"jobcast check-calibration jeongseon-2024", "help.example_check_calibration"}}};
}

Command backtest() {
  return {"backtest",
          "help.backtest",
          {plan},
          {{"--seed", "N", "help.seed"}, {"--threads", "N", "help.threads"}, format, out, language},
          {{"jobcast backtest jeongseon-2024", "help.example_backtest"}}};
}

Command runs() {
  return {"runs",
          "help.runs",
          {store,
           {.name = "ACTION", .help_id = "help.action", .optional = true},
           {.name = "RUN", .help_id = "help.run", .optional = true, .several = true}},
          {format, out, language},
          {{"jobcast runs runs.sqlite", "help.example_runs"},
           {"jobcast runs runs.sqlite show plan", "help.example_runs_show"},
           {"jobcast runs runs.sqlite export --format csv --out runs.csv", "help.example_runs_export"}}};
}

Command compare() {
  return {"compare",
          "help.compare",
          {store, {.name = "RUN", .help_id = "help.run", .optional = true, .several = true}},
          {{"--against", "RUN", "help.against"}, format, out, language},
          {{"jobcast compare runs.sqlite --against plan", "help.example_compare"}}};
}

Command serve() {
  return {"serve",
          "help.serve",
          {{.name = "PLAN", .help_id = "help.plans_served", .kind = WordKind::plan, .optional = true, .several = true}},
          {{"--port", "N", "help.port"},
           {"--store", "STORE", "help.serve_store", {}, WordKind::file},
           {"--listen", "ADDRESS", "help.listen"},
           {"--token", "TOKEN", "help.token"},
           language},
          {{"jobcast serve jeongseon-2024", "help.example_serve"},
           {"jobcast serve --store runs.sqlite --port 0", "help.example_serve_store"}}};
}

Command sensitivity() {
  return {"sensitivity",
          "help.sensitivity",
          {plan},
          {{"--indicator",
            "NAME",
            "help.indicator",
            {"employment_rate_15_64", "youth_employment_rate_15_29", "female_employment_rate_15_64", "employed_persons",
             "regular_employees", "insured_persons"}},
           {"--method", "sobol|morris", "help.method", {"sobol", "morris"}},
           {"--scenario", "NAME|FILE", "help.scenario", {}, WordKind::scenario},
           {"--by", "group|input", "help.sensitivity_by", {"group", "input"}},
           {"--top", "N", "help.sensitivity_top"},
           {"--draws", "N", "help.sensitivity_draws"},
           {"--seed", "N", "help.seed"},
           {"--prior", "", "help.prior"},
           {"--threads", "N", "help.threads"},
           format,
           out,
           language},
          {{"jobcast sensitivity jeongseon-2024 --lang ko", "help.example_sensitivity"},
           {"jobcast sensitivity jeongseon-2024 --method morris --by input --indicator employed_persons --top 10",
            "help.example_sensitivity_inputs"}}};
}

Command discover() {
  return {"discover",
          "help.discover",
          {store},
          {{"--failure", "EXPRESSION", "help.failure"},
           {"--plan", "PLAN", "help.discover_plan", {}, WordKind::plan},
           {"--scenario", "NAME|FILE", "help.discover_scenario", {}, WordKind::scenario},
           {"--inputs", "N", "help.discover_inputs"},
           {"--seed", "N", "help.discover_seed"},
           format,
           out,
           language},
          {{"jobcast discover runs.sqlite --failure 'probability(employment_rate_15_64)<0.6'", "help.example_discover"},
           {"jobcast discover runs.sqlite --plan jeongseon-2024 --failure 'employment_rate_15_64<76.1'",
            "help.example_discover_draws"}}};
}

Command completion() {
  return {
      "completion",
      "help.completion",
      {{"SHELL", "help.shell"}},
      {language},
      {{"jobcast completion bash > ~/.local/share/bash-completion/completions/jobcast", "help.example_completion"}}};
}

}  // namespace

std::vector<Command> commands() {
  return {forecast(), report(),     check(),    audit(),     attribute(),         sensitivity(), gap(),
          optimise(), programmes(), schedule(), track(),     explain(),           sweep(),       runs(),
          compare(),  discover(),   new_plan(), calibrate(), check_calibration(), backtest(),    skill(),
          serve(),    completion()};
}

}  // namespace jobcast::app
