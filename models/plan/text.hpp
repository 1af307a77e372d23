#pragma once

#include <string>

namespace jobcast::plan {

/// A name in the two languages of the tool.
struct Text {
  std::string ko;
  std::string en;
};

}  // namespace jobcast::plan
