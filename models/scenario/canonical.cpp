#include "models/scenario/canonical.hpp"

#include <bit>
#include <cstdint>

namespace jobcast::scenario {
namespace {

/// Writes parts one after another so that no two different lists of parts have the same text.
class Text {
 public:
  Text& word(const std::string& word) {
    text_ += std::to_string(word.size()) + ":" + word;
    return *this;
  }
  Text& number(double number) {
    // The bits: nothing is rounded, and -0 is not 0.
    text_ += "#" + std::to_string(std::bit_cast<std::uint64_t>(number)) + ";";
    return *this;
  }
  Text& words(const std::vector<std::string>& words) {
    text_ += "[" + std::to_string(words.size()) + "]";
    for (const auto& each : words) word(each);
    return *this;
  }
  template <class Word>
  Text& enumerators(const std::vector<Word>& list) {
    text_ += "[" + std::to_string(list.size()) + "]";
    for (const Word each : list) text_ += std::to_string(static_cast<int>(each)) + ";";
    return *this;
  }
  Text& adjustment(const std::optional<Adjustment>& adjustment) {
    if (!adjustment) return mark("-");
    return mark(adjustment->kind == Adjustment::Kind::relative ? "*" : "=").number(adjustment->value);
  }
  Text& mark(const char* mark) {
    text_ += mark;
    return *this;
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void write(const Change& change, Text& text) {
  text.mark("change ")
      .words(change.select.programmes)
      .words(change.select.departments)
      .enumerators(change.select.sectors)
      .words(change.select.types)
      .enumerators(change.select.fundings)
      .words(change.select.actions)
      .adjustment(change.budget)
      .mark(change.matching ? "m" : "-")
      .adjustment(change.jobs);
  change.start_delay_days ? text.number(*change.start_delay_days) : text.mark("-");
  text.mark(change.programmes ? std::to_string(static_cast<int>(*change.programmes)).c_str() : "-").mark("\n");
}

void write(const DemandShock& shock, Text& text) {
  text.mark("shock ")
      .word(time::to_string(shock.date))
      .enumerators(std::vector{shock.contract})
      .number(shock.jobs)
      .number(shock.age_from)
      .number(shock.age_to)
      .mark("\n");
}

void write(const random::Distribution& shape, Text& text) {
  text.enumerators(std::vector{shape.shape});
  for (const double number : {shape.a, shape.b, shape.c, shape.low, shape.high}) text.number(number);
  text.mark("\n");
}

void write(const plan::Value& value, Text& text) {
  text.mark("value ").word(value.key);
  write(value.distribution, text);
}

}  // namespace

std::string canonical(const Scenario& scenario) {
  Text text;
  for (const auto& change : scenario.changes) write(change, text);
  for (const auto& shock : scenario.shocks) write(shock, text);
  for (const auto& [key, value] : scenario.values) write(value, text);
  for (const auto& [programme, fill] : scenario.fills) {
    text.mark("fill ").word(programme);
    write(fill, text);
  }
  return text.text();
}

}  // namespace jobcast::scenario
