#include "app/publication/web_page.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>

#include "app/publication/web_style.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "engine/time/date.hpp"

namespace jobcast::app {
namespace {

using charts::escaped;

/// Writes the parts of a page. Names of sources are what their rows begin with.
class Writer {
 public:
  Writer(const Publication& report, const Catalogue& words) : report_(report), words_(words) {
    for (const auto& sheet : report.sources) {
      names_.emplace(sheet.id, sheet.title);
      for (const auto& row : sheet.rows) names_.emplace(row.anchor, row.cells.front().words);
    }
  }

  [[nodiscard]] std::string page() const {
    std::string html = fmt::format(
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"{0}\" xml:lang=\"{0}\">\n<head>\n"
        "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<title>{1}</title>\n<style>\n{2}{3}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#report\">{4}</a>\n",
        report_.korean ? "ko" : "en", escaped(report_.title), charts::page_style(), web_style(),
        escaped(words_.text("report.skip")));
    html += header() + contents() + "<main id=\"report\">\n";
    for (const auto& section : report_.sections) html += section_html(section);
    html += sources();
    return html + "</main>\n<footer>\n<p class=\"quiet\">" + escaped(report_.footer) +
           "</p>\n</footer>\n</body>\n</html>\n";
  }

 private:
  [[nodiscard]] std::string header() const {
    std::string html =
        "<header>\n<h1>" + escaped(report_.title) + "</h1>\n<p class=\"quiet\">" + escaped(report_.subtitle) + "</p>\n";
    if (!report_.answer.empty()) {
      html += "<section class=\"answer\" aria-labelledby=\"answer\">\n<h2 id=\"answer\">" +
              escaped(words_.text("report.answer")) + "</h2>\n";
      for (std::size_t i = 0; i < report_.answer.size(); ++i) {
        const bool last = i + 1 == report_.answer.size();
        html += "<p>" + escaped(report_.answer[i]) + (last ? marks(report_.answer_sources) : "") + "</p>\n";
      }
      html += "</section>\n";
    }
    return html + "</header>\n";
  }

  [[nodiscard]] std::string contents() const {
    const auto entry = [](const std::string& id, const std::string& title) {
      return fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, escaped(title));
    };
    auto html = fmt::format("<nav aria-label=\"{}\">\n<ol>\n", escaped(words_.text("report.contents")));
    for (const auto& section : report_.sections) html += entry(section.id, section.title);
    return html + entry("sources", report_.sources_title) + "</ol>\n</nav>\n";
  }

  /// Links to sources after a sentence.
  [[nodiscard]] std::string marks(const std::vector<std::string>& anchors) const {
    if (anchors.empty()) return "";
    std::string links;
    for (const auto& anchor : anchors) {
      const auto name = names_.find(anchor);
      if (name == names_.end()) continue;
      links += fmt::format("{}<a href=\"#{}\">{}</a>", links.empty() ? "" : ", ", anchor, escaped(name->second));
    }
    // Sentences run on after a blank; long names may break.
    return links.empty()
               ? ""
               : fmt::format(" <span class=\"quiet\">[{}: {}]</span>", escaped(words_.text("report.source")), links);
  }

  [[nodiscard]] std::string paragraphs(const std::vector<Paragraph>& paragraphs) const {
    std::string html;
    for (const auto& each : paragraphs) {
      html += fmt::format("<p{}>{}{}</p>\n", each.small ? " class=\"quiet\"" : "", escaped(each.words),
                          marks(each.sources));
    }
    return html;
  }

  [[nodiscard]] std::string section_html(const Section& section) const {
    std::string html =
        fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n", section.id, escaped(section.title));
    html += paragraphs(section.paragraphs);
    for (const auto& sheet : section.sheets) {
      for (const auto& each : section.figures) {
        if (each.before == sheet.id) html += figure(each);
      }
      html += table(sheet);
    }
    for (const auto& each : section.figures) {
      const bool shown = std::any_of(section.sheets.begin(), section.sheets.end(),
                                     [&](const auto& sheet) { return sheet.id == each.before; });
      if (!shown) html += figure(each);
    }
    return html + paragraphs(section.notes) + "</section>\n";
  }

  [[nodiscard]] std::string figure(const Figure& figure) const {
    return "<figure>\n<figcaption>" + escaped(figure.caption) + marks({figure.source}) + "</figcaption>\n" +
           figure.wide.element("wide") + figure.narrow.element("narrow") + "</figure>\n";
  }

