#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "app/charts/drawing.hpp"

namespace jobcast::app {

/// How a number is written, on a page and in a workbook.
enum class Look {
  count,         ///< 21,800
  signed_count,  ///< +120
  one,           ///< 0.5
  two,           ///< 0.52
  signed_one,    ///< +0.5
  signed_two,    ///< +0.52
  rate,          ///< 76.1%, of a number in percent
  share          ///< 69%, of a number between 0 and 1
};

/// A source and what its link says; its own name where that is empty.
struct Link {
  std::string words;
  std::string anchor;
};

/// A cell of a table: words, a number, an interval of two, or links.
struct Datum {
  std::string words = {};            ///< as people read it; empty for a number that its look writes
  std::vector<double> numbers = {};  ///< none, one, or the two ends of an interval
  Look look = Look::count;
  std::string source = {};       ///< anchor of where it comes from; empty: as its column says
  std::vector<Link> links = {};  ///< after the words; where there are none, a line each
};
Datum words_of(std::string words, std::string source = {});
Datum number_of(double number, Look look, std::string source = {});
Datum interval_of(double low, double high, Look look, std::string source = {});
/// A number that is read otherwise than its look has it: a probability.
Datum shown_as(double number, Look look, std::string words);

struct SheetColumn {
  std::string title;
  bool numbers = true;      ///< stands to the right
  bool interval = false;    ///< holds intervals
  std::string source = {};  ///< anchor of where its numbers come from
};

struct SheetRow {
  std::vector<Datum> cells;  ///< as many as columns; the first names the row
  bool total = false;
  std::string anchor = {};  ///< id of the row on the page, for rows that are sources
};

/// A table that stands on the page and in the workbook alike.
struct Sheet {
  std::string id;     ///< unique; the anchor on the page
  std::string name;   ///< of the worksheet: at most 31 letters
  std::string title;  ///< caption
  std::vector<SheetColumn> columns;
  std::vector<SheetRow> rows;
  bool folded = false;  ///< long: folded up on the page until the reader asks
};

/// A chart, drawn for wide and for narrow screens.
struct Figure {
  std::string caption;
  std::string source;  ///< anchor
  std::string before;  ///< id of the table that it stands before; of none: after the last
  charts::Drawing wide, narrow;
};

struct Paragraph {
  std::string words;
  std::vector<std::string> sources = {};  ///< anchors of what its figures come from
  bool small = false;
};

/// A part of the report, in the order of its members.
struct Section {
  std::string id;
  std::string title;
  std::vector<Paragraph> paragraphs;
  std::vector<Figure> figures;
  std::vector<Sheet> sheets;
  std::vector<Paragraph> notes;
};

/// A report ready to be written: everything that both the page and the workbook show.
struct Publication {
  bool korean = false;
  std::string title;
  std::string subtitle;
  std::vector<std::string> answer;  ///< the answer in a sentence, and what belongs to it
  std::vector<std::string> answer_sources;
  std::vector<Section> sections;
  std::vector<Sheet> sources;  ///< its rows have anchors; all have the same columns
  std::string sources_title, sources_intro;
  std::string footer;
};

/// A number as its look has it: "+0.52"; "-" for what is not finite.
std::string number_words(double number, Look look);

}  // namespace jobcast::app
