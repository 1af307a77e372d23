#pragma once

#include <gmock/gmock.h>

#include <ostream>

#include "models/scenario/scenario.hpp"
#include "tests/support/small_pack.hpp"

namespace jobcast::input {

inline void PrintTo(const Diagnostic& fault, std::ostream* out) {
  *out << fault.where.file << ":" << fault.where.line << ":" << fault.where.column;
  for (const auto* message : {&fault.problem, &fault.expected, &fault.mend}) {
    *out << " | " << message->id;
    for (const auto& argument : message->arguments) *out << " «" << argument << "»";
  }
}

}  // namespace jobcast::input

namespace jobcast::scenario::testing {

/// The small pack with its plan.
class ScenarioPack : public jobcast::testing::SmallPack {
 public:
  ScenarioPack() : plan_(plan::load_plan(folder())) {}

  [[nodiscard]] const plan::Plan& plan() const { return plan_; }
  [[nodiscard]] std::vector<input::Diagnostic> faults_of(const std::string& name) const {
    try {
      load_scenario(plan_, name);
    } catch (const input::InputError& error) {
      return error.faults();
    }
    return {};
  }

 private:
  plan::Plan plan_;
};

inline std::string scenario_text(const std::string& extends, const std::string& rest) {
  return "schema = \"jobcast.scenario/1\"\ntitle = { ko = \"가\", en = \"A\" }\nextends = \"" + extends + "\"\n" + rest;
}

}  // namespace jobcast::scenario::testing
