#include <algorithm>
#include <cmath>
#include <tuple>

#include "engine/input/csv.hpp"
#include "engine/input/plain_number.hpp"
#include "engine/input/text_file.hpp"
#include "models/tracking/actual_words.hpp"
#include "models/tracking/actuals.hpp"

namespace jobcast::tracking {
namespace {

constexpr std::size_t survey_kind = 2;

/// Which of the columns a table has, in the language of its headings.
struct Layout {
  input::CsvHeader header;
  std::array<std::optional<std::size_t>, column_count> place;
};

Layout layout_of(const std::string& text) {
  const auto lines = input::split_csv(text).lines;
  const auto has = [&](std::string_view name) {
    return !lines.empty() && std::any_of(lines[0].begin(), lines[0].end(),
                                         [&](const auto& cell) { return input::without_blanks(cell.text) == name; });
  };
  const bool korean = std::any_of(korean_columns.names.begin(), korean_columns.names.end(), has);
  const auto& names = korean ? korean_columns.names : english_columns.names;
  Layout layout;
  for (std::size_t column = 0; column < column_count; ++column) {
    if (column >= required_columns && !has(names[column])) continue;
    layout.place[column] = layout.header.columns.size();
    layout.header.columns.emplace_back(names[column]);
  }
  return layout;
}

class Reader {
 public:
  Reader(const std::string& path, const plan::Plan& plan) : path_(path), plan_(plan) {}

  Actuals read(std::optional<time::Date> as_of) {
    const auto text = input::read_text(path_);
    layout_ = layout_of(text);
    const input::CsvTable table(path_, text, layout_.header, faults_);
    for (std::size_t row = 0; row < table.row_count(); ++row) read_row(table, row);
    check_sums();
    faults_.throw_if_any();
    return chosen(as_of);
  }

 private:
  [[nodiscard]] bool has(Column column) const { return layout_.place[static_cast<std::size_t>(column)].has_value(); }
  [[nodiscard]] std::size_t at(Column column) const { return *layout_.place[static_cast<std::size_t>(column)]; }

  static std::string word(const input::CsvTable& table, std::size_t row, std::size_t column) {
    return std::string(input::without_blanks(table.text(row, column)));
  }

  void fault(const input::CsvTable& table, std::size_t row, Column column, input::Message problem,
             input::Message expected, input::Message mend = {}) {
    faults_.add({table.where(row, at(column)), std::move(problem), std::move(expected), std::move(mend)});
  }

  void read_row(const input::CsvTable& table, std::size_t row) {
    if (!table.require(row, at(Column::kind), faults_) || !table.require(row, at(Column::id), faults_)) return;
    const auto kind_of_row = kind_at(table, row);
    if (!kind_of_row || table.empty(row, at(Column::value)) || !table.require(row, at(Column::date), faults_)) return;
    const auto factor = factor_at(table, row, *kind_of_row);
    const auto number = table.number(row, at(Column::value), faults_, input::not_negative);
    if (!number || !factor) return;
    if (*kind_of_row == survey_kind) {
      read_survey(table, row, *number);
    } else {
      read_programme(table, row, static_cast<Kind>(*kind_of_row), *number * *factor);
    }
  }

  std::optional<std::size_t> kind_at(const input::CsvTable& table, std::size_t row) {
    const auto text = word(table, row, at(Column::kind));
    for (std::size_t index = 0; index < english_kinds.size(); ++index) {
      if (text == english_kinds[index] || text == korean_kinds[index]) return index;
    }
    const bool korean = layout_.header.columns[at(Column::kind)] == korean_columns.names[0];
    const auto& words = korean ? korean_kinds : english_kinds;
    const std::vector<std::string> known(words.begin(), words.end());
    fault(table, row, Column::kind, {"csv.unknown_word", {text, layout_.header.columns[at(Column::kind)]}},
          {"csv.expected_word", {input::listed(known)}}, input::did_you_mean(text, known));
    return std::nullopt;
  }

  /// How many won a unit of spending is; 1 for what is counted.
  std::optional<double> factor_at(const input::CsvTable& table, std::size_t row, std::size_t kind_of_row) {
    std::vector<std::string> known;
    const auto text = has(Column::unit) ? word(table, row, at(Column::unit)) : std::string();
    for (const auto& each : known_units) {
      if (each.kind != kind_of_row) continue;
      if (text.empty() || text == each.english || text == each.korean) return each.factor;
      known.emplace_back(each.english);
      known.emplace_back(each.korean);
    }
    fault(table, row, Column::unit, {"csv.unknown_word", {text, layout_.header.columns[at(Column::unit)]}},
          {"csv.expected_word", {input::listed(known)}}, input::did_you_mean(text, known));
    return std::nullopt;
  }

  void read_programme(const input::CsvTable& table, std::size_t row, Kind of, double number) {
    const auto index = programme_at(table, row);
    const auto day = time::parse_date(word(table, row, at(Column::date)));
    if (!day || time::year_of(*day) != plan_.plan_year) {
      const auto year = std::to_string(plan_.plan_year);
      fault(table, row, Column::date, {"track.bad_date", {word(table, row, at(Column::date))}},
            {"track.expected_date", {year}});
      return;
    }
    if (!index || !is_possible(table, row, of, plan_.programmes[*index], number)) return;
    programmes_.push_back({of, *index, *day, number, table.where(row, at(Column::value))});
  }

