#include "report/terminal_quotation.h"

#include <algorithm>
#include <array>

#include "report/display_text.h"
#include "report/quoter.h"

namespace paraph {
namespace {

constexpr std::size_t kLongSentence = 1200;  ///< Bytes; beyond it only the neighbourhood of the marks is shown.
constexpr std::size_t kNeighbourhood = 240;
constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

/// One character of the quotation as it will stand on the terminal.
struct Glyph {
  std::string text;
  std::size_t columns = 0;
  std::optional<VerdictLabel> label;
  bool underlined = false;
};

/// Which claim's words each byte belongs to: the shortest claim wins where several overlap.
std::vector<std::optional<VerdictLabel>> painted(std::size_t size, std::vector<QuotedMark> marks) {
  std::sort(marks.begin(), marks.end(), [](const QuotedMark& a, const QuotedMark& b) { return a.place.size() != b.place.size() ? a.place.size() > b.place.size() : a.number < b.number; });
  std::vector<std::optional<VerdictLabel>> paint(size);
  for (const QuotedMark& mark : marks) {
    for (std::size_t i = mark.place.first(); i < std::min(mark.place.last(), size); ++i) paint[i] = mark.label;
  }
  return paint;
}

void add_numbers(const std::vector<QuotedMark>& marks, std::size_t at, std::vector<Glyph>& glyphs) {
  bool first = true;
  for (const QuotedMark& mark : marks) {
    if (mark.number == 0 || mark.place.last() != at) continue;
    if (!first) glyphs.push_back({"˒", 1, std::nullopt, false});
    const std::string figure = raised(mark.number);
    glyphs.push_back({figure, display_width(figure), mark.label, false});
    first = false;
  }
}

std::vector<Glyph> glyphs_of(std::string_view text, TextSpan shown, const std::vector<QuotedMark>& marks) {
  const auto paint = painted(text.size(), marks);
  std::vector<Glyph> glyphs;
  if (shown.first() > 0) glyphs.push_back({"…", 1, std::nullopt, false});
  std::size_t at = shown.first();
  while (at < shown.last()) {
    std::size_t columns = 0;
    const std::size_t size = next_character(text.substr(at), columns);
    const std::string visible = in_one_line(text.substr(at, size));
    const bool blank = visible.empty();
    if (!blank || (!glyphs.empty() && glyphs.back().text != " ")) {
      glyphs.push_back({blank ? " " : visible, blank ? 1 : columns, paint[at], paint[at].has_value()});
    }
    for (std::size_t i = 1; i <= size; ++i) add_numbers(marks, at + i, glyphs);
    at += size;
  }
  if (shown.last() < text.size()) glyphs.push_back({"…", 1, std::nullopt, false});
  return glyphs;
}

void write_glyphs(const std::vector<Glyph>& line, std::size_t indent, Ink ink, std::string& out) {
  out.append(indent, ' ');
  std::optional<VerdictLabel> label;
  bool underlined = false;
  for (const Glyph& glyph : line) {
    if (ink.colour && (glyph.label != label || glyph.underlined != underlined)) {
      out += ink.plain();
      if (glyph.label) out += ink.of(*glyph.label);
      if (glyph.underlined) out += ink.underline();
      label = glyph.label;
      underlined = glyph.underlined;
    }
    out += glyph.text;
  }
  if (ink.colour && (label || underlined)) out += ink.plain();
  out.push_back('\n');
  if (ink.colour) return;
  std::string tildes(indent, ' ');
  bool any = false;
  for (const Glyph& glyph : line) {
    tildes.append(glyph.columns, glyph.underlined ? '~' : ' ');
    any = any || glyph.underlined;
  }
  if (!any) return;
  while (tildes.back() == ' ') tildes.pop_back();
  out.append(tildes).push_back('\n');
}

/// The part to show: all, or what surrounds the marks, cut at spaces.
TextSpan shown_part(std::string_view text, const std::vector<QuotedMark>& marks) {
  if (text.size() <= kLongSentence) return {0, text.size()};
  std::size_t first = text.size();
  std::size_t last = 0;
  for (const QuotedMark& mark : marks) {
    first = std::min(first, mark.place.first());
    last = std::max(last, std::min(mark.place.last(), mark.place.first() + kLongSentence));
  }
  first = first < kNeighbourhood ? 0 : text.find(' ', first - kNeighbourhood);
  last = last + kNeighbourhood >= text.size() ? text.size() : text.rfind(' ', last + kNeighbourhood);
  if (first == std::string_view::npos || last == std::string_view::npos || first >= last) return {0, std::min(kLongSentence, text.size())};
  return {first, last};
}

}  // namespace

std::string raised(std::size_t number) {
  std::string out;
  for (const char digit : std::to_string(number)) out += kRaised.at(static_cast<std::size_t>(digit - '0'));
  return out;
}

void write_quotation(std::string_view text, const std::vector<QuotedMark>& marks, std::size_t indent, std::size_t width, Ink ink,
                     std::string& out) {
  const std::vector<Glyph> glyphs = glyphs_of(text, shown_part(text, marks), marks);
  std::vector<Glyph> line;
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < glyphs.size()) {
    std::size_t end = at;
    std::size_t columns = 0;
    while (end < glyphs.size() && glyphs[end].text != " ") columns += glyphs[end++].columns;
    if (used > 0 && used + columns > width) {
      while (!line.empty() && line.back().text == " ") line.pop_back();
      write_glyphs(line, indent, ink, out);
      line.clear();
      used = 0;
    }
    for (; at < end; ++at) {
      if (used > 0 && used + glyphs[at].columns > width) {
        write_glyphs(line, indent, ink, out);
        line.clear();
        used = 0;
      }
      line.push_back(glyphs[at]);
      used += glyphs[at].columns;
    }
    if (at < glyphs.size()) {
      line.push_back(glyphs[at++]);
      ++used;
    }
  }
  while (!line.empty() && line.back().text == " ") line.pop_back();
  if (!line.empty()) write_glyphs(line, indent, ink, out);
}

}  // namespace paraph
