#include "report/html_evidence.h"

#include <fmt/format.h>

#include "report/evidence_rows.h"
#include "report/html_text.h"

namespace paraph {
namespace {

std::string_view word_of(Agrees agrees) {
  switch (agrees) {
    case Agrees::kYes: return "agrees";
    case Agrees::kRounded: return "agrees, rounded";
    case Agrees::kNear: return "near, perhaps revised";
    case Agrees::kNo: return "differs";
    case Agrees::kContext: return "context";
  }
  return "";
}

void write_list(std::string_view caption, const std::vector<std::string>& items, std::string& out) {
  if (items.empty()) return;
  out += fmt::format("<p class=\"parts\"><b>{}</b> ", caption);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i != 0) out += "; ";
    append_html(items[i], out);
  }
  out += "</p>";
}

/// The spaces that align_points put behind a figure, as wide as the point and the digits that they stand for.
std::string with_figure_spaces(const std::string& figure) {
  const std::size_t digits = figure.find_last_not_of(' ') + 1;
  std::string out = figure.substr(0, digits);
  const bool bare = out.find('.') == std::string::npos;
  for (std::size_t i = digits; i < figure.size(); ++i) out += i == digits && bare ? "\u2008" : "\u2007";
  return out;
}

void write_table(const EvidenceTable& table, std::string& out) {
  out += "<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Source</th><th scope=\"col\">Reading</th><th scope=\"col\" class=\"figure\">";
  append_html(table.heading.empty() ? "Says" : table.heading, out);
  out += "</th><th scope=\"col\" class=\"figure\">Difference</th><th scope=\"col\"><span class=\"hidden\">Agreement</span></th></tr></thead><tbody>\n";
  for (const EvidenceRow& row : table.rows) {
    out += row.line == nullptr ? "<tr class=\"own\"><th scope=\"row\">" : "<tr><th scope=\"row\">";
    append_html(row.source, out);
    if (row.line != nullptr && !row.line->vintage.empty()) out += fmt::format("<small>{}</small>", html_of(row.line->vintage.str()));
    out += "</th><td>";
    append_html(row.reading, out);
    if (row.line != nullptr) {
      write_list("Sum of", row.line->components, out);
      write_list("Left out", row.line->exclusions, out);
    }
    out += row.numeric ? "</td><td class=\"figure\">" : "</td><td class=\"words\">";
    append_html(row.numeric ? with_figure_spaces(row.figure) : row.figure, out);
    out += "</td><td class=\"figure\">";
    append_html(row.difference, out);
    out += "</td><td class=\"agree\">";
    if (row.line != nullptr) out += fmt::format("<span title=\"{0}\" role=\"img\" aria-label=\"{0}\">{1}</span>", word_of(row.line->agrees), mark_of(row.line->agrees));
    out += "</td></tr>\n";
  }
  out += "</tbody></table></div>";
}

}  // namespace

void write_html_card(const Claim& claim, const Verdict& verdict, std::string_view id, std::string_view mark_id,
                     const NameActor& name_actor, std::string& out) {
  const VerdictLook look = look_of(verdict.label);
  const std::string_view label = verdict_label_name(verdict.label);
  out += fmt::format("<article class=\"card {0}\" id=\"{1}\"><h3><a href=\"#{2}\"><span class=\"badge {0}\" aria-hidden=\"true\">{3}</span> {4}</a>",
                     label, id, mark_id, look.letter, label);
  if (verdict.reason) out += fmt::format(" <small>{}</small>", unverifiable_reason_name(*verdict.reason));
  if (verdict.label == VerdictLabel::kOutdated) out += fmt::format(" <small>was {}</small>", verdict_label_name(verdict.was));
  out += "</h3><p class=\"gist\">";
  append_html(describe_claim(claim, name_actor), out);
  out += "</p><p class=\"why\">";
  append_html(verdict.why, out);
  out += "</p>\n";
  if (verdict.outdated) {
    out += fmt::format("<p class=\"since\">Since {}: {}", html_of(verdict.outdated->newer_period.str()), html_of(verdict.outdated->now_says));
    out += verdict.outdated->publication_unknown ? " (the document has no date)"
           : verdict.outdated->when_published    ? " (already so when this was published)"
                                                 : " (overtaken after this was published)";
    out += "</p>\n";
  }
  EvidenceTable table = evidence_table(claim, verdict);
  align_points(table.rows);
  if (!table.rows.empty() || !verdict.evidence.tolerance.empty()) {
    const bool open = verdict.label != VerdictLabel::kSupported;
    out += fmt::format("<details{}><summary>Evidence</summary>", open ? " open" : "");
    if (!table.rows.empty()) write_table(table, out);
    if (!verdict.evidence.tolerance.empty()) out += fmt::format("<p class=\"parts\">Agrees within {}</p>", html_of(verdict.evidence.tolerance));
    if (verdict.evidence.vintage_unknown) out += "<p class=\"parts\">Rows whose recording date is unknown were left out.</p>";
    for (const std::string& query : table.queries) out += fmt::format("<p class=\"query\"><code>{}</code></p>", html_of(query));
    out += "</details>";
  }
  out += "</article>\n";
}

}  // namespace paraph
