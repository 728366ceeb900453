#include "report/diff_quotes.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/display_text.h"
#include "report/quoter.h"

namespace paraph {
namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// White space as one space, also at the ends where there was some.
std::string levelled(std::string_view text) {
  const std::string mended = mended_utf8(text);
  std::string out;
  for (const char c : mended) {
    const char plain = blank(c) || static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    if (plain != ' ' || out.empty() || out.back() != ' ') out += plain;
  }
  return out;
}

std::string joined(const std::vector<std::string>& items) { return fmt::format("{}", fmt::join(items, ", ")); }

}  // namespace

std::vector<QuotePiece> cut_quote(const Extraction& edition, TextSpan text, const std::vector<TextSpan>& changed) {
  const std::string_view all = edition.document.text();
  std::vector<QuotePiece> pieces;
  std::size_t at = text.first();
  const auto add = [&](std::size_t last, bool is_changed) {
    if (last <= at) return;
    std::string words = levelled(all.substr(at, last - at));
    at = last;
    if (pieces.empty() && words.starts_with(' ')) words.erase(0, 1);
    if (!words.empty()) pieces.push_back({std::move(words), is_changed});
  };
  for (const TextSpan place : changed) {
    if (place.empty() || !text.contains(place)) continue;
    add(place.first(), false);
    add(place.last(), true);
  }
  add(text.last(), false);
  while (!pieces.empty() && pieces.back().text.ends_with(' ')) {
    pieces.back().text.pop_back();
    if (pieces.back().text.empty()) pieces.pop_back();
  }
  return pieces;
}

std::string edit_words(const Extraction& edition, TextSpan place) { return in_one_line(mended_utf8(place.of(edition.document.text()))); }

std::vector<TextSpan> places_before(const PassageChange& change) {
  std::vector<TextSpan> places;
  for (const WordEdit& edit : change.edits) places.push_back(edit.before);
  return places;
}

std::vector<TextSpan> places_after(const PassageChange& change) {
  std::vector<TextSpan> places;
  for (const WordEdit& edit : change.edits) places.push_back(edit.after);
  return places;
}

std::string change_in_words(const ClaimChange& change, const Extraction& before, const Extraction& after, const NameActor& name_actor) {
  const auto says = [&](const Extraction& edition, std::optional<std::size_t> claim) {
    return claim ? in_one_line(mended_utf8(describe_claim(edition.reading.claims[*claim], name_actor))) : std::string();
  };
  std::vector<std::string> parts;
  if (!change.change.items_added.empty()) parts.push_back("with " + joined(change.change.items_added));
  if (!change.change.items_dropped.empty()) parts.push_back("without " + joined(change.change.items_dropped));
  const std::string was = says(before, change.before);
  const std::string now = says(after, change.after);
  if (!parts.empty()) return fmt::format("{}: {}", now.empty() ? was : now, joined(parts));
  if (was.empty()) return now;
  if (now.empty()) return was;
  if (was == now) return now;
  return was + " → " + now;
}

std::string counts_in_words(const Comparison& comparison) {
  std::vector<std::string> parts;
  for (auto kind = kChangeKinds.rbegin(); kind != kChangeKinds.rend(); ++kind) {
    if (is_change(*kind) && comparison.count(*kind) > 0) parts.push_back(fmt::format("{} {}", comparison.count(*kind), change_kind_name(*kind)));
  }
  if (!comparison.about.empty()) parts.push_back(fmt::format("{} about the edition", comparison.about.size()));
  const std::size_t moved = comparison.count(ChangeKind::kMoved);
  const std::size_t kept = comparison.count(ChangeKind::kKept) + moved;
  std::string out = parts.empty() ? "no change" : joined(parts);
  out += fmt::format("; {} kept", kept);
  if (moved > 0) out += fmt::format(", {} of them moved", moved);
  return out;
}

}  // namespace paraph
