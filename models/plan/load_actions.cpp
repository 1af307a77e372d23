#include <algorithm>
#include <set>

#include "models/plan/milestone_reader.hpp"
#include "models/plan/value_reader.hpp"

namespace jobcast::plan {
namespace {

using input::Presence;
using input::TomlTable;

/// A number that may be absent but not negative.
std::optional<double> amount(TomlTable& table, std::string_view key) {
  const auto found = table.number(key, Presence::optional);
  if (!found || *found >= 0.0) return found;
  table.faults().add({table.where(key), {"plan.negative", {std::string(key)}}, {"plan.expected_not_negative", {}}, {}});
  return std::nullopt;
}

/// The id that an entry belongs to, which must be one of those read before.
template <class Owner>
std::string read_owner(TomlTable& entry, std::string_view key, const char* problem, const std::vector<Owner>& owners) {
  const auto id = entry.text(key);
  if (!id) return {};
  const auto ids = ids_of(owners);
  if (std::find(ids.begin(), ids.end(), *id) == ids.end()) {
    entry.faults().add({entry.where(key),
                        {problem, {*id}},
                        {"toml.expected_one_of", {input::listed(ids)}},
                        input::did_you_mean(*id, ids)});
  }
  return *id;
}

class ActionReader {
 public:
  explicit ActionReader(Pack& pack) : pack_(pack), plan_(pack.plan), milestones_(pack) {
    for (const auto& programme : plan_.programmes) programmes_.insert(programme.id);
  }

  void read(TomlTable& root) {
    for (auto& entry : root.tables("strategy", Presence::optional)) read_strategy(entry);
    for (auto& entry : root.tables("task", Presence::optional)) read_task(entry);
    for (auto& entry : root.tables("action", Presence::optional)) read_action(entry);
    milestones_.check();
  }

 private:
  void read_strategy(TomlTable& entry) {
    Strategy strategy;
    strategy.id = read_id(entry, strategies_);
    strategy.name = read_name(entry, "name");
    if (auto printed = entry.table("printed", Presence::optional)) {
      if (const auto count = amount(*printed, "programmes")) strategy.printed_programmes = static_cast<int>(*count);
      strategy.printed_jobs = amount(*printed, "jobs");
      constexpr double thousands_in_million = 1000.0;
      if (const auto money = amount(*printed, "budget_million_won")) {
        strategy.printed_budget = won_of_thousands(*money * thousands_in_million);
      }
      printed->refuse_other_keys();
    }
    if (const auto source = read_provenance(entry, "source")) strategy.provenance = *source;
    entry.refuse_other_keys();
    plan_.strategies.push_back(std::move(strategy));
  }

  void read_task(TomlTable& entry) {
    Task task;
    task.id = read_id(entry, tasks_);
    task.strategy = read_owner(entry, "strategy", "plan.unknown_strategy", plan_.strategies);
    task.name = read_name(entry, "name");
    entry.refuse_other_keys();
    plan_.tasks.push_back(std::move(task));
  }

  void read_action(TomlTable& entry) {
    Action action;
    action.id = read_id(entry, actions_);
    action.task = read_owner(entry, "task", "plan.unknown_task", plan_.tasks);
    action.name = read_name(entry, "name");
    if (const auto source = read_provenance(entry, "source")) action.provenance = *source;
    read_period_of(entry, action);
    entry.text("place", Presence::optional);
    read_covers(entry, action);
    action.jobs = amount(entry, "jobs");
    for (const auto& note : entry.texts("notes", Presence::optional)) action.notes.push_back(note.text);
    read_budget(entry, action);
    read_quarters(entry, action);
    milestones_.read(entry, action);
    entry.refuse_other_keys();
    plan_.actions.push_back(std::move(action));
  }

  std::string read_id(TomlTable& entry, UniqueIds& ids) {
    auto id = entry.text("id").value_or("");
    if (!id.empty()) ids.add(id, entry.where("id"), pack_.faults);
    return id;
  }

