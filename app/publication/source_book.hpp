#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/messages/catalogue.hpp"
#include "app/publication/publication.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app {

/// Whence the figures of a report come, each with an anchor. Sources of single rows (a programme, a table) are listed
/// only when something asked for them.
class SourceBook {
 public:
  /// The computations that a report prints numbers of.
  enum class Method {
    survey,
    population,
    labour,
    programmes,
    uncertainty,
    attribution,
    audit,
    backtest,
    schedule,
    optimise
  };

  /// Both must outlive the book.
  SourceBook(const plan::Plan& plan, const Catalogue& words) : plan_(plan), words_(words) {}

  [[nodiscard]] static std::string base(plan::Indicator::Id indicator);
  [[nodiscard]] static std::string target(plan::Indicator::Id indicator);
  [[nodiscard]] static std::string method(Method method);
  [[nodiscard]] static std::string programme_list() { return "source-programmes"; }
  [[nodiscard]] static std::string action_sheets() { return "source-actions"; }
  /// A table of the pack, "programmes" and "actions"; empty for another word.
  std::string table(const std::string& id);
  std::string programme(const std::string& id);
  std::string milestone(const std::string& id);

  /// Everything that was asked for, and every assumption: tables of key, value, unit, kind, source or reason, place.
  [[nodiscard]] std::vector<Sheet> sheets() const;

 private:
  [[nodiscard]] Sheet sheet(std::string id, std::string title, std::vector<SheetRow> rows, bool folded) const;
  [[nodiscard]] SheetRow row(std::string anchor, std::string name, std::string value, const std::string& unit,
                             const plan::Provenance& provenance) const;
  [[nodiscard]] std::vector<SheetRow> document_rows() const;
  [[nodiscard]] std::vector<SheetRow> method_rows() const;
  [[nodiscard]] std::vector<SheetRow> assumption_rows(std::string_view group) const;
  [[nodiscard]] std::vector<SheetRow> type_rows() const;

  const plan::Plan& plan_;
  const Catalogue& words_;
  std::set<std::string> tables_, programmes_, milestones_;
};

/// A word as an id of HTML: letters, digits, "-", "_" and "."; other bytes as their numbers.
std::string anchor_of(std::string_view key);

}  // namespace jobcast::app
