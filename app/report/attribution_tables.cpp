#include "app/report/attribution_tables.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using attribution::Effect;
using attribution::Grouping;
using attribution::PartEffect;

constexpr auto rate = static_cast<std::size_t>(plan::Indicator::Id::employment_rate_15_64);

std::string interval(const Effect& effect, int decimals, const Catalogue& words) {
  return signed_range(with_sign(effect.p05, decimals), with_sign(effect.p95, decimals), words);
}

std::string price(const std::optional<double>& won) {
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
  cells.emplace_back(price(attribution::won_per_person(part)), style);
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
  return make(std::clamp(page.width - others - 1, shortest_name, longest_name)).text(page.paint);
}

}  // namespace

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

std::string indicators_text(const attribution::GroupEffect& group, const Page& page) {
  const auto& words = page.catalogue;
  const auto make = [&](int room) {
    constexpr std::array short_titles{"attribute.rate_15_64", "attribute.rate_15_29", "attribute.rate_women",
                                      "attribute.employed",   "attribute.regular",    "attribute.insured"};
    std::vector<Column> titles{{words.text("attribute.each_indicator"), Align::left}};
    for (std::size_t i = 0; i < plan::indicator_names.size(); ++i) {
      titles.push_back({words.text(short_titles[i])});
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

}  // namespace jobcast::app
