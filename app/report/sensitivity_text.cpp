#include <algorithm>
#include <cmath>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/sensitivity_names.hpp"
#include "app/report/sensitivity_report.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using sensitivity::Estimate;
using sensitivity::Finding;
using sensitivity::Kind;
using sensitivity::Level;
using sensitivity::Method;
using sensitivity::OfIndicator;
using sensitivity::Sensitivity;

constexpr double percent = 100.0;
/// What certainly makes up no more of the variance than this is said not to matter.
constexpr double too_little = 0.01;

struct Row {
  const sensitivity::Subject* subject = nullptr;
  const Finding* finding = nullptr;
};

/// The strongest first.
std::vector<Row> ranked(const Sensitivity& found, const OfIndicator& indicator, Level level) {
  std::vector<Row> rows;
  for (std::size_t place = 0; place < found.subjects.size(); ++place) {
    if (found.subjects[place].level == level) rows.push_back({&found.subjects[place], &indicator.findings[place]});
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& one, const Row& other) {
    if (found.method == Method::sobol) return one.finding->published.total.value > other.finding->published.total.value;
    return one.finding->true_steps.mean_absolute.value > other.finding->true_steps.mean_absolute.value;
  });
  return rows;
}

std::string share(double value) { return grouped(percent * value, 1) + "%"; }

std::string share_range(const Estimate& estimate, const Catalogue& words) {
  const auto low = grouped(percent * estimate.low, 1);
  const auto high = grouped(percent * estimate.high, 1);
  return estimate.low < 0.0 ? signed_range(low, high, words) : range(low, high, words);
}

bool above_zero(const Estimate& estimate) { return estimate.low > 0.0; }

bool matters(const Finding& finding) { return finding.published.acts && finding.published.total.high >= too_little; }