  /// A figure far over the whole year's plan is in another unit or another programme's.
  bool is_possible(const input::CsvTable& table, std::size_t row, Kind of, const plan::Programme& programme,
                   double number) {
    constexpr double most = 10.0;
    const double year = of == Kind::spending ? static_cast<double>(programme.budget.total().value()) : programme.jobs;
    if (!(year > 0.0) || number <= most * year) return true;
    const double planned = of == Kind::spending ? year / known_units[0].factor : year;
    fault(table, row, Column::value,
          {of == Kind::spending ? "track.beyond_money" : "track.beyond_jobs",
           {word(table, row, at(Column::value)), std::to_string(std::llround(planned))}},
          {"track.expected_within", {std::to_string(static_cast<int>(most))}}, {"track.mend_within", {}});
    return false;
  }

  std::optional<std::size_t> programme_at(const input::CsvTable& table, std::size_t row) {
    const auto text = word(table, row, at(Column::id));
    std::vector<std::string> known;
    for (std::size_t index = 0; index < plan_.programmes.size(); ++index) {
      if (plan_.programmes[index].id == text) return index;
      known.push_back(plan_.programmes[index].id);
    }
    fault(table, row, Column::id, {"track.unknown_programme", {text}},
          {"track.expected_programme", {std::to_string(known.size())}}, input::did_you_mean(text, known));
    return std::nullopt;
  }

  void read_survey(const input::CsvTable& table, std::size_t row, double number) {
    const auto text = word(table, row, at(Column::id));
    const std::vector<std::string> known(plan::indicator_names.begin(), plan::indicator_names.end());
    const auto found = std::find(known.begin(), known.end(), text);
    if (found == known.end()) {
      fault(table, row, Column::id, {"track.unknown_indicator", {text}},
            {"track.expected_indicator", {input::listed(known)}}, input::did_you_mean(text, known));
      return;
    }
    const auto indicator = static_cast<plan::Indicator::Id>(found - known.begin());
    const survey::SurveyId first{plan_.plan_year, 1};
    const auto asked = survey::parse_survey(word(table, row, at(Column::date)));
    if (!asked || *asked != first) {
      const bool last = asked && *asked == first.next();
      fault(table, row, Column::date,
            {last ? "track.last_survey" : "track.bad_survey", {word(table, row, at(Column::date))}},
            {"track.expected_survey", {first.name()}},
            asked && *asked < first ? input::Message{"track.mend_survey", {}} : input::Message{});
      return;
    }
    const auto& of_plan = plan_.indicator(indicator);
    if (of_plan.unit == "percent" && number > 100.0) {
      fault(table, row, Column::value, {"csv.out_of_range", {word(table, row, at(Column::value))}},
            {"csv.expected_between", {"0", "100"}});
      return;
    }
    for (const auto& other : surveys_) {
      if (other.indicator != indicator) continue;
      fault(table, row, Column::value, {"track.twice", {text, std::to_string(other.where.line)}},
            {"track.expected_once", {}});
      return;
    }
    surveys_.push_back({*asked, indicator, number, table.where(row, at(Column::value))});
  }

  /// Puts figures in the order of the plan, kind and date, and refuses what cannot be a sum since January.
  void check_sums() {
    std::stable_sort(programmes_.begin(), programmes_.end(), [](const auto& a, const auto& b) {
      return std::tuple(a.programme, a.kind, a.date) < std::tuple(b.programme, b.kind, b.date);
    });
    for (std::size_t i = 1; i < programmes_.size(); ++i) {
      const auto& before = programmes_[i - 1];
      const auto& now = programmes_[i];
      if (before.programme != now.programme || before.kind != now.kind) continue;
      const auto line = std::to_string(before.where.line);
      if (before.date == now.date) {
        faults_.add(
            {now.where, {"track.twice", {plan_.programmes[now.programme].id, line}}, {"track.expected_once", {}}, {}});
      } else if (now.value < before.value) {
        faults_.add({now.where,
                     {"track.falls", {plan_.programmes[now.programme].id, line}},
                     {"track.expected_sum", {}},
                     {"track.mend_sum", {}}});
      }
    }
  }

  Actuals chosen(std::optional<time::Date> as_of) const {
    Actuals actuals;
    actuals.as_of = plan_.as_of;
    for (const auto& each : programmes_) actuals.as_of = std::max(actuals.as_of, each.date);
    for (const auto& each : surveys_) actuals.as_of = std::max(actuals.as_of, last_day(each));
    if (as_of) actuals.as_of = *as_of;
    for (const auto& each : surveys_) {
      last_day(each) <= actuals.as_of ? actuals.surveys.push_back(each) : static_cast<void>(++actuals.later);
    }
    for (const auto& each : programmes_) {
      if (each.date > actuals.as_of) {
        ++actuals.later;
        continue;
      }
      const bool later_of_same = !actuals.programmes.empty() && actuals.programmes.back().programme == each.programme &&
                                 actuals.programmes.back().kind == each.kind;
      if (later_of_same) actuals.programmes.pop_back();
      actuals.programmes.push_back(each);
    }
    return actuals;
  }

  static time::Date last_day(const SurveyActual& figure) { return time::add_days(figure.survey.reference_week(), 6); }

  std::string path_;
  const plan::Plan& plan_;
  Layout layout_;
  input::Diagnostics faults_;
  std::vector<ProgrammeActual> programmes_;
  std::vector<SurveyActual> surveys_;
};

}  // namespace

Actuals read_actuals(const std::string& path, const plan::Plan& plan, std::optional<time::Date> as_of) {
  return Reader(path, plan).read(as_of);
}

}  // namespace jobcast::tracking
