#pragma once

#include <string>
#include <vector>

#include "app/charts/drawing.hpp"

namespace jobcast::charts {

/// Men and women by age at two times.
struct Pyramid {
  struct Group {
    std::string name;
    double men_now = 0.0, women_now = 0.0;
    double men_later = 0.0, women_later = 0.0;
  };
  std::string title, description;
  std::vector<Group> groups;  ///< the youngest first, which is drawn lowest
  std::string men, women;     ///< headings of the two sides
  std::string now_words, later_words;
};

Drawing pyramid(const Pyramid& people, double width, const std::string& id);

}  // namespace jobcast::charts
