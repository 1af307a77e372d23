#include "models/plan/pack_words.hpp"

namespace jobcast::plan {

const std::vector<std::string>& sector_ids() {
  static const std::vector<std::string> ids{"direct", "training", "service", "subsidy", "startup", "private"};
  return ids;
}

const std::vector<std::string>& funding_ids() {
  static const std::vector<std::string> ids{"national", "provincial", "county", "private"};
  return ids;
}

const std::vector<std::string>& contract_ids() {
  static const std::vector<std::string> ids{"regular", "temporary", "self_employed"};
  return ids;
}

const std::vector<std::string>& provenance_kinds() {
  static const std::vector<std::string> kinds{"plan", "reference", "assumption"};
  return kinds;
}

}  // namespace jobcast::plan
