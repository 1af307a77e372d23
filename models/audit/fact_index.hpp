#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/audit/finding.hpp"
#include "models/audit/precision.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::audit {

/// Facts by meaning and by cell, those out of use among them: what every check reads a plan through.
class FactIndex {
 public:
  /// The plan must outlive the index.
  explicit FactIndex(const plan::Plan& plan);

  [[nodiscard]] const plan::Plan& plan() const { return plan_; }
  /// Every fact with a meaning, in the order of the tables.
  [[nodiscard]] const std::vector<const plan::Fact*>& all(const plan::FactKey& key) const;
  /// One of them: of `table` if it has one, else the one in use, else the first of the plan's own. Null when none.
  [[nodiscard]] const plan::Fact* find(const plan::FactKey& key, std::string_view table = {}) const;
  /// Every meaning, in the order of its first fact.
  [[nodiscard]] const std::vector<std::vector<const plan::Fact*>>& meanings() const { return meanings_; }

  /// A fact as printed, in base units. A cell without decimals takes those of its row (of its column, where it is
  /// alone in its row), as a 72 beside 71.3 was rounded to a tenth; money is as fine as it is printed; what the survey
  /// publishes in hundreds of persons has that step.
  [[nodiscard]] Printed printed(const plan::Fact& fact) const;
  /// What the document says over a table.
  [[nodiscard]] const plan::Table& table_of(const plan::Fact& fact) const;

 private:
  /// Of the cells of a row or column that print one kind of figure.
  struct Digits {
    int finest = 0;  ///< most digits after the point
    int cells = 0;
  };

  const plan::Plan& plan_;
  std::unordered_map<std::string, std::size_t> by_meaning_;
  std::vector<std::vector<const plan::Fact*>> meanings_;
  std::unordered_map<std::string, const plan::Table*> tables_;
  std::unordered_map<std::string, Digits> decimals_;  ///< by table, unit, form and row or column
};

/// A place of a fact, with its value.
Side side_of(const plan::Fact& fact);
/// A place of the list of programmes: what a row says of its jobs, money …
Side side_of(const plan::Programme& programme, const std::string& what, double value, const std::string& unit);
/// "row / column".
std::string cell_words(const std::string& row, const std::string& column);
/// A period as the survey's tables head it: "2023. 2/2" for "2023H2"; others as they are.
std::string period_words(const std::string& period);
/// The same meaning a year earlier: "2022H2" for "2023H2". Empty for a period that names no year.
std::string year_before(std::string_view period);

}  // namespace jobcast::audit
