#include "brief/text_sheet.h"

#include <fmt/format.h>

#include "brief/footnotes.h"

namespace paraph {
namespace {

/// Markdown and plain text differ in marks only.
class TextSheet {
 public:
  TextSheet(const Sheet& sheet, bool markdown, SheetStyle style) : sheet_(sheet), markdown_(markdown), table_(style == SheetStyle::kTable && markdown) {}

  WrittenSheet write() && {
    heading(1, sheet_.title);
    out_ += fmt::format("As of {}\n", day_written(sheet_.as_of));
    for (const Section& section : sheet_.sections) add(section);
    heading(2, "References");
    for (std::size_t i = 0; i < notes_.all().size(); ++i) {
      out_ += markdown_ ? fmt::format("[^{}]: ", i + 1) : fmt::format("[{}] ", i + 1);
      out_ += footnote_text(notes_.all()[i], sheet_, emphasis()) + "\n";
    }
    out_ += "\n";
    for (const SourceNote& source : sheet_.sources) out_ += "- " + source_text(source, emphasis()) + "\n";
    return {std::move(out_), std::move(places_)};
  }

 private:
  std::string_view emphasis() const { return markdown_ ? "*" : ""; }

  void heading(int level, std::string_view text) {
    if (!out_.empty()) out_ += "\n";
    if (markdown_) {
      out_ += fmt::format("{} {}\n\n", std::string(static_cast<std::size_t>(level), '#'), text);
    } else {
      out_ += fmt::format("{}\n\n", text);
    }
  }

  std::string mark(std::size_t number) const { return fmt::format("[{}{}]", markdown_ ? "^" : "", number); }

  void add(const CitedSentence& statement) {
    const std::size_t first = out_.size();
    out_ += statement.text;
    out_ += mark(notes_.number(statement.citations, statement.remark));
    places_.emplace_back(first, out_.size());
  }

  void add(const Section& section) {
    heading(2, section.heading);
    if (table_ && !section.paragraphs.empty()) {
      out_ += "| Statement |\n|---|\n";
      for (const auto& paragraph : section.paragraphs) {
        for (const CitedSentence& statement : paragraph) {
          out_ += "| ";
          add(statement);
          out_ += " |\n";
        }
      }
    } else {
      for (std::size_t i = 0; i < section.paragraphs.size(); ++i) {
        if (section.list) {
          out_ += "- ";
        } else if (i > 0) {
          out_ += "\n";
        }
        for (std::size_t k = 0; k < section.paragraphs[i].size(); ++k) {
          if (k > 0) out_ += " ";
          add(section.paragraphs[i][k]);
        }
        out_ += "\n";
      }
    }
    for (const IndicatorTable& table : section.tables) add(table);
  }

  void add(const IndicatorTable& table) {
    if (out_.ends_with("\n\n")) out_.pop_back();
    heading(3, fmt::format("{} {}", table.title, mark(notes_.number(table.citations, ""))));
    const std::size_t first = out_.size();
    row("Indicator", table.years);
    if (markdown_) {
      out_ += "|---|";
      for (std::size_t i = 0; i < table.years.size(); ++i) out_ += "---|";
      out_ += "\n";
    }
    for (const IndicatorRow& figures : table.rows) row(figures.label, figures.cells);
    places_.emplace_back(first, out_.size());
  }

  void row(std::string_view label, const std::vector<std::string>& cells) {
    out_ += markdown_ ? fmt::format("| {} |", label) : std::string(label);
    for (const std::string& cell : cells) out_ += markdown_ ? fmt::format(" {} |", cell) : "\t" + cell;
    out_ += "\n";
  }

  const Sheet& sheet_;
  bool markdown_;
  bool table_;
  Footnotes notes_;
  std::string out_;
  std::vector<TextSpan> places_;
};

}  // namespace

WrittenSheet write_text_sheet(const Sheet& sheet, bool markdown, SheetStyle style) { return TextSheet(sheet, markdown, style).write(); }

}  // namespace paraph
