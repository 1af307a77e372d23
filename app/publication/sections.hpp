#pragma once

#include "app/publication/publish.hpp"
#include "app/publication/source_book.hpp"

namespace jobcast::app {

/// What the sections are written from and with.
struct Editor {
  const Material& material;
  const Catalogue& words;
  SourceBook& sources;
};

/// Widths that charts are drawn at: on desks and paper, and on phones.
inline constexpr double wide_chart = 700.0;
inline constexpr double narrow_chart = 330.0;

/// A chart at both widths, which stands before a table; `draw` takes a width and an id.
Figure figure_of(const std::string& id, std::string caption, std::string source, std::string before, const auto& draw) {
  return {std::move(caption), std::move(source), std::move(before), draw(wide_chart, id + "-wide"),
          draw(narrow_chart, id + "-narrow")};
}

/// The sections of a report; one without paragraphs, figures and tables has nothing to say.
Section targets_section(const Editor& editor);
Section uncertainty_of_section(const Editor& editor);
Section change_of_section(const Editor& editor);
Section jobs_of_section(const Editor& editor);
Section attribution_of_section(const Editor& editor);
Section best_use_of_section(const Editor& editor);
Section audit_of_section(const Editor& editor);
Section schedule_of_section(const Editor& editor);
Section population_of_section(const Editor& editor);
Section record_of_section(const Editor& editor);
Section limits_section(const Editor& editor);

/// Values of an indicator: one decimal for rates, none for people.
Look look_of(plan::Indicator::Id indicator);
Look change_look_of(plan::Indicator::Id indicator);  ///< with a sign

}  // namespace jobcast::app
