#pragma once

#include <string>
#include <string_view>

namespace jobcast::audit {

/// What a fact's category says it was worked out from (docs/pack-format.md, section 2).
struct Derived {
  enum class Form {
    none,         ///< a figure of its own
    share,        ///< "regular share": the part of a whole, percent; "direct share of all": of a whole that is named
    change,       ///< "regular change": against the year before; "target change": against the last result
    change_in,    ///< "change in points", "change in persons": a difference
    rise_from,    ///< "public rise from comprehensive plan": percent over another category
    change_from,  ///< "all change from comprehensive plan": a difference to it
    achievement,  ///< "achievement": result over target, percent
    rank          ///< "mining rank of fall": which place among its table's categories
  };

  Form form = Form::none;
  std::string of;       ///< the category it is worked out of; empty: none
  std::string against;  ///< whole, or the category compared with; for a rank "share", "growth" or "fall"
};

Derived derived(std::string_view category);
bool is_derived(std::string_view category);
/// "share", "change" …; empty for a figure of its own.
std::string derived_word(std::string_view category);

}  // namespace jobcast::audit