std::string names_of(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

Table sobol_table(const std::vector<Row>& rows, const char* title, int room, bool with_truth, const Catalogue& words) {
  std::vector<Column> columns{{words.text(title), Align::left},
                              {words.text("sensitivity.column_alone")},
                              {words.text("sensitivity.column_interval")},
                              {words.text("sensitivity.column_total")},
                              {words.text("sensitivity.column_interval")}};
  if (with_truth) columns.push_back({words.text("sensitivity.column_true")});
  Table table(std::move(columns));
  for (const auto& [subject, finding] : rows) {
    const auto& alone = finding->published.first_order;
    const bool seen = above_zero(alone);
    std::vector<Cell> cells{shortened(subject_label(*subject, words), room)};
    cells.emplace_back(seen ? share(alone.value) : words.text("sensitivity.not_above_zero"),
                       seen ? Style::bold : Style::dim);
    cells.emplace_back(share_range(alone, words), seen ? Style::plain : Style::dim);
    cells.emplace_back(share(finding->published.total.value));
    cells.emplace_back(share_range(finding->published.total, words));
    if (with_truth) cells.emplace_back(share(finding->truth.total.value));
    table.add(std::move(cells));
  }
  return table;
}

int decimals_of(plan::Indicator::Id id) { return is_rate(id) ? 2 : 0; }

Table morris_table(const std::vector<Row>& rows, plan::Indicator::Id id, const char* title, int room,
                   const Catalogue& words) {
  Table table({{words.text(title), Align::left},
               {words.text("sensitivity.column_mean_absolute")},
               {words.text("sensitivity.column_interval")},
               {words.text("sensitivity.column_mean")},
               {words.text("sensitivity.column_sigma")}});
  const int decimals = decimals_of(id);
  for (const auto& [subject, finding] : rows) {
    const auto& effects = finding->true_steps;
    const auto& size = effects.mean_absolute;
    table.add({shortened(subject_label(*subject, words), room),
               {grouped(size.value, decimals), Style::bold},
               range(grouped(size.low, decimals), grouped(size.high, decimals), words),
               effects.mean ? with_sign(*effects.mean, decimals) : "-",
               effects.sigma ? grouped(*effects.sigma, decimals) : "-"});
  }
  return table;
}

/// Names as long as the page has room for.
template <class Make>
std::string fitted(const Make& make, const Page& page) {
  constexpr int shortest_name = 14;
  constexpr int longest_name = 46;
  const int others = make(shortest_name).width() - shortest_name;
  return make(std::clamp(page.width - others - 1, shortest_name, longest_name)).text(page.paint);
}

const Finding* finding_of(const Sensitivity& found, const OfIndicator& indicator, Level level, std::string_view id) {
  for (std::size_t place = 0; place < found.subjects.size(); ++place) {
    const auto& subject = found.subjects[place];
    if (subject.level == level && subject.id == id) return &indicator.findings[place];
  }
  return nullptr;
}

/// Half of the width of nine in ten futures, were the figure normal.
std::string give_or_take(plan::Indicator::Id id, double variance, const Catalogue& words) {
  constexpr double nine_in_ten = 1.645;
  const auto half = nine_in_ten * std::sqrt(std::max(variance, 0.0));
  return is_rate(id) ? words.text("sensitivity.points", grouped(half, 2)) : words.text("number.persons", grouped(half));
}

/// What is worth knowing better: inputs that could be known, by what knowing them would take away.
std::string worth_knowing(const Sensitivity& found, const OfIndicator& indicator, const Page& page) {
  const auto& words = page.catalogue;
  auto rows = ranked(found, indicator, Level::group);
  std::erase_if(rows, [](const Row& row) {
    return row.subject->kind != Kind::knowable || !matters(*row.finding) ||
           !above_zero(row.finding->published.first_order);
  });
  std::stable_sort(rows.begin(), rows.end(), [](const Row& one, const Row& other) {
    return one.finding->published.first_order.value > other.finding->published.first_order.value;
  });
  constexpr std::size_t most = 3;
  if (rows.empty()) return page.paragraph(words.text("sensitivity.nothing_worth_knowing"));
  if (rows.size() > most) rows.resize(most);
  std::string text = page.paragraph(words.text("sensitivity.worth_knowing"), Style::bold);
  for (const auto& row : rows) {
    const double alone = row.finding->published.first_order.value;
    text += page.paragraph(words.text("sensitivity.worth", subject_label(*row.subject, words), share(alone),
                                      share_range(row.finding->published.first_order, words),
                                      give_or_take(indicator.id, indicator.published.variance, words),
                                      give_or_take(indicator.id, (1.0 - alone) * indicator.published.variance, words)),
                           Style::plain, " - ");
  }
  return text;
}

std::string cannot_be_known(const Sensitivity& found, const OfIndicator& indicator, const Page& page) {
  const auto& words = page.catalogue;
  std::string text;
  const auto say = [&](const char* sentence, Level level, std::string_view id) {
    const auto* finding = finding_of(found, indicator, level, id);
    if (finding == nullptr || !finding->published.acts) return;
    const auto& total = finding->published.total;
    text += page.paragraph(words.text(sentence, share(total.value), share_range(total, words)), Style::plain, " - ");
  };
  say("sensitivity.cannot_survey", Level::group, "survey-error");
  say("sensitivity.cannot_chance", Level::group, "chance");
  say("sensitivity.cannot_coming", Level::kind, "coming");
  say("sensitivity.in_own_hands", Level::group, "execution");
  return text.empty() ? text : page.paragraph(words.text("sensitivity.not_by_study"), Style::bold) + text;
}

std::string does_not_matter(const Sensitivity& found, const OfIndicator& indicator, const Page& page) {
  const auto& words = page.catalogue;
  std::vector<std::string> small, none;
  for (const auto& row : ranked(found, indicator, Level::group)) {
    if (!row.finding->published.acts) {
      none.push_back(subject_label(*row.subject, words));
    } else if (!matters(*row.finding)) {
      small.push_back(subject_label(*row.subject, words));
    }
  }
  std::string text;
  if (!small.empty()) text += page.paragraph(words.text("sensitivity.does_not_matter", names_of(small)));
  if (!none.empty()) text += page.paragraph(words.text("sensitivity.does_not_act", names_of(none)));
  return text;
}

std::string sobol_text(const Sensitivity& found, const OfIndicator& indicator, std::size_t top, const Page& page) {
  const auto& words = page.catalogue;
  constexpr int room_for_truth = 92;
  const bool with_truth = page.width >= room_for_truth;
  std::string text = page.heading(label(indicator.id, words));
  if (!(indicator.published.variance > 0.0)) return text + page.paragraph(words.text("sensitivity.nothing_varies"));
  text += page.paragraph(words.text("sensitivity.spread",
                                    indicator_value_with_unit(indicator.id, indicator.published.mean, words),
                                    give_or_take(indicator.id, indicator.published.variance, words)));
  text += worth_knowing(found, indicator, page) + cannot_be_known(found, indicator, page);
  auto rows = ranked(found, indicator, Level::group);
  std::erase_if(rows, [](const Row& row) { return !matters(*row.finding); });
  text +=
      "\n" +
      fitted([&](int room) { return sobol_table(rows, "sensitivity.column_group", room, with_truth, words); }, page);
  text += does_not_matter(found, indicator, page);
  auto inputs = ranked(found, indicator, Level::input);
  std::erase_if(inputs, [](const Row& row) { return !row.finding->published.acts; });
  if (inputs.empty()) return text;
  if (inputs.size() > top) inputs.resize(top);
  return text + "\n" +
         fitted([&](int room) { return sobol_table(inputs, "sensitivity.column_input", room, with_truth, words); },
                page);
}

std::string morris_text(const Sensitivity& found, const OfIndicator& indicator, std::size_t top, const Page& page) {
  const auto& words = page.catalogue;
  std::string text = page.heading(label(indicator.id, words));
  const auto add = [&](Level level, const char* title, std::size_t most) {
    auto rows = ranked(found, indicator, level);
    std::erase_if(rows, [](const Row& row) { return !row.finding->true_steps.acts; });
    if (rows.empty()) return;
    if (rows.size() > most) rows.resize(most);
    text += "\n" + fitted([&](int room) { return morris_table(rows, indicator.id, title, room, words); }, page);
  };
  add(Level::group, "sensitivity.column_group", found.subjects.size());
  add(Level::input, "sensitivity.column_input", top);
  std::vector<std::string> none;
  for (const auto& row : ranked(found, indicator, Level::group)) {
    if (!row.finding->true_steps.acts) none.push_back(subject_label(*row.subject, words));
  }
  if (!none.empty()) text += page.paragraph(words.text("sensitivity.does_not_act_truly", names_of(none)));
  return text;
}

}  // namespace

std::string sensitivity_text(const plan::Plan& plan, const Sensitivity& found, std::size_t top, const Page& page) {
  const auto& words = page.catalogue;
  const auto name = scenario_name(plan, found.scenario_title, words);
  const bool sobol = found.method == Method::sobol;
  std::string text = page.paint(Style::bold, words.text("sensitivity.title", in_language(plan.title, words), name)) +
                     "\n" +
                     page.paragraph(words.text(sobol ? "sensitivity.read" : "sensitivity.read_morris",
                                               survey_name(found.reference_week, words)));
  for (const auto& indicator : found.indicators) {
    text += sobol ? sobol_text(found, indicator, top, page) : morris_text(found, indicator, top, page);
  }
  return text + "\n" +
         page.paragraph(words.text(sobol ? "sensitivity.draws" : "sensitivity.draws_morris", grouped(found.draws),
                                   std::to_string(found.seed)),
                        Style::dim);
}

}  // namespace jobcast::app
