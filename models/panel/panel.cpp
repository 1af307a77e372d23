#include "models/panel/panel.hpp"

#include <algorithm>

namespace jobcast::panel {
namespace {

std::optional<std::size_t> index_of(const std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

}  // namespace

std::optional<std::size_t> Panel::position(HalfYear survey) const {
  if (surveys == 0 || survey < first || survey > last()) return std::nullopt;
  return static_cast<std::size_t>(survey - first);
}

std::optional<std::size_t> Panel::group(std::string_view name) const { return index_of(groups, name); }

std::optional<std::size_t> Panel::area(std::string_view name) const { return index_of(areas, name); }

}  // namespace jobcast::panel