  void read_period_of(TomlTable& entry, Action& action) {
    auto period = entry.table("period", Presence::optional);
    if (!period) return;
    if (const auto from = read_period(*period, "from", Presence::required)) action.from = from->first;
    if (const auto to = read_period(*period, "to", Presence::optional)) action.to = to->last;
    period->refuse_other_keys();
    if (!action.from || !action.to || *action.from <= *action.to) return;
    pack_.faults.add({period->where(),
                      {"plan.period_backwards", {time::to_string(*action.from), time::to_string(*action.to)}},
                      {},
                      {}});
    action.from.reset();
    action.to.reset();
  }

  void read_covers(TomlTable& entry, Action& action) {
    for (const auto& covered : entry.texts("covers")) {
      if (!programmes_.empty() && !programmes_.contains(covered.text)) {
        pack_.faults.add({covered.where,
                          {"plan.unknown_programme", {covered.text}},
                          {"plan.expected_programme", {std::to_string(programmes_.size())}},
                          input::did_you_mean(covered.text, ids_of(plan_.programmes))});
      } else if (std::find(action.covers.begin(), action.covers.end(), covered.text) != action.covers.end()) {
        pack_.faults.add({covered.where, {"plan.covered_twice", {covered.text}}, {}, {}});
      }
      action.covers.push_back(covered.text);
    }
  }

  void read_budget(TomlTable& entry, Action& action) {
    auto money = entry.table("budget", Presence::optional);
    if (!money) return;
    const auto before = pack_.faults.faults().size();
    Budget budget;
    bool stated = false;
    for (std::size_t source = 0; source < fundings.size(); ++source) {
      const auto found = amount(*money, funding_ids()[source]);
      stated = stated || found;
      budget.by_source[source] = won_of_thousands(found.value_or(0.0));
    }
    if (const auto total = amount(*money, "total")) action.stated_total = won_of_thousands(*total);
    money->refuse_other_keys();
    if (!stated || pack_.faults.faults().size() != before) return;
    action.budget = budget;
    // Sheets do contradict themselves; then a note has to say so.
    if (!action.stated_total || *action.stated_total == budget.total() || !action.notes.empty()) return;
    const auto thousands = [](units::Won won) { return amount_words(won / units::thousand_won(1)); };
    pack_.faults.add({money->where("total"),
                      {"plan.money_sum", {thousands(*action.stated_total), thousands(budget.total())}},
                      {"plan.expected_money_sum", {}},
                      {"plan.mend_sheet_sum", {}}});
  }

  void read_quarters(TomlTable& entry, Action& action) {
    const auto* list = entry.value("quarters", Presence::optional);
    const auto source = read_provenance(entry, "quarters_source", list ? Presence::required : Presence::optional);
    if (source) action.quarters_provenance = *source;
    if (list == nullptr) return;
    if (list->kind != input::TomlValue::Kind::list) {
      pack_.faults.add(input::wrong_kind("quarters", *list, "plan.expected_quarters"));
      return;
    }
    constexpr double last = 4.0;
    for (const auto& item : list->items) {
      const bool fits = item.kind == input::TomlValue::Kind::whole_number && item.number >= 1.0 && item.number <= last;
      if (fits) {
        action.quarters.push_back(static_cast<int>(item.number));
      } else {
        pack_.faults.add(input::wrong_kind("quarters", item, "plan.expected_quarters"));
      }
    }
  }

  Pack& pack_;
  Plan& plan_;
  MilestoneReader milestones_;
  std::set<std::string> programmes_;
  UniqueIds strategies_{"plan.strategy_twice"};
  UniqueIds tasks_{"plan.task_twice"};
  UniqueIds actions_{"plan.action_twice"};
};

}  // namespace

void load_actions(Pack& pack) {
  if (!pack.actions) return;
  const auto document = read_pack_toml(*pack.actions, pack.faults);
  if (!document) return;
  TomlTable root(*document, "actions.toml", pack.faults);
  ActionReader(pack).read(root);
  root.refuse_other_keys();
}

}  // namespace jobcast::plan
