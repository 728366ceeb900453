#include "report/diff_terminal.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/diff_quotes.h"
#include "report/display_text.h"
#include "report/ink.h"
#include "report/quoter.h"

namespace paraph {
namespace {

constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kGreen = "\x1b[32m";

std::string_view colour_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kContradicted: case ChangeKind::kAltered: return kRed;
    case ChangeKind::kUpdated: case ChangeKind::kWidened: case ChangeKind::kNarrowed: return "\x1b[33m";
    case ChangeKind::kAdded: return kGreen;
    case ChangeKind::kDropped: return "\x1b[35m";
    case ChangeKind::kReworded: return "\x1b[36m";
    case ChangeKind::kKept: case ChangeKind::kMoved: return "\x1b[2m";
  }
  return "";
}

/// Breaks at spaces into lines with a sign in front; changed words stand between marks, or underlined in colour.
class SideWriter {
 public:
  SideWriter(std::string_view sign, std::string_view tone, const ReportContext& context, std::string& out)
      : ink_{context.layout.colour}, tone_(context.layout.colour ? tone : std::string_view()), width_(std::max<std::size_t>(context.layout.width, 48) - 4), out_(out) {
    out_.append(tone_).append("  ").append(sign).append(" ");
  }
  ~SideWriter() { out_.append(ink_.plain()).append("\n"); }
  SideWriter(const SideWriter&) = delete;
  SideWriter& operator=(const SideWriter&) = delete;

  void write(const QuotePiece& piece, std::string_view open, std::string_view close) {
    std::string text = piece.text;
    if (piece.changed && !ink_.colour) text = std::string(open) + text + std::string(close);
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = std::min(text.find(' ', at + 1), text.size());
      word(std::string_view(text).substr(at, end - at), piece.changed);
      at = end;
    }
  }

 private:
  void word(std::string_view text, bool changed) {
    const std::size_t columns = display_width(text);
    if (column_ > 0 && column_ + columns > width_) {
      out_.append("\n    ");
      column_ = 0;
      if (text.starts_with(' ')) text.remove_prefix(1);
    }
    column_ += columns;
    if (!changed || !ink_.colour) {
      out_.append(text);
      return;
    }
    out_.append(ink_.bold()).append(ink_.underline()).append(text).append(ink_.plain()).append(tone_);
  }

  Ink ink_;
  std::string_view tone_;
  std::size_t width_;
  std::string& out_;
  std::size_t column_ = 0;
};

std::string heading(const Extraction& edition) {
  std::string out = in_one_line(mended_utf8(edition.name));
  if (edition.document.published) out += " (" + edition.document.published->str() + ")";
  return out;
}

}  // namespace

std::string change_label(ChangeKind kind, bool colour) {
  if (!colour) return std::string(change_kind_name(kind));
  return fmt::format("{}{}\x1b[0m", colour_of(kind), change_kind_name(kind));
}

void write_terminal_passage(const PassageChange& change, const ComparedEditions& editions, const ReportContext& context, std::string& out) {
  const Comparison& comparison = editions.comparison;
  if (change.before) {
    SideWriter side(change.after && change.edits.empty() ? "=" : "-", change.after && change.edits.empty() ? "" : kRed, context, out);
    for (const QuotePiece& piece : cut_quote(editions.before, comparison.old_passages.all[*change.before].text, places_before(change))) {
      side.write(piece, "[-", "-]");
    }
  }
  if (change.after && (!change.before || !change.edits.empty())) {
    SideWriter side("+", kGreen, context, out);
    for (const QuotePiece& piece : cut_quote(editions.after, comparison.new_passages.all[*change.after].text, places_after(change))) {
      side.write(piece, "{+", "+}");
    }
  }
  const Ink ink{context.layout.colour};
  for (const std::size_t index : change.claims) {
    const ClaimChange& claim = comparison.claims[index];
    if (!is_change(claim.change.kind)) continue;
    const std::string words = fmt::format("{}: {}", change_kind_name(claim.change.kind),
                                          change_in_words(claim, editions.before, editions.after, context.name_actor));
    for (const std::string& line : wrapped(words, std::max<std::size_t>(context.layout.width, 48) - 6)) {
      out += fmt::format("      {}{}{}\n", ink.dim(), line, ink.plain());
    }
  }
}

void write_diff_terminal(const ComparedEditions& editions, const ReportContext& context, bool all, std::string& out) {
  const Ink ink{context.layout.colour};
  const Comparison& comparison = editions.comparison;
  out += fmt::format("{0}--- {1}{3}\n{0}+++ {2}{3}\n", ink.bold(), heading(editions.before), heading(editions.after), ink.plain());
  for (const AboutChange& change : comparison.about) {
    out += fmt::format("\nabout the edition: {}\n  - {}\n  + {}\n", change.member, in_one_line(mended_utf8(change.before)), in_one_line(mended_utf8(change.after)));
  }
  for (const PassageChange& change : comparison.passages) {
    if (!all && !is_change(change.kind)) continue;
    out += fmt::format("\n{}{}\n", change_label(change.kind, context.layout.colour), change.moved && change.kind != ChangeKind::kMoved ? ", moved" : "");
    write_terminal_passage(change, editions, context, out);
  }
  for (const auto& [edition, passages] : {std::pair(&editions.before, &comparison.old_passages), std::pair(&editions.after, &comparison.new_passages)}) {
    if (passages->orphans.empty()) continue;
    out += fmt::format("\n{} claims of {} stand in no sentence and were not compared\n", passages->orphans.size(), in_one_line(mended_utf8(edition->name)));
  }
  out += fmt::format("\n{}{}{}\n", ink.bold(), counts_in_words(comparison), ink.plain());
}

}  // namespace paraph
