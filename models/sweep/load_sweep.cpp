#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include "models/plan/pack_file.hpp"
#include "models/sweep/lever_file.hpp"
#include "models/sweep/sweep_file.hpp"

namespace jobcast::sweep {
namespace {

namespace fs = std::filesystem;
using input::Presence;
using input::TomlTable;
using input::TomlText;

constexpr auto schema = "jobcast.sweep/1";
constexpr auto manifest = "plan.toml";
constexpr int longest_years = 30;

/// The packs that `plan` or `plans` names.
std::vector<TomlText> plan_names(TomlTable& root) {
  const bool one = root.value("plan", Presence::optional) != nullptr;
  const bool several = root.value("plans", Presence::optional) != nullptr;
  if (one == several) {
    root.faults().add({several ? root.where("plans") : root.where(),
                       {several ? "sweep.two_plans" : "sweep.no_plan", {}},
                       {"sweep.expected_plan", {}},
                       {}});
    return {};
  }
  if (several) return root.texts("plans");
  const auto name = root.text("plan");
  return name ? std::vector<TomlText>{{*name, root.where("plan")}} : std::vector<TomlText>();
}

/// Reads one sweep; gathers the faults of all its parts.
class Reader {
 public:
  using Document = std::shared_ptr<const input::TomlValue>;

  Reader(std::string file, Document document, Preparation prepare, input::Diagnostics& faults)
      : file_(std::move(file)), document_(std::move(document)), prepare_(std::move(prepare)), faults_(faults) {}

  void read(TomlTable& root, Sweep& sweep) {
    root.require_schema(schema, "sweep.schema");
    read_header(root, sweep);
    const auto names = plan_names(root);
    const auto base = root.text("extends", Presence::optional);
    const auto* levers = levers_of(root);
    root.refuse_other_keys();
    for (const auto& name : names) {
      auto swept = read_plan(root, sweep, name, base, levers);
      if (swept) sweep.plans.push_back(std::move(*swept), again(sweep, name));
    }
  }

  /// One of the plans, with what the sweep makes of it.
  std::optional<SweptPlan> read_plan(TomlTable& root, const Sweep& sweep, const TomlText& name,
                                     const std::optional<std::string>& base, const input::TomlValue* levers) {
    auto plan = load(name);
    if (!plan) return std::nullopt;
    check_until(root, sweep, *plan);
    SweptPlan swept{std::move(*plan), {}, {}};
    swept.base = base ? extended(swept.plan, *base, root.where("extends")) : scenario::as_written(swept.plan);
    swept.levers = read_levers(levers, swept.plan, sweep.design);
    return swept;
  }

 private:
  /// Reads a plan anew, of the sweep as it was read.
  Plans::Reader again(const Sweep& sweep, const TomlText& name) const {
    return [file = file_, document = document_, prepare = prepare_, until = sweep.until, design = sweep.design, name] {
      input::Diagnostics faults;
      TomlTable root(*document, fs::path(file).filename().string(), faults);
      Sweep head;
      head.until = until;
      head.design = design;
      auto swept = Reader(file, document, prepare, faults)
                       .read_plan(root, head, name, root.text("extends", Presence::optional), levers_of(root));
      faults.throw_if_any();
      return std::move(swept.value());
    };
  }

  static const input::TomlValue* levers_of(TomlTable& root) {
    return root.tables("lever", Presence::optional).empty() ? nullptr : root.value("lever");
  }

  std::optional<plan::Plan> load(const TomlText& name) {
    auto folder = fs::path(file_).parent_path() / name.text;
    if (folder.filename() == manifest) folder = folder.parent_path();
    std::error_code ignored;
    if (!fs::is_regular_file(folder / manifest, ignored)) {
      faults_.add({name.where, {"sweep.unknown_plan", {name.text}}, {"sweep.expected_plan", {}}, {}});
      return std::nullopt;
    }
    try {
      auto plan = plan::load_plan(folder.lexically_normal().string());
      if (prepare_) prepare_(plan);
      return plan;
    } catch (const input::InputError& error) {
      for (const auto& fault : error.faults()) faults_.add(fault);
      return std::nullopt;
    }
  }

