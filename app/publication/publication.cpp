#include "app/publication/publication.hpp"

#include "app/report/numbers.hpp"

namespace jobcast::app {

Datum words_of(std::string words, std::string source) {
  return {.words = std::move(words), .source = std::move(source)};
}

Datum number_of(double number, Look look, std::string source) {
  return {.numbers = {number}, .look = look, .source = std::move(source)};
}

Datum interval_of(double low, double high, Look look, std::string source) {
  return {.numbers = {low, high}, .look = look, .source = std::move(source)};
}

Datum shown_as(double number, Look look, std::string words) {
  return {.words = std::move(words), .numbers = {number}, .look = look};
}

std::string number_words(double number, Look look) {
  if (!std::isfinite(number)) return "-";
  switch (look) {
    case Look::count:
      return grouped(number);
    case Look::signed_count:
      return with_sign(number, 0);
    case Look::one:
      return grouped(number, 1);
    case Look::two:
      return grouped(number, 2);
    case Look::signed_one:
      return with_sign(number, 1);
    case Look::signed_two:
      return with_sign(number, 2);
    case Look::rate:
      return grouped(number, 1) + "%";
    case Look::share:
      return grouped(100.0 * number) + "%";
  }
  return "-";
}

}  // namespace jobcast::app
