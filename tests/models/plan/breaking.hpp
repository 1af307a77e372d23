#pragma once

#include <gmock/gmock.h>

#include <ostream>
#include <vector>

#include "models/plan/plan.hpp"
#include "tests/support/small_pack.hpp"

namespace jobcast::input {

inline void PrintTo(const Diagnostic& fault, std::ostream* out) {
  const auto words = [&](const Message& message) {
    *out << " | " << message.id;
    for (const auto& argument : message.arguments) *out << " «" << argument << "»";
  };
  *out << fault.where.file << ":" << fault.where.line << ":" << fault.where.column;
  words(fault.problem);
  words(fault.expected);
  words(fault.mend);
}

}  // namespace jobcast::input

namespace jobcast::plan::testing {

inline std::vector<input::Diagnostic> faults_of(const std::string& folder) {
  try {
    load_plan(folder);
  } catch (const input::InputError& error) {
    return error.faults();
  }
  return {};
}

/// One thing broken in the small pack and the one fault that it must give.
struct Break {
  std::string file;
  std::string from;
  std::string to;
  std::string at;  ///< the fault stands where this text stands, the first in or after the line where `to` begins
  input::Message problem;
  std::string mend = {};  ///< id and arguments' text, "input.did_you_mean 복지과"; empty: anything
};

inline std::string text_of(const input::Message& message) {
  std::string text = message.id;
  for (const auto& argument : message.arguments) text += " " + argument;
  return text;
}

/// Breaks a fresh pack and checks that exactly this fault comes out.
inline void expect_fault(const Break& broken) {
  SCOPED_TRACE(broken.file + ": " + broken.from + " -> " + broken.to);
  jobcast::testing::SmallPack pack;
  pack.replace(broken.file, broken.from, broken.to);
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].where, pack.find(broken.file, broken.at, broken.to)) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, broken.problem) << ::testing::PrintToString(faults);
  if (!broken.mend.empty()) {
    EXPECT_EQ(text_of(faults[0].mend), broken.mend);
  }
}

}  // namespace jobcast::plan::testing
