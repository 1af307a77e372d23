#include <algorithm>
#include <array>
#include <cmath>

#include "models/audit/checks.hpp"
#include "models/audit/likeness.hpp"
#include "models/audit/scales.hpp"
#include "models/audit/sheet_links.hpp"
#include "models/plan/cell_reader.hpp"

namespace jobcast::audit {
namespace {

constexpr std::size_t least_row_letters = 4;
constexpr double least_row_share = 0.7;

/// The list's side of a comparison.
Side list_side(const Covered& covered, const char* what, double value, const char* unit) {
  std::string names;
  for (const auto* programme : covered.programmes) names += (names.empty() ? "" : " + ") + programme->name.ko;
  return {"programmes", cell_words(names, what), value, unit};
}

class SheetCheck {
 public:
  SheetCheck(const FactIndex& index, const plan::Action& action)
      : index_(index), action_(action), covered_(covered_by(index.plan(), action)) {}

  Findings findings() {
    if (covered_.programmes.empty()) return {};
    compare_rows();
    compare_jobs();
    if (action_.stated_total) compare_money();
    return std::move(all_);
  }

 private:
  /// A table inside the sheet that has a line for a programme: "4-1-4 탄광지역공동체".
  void compare_rows() {
    for (const auto* fact : facts_of(index_, action_)) {
      const bool jobs = fact->item == "sheet_jobs";
      if (fact->category == action_.id || (!jobs && fact->item != "sheet_budget")) continue;
      const auto name = fact->category.substr(action_.id.size() + 1);
      if (name.starts_with("text ")) continue;
      if (const auto* programme = nearest(name)) compare_row(*fact, *programme, jobs);
    }
  }

  /// The programme whose name is most like a line's.
  [[nodiscard]] const plan::Programme* nearest(const std::string& name) const {
    const plan::Programme* best = nullptr;
    double most = 0.0;
    for (const auto* programme : covered_.programmes) {
      if (!alike(name, programme->name.ko, least_row_letters, least_row_share)) continue;
      const auto line = letters_of(name);
      const auto row = letters_of(programme->name.ko);
      const double score =
          static_cast<double>(longest_common(line, row)) / static_cast<double>(line.size() + row.size());
      if (score > most) {
        most = score;
        best = programme;
      }
    }
    return best;
  }

  void compare_row(const plan::Fact& fact, const plan::Programme& programme, bool jobs) {
    const double won = static_cast<double>(programme.stated_total.value());
    const auto printed = index_.printed(fact);
    const double listed = jobs ? programme.jobs : won;
    if (agree(printed, {listed, 0.0})) return;
    const double factor = plan::scale_of(fact.unit).factor;
    Finding finding = begin(jobs ? "jobs" : "money", printed.value - listed, factor);
    finding.id = "sheet:" + action_.id + ":" + programme.id + (jobs ? ":jobs" : ":money");
    finding.sides = {side_of(fact), jobs ? side_of(programme, "jobs", programme.jobs, "count")
                                         : side_of(programme, "total", won / thousand, "thousand_won")};
    finding.cause = power_of_ten_apart(printed, {listed, printed.step}) ? Cause::unit : Cause::other_version;
    (jobs ? rows_jobs_ : rows_won_) += printed.value - listed;
    all_.push_back(std::move(finding));
  }

  void compare_jobs() {
    if (!action_.jobs) return;
    const double gap = *action_.jobs - covered_.jobs;
    if (std::abs(gap - rows_jobs_) < 0.5) return;  // equal, or what its rows have said already
    Finding finding = begin("jobs", gap, 1.0);
    finding.sides = {jobs_side(index_, action_), list_side(covered_, "jobs", covered_.jobs, "count")};
    finding.cause = Cause::other_version;
    if (covered_.trainees > 0.0 && *action_.jobs == covered_.trainees) {
      finding.cause = Cause::other_counting;
      finding.message = {"audit.trainees_as_jobs", {action_.id, words(*action_.jobs), words(covered_.jobs)}};
    } else if (power_of_ten_apart({*action_.jobs, 0.0}, {covered_.jobs, 0.0})) {
      finding.cause = Cause::unit;
    }
    all_.push_back(std::move(finding));
  }

