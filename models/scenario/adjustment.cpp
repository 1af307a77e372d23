#include "engine/input/plain_number.hpp"
#include "models/scenario/scenario_file.hpp"

namespace jobcast::scenario {
namespace {

/// The number of "-10%" or "+5%", as a share.
std::optional<double> relative(std::string_view text) {
  if (text.size() < 3 || (text.front() != '-' && text.front() != '+') || text.back() != '%') return std::nullopt;
  const auto sign = text.front() == '-' ? -1.0 : 1.0;
  const auto number = input::plain_number(text.substr(1, text.size() - 2)).value;
  if (!number || *number < 0.0) return std::nullopt;
  constexpr double percent = 100.0;
  return sign * *number / percent;
}

/// How a near miss is meant: "10%" lacks its sign, "5" its equals sign.
input::Message mend(std::string_view text) {
  const std::string whole(text);
  if (relative("+" + whole)) return {"scenario.mend_sign", {"+" + whole, "-" + whole}};
  if (input::plain_number(text).value) return {"scenario.mend_equals", {"=" + whole}};
  return {};
}

}  // namespace

std::optional<Adjustment> read_adjustment(input::TomlTable& table, std::string_view key, double scale) {
  const auto* found = table.value(key, input::Presence::optional);
  if (found == nullptr) return std::nullopt;
  const auto refuse = [&](input::Message hint) -> std::optional<Adjustment> {
    table.faults().add({found->where,
                        {"scenario.bad_amount", {std::string(key), found->text}},
                        {"scenario.expected_amount", {}},
                        std::move(hint)});
    return std::nullopt;
  };
  if (found->kind != input::TomlValue::Kind::text) return refuse(mend(found->text));
  const auto text = input::without_blanks(found->text);
  if (const auto share = relative(text)) {
    if (*share < -1.0) return refuse({});
    return Adjustment{Adjustment::Kind::relative, *share};
  }
  if (!text.starts_with('=')) return refuse(mend(text));
  const auto number = input::plain_number(text.substr(1)).value;
  if (!number || *number < 0.0) return refuse({});
  return Adjustment{Adjustment::Kind::absolute, *number * scale};
}

}  // namespace jobcast::scenario
