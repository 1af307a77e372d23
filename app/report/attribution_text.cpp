#include <algorithm>
#include <cmath>
#include <set>

#include "app/report/attribution_report.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using attribution::Effect;
using attribution::Grouping;
using attribution::PartEffect;

constexpr auto rate = static_cast<std::size_t>(plan::Indicator::Id::employment_rate_15_64);

std::string part_name(Grouping grouping, const attribution::Part& part, const Catalogue& words) {
  if (part.id == "none") return words.text("attribute.none");
  if (grouping == Grouping::sector) {
    for (const auto sector : plan::sectors) {
      if (id_of(sector) == part.id) return label(sector, words);
    }
  }
  if (grouping == Grouping::funding) {
    for (const auto source : plan::fundings) {
      if (id_of(source) == part.id) return label(source, words);
    }
  }
  return in_language(part.name, words);
}

std::string interval(const Effect& effect, int decimals, const Catalogue& words) {
  return signed_range(with_sign(effect.p05, decimals), with_sign(effect.p95, decimals), words);
}

std::string price(const std::optional<double>& won, const Catalogue&) {
  constexpr double million = 1e6;
  return won ? grouped(*won / million, *won < 10.0 * million ? 1 : 0) : "-";
}

/// What a table has room for.
struct Layout {
  bool shared = false;
  bool money = false;
};

std::vector<Cell> row(const std::string& name, const PartEffect& part, Layout layout, const Catalogue& words,
                      Style style = Style::plain) {
  std::vector<Cell> cells{{name, style}, {grouped(part.part.jobs), style}};
  if (layout.money) cells.emplace_back(million_won(units::Won(std::llround(part.part.won))), style);
  cells.emplace_back(grouped(part.last[attribution::at_work].mean), style);
  cells.emplace_back(grouped(part.last[attribution::additional].mean), style);
  cells.emplace_back(with_sign(part.last[rate].mean, 2), style);
  cells.emplace_back(interval(part.last[rate], 2, words), style);
  if (layout.shared) cells.emplace_back(part.shared ? with_sign((*part.shared)[rate].mean, 2) : "", style);
  cells.emplace_back(price(attribution::won_per_person(part), words), style);
  return cells;
}

std::vector<Column> columns(Grouping grouping, Layout layout, const Catalogue& words) {
  const auto title = [&] {
    switch (grouping) {
      case Grouping::sector:
        return words.text("attribute.by_sector");
      case Grouping::strategy:
        return words.text("attribute.by_strategy");
      case Grouping::funding:
        return words.text("attribute.by_funding");
      case Grouping::department:
        return words.text("attribute.by_department");
      case Grouping::programme:
        break;
    }
    return words.text("attribute.by_programme");
  };
  std::vector<Column> all{{title(), Align::left}, {words.text("attribute.column_jobs")}};
  if (layout.money) all.push_back({words.text("attribute.column_money")});
  all.push_back({words.text("attribute.column_at_work")});
  all.push_back({words.text("attribute.column_additional")});
  all.push_back({words.text("attribute.column_points")});
  all.push_back({words.text("attribute.column_interval")});
  if (layout.shared) all.push_back({words.text("attribute.column_shared")});
  all.push_back({words.text("attribute.column_price")});
  return all;
}

/// Names as long as the page has room for.
template <class Make>
std::string fitted(const Make& make, const Page& page) {
  constexpr int shortest_name = 12;
  constexpr int longest_name = 44;
  const int others = make(shortest_name).width() - shortest_name;
  return make(std::clamp(page.width - others, shortest_name, longest_name)).text(page.paint);
}

std::string group_text(const attribution::GroupEffect& group, const std::vector<const PartEffect*>& parts, bool total,
                       const Page& page) {
  const auto& words = page.catalogue;
  constexpr int room_for_money = 96;
  const Layout layout{.shared = group.grouping != Grouping::programme, .money = page.width >= room_for_money};
  const auto make = [&](int room) {
    Table table(columns(group.grouping, layout, words));
    for (const auto* part : parts) {
      table.add(row(shortened(part_name(group.grouping, part->part, words), room), *part, layout, words));
    }
    if (total) {
      PartEffect whole{{}, group.whole, group.whole};
      std::set<std::string> programmes;
      for (const auto& part : group.parts) {
        whole.part.won += part.part.won;
        // A programme that several sources pay counts once.
        if (group.grouping != Grouping::funding) whole.part.jobs += part.part.jobs;
      }
      table.add_rule();
      auto cells = row(words.text("attribute.whole"), whole, layout, words, Style::bold);
      if (group.grouping == Grouping::funding) cells[1] = Cell("");
      table.add(std::move(cells));
    }
    return table;
  };
  return fitted(make, page);
}

/// The effect on each indicator, a part a row.
std::string indicators_text(const attribution::GroupEffect& group, const Page& page) {
  const auto& words = page.catalogue;
  const auto make = [&](int room) {
    std::vector<Column> titles{{words.text("attribute.each_indicator"), Align::left}};
    for (std::size_t i = 0; i < plan::indicator_names.size(); ++i) {
      titles.push_back({label(static_cast<plan::Indicator::Id>(i), words)});
    }
    Table table(std::move(titles));
    const auto add = [&](const std::string& name, const attribution::Effects& effects, Style style) {
      std::vector<Cell> cells{{name, style}};
      for (std::size_t i = 0; i < plan::indicator_names.size(); ++i) {
        cells.emplace_back(with_sign(effects[i].mean, is_rate(static_cast<plan::Indicator::Id>(i)) ? 2 : 0), style);
      }
      table.add(std::move(cells));
    };
    for (const auto& part : group.parts) {
      add(shortened(part_name(group.grouping, part.part, words), room), part.last, Style::plain);
    }
    table.add_rule();
    add(shortened(words.text("attribute.whole"), room), group.whole, Style::bold);
    return table;
  };
  return "\n" + fitted(make, page);
}

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

std::string verdict(const attribution::Attribution& attribution, const Page& page) {
  const auto& words = page.catalogue;
  std::string text;
  for (const auto& group : attribution.groups) {
    if (group.grouping != Grouping::programme || group.parts.empty()) continue;
    std::size_t seen = 0;
    std::size_t beyond = 0;
    for (const auto& part : group.parts) {
      seen += std::abs(part.last[rate].mean) >= attribution.published_step ? 1 : 0;
      beyond += std::abs(part.last[rate].mean) >= attribution.survey_error ? 1 : 0;
    }
    text += page.paragraph(words.text("attribute.verdict", std::to_string(group.parts.size()), std::to_string(beyond),
                                      grouped(attribution.survey_error, 1), std::to_string(seen),
                                      grouped(attribution.published_step, 1)));
  }
  return text;
}

}  // namespace

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
  text += "\n" + verdict(attribution, page);
  return text +
         page.paragraph(words.text("attribute.draws", grouped(attribution.draws), std::to_string(attribution.seed)),
                        Style::dim);
}

}  // namespace jobcast::app
