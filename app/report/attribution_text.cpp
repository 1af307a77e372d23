#include <algorithm>
#include <cmath>

#include "app/report/attribution_report.hpp"
#include "app/report/attribution_tables.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

using attribution::Grouping;
using attribution::PartEffect;

constexpr auto rate = static_cast<std::size_t>(plan::Indicator::Id::employment_rate_15_64);

/// What the parts add up to against the whole, with the error of the sum.
std::string sums(const attribution::GroupEffect& group, const Page& page) {
  double last = 0.0;
  double shared = 0.0;

  for (const auto& part : group.parts) {
    last += part.last[rate].mean;
    if (!part.shared) continue;
    shared += (*part.shared)[rate].mean;
  }
  const auto& words = page.catalogue;
  const double whole = group.whole[rate].mean;
  if (group.grouping == Grouping::programme) {
    return page.paragraph(
        words.text("attribute.sum_last", with_sign(last, 2), with_sign(whole, 2), with_sign(whole - last, 2)),
        Style::dim);
  }
  return page.paragraph(words.text("attribute.sum_shared", with_sign(shared, 2), with_sign(whole, 2),
                                   grouped(group.whole[rate].monte_carlo_error, 3), with_sign(whole - last, 2)),
                        Style::dim);
}

std::string programmes_text(const attribution::GroupEffect& group, std::size_t top, const Page& page) {
  std::vector<const PartEffect*> ranked;
  for (const auto& part : group.parts) ranked.push_back(&part);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const PartEffect* a, const PartEffect* b) { return a->last[rate].mean > b->last[rate].mean; });
  const auto& words = page.catalogue;
  const std::size_t count = std::min(top, ranked.size());
  std::string text = page.heading(words.text("attribute.most", std::to_string(count)));
  text += group_text(group, {ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count)}, false, page);
  text += page.heading(words.text("attribute.least", std::to_string(count)));
  text += group_text(group, {ranked.rbegin(), ranked.rbegin() + static_cast<std::ptrdiff_t>(count)}, true, page);
  return text;
}

}  // namespace

std::string attribution_verdict(const attribution::Attribution& attribution, const Catalogue& words) {
  for (const auto& group : attribution.groups) {
    if (group.grouping != Grouping::programme || group.parts.empty()) continue;
    std::size_t seen = 0;
    std::size_t beyond = 0;
    for (const auto& part : group.parts) {
      seen += std::abs(part.last[rate].mean) >= attribution.published_step ? 1 : 0;
      beyond += std::abs(part.last[rate].mean) >= attribution.survey_error ? 1 : 0;
    }
    return words.text("attribute.verdict", std::to_string(group.parts.size()), std::to_string(beyond),
                      grouped(attribution.survey_error, 1), std::to_string(seen),
                      grouped(attribution.published_step, 1));
  }
  return "";
}

std::string attribution_text(const plan::Plan& plan, const attribution::Attribution& attribution, std::size_t top,
                             const Page& page) {
  const auto& words = page.catalogue;
  std::string text = page.paint(Style::bold, words.text("attribute.title", in_language(plan.title, words))) + "\n" +
                     page.paragraph(words.text("attribute.read"));
  for (const auto& group : attribution.groups) {
    if (group.grouping == Grouping::programme) {
      text += programmes_text(group, top, page);
    } else {
      std::vector<const PartEffect*> parts;
      for (const auto& part : group.parts) parts.push_back(&part);
      text += "\n" + group_text(group, parts, true, page);
    }
    text += sums(group, page);
    constexpr std::size_t few = 8;
    if (group.parts.size() <= few) text += indicators_text(group, page);
  }
  const auto verdict = attribution_verdict(attribution, words);
  text += "\n" + (verdict.empty() ? verdict : page.paragraph(verdict));
  return text +
         page.paragraph(words.text("attribute.draws", grouped(attribution.draws), std::to_string(attribution.seed)),
                        Style::dim);
}

}  // namespace jobcast::app
