#include "brief/html_sheet.h"

#include <fmt/format.h>

#include "brief/charts.h"
#include "brief/footnotes.h"
#include "report/day_text.h"
#include "report/html_text.h"

namespace paraph {
namespace {

constexpr std::string_view kScreen =
    "body{font:17px/1.55 Georgia,'Times New Roman',serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}"
    "h1{font-size:1.9rem;line-height:1.2;margin-bottom:.2rem}h2{font-size:1.25rem;margin-top:2rem;border-bottom:1px solid #bbb}"
    "h3{font-size:1rem;margin-bottom:.3rem}table{border-collapse:collapse;font-size:.95rem}th,td{padding:.2rem .8rem .2rem 0;text-align:right;"
    "border-bottom:1px solid #ddd}th:first-child,td:first-child{text-align:left}sup{font-size:.7em;line-height:0}sup a{text-decoration:none}"
    "figure{margin:1.2rem 0}svg{width:100%;height:auto}.day{color:#555}.notes{font-size:.82rem;overflow-wrap:anywhere}";
constexpr std::string_view kPrint =
    "@page{size:A4;margin:22mm 20mm}body{font-size:11pt;max-width:none;margin:0;padding:0}a{color:inherit}h2,h3{break-after:avoid}"
    "table,figure{break-inside:avoid}";

class HtmlSheet {
 public:
  explicit HtmlSheet(const Sheet& sheet) : sheet_(sheet) {}

  std::string write(bool print) && {
    const std::string title = html_of(sheet_.title);
    out_ = fmt::format("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
                       "<meta name=\"date\" content=\"{}\">\n<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n<h1>{}</h1>\n<p class=\"day\">As of {}</p>\n",
                       iso_day(sheet_.as_of), title, kScreen, print ? kPrint : "", title, day_written(sheet_.as_of));
    for (const Section& section : sheet_.sections) add(section);
    out_ += "<h2>References</h2>\n<ol class=\"notes\">\n";
    for (std::size_t i = 0; i < notes_.all().size(); ++i)
      out_ += fmt::format("<li id=\"note-{}\">{}</li>\n", i + 1, html_of(footnote_text(notes_.all()[i], sheet_, "")));
    out_ += "</ol>\n<ul class=\"notes\">\n";
    for (const SourceNote& source : sheet_.sources) out_ += fmt::format("<li>{}</li>\n", html_of(source_text(source, "")));
    return std::move(out_) + "</ul>\n</body>\n</html>\n";
  }

 private:
  std::string mark(const std::vector<Citation>& citations, const std::string& remark) {
    const std::size_t number = notes_.number(citations, remark);
    return fmt::format("<sup><a href=\"#note-{}\">[{}]</a></sup>", number, number);
  }

  void add(const std::vector<CitedSentence>& paragraph) {
    for (std::size_t i = 0; i < paragraph.size(); ++i)
      out_ += fmt::format("{}{}{}", i == 0 ? "" : " ", html_of(paragraph[i].text), mark(paragraph[i].citations, paragraph[i].remark));
  }

  void add(const Section& section) {
    out_ += fmt::format("<h2>{}</h2>\n", html_of(section.heading));
    if (section.list) out_ += "<ul>\n";
    for (const auto& paragraph : section.paragraphs) {
      out_ += section.list ? "<li>" : "<p>";
      add(paragraph);
      out_ += section.list ? "</li>\n" : "</p>\n";
    }
    if (section.list) out_ += "</ul>\n";
    for (const IndicatorTable& table : section.tables) add(table);
    for (const Chart& chart : section.charts) {
      ++charts_;
      out_ += fmt::format("<figure>{}</figure>\n", chart_svg(chart, charts_));
    }
  }

  void add(const IndicatorTable& table) {
    out_ += fmt::format("<h3>{} {}</h3>\n<table>\n<tr><th scope=\"col\">Indicator</th>", html_of(table.title), mark(table.citations, ""));
    for (const std::string& year : table.years) out_ += fmt::format("<th scope=\"col\">{}</th>", year);
    out_ += "</tr>\n";
    for (const IndicatorRow& row : table.rows) {
      out_ += fmt::format("<tr><th scope=\"row\">{}</th>", html_of(row.label));
      for (const std::string& cell : row.cells) out_ += fmt::format("<td>{}</td>", html_of(cell));
      out_ += "</tr>\n";
    }
    out_ += "</table>\n";
  }

  const Sheet& sheet_;
  Footnotes notes_;
  std::string out_;
  std::size_t charts_ = 0;
};

}  // namespace

std::string write_html_sheet(const Sheet& sheet, bool print) { return HtmlSheet(sheet).write(print); }

}  // namespace paraph
