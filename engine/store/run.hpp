#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/time/date.hpp"

namespace jobcast::store {

/// What a run is known by, and what it was asked.
struct RunRecord {
  std::string key;   ///< 64 hexadecimal digits: fingerprint of everything but `draws` that the outcomes depend on
  std::string pack;  ///< 64 hexadecimal digits: fingerprint of the plan's files alone
  std::string plan;
  std::string scenario;
  std::string title_ko;
  std::string title_en;
  std::string levers = "{}";  ///< JSON text: what this scenario sets
  std::uint64_t seed = 0;
  int draws = 0;
  std::string engine;  ///< version that made the run
  time::Date until;

  friend bool operator==(const RunRecord&, const RunRecord&) = default;
};

/// One figure of a run, over its draws. What does not apply is absent (NULL in the table).
struct Outcome {
  std::string name = {};
  time::Date date = {};
  std::string group = {};     ///< what part of the whole; empty: all of it
  std::string subgroup = {};  ///< a part of the group; empty: all of it
  std::optional<double> mean = {}, sd = {};
  std::optional<double> p05 = {}, p25 = {}, p50 = {}, p75 = {}, p95 = {};
  std::optional<double> probability = {};
  std::optional<double> monte_carlo_error = {};  ///< of the probability where there is one, else of the mean

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// A figure in every draw, in the order of draws, so that runs of one seed can be subtracted draw by draw.
struct DrawColumn {
  std::string name;
  time::Date date;
  std::vector<double> values;  ///< one a draw of the run

  friend bool operator==(const DrawColumn&, const DrawColumn&) = default;
};

/// A run as it is written and read. Names are unique: (name, date, group, subgroup) and (name, date).
struct Run {
  RunRecord record;
  std::vector<Outcome> outcomes;
  std::vector<DrawColumn> columns;  ///< empty unless asked for

  friend bool operator==(const Run&, const Run&) = default;
};

}  // namespace jobcast::store
