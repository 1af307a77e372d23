#include "models/labour/national_shape.hpp"

namespace jobcast::labour {
namespace {

/// Percent: employed of all, unemployed of the active, and of the employed the regular and the temporary employees.
struct Profile {
  double employed, unemployed, regular, temporary;
};

// By labour group: men, women.
constexpr std::array<std::array<Profile, state::sex_count>, state::labour_group_count> profiles{{
    {{{6.5, 6.0, 15, 80}, {9.0, 6.0, 14, 83}}},    // 15-19
    {{{41.0, 7.0, 48, 47}, {49.0, 6.0, 52, 44}}},  // 20-24
    {{{71.0, 6.5, 74, 19}, {74.0, 5.0, 76, 19}}},  // 25-29
    {{{88.5, 2.8, 76, 9}, {67.0, 2.8, 70, 17}}},   // 30-39
    {{{91.0, 2.0, 69, 8}, {66.0, 2.0, 58, 21}}},   // 40-49
    {{{86.5, 2.0, 57, 11}, {66.5, 1.8, 49, 25}}},  // 50-59
    {{{75.0, 2.6, 40, 20}, {52.5, 2.0, 33, 33}}},  // 60-64
    {{{59.0, 2.4, 24, 28}, {40.0, 2.2, 19, 43}}},  // 65-69
    {{{46.0, 2.5, 13, 34}, {31.0, 2.4, 10, 50}}},  // 70-74
    {{{31.0, 2.5, 6, 37}, {20.0, 2.5, 5, 51}}},    // 75+
}};

CellShares shares_of_profiles() {
  CellShares shares{};
  for (int group = 0; group < state::labour_group_count; ++group) {
    for (const state::Sex sex : state::sexes) {
      const Profile& profile = profiles[static_cast<std::size_t>(group)][static_cast<std::size_t>(sex)];
      const double employed = profile.employed / 100.0;
      const double unemployed = employed * profile.unemployed / (100.0 - profile.unemployed);
      const double regular = profile.regular / 100.0;
      const double temporary = profile.temporary / 100.0;
      shares[static_cast<std::size_t>(state::cell_of(group, sex))] = {1.0 - employed - unemployed, unemployed,
                                                                      employed * regular, employed * temporary,
                                                                      employed * (1.0 - regular - temporary)};
    }
  }
  return shares;
}

}  // namespace

const CellShares& national_shape() {
  static const CellShares shares = shares_of_profiles();
  return shares;
}

}  // namespace jobcast::labour
