#include "models/audit/derived.hpp"

#include <array>

namespace jobcast::audit {
namespace {

/// What stands before `mark` and after it, when the words hold it as words of their own.
bool split_at(std::string_view words, std::string_view mark, std::string& before, std::string& after) {
  const auto place = words.find(mark);
  if (place == std::string_view::npos) return false;
  const auto end = place + mark.size();
  if ((place > 0 && words[place - 1] != ' ') || (end < words.size() && words[end] != ' ')) return false;
  before = std::string(words.substr(0, place > 0 ? place - 1 : 0));
  after = end < words.size() ? std::string(words.substr(end + 1)) : "";
  return true;
}

struct Mark {
  std::string_view words;
  Derived::Form form;
  bool ends;  ///< nothing may follow
};
constexpr std::array marks{
    Mark{"rank of", Derived::Form::rank, false},        Mark{"share of", Derived::Form::share, false},
    Mark{"rise from", Derived::Form::rise_from, false}, Mark{"change from", Derived::Form::change_from, false},
    Mark{"change in", Derived::Form::change_in, false}, Mark{"share", Derived::Form::share, true},
    Mark{"change", Derived::Form::change, true},        Mark{"achievement", Derived::Form::achievement, true}};
constexpr std::array form_words{"",          "share",       "change",      "change in",
                                "rise from", "change from", "achievement", "rank of"};

}  // namespace

Derived derived(std::string_view category) {
  for (const auto& mark : marks) {
    Derived found{.form = mark.form, .of = {}, .against = {}};
    if (split_at(category, mark.words, found.of, found.against) && (!mark.ends || found.against.empty())) return found;
  }
  return {};
}

bool is_derived(std::string_view category) { return derived(category).form != Derived::Form::none; }

std::string derived_word(std::string_view category) {
  return form_words[static_cast<std::size_t>(derived(category).form)];
}

}  // namespace jobcast::audit
