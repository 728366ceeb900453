#include "report/terminal_claim.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/display_text.h"
#include "report/evidence_rows.h"
#include "report/terminal_quotation.h"

namespace paraph {
namespace {

constexpr std::size_t kIndent = 5;
constexpr std::size_t kNarrow = 76;     ///< Below it, readings stand under their figures.
constexpr std::size_t kMostRows = 10;   ///< The rest is counted; JSON and HTML have them all.

void write_lines(std::string_view text, std::size_t indent, std::size_t width, std::string_view on, std::string_view off,
                 std::string& out) {
  for (const std::string& line : wrapped(text, width > indent ? width - indent : 1)) {
    out.append(indent, ' ').append(on).append(line).append(off).push_back('\n');
  }
}

/// Widths of the columns of one claim's evidence.
struct Columns {
  std::size_t source = 0;
  std::size_t reading = 0;  ///< 0: under the row.
  std::size_t figure = 0;
  std::size_t difference = 0;
};

Columns fit(const EvidenceTable& table, std::size_t width) {
  Columns columns;
  std::size_t reading = 0;
  columns.figure = display_width(table.heading);
  for (const EvidenceRow& row : table.rows) {
    columns.source = std::max(columns.source, display_width(row.source));
    columns.figure = std::max(columns.figure, display_width(row.figure));
    columns.difference = std::max(columns.difference, display_width(row.difference));
    reading = std::max(reading, display_width(row.reading));
  }
  columns.figure = std::min(columns.figure, std::max<std::size_t>(width / 3, 12));
  const std::size_t taken = kIndent + 2 + columns.source + 2 + columns.figure + (columns.difference > 0 ? 2 + columns.difference : 0);
  if (width >= kNarrow && taken + 2 + 16 <= width) columns.reading = std::min(reading, width - taken - 2);
  return columns;
}

/// One row over as many lines as its longest cell takes.
void write_row(const EvidenceRow& row, const Columns& columns, std::size_t width, Ink ink, std::string& out) {
  const auto readings = columns.reading > 0 ? wrapped(row.reading, columns.reading) : std::vector<std::string>{""};
  const auto figures = row.numeric ? std::vector<std::string>{row.figure} : wrapped(row.figure, columns.figure);
  for (std::size_t i = 0; i < std::max(readings.size(), figures.size()); ++i) {
    std::string line(kIndent, ' ');
    line += padded_right(i == 0 ? std::string_view(row.mark) : "", 2);
    line += padded_right(i == 0 ? std::string_view(row.source) : "", columns.source);
    if (columns.reading > 0) {
      line += "  ";
      line += padded_right(i < readings.size() ? std::string_view(readings[i]) : "", columns.reading);
    }
    line += "  ";
    const std::string_view figure = i < figures.size() ? std::string_view(figures[i]) : "";
    line += row.numeric ? padded_left(figure, columns.figure) : padded_right(figure, columns.figure);
    if (columns.difference > 0 && i == 0) line.append("  ").append(padded_left(row.difference, columns.difference));
    while (line.back() == ' ') line.pop_back();
    const bool quiet = row.line == nullptr || row.line->agrees == Agrees::kContext;
    out.append(quiet ? ink.dim() : "").append(line).append(quiet ? ink.plain() : "").push_back('\n');
  }
  if (columns.reading == 0 && !row.reading.empty()) write_lines(row.reading, kIndent + 4, width, ink.dim(), ink.plain(), out);
}

std::string list_of(const std::vector<std::string>& items, std::string_view between) {
  std::string out;
  for (const std::string& item : items) out.append(out.empty() ? "" : between).append(item);
  return out;
}

void write_evidence(const Claim& claim, const Verdict& verdict, std::size_t width, Ink ink, std::string& out) {
  EvidenceTable table = evidence_table(claim, verdict);
  if (table.rows.empty()) return;
  align_points(table.rows);
  const Columns columns = fit(table, width);
  if (!table.heading.empty()) {
    std::string heading(kIndent + 2 + columns.source + 2 + (columns.reading > 0 ? columns.reading + 2 : 0), ' ');
    heading += padded_left(table.heading, columns.figure);
    out.append(ink.dim()).append(heading).append(ink.plain()).push_back('\n');
  }
  std::size_t shown = 0;
  for (const EvidenceRow& row : table.rows) {
    if (shown++ == kMostRows && table.rows.size() > kMostRows + 1) {
      write_lines(fmt::format("… and {} more in --format html or json", table.rows.size() - kMostRows), kIndent + 2, width, ink.dim(),
                  ink.plain(), out);
      break;
    }
    write_row(row, columns, width, ink, out);
    if (row.line == nullptr) continue;
    if (!row.line->components.empty()) {
      write_lines("= " + list_of(row.line->components, " + "), kIndent + 4, width, ink.dim(), ink.plain(), out);
    }
    if (!row.line->exclusions.empty()) {
      write_lines("left out: " + list_of(row.line->exclusions, "; "), kIndent + 4, width, ink.dim(), ink.plain(), out);
    }
  }
  for (const std::string& query : table.queries) write_lines("› " + query, kIndent + 2, width, ink.dim(), ink.plain(), out);
}

void write_overlay(const Verdict& verdict, std::size_t width, Ink ink, std::string& out) {
  if (!verdict.outdated) return;
  const Outdated& outdated = *verdict.outdated;
  std::string text = fmt::format("since {}: {}", outdated.newer_period.str(), outdated.now_says);
  text += outdated.publication_unknown ? " (the document has no date)"
          : outdated.when_published    ? " (already so when this was published)"
                                       : " (overtaken after this was published)";
  write_lines(text, kIndent, width, ink.of(VerdictLabel::kOutdated), ink.plain(), out);
}

}  // namespace

void write_judged_claim(const Claim& claim, const Verdict& verdict, std::size_t number, const NameActor& name_actor,
                        std::size_t width, Ink ink, std::string& out) {
  const VerdictLook look = look_of(verdict.label);
  std::string word(verdict_label_name(verdict.label));
  if (verdict.reason) word += fmt::format(" ({})", unverifiable_reason_name(*verdict.reason));
  if (verdict.label == VerdictLabel::kOutdated) word += fmt::format(" (was {})", verdict_label_name(verdict.was));
  const std::string gist = (number > 0 ? raised(number) + " " : "") + describe_claim(claim, name_actor);
  const std::size_t head = 5 + display_width(word) + 2;
  const bool one_line = head + display_width(gist) + 2 <= width;
  out.append("  ").append(ink.of(verdict.label)).append(ink.bold()).append(padded_right(look.symbol, 3)).append(word).append(ink.plain());
  if (one_line) {
    out.append("  ").append(gist).push_back('\n');
  } else {
    out.push_back('\n');
    write_lines(gist, 5, width, "", "", out);
  }
  write_lines(verdict.why, kIndent, width, "", "", out);
  write_overlay(verdict, width, ink, out);
  write_evidence(claim, verdict, width, ink, out);
  if (!verdict.evidence.tolerance.empty()) {
    write_lines("agrees within " + verdict.evidence.tolerance, kIndent + 2, width, ink.dim(), ink.plain(), out);
  }
  if (verdict.evidence.vintage_unknown) {
    write_lines("rows whose recording date is unknown were left out", kIndent + 2, width, ink.dim(), ink.plain(), out);
  }
}

}  // namespace paraph
