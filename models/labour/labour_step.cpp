#include "models/labour/labour_step.hpp"

#include <stdexcept>

#include "engine/lanes/transition.hpp"
#include "models/labour/chance.hpp"
#include "models/labour/month_blend.hpp"

namespace jobcast::labour {
namespace {

using units::Lane;

/// random::entity("labour.chance.2024-03"), without an allocation.
random::Entity month_entity(time::Date date) {
  char name[] = "labour.chance.0000-00";
  constexpr std::size_t digits = 14;
  int year = time::year_of(date);
  for (std::size_t i = 4; i-- > 0; year /= 10) name[digits + i] = static_cast<char>('0' + year % 10);
  const int month = time::month_of(date);
  name[digits + 5] = static_cast<char>('0' + month / 10);
  name[digits + 6] = static_cast<char>('0' + month % 10);
  return random::entity(name);
}

const StateMatrix& staying() {
  static const StateMatrix matrix = nobody_moves();
  return matrix;
}

/// x' = x M for every row of 15 and over on a date, M by cell; a row between two groups by its birthdays.
void move_rows(state::CountyBlock& block, time::Date date, const std::array<StateMatrix, state::cell_count>& matrices) {
  const int year = time::year_of(date);
  const double share = time::birthday_share(date);
  const auto matrix = [&](int group, state::Sex sex) -> const StateMatrix& {
    return group < 0 ? staying() : matrices[static_cast<std::size_t>(state::cell_of(group, sex))];
  };
  for (const state::Sex sex : state::sexes) {
    int row = 0;
    while (row < block.row_count()) {
      const GroupsOfRow groups(year, block.birth_year(row));
      int end = row + 1;
      while (end < block.row_count() && GroupsOfRow(year, block.birth_year(end)) == groups) ++end;
      if (groups.before != groups.after) {
        lanes::transition_rows<states>(
            block.persons(sex, row), end - row,
            lanes::Blend<states>{
                .first = matrix(groups.after, sex), .second = matrix(groups.before, sex), .weight = share});
      } else if (groups.after >= 0) {
        lanes::transition_rows<states>(block.persons(sex, row), end - row, matrix(groups.after, sex));
      }
      row = end;
    }
  }
}

}  // namespace

LabourStep::LabourStep() = default;

void LabourStep::begin_block(const LabourModel& model, const LabourDraw& draw, random::StreamKey chance,
                             std::uint32_t first_draw, bool with_chance) {
  model_ = &model;
  draw_ = &draw;
  chance_ = chance;
  first_draw_ = first_draw;
  with_chance_ = with_chance;
  as_drawn_ = true;
  std::copy(draw.stationary.begin(), draw.stationary.end(), stationary_.begin());
}

void LabourStep::open(state::CountyBlock& block) const {
  for (const state::Sex sex : state::sexes) {
    for (int row = 0; row < block.row_count(); ++row) {
      const int age = std::min(block.newest_birth_year() - block.birth_year(row), state::oldest_age);
      if (age < state::youngest_working_age) continue;
      const StateLanes& shares = draw_->start[static_cast<std::size_t>(static_cast<int>(sex) * working_ages + age -
                                                                       state::youngest_working_age)];
      const Lane total = block.total(sex, row);
      for (std::size_t k = 0; k < shares.size(); ++k) block.persons(sex, row)[k] = total * shares[k];
    }
  }
}

void LabourStep::begin_season(state::CountyBlock& block, time::Date date) {
  const int quarter = quarter_index(date) - quarter_index(model_->as_of());
  if (quarter < 0 || quarter >= static_cast<int>(draw_->quarters.size())) {
    throw std::out_of_range("LabourStep: no quarter of behaviour for this date");
  }
  if (draw_->behaviour == Behaviour::moving) tilt(block, date, draw_->quarters[static_cast<std::size_t>(quarter)]);
  set_transitions(season_of_month(time::month_of(date)));
}

void LabourStep::tilt(state::CountyBlock& block, time::Date date, const QuarterStep& step) {
  state::count_cells(block, date, counts_);
  as_drawn_ = false;
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const auto c = static_cast<std::size_t>(cell);
    const auto band = static_cast<std::size_t>(state::band_of_labour_group(cell / state::sex_count));
    const bool women = state::sexes[c % state::sex_count] == state::Sex::female;
    const Lane employment = step.employment[band] + (women ? step.women : step.men);
    moves_[c] = staying();
    exchange_log_odds(moves_[c], employment_divide, counts_.persons[c], employment);
    exchange_log_odds(moves_[c], regular_divide, counts_.persons[c], step.regular);
    shift_ratios(stationary_[c], employment, step.regular);
  }
  move_rows(block, date, moves_);
}

void LabourStep::set_transitions(int season) {
  season_ = season;
  const auto s = static_cast<std::size_t>(season);
  const Lane amplitude = season_pattern[s] * draw_->season;
  StateMatrix flows;
  StateMatrix generator;
  for (std::size_t cell = 0; cell < transitions_.size(); ++cell) {
    if (as_drawn_) {
      transitions_[cell] = draw_->monthly[cell][s];
      continue;
    }
    make_flows(draw_->rates[cell], stationary_[cell], flows);
    add_season(flows, amplitude, generator);
    lanes::exponential<states>(generator, transitions_[cell], squarings, terms_to_simulate);
  }
}

void LabourStep::stir(const state::CountyBlock& block, time::Date middle) {
  state::count_cells(block, middle, counts_);
  random::LaneStream stream(chance_, first_draw_, month_entity(middle));
  for (std::size_t cell = 0; cell < moves_.size(); ++cell) {
    const Lane employment = stream.normal();
    const Lane regular = stream.normal();
    const Lane search = stream.normal();
    moves_[cell] = transitions_[cell];
    add_chance(counts_.persons[cell], {.employment = employment, .regular = regular, .search = search}, moves_[cell]);
  }
}

void LabourStep::step_month(state::CountyBlock& block, time::Date month_start) {
  const time::Date middle = middle_of_month(month_start);
  if (with_chance_) stir(block, middle);
  move_rows(block, middle, with_chance_ ? moves_ : transitions_);
}

}  // namespace jobcast::labour
