#include <algorithm>

#include "app/explanation/lookups.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string date_words(int month, int day) { return std::to_string(month) + "/" + std::to_string(day); }

std::string windows_words(const std::vector<plan::Window>& windows, const Catalogue& catalogue) {
  std::vector<std::string> words;
  for (const auto& window : windows) {
    words.push_back(catalogue.text("explain.window", date_words(window.from_month, window.from_day),
                                   date_words(window.to_month, window.to_day), grouped(100.0 * window.share) + "%"));
  }
  return joined(words);
}

std::string eligible_words(const std::vector<plan::Eligible>& eligible, const Catalogue& catalogue) {
  std::vector<std::string> words;
  for (const auto& part : eligible) {
    const auto sex = part.sexes == plan::Eligible::Sexes::male     ? catalogue.text("explain.men")
                     : part.sexes == plan::Eligible::Sexes::female ? catalogue.text("explain.women")
                                                                   : std::string();
    const auto ages = part.age_to >= 100 ? catalogue.text("name.age_and_over", std::to_string(part.age_from))
                                         : catalogue.text("name.age_range", std::to_string(part.age_from),
                                                          std::to_string(part.age_to));
    words.push_back(ages + sex + " " + grouped(100.0 * part.weight) + "%");
  }
  return joined(words);
}

void add_traits(Explanation& entry, const plan::ProgrammeTraits& of, const Catalogue& catalogue) {
  entry.lines.emplace_back("windows", windows_words(of.windows, catalogue));
  entry.lines.emplace_back("eligible", eligible_words(of.eligible, catalogue));
  for (const auto& trait : traits) {
    entry.lines.emplace_back(trait.name, value_words((of.*trait.value).distribution, catalogue));
  }
}

std::string budget_words(const plan::Budget& budget, const Catalogue& catalogue) {
  std::vector<std::string> words;
  for (const auto source : plan::fundings) {
    if (budget.of(source).value() != 0)
      words.push_back(label(source, catalogue) + " " + money(budget.of(source), catalogue));
  }
  return joined(words);
}

/// The programmes whose value of this trait is this very value.
std::string users_of(const plan::Plan& plan, const Trait& trait, const plan::Value& value, const Catalogue& catalogue) {
  constexpr std::size_t most = 12;
  std::vector<std::string> ids;
  std::size_t count = 0;
  for (const auto& programme : plan.programmes) {
    if ((programme.traits.*trait.value).key != value.key) continue;
    if (++count <= most) ids.push_back(programme.id);
  }
  const auto more = count > most ? ", .." : "";
  return catalogue.text("explain.used_by_programmes", std::to_string(count), joined(ids) + more);
}

Explanation with_users(const plan::Plan& plan, const Trait& trait, const plan::Value& value,
                       const Catalogue& catalogue) {
  auto entry = explanation_of(value, catalogue);
  entry.lines.emplace_back(catalogue.text("explain.used_by"), users_of(plan, trait, value, catalogue));
  return entry;
}

}  // namespace

std::vector<Explanation> explain_programme(const plan::Plan& plan, const std::string& key, const Catalogue& catalogue) {
  const auto* programme = plan.programme(key);
  if (programme == nullptr) return {};
  Explanation entry{key, in_language(programme->name, catalogue), {}};
  const auto* department = plan.department(programme->department);
  if (department)
    entry.lines.emplace_back(catalogue.text("programmes.column_department"), in_language(department->name, catalogue));
  entry.lines.emplace_back(catalogue.text("forecast.column_sector"), label(programme->sector, catalogue));
  entry.lines.emplace_back(catalogue.text("programmes.column_jobs"), grouped(programme->jobs));
  entry.lines.emplace_back(catalogue.text("explain.budget"), money(programme->stated_total, catalogue) + " (" +
                                                                 budget_words(programme->budget, catalogue) + ")");
  if (!programme->stated_budget) {
    entry.lines.emplace_back("", catalogue.text("explain.split_assumed"));
  }
  if (!programme->note.empty()) entry.lines.emplace_back(catalogue.text("explain.note"), programme->note);
  add_provenance(entry, programme->provenance, catalogue);
  std::vector<std::string> actions;
  for (const auto& action : plan.actions) {
    if (std::find(action.covers.begin(), action.covers.end(), key) != action.covers.end()) actions.push_back(action.id);
  }
  if (!actions.empty()) entry.lines.emplace_back(catalogue.text("explain.actions"), joined(actions));
  entry.lines.emplace_back(catalogue.text("explain.type"), programme->type);
  add_traits(entry, programme->traits, catalogue);
  return {entry};
}

std::vector<Explanation> explain_programme_value(const plan::Plan& plan, const std::string& key,
                                                 const Catalogue& catalogue) {
  const auto dot = key.rfind('.');
  if (dot == std::string::npos) return {};
  const auto* programme = plan.programme(key.substr(0, dot));
  if (programme == nullptr) return {};
  for (const auto& trait : traits) {
    if (trait.name == key.substr(dot + 1)) return {with_users(plan, trait, programme->traits.*trait.value, catalogue)};
  }
  return {};
}

std::vector<Explanation> explain_type(const plan::Plan& plan, const std::string& key, const Catalogue& catalogue) {
  const auto* type = plan.type(key);
  if (type == nullptr) return {};
  Explanation entry{key, in_language(type->name, catalogue), {}};
  std::vector<std::string> users;
  for (const auto& programme : plan.programmes) {
    if (programme.type == key) users.push_back(programme.id);
  }
  add_traits(entry, type->traits, catalogue);
  entry.lines.emplace_back(catalogue.text("explain.used_by"),
                           catalogue.text("explain.used_by_programmes", std::to_string(users.size()), joined(users)));
  return {entry};
}

std::vector<Explanation> explain_type_value(const plan::Plan& plan, const std::string& key,
                                            const Catalogue& catalogue) {
  const auto named = [&](const Trait& trait, const plan::Value& value, const std::string& owner) {
    return value.key == key || std::string(trait.name) + "." + owner == key;
  };
  for (const auto& trait : traits) {
    for (const auto& type : plan.types) {
      const auto& value = type.traits.*trait.value;
      if (named(trait, value, type.id)) return {with_users(plan, trait, value, catalogue)};
    }
    for (const auto& programme : plan.programmes) {
      const auto& value = programme.traits.*trait.value;
      if (named(trait, value, programme.id)) return {with_users(plan, trait, value, catalogue)};
    }
  }
  return {};
}

}  // namespace jobcast::app
