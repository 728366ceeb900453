#include <algorithm>

#include <fmt/format.h>

#include "report/diff_quotes.h"
#include "report/diff_terminal.h"
#include "report/display_text.h"
#include "report/ink.h"
#include "report/quoter.h"
#include "report/trace_forms.h"
#include "report/trace_words.h"

namespace paraph {
namespace {

void write_tree(const TracedCopies& traced, const Ink& ink, std::string& out) {
  const std::vector<TreeLine> lines = tree_of(traced);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TreeLine& line = lines[i];
    std::string branch;
    for (std::size_t depth = 1; depth <= line.depth; ++depth) {
      // A branch goes on where a later line stands at its depth before one that is shallower.
      const auto end = std::ranges::find_if(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(), [&](const TreeLine& below) { return below.depth <= depth; });
      const bool more = end != lines.end() && end->depth == depth;
      branch += depth == line.depth ? (more ? "├─ " : "└─ ") : (more ? "│  " : "   ");
    }
    if (!line.document) {
      out += "of none of the editions\n";
      continue;
    }
    const std::string sure = line.descent != nullptr && line.descent->parent ? ", " + percent_sure(line.descent->parent_confidence) : "";
    out += fmt::format("{}{}{}{}{}\n", branch, line.depth == 0 ? ink.bold() : "", traced_name(traced.documents[*line.document]), line.depth == 0 ? ink.plain() : "", sure);
  }
}

}  // namespace

void write_trace_terminal(const TracedCopies& traced, const ReportContext& context, bool all, std::string& out) {
  const Ink ink{context.layout.colour};
  const std::size_t width = std::max<std::size_t>(context.layout.width, 48);
  if (traced.descents.size() > 1) {
    write_tree(traced, ink, out);
    out += '\n';
  }
  for (std::size_t d = 0; d < traced.descents.size(); ++d) {
    const Descent& descent = traced.descents[d];
    if (d > 0) out += '\n';
    out += fmt::format("{}{}{}\n", ink.bold(), traced_name(traced.documents[descent.copy]), ink.plain());
    for (const std::string& sentence : origin_in_words(traced, descent)) {
      bool first = true;
      for (const std::string& line : wrapped(sentence, width - 4)) {
        out += fmt::format("{}{}\n", first ? "  " : "    ", line);
        first = false;
      }
    }
    if (!descent.parent) continue;
    const Comparison& comparison = traced.comparisons[d];
    const ComparedEditions editions{*traced.documents[*descent.parent].edition, *traced.documents[descent.copy].edition, comparison};
    for (const std::size_t p : told_passages(comparison, all)) {
      const PassageChange& change = comparison.passages[p];
      out += fmt::format("\n{}{}\n", change_label(change.kind, context.layout.colour), change.moved && change.kind != ChangeKind::kMoved ? ", moved" : "");
      write_terminal_passage(change, editions, context, out);
    }
    out += fmt::format("\n{}{}{}\n", ink.bold(), is_faithful(traced, d) ? "a faithful copy; " + counts_in_words(comparison) : counts_in_words(comparison), ink.plain());
  }
}

}  // namespace paraph
