#include "app/commands/find_run.hpp"

#include "app/command_line/usage_error.hpp"
#include "app/report/runs_report.hpp"
#include "engine/input/nearest.hpp"

namespace jobcast::app {
namespace {

constexpr std::size_t shortest_key = 4;

bool may_be_key(const std::string& word) {
  return word.size() >= shortest_key && word.find_first_not_of("0123456789abcdef") == std::string::npos;
}

[[noreturn]] void throw_unknown(const std::string& word, const std::vector<store::RunRecord>& all) {
  std::vector<std::string> names;
  names.reserve(all.size());
  for (const auto& record : all) names.push_back(record.scenario);
  const auto near = input::nearest(word, names);
  throw UsageError({"runs.unknown_run", {word}}, {"runs.expected_run", {}},
                   near.empty() ? input::Message{} : input::Message{"app.did_you_mean", {near}});
}

}  // namespace

std::vector<store::RunRecord> runs_named(const store::RunStore& store, const std::string& word) {
  if (may_be_key(word)) {
    if (auto found = store.list(word); !found.empty()) return found;
  }
  const auto all = store.list();
  std::vector<store::RunRecord> found;
  for (const auto& record : all) {
    if (record.scenario == word) found.push_back(record);
  }
  if (found.empty()) throw_unknown(word, all);
  return found;
}

store::RunRecord run_named(const store::RunStore& store, const std::string& word) {
  auto found = runs_named(store, word);
  if (found.size() == 1) return std::move(found.front());
  constexpr std::size_t most_listed = 6;
  std::vector<std::string> keys;
  for (const auto& record : found) {
    if (keys.size() < most_listed) keys.push_back(short_key(record));
  }
  if (found.size() > most_listed) keys.emplace_back("…");
  throw UsageError({"runs.ambiguous", {word, std::to_string(found.size())}},
                   {"runs.expected_one", {input::listed(keys)}});
}

}  // namespace jobcast::app