  [[nodiscard]] std::string sources() const {
    std::string html = "<section aria-labelledby=\"sources\">\n<h2 id=\"sources\">" + escaped(report_.sources_title) +
                       "</h2>\n<p>" + escaped(report_.sources_intro) + "</p>\n";
    for (const auto& sheet : report_.sources) {
      if (!sheet.folded) {
        html += table(sheet);
        continue;
      }
      html += fmt::format(
          "<details>\n<summary>{}</summary>\n{}</details>\n",
          escaped(words_.text("report.rows_folded", sheet.title, grouped(static_cast<double>(sheet.rows.size())))),
          table(sheet));
    }
    return html + "</section>\n";
  }

  [[nodiscard]] std::string table(const Sheet& sheet) const {
    const bool prose = std::none_of(sheet.columns.begin() + 1, sheet.columns.end(),
                                    [](const auto& column) { return column.numbers && !column.interval; }) ||
                       sheet.columns.size() > 1 + static_cast<std::size_t>(
                                                      std::count_if(sheet.columns.begin() + 1, sheet.columns.end(),
                                                                    [](const auto& column) { return column.numbers; }));
    std::string html = fmt::format(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{0}\">\n<table{1}>\n"
        "<caption id=\"{0}\"><span>{2}</span></caption>\n<thead>\n<tr>",
        sheet.id, prose ? " class=\"prose\"" : "", escaped(sheet.title));
    for (const auto& column : sheet.columns) {
      const auto title = column.source.empty() ? escaped(column.title) : link(column.source, column.title, true);
      html += fmt::format("<th scope=\"col\"{}>{}</th>", column.numbers ? " class=\"number\"" : "", title);
    }
    html += "</tr>\n</thead>\n<tbody>\n";
    for (const auto& row : sheet.rows) {
      html += row.anchor.empty() ? "<tr" : fmt::format("<tr id=\"{}\"", row.anchor);
      html += row.total ? " class=\"total\">" : ">";
      for (std::size_t i = 0; i < row.cells.size(); ++i) html += cell(row.cells[i], sheet.columns[i], i == 0);
      html += "</tr>\n";
    }
    return html + "</tbody>\n</table>\n</div>\n";
  }

  [[nodiscard]] std::string cell(const Datum& datum, const SheetColumn& column, bool first) const {
    const auto text = datum_words(datum);
    const bool own = !datum.source.empty();
    const auto& source = own ? datum.source : column.source;
    const bool linked = !source.empty() && !text.empty() && text != "-" && (own || !datum.numbers.empty());
    auto inside = linked ? link(source, text, own) : escaped(text);
    inside += text.empty() ? lines(datum.links) : marks(anchors_of(datum.links));
    constexpr std::size_t long_words = 60;
    std::string look = column.numbers ? "number" : "";
    if (look.empty() && (text.size() > long_words || !datum.links.empty())) look = "long";
    if (look.empty() && time::parse_date(text)) look = "date";
    if (!look.empty()) look = " class=\"" + look + "\"";
    return first ? fmt::format("<th scope=\"row\"{}>{}</th>", look, inside)
                 : fmt::format("<td{}>{}</td>", look, inside);
  }

  [[nodiscard]] static std::vector<std::string> anchors_of(const std::vector<Link>& links) {
    std::vector<std::string> anchors;
    for (const auto& each : links) anchors.push_back(each.anchor);
    return anchors;
  }

  /// Links under each other; words alone where there is nothing to link to.
  [[nodiscard]] static std::string lines(const std::vector<Link>& links) {
    std::string html;
    for (const auto& each : links) {
      html += (html.empty() ? "" : "<br/>") +
              (each.anchor.empty() ? escaped(each.words) : link(each.anchor, each.words, true));
    }
    return html;
  }

  [[nodiscard]] std::string datum_words(const Datum& datum) const {
    if (!datum.words.empty() || datum.numbers.empty()) return datum.words;
    if (datum.numbers.size() == 1) return number_words(datum.numbers.front(), datum.look);
    auto low = number_words(datum.numbers.front(), datum.look);
    const auto high = number_words(datum.numbers.back(), datum.look);
    const bool with_sign =
        datum.look == Look::signed_count || datum.look == Look::signed_one || datum.look == Look::signed_two;
    if (low.ends_with('%')) low.pop_back();
    return with_sign ? signed_range(low, high, words_) : range(low, high, words_);
  }

  [[nodiscard]] static std::string link(const std::string& anchor, const std::string& text, bool by_keyboard) {
    return fmt::format("<a href=\"#{}\"{}>{}</a>", anchor, by_keyboard ? "" : " tabindex=\"-1\"", escaped(text));
  }

  const Publication& report_;
  const Catalogue& words_;
  std::map<std::string, std::string> names_;
};

}  // namespace

std::string web_page(const Publication& report, const Catalogue& words) { return Writer(report, words).page(); }

}  // namespace jobcast::app