  void check_until(TomlTable& root, const Sweep& sweep, const plan::Plan& plan) {
    if (!sweep.until) return;
    const auto least = time::add_days(plan.as_of, 1);
    const auto greatest = time::make_date(time::year_of(plan.as_of) + longest_years, 12, 31);
    if (*sweep.until >= least && *sweep.until <= greatest) return;
    faults_.add({root.where("until"),
                 {"sweep.until_outside", {time::to_string(*sweep.until), plan.id}},
                 {"scenario.expected_dates", {time::to_string(least), time::to_string(greatest)}},
                 {}});
  }

  /// The scenario that all extend: a file beside the sweep, or a name in the plan's whatif folder.
  scenario::Scenario extended(const plan::Plan& plan, const std::string& base, const input::Position& where) {
    const auto beside = fs::path(file_).parent_path() / base;
    std::error_code ignored;
    const bool is_file = fs::is_regular_file(beside, ignored);
    try {
      return scenario::load_scenario(plan, is_file ? beside.lexically_normal().string() : base);
    } catch (const input::InputError& error) {
      for (auto fault : error.faults()) {
        if (fault.where.line == 0) fault.where = where;
        faults_.add(fault);
      }
      return scenario::as_written(plan);
    }
  }

  /// The levers as they act on one of the plans. What is wrong with all plans is said once.
  std::vector<Lever> read_levers(const input::TomlValue* entries, const plan::Plan& plan, const Design& design) {
    if (entries == nullptr) return {};
    const bool drawn = design.kind == DesignKind::latin_hypercube || design.kind == DesignKind::sobol;
    std::vector<Lever> levers;
    std::set<std::string> names;
    for (const auto& entry : entries->items) {
      if (entry.kind != input::TomlValue::Kind::table) continue;
      input::Diagnostics found;
      TomlTable table(entry, "lever", found);
      auto lever = read_lever(table, plan, drawn ? Places::any : Places::listed);
      if (lever && !lever->name.empty() && !names.insert(lever->name).second) {
        found.add({table.where("name"), {"sweep.same_name", {lever->name}}, {}, {}});
      }
      if (lever) levers.push_back(std::move(*lever));
      add_new(found, faults_);
    }
    if (design.kind == DesignKind::list) check_lengths(levers);
    return levers;
  }

  void check_lengths(const std::vector<Lever>& levers) {
    for (const auto& lever : levers) {
      if (lever.settings.size() == levers.front().settings.size()) continue;
      input::Diagnostics found;
      found.add({lever.where,
                 {"sweep.unequal_lists", {lever.name, std::to_string(lever.settings.size())}},
                 {"sweep.expected_length", {std::to_string(levers.front().settings.size()), levers.front().name}},
                 {}});
      add_new(found, faults_);
    }
  }

  std::string file_;
  Document document_;
  Preparation prepare_;
  input::Diagnostics& faults_;
};

}  // namespace

Sweep load_sweep(const std::string& file, const Preparation& prepare) {
  input::Diagnostics faults;
  Sweep sweep;
  sweep.id = fs::path(file).stem().string();
  if (auto read = plan::read_pack_toml({file, {file}}, faults)) {
    const auto document = std::make_shared<const input::TomlValue>(std::move(*read));
    TomlTable root(*document, fs::path(file).filename().string(), faults);
    Reader(file, document, prepare, faults).read(root, sweep);
  }
  faults.throw_if_any();
  return sweep;
}

time::Date until(const Sweep& sweep, const plan::Plan& plan) { return sweep.until.value_or(plan.forecast_until); }

}  // namespace jobcast::sweep
