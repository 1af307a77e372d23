#pragma once

#include <string>
#include <vector>

#include "models/plan/programme.hpp"

namespace jobcast::plan {

/// Ids as packs write them, in the order of `sectors`, `fundings`, `Contract` and Provenance::Kind.
const std::vector<std::string>& sector_ids();        ///< direct training service subsidy startup private
const std::vector<std::string>& funding_ids();       ///< national provincial county private
const std::vector<std::string>& contract_ids();      ///< regular temporary self_employed
const std::vector<std::string>& provenance_kinds();  ///< plan reference assumption

/// The ids of a list of things, for messages.
template <class Item>
std::vector<std::string> ids_of(const std::vector<Item>& items) {
  std::vector<std::string> ids;
  ids.reserve(items.size());
  for (const auto& item : items) ids.push_back(item.id);
  return ids;
}

}  // namespace jobcast::plan
