#include <cmath>

#include "engine/input/csv_cells.hpp"
#include "engine/input/plain_number.hpp"
#include "models/tracking/actual_words.hpp"
#include "models/tracking/actuals.hpp"

namespace jobcast::tracking {
namespace {

constexpr double won_in_thousand = 1e3;

/// Without an exponent, which the shortest text of 400000 has.
std::string digits(double number) {
  return number == std::floor(number) ? std::to_string(std::llround(number)) : input::number_text(number);
}

/// Lines in one language.
class Writer {
 public:
  explicit Writer(bool korean) : korean_(korean) {
    const auto& names = korean ? korean_columns.names : english_columns.names;
    text_ = input::csv_line({names.begin(), names.end()});
  }

  void add(std::size_t of_kind, const std::string& id, const std::string& date, std::string_view unit,
           const plan::Text& name, const std::string& planned) {
    const auto& kinds = korean_ ? korean_kinds : english_kinds;
    const auto& wanted = korean_ ? name.ko : name.en;
    const auto& title = wanted.empty() ? (korean_ ? name.en : name.ko) : wanted;
    text_ += input::csv_line({std::string(kinds[of_kind]), id, date, "", std::string(unit), title, planned, ""});
  }
  [[nodiscard]] std::string_view word(std::string_view english) const {
    for (const auto& each : known_units) {
      if (each.english == english) return korean_ ? each.korean : each.english;
    }
    return english;
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  bool korean_;
  std::string text_;
};

}  // namespace

std::string empty_table(const plan::Plan& plan, bool korean) {
  Writer writer(korean);
  for (const auto& programme : plan.programmes) {
    const double money = static_cast<double>(programme.budget.total().value()) / won_in_thousand;
    if (money > 0.0) {
      writer.add(0, programme.id, "", writer.word("thousand_won"), programme.name, digits(money));
    }
    if (programme.jobs > 0.0) {
      writer.add(1, programme.id, "", writer.word("jobs"), programme.name, digits(programme.jobs));
    }
  }
  const survey::SurveyId first{plan.plan_year, 1};
  for (const auto& indicator : plan.indicators) {
    writer.add(2, std::string(plan::name_of(indicator.id)), first.name(), writer.word(indicator.unit), indicator.name,
               "");
  }
  return "\xEF\xBB\xBF" + writer.text();
}

}  // namespace jobcast::tracking