  void compare_money() {
    const auto side = total_side(index_, action_);
    const auto step = printed_million(0.0, side).step;
    const double total = static_cast<double>(action_.stated_total->value()) / million;
    const double listed = covered_.won / million;
    const double outside =
        action_.budget ? static_cast<double>(action_.budget->of(plan::Funding::private_money).value()) / million : 0.0;
    const bool same = agree({total, step}, {listed, 0.0});
    // Private money stands in no list of programmes.
    const bool same_public = agree({total - outside, step}, {listed, 0.0});
    if (same) {
      compare_sources(step);
      return;
    }
    if (same_public || std::abs((total - listed) - rows_won_ / million) <= step) return;
    Finding finding = begin("money", (total - listed) * million, million);
    finding.sides = {side, list_side(covered_, "total", covered_.won / thousand, "thousand_won")};
    finding.cause = power_of_ten_apart({total, step}, {listed, step})         ? Cause::unit
                    : std::max(total, listed) > 4.0 * std::min(total, listed) ? Cause::other_scope
                                                                              : Cause::other_version;
    all_.push_back(std::move(finding));
  }

  void compare_sources(double step) {
    if (!action_.budget || !covered_.by_source) return;
    // Sources that do not add up are another finding's.
    const double sum = static_cast<double>(action_.budget->total().value()) / million;
    if (std::abs(sum - static_cast<double>(action_.stated_total->value()) / million) > 2.0 * step) return;
    Finding finding = begin("source", 0.0, million);
    for (const auto source : plan::fundings) {
      const double sheet = static_cast<double>(action_.budget->of(source).value()) / million;
      const double listed = static_cast<double>(covered_.by_source->of(source).value()) / million;
      if (agree({sheet, step}, {listed, 0.0})) continue;
      const auto side = source_side(index_, action_, source);
      finding.sides.push_back(side);
      finding.sides.push_back(list_side(covered_, word_of(source), listed * thousand, "thousand_won"));
      if (std::abs(sheet - listed) > std::abs(finding.difference)) finding.difference = sheet - listed;
    }
    if (finding.sides.empty()) return;
    finding.difference = std::round(finding.difference * 1e4) / 1e4;
    finding.effect.won = std::abs(finding.difference) * million;
    finding.cause = Cause::money_source;
    finding.message = {"audit.other_source", {action_.id, words(std::abs(finding.difference))}};
    all_.push_back(std::move(finding));
  }

  static const char* word_of(plan::Funding source) {
    constexpr std::array names{"national", "provincial", "county", "private"};
    return names[static_cast<std::size_t>(source)];
  }

  [[nodiscard]] Finding begin(const char* what, double gap, double factor) const {
    const bool jobs = std::string_view(what) == "jobs";
    Finding finding;
    finding.kind = Kind::sheet;
    finding.id = "sheet:" + action_.id + ":" + what;
    finding.difference = std::round(gap / factor * 1e4) / 1e4;
    finding.message = {jobs ? "audit.sheet_jobs" : "audit.sheet_money",
                       {action_.id, words(std::abs(finding.difference))}};
    (jobs ? finding.effect.persons : finding.effect.won) = std::abs(gap);
    return finding;
  }

  const FactIndex& index_;
  const plan::Action& action_;
  Covered covered_;
  double rows_jobs_ = 0.0;
  double rows_won_ = 0.0;
  Findings all_;
};

}  // namespace

Findings check_sheets(const FactIndex& index) {
  Findings all;
  for (const auto& action : index.plan().actions) {
    for (auto& finding : SheetCheck(index, action).findings()) all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace jobcast::audit
