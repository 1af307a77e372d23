#include "models/plan/defaults.hpp"

namespace jobcast::plan {

std::vector<Value> default_labour_values() { return {}; }

}  // namespace jobcast::plan
