#include <fmt/format.h>

#include "report/diff_html.h"
#include "report/diff_quotes.h"
#include "report/html_text.h"
#include "report/quoter.h"
#include "report/trace_forms.h"
#include "report/trace_words.h"

namespace paraph {
namespace {

void write_tree(const TracedCopies& traced, std::string& out) {
  const std::vector<TreeLine> lines = tree_of(traced);
  std::size_t depth = 0;
  out += "<ul class=\"tree\">";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TreeLine& line = lines[i];
    for (; depth < line.depth; ++depth) out += "<ul>";
    for (; depth > line.depth; --depth) out += "</ul></li>";
    out += "<li>" + html_of(line.document ? traced_name(traced.documents[*line.document]) : "of none of the editions");
    if (line.descent != nullptr && line.descent->parent) out += "<small>, " + html_of(percent_sure(line.descent->parent_confidence)) + "</small>";
    const bool leaf = i + 1 == lines.size() || lines[i + 1].depth <= line.depth;
    if (leaf) out += "</li>";
  }
  for (; depth > 0; --depth) out += "</ul></li>";
  out += "</ul>\n";
}

}  // namespace

void write_trace_html(const TracedCopies& traced, const ReportContext& context, bool all, std::string& out) {
  open_editions_page("Copies traced by Paraph", out);
  out += "Where copies come from</h1>\n";
  if (traced.descents.size() > 1) write_tree(traced, out);
  for (std::size_t d = 0; d < traced.descents.size(); ++d) {
    const Descent& descent = traced.descents[d];
    out += "<section>\n<h2>" + html_of(traced_name(traced.documents[descent.copy])) + "</h2>\n<ul>";
    for (const std::string& sentence : origin_in_words(traced, descent)) out += "<li>" + html_of(sentence) + "</li>";
    out += "</ul>\n";
    if (descent.parent) {
      const Comparison& comparison = traced.comparisons[d];
      const ComparedEditions editions{*traced.documents[*descent.parent].edition, *traced.documents[descent.copy].edition, comparison};
      out += "<p class=\"coverage\">" + std::string(is_faithful(traced, d) ? "a faithful copy; " : "") + html_of(counts_in_words(comparison)) + "</p>\n";
      const std::vector<std::size_t> told = told_passages(comparison, all);
      if (!told.empty()) {
        open_editions_table(editions, out);
        for (const std::size_t p : told) write_editions_row(comparison.passages[p], editions, context, out);
        close_editions_table(out);
      }
    }
    out += "</section>\n";
  }
  close_editions_page(context, out);
}

}  // namespace paraph
