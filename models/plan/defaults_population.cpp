#include "models/plan/defaults.hpp"

namespace jobcast::plan {

std::vector<Value> default_population_values() { return {}; }

}  // namespace jobcast::plan
