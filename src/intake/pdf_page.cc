#include "intake/pdf_page.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace paraph {
namespace {

/// A tag of the listing with its attributes; the listing is machine-written and flat.
struct Tag {
  std::string_view name;
  std::string_view attributes;
  std::size_t first;
  std::size_t last;  ///< One past its '>'.
};

bool next_tag(std::string_view text, std::size_t at, Tag& tag) {
  const std::size_t first = text.find('<', at);
  if (first == std::string_view::npos) return false;
  const std::size_t close = text.find('>', first);
  if (close == std::string_view::npos) return false;
  const std::string_view inner = text.substr(first + 1, close - first - 1);
  const std::size_t space = inner.find(' ');
  tag = {inner.substr(0, space), space == std::string_view::npos ? std::string_view() : inner.substr(space), first, close + 1};
  return true;
}

double number(std::string_view attributes, std::string_view name) {
  std::size_t at = attributes.find(name);
  if (at == std::string_view::npos) return 0;
  at += name.size();
  double value = 0;
  std::from_chars(attributes.data() + at, attributes.data() + attributes.size(), value);
  constexpr double kFarthest = 1e6;
  return std::isfinite(value) ? std::clamp(value, -kFarthest, kFarthest) : 0;
}

PageBox box(std::string_view attributes) {
  return {number(attributes, " xMin=\""), number(attributes, " yMin=\""), number(attributes, " xMax=\""), number(attributes, " yMax=\"")};
}

void append_decoded(std::string_view text, std::string& out) {
  static constexpr std::pair<std::string_view, char> kEntities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  for (std::size_t at = 0; at < text.size();) {
    bool found = false;
    if (text[at] == '&') {
      for (const auto& [name, c] : kEntities) {
        if (text.substr(at).starts_with(name)) {
          out.push_back(c);
          at += name.size();
          found = true;
          break;
        }
      }
    }
    if (!found) {
      const auto c = static_cast<unsigned char>(text[at++]);
      out.push_back(c < 0x20 ? ' ' : static_cast<char>(c));
    }
  }
}

/// "Page 3 of 12" and "page 4 of 12" are one running line: digits are masked.
std::string masked(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (out.empty() || out.back() != '#') out.push_back('#');
    } else {
      out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
  }
  return out;
}

bool is_note_mark(std::string_view word) {
  return word.size() <= 4 &&
         std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '[' || c == ']' || c == '*' || c == ','; });
}

bool is_unit_end(std::string_view text) {
  return text.ends_with("km") || text.ends_with(" m") || text.ends_with("cm") || text.ends_with(" mi") ||
         (!text.empty() && text.back() >= '0' && text.back() <= '9');
}

bool is_page_number(std::string_view text) {
  const std::string shape = masked(text);
  for (const std::string_view known :
       {"#", "# / #", "#/#", "- # -", "page #", "page # of #", "# of #", "| #", "\xE2\x80\x93 # \xE2\x80\x93"}) {
    if (shape == known) return text.size() < 16;
  }
  return false;
}

}  // namespace

Result<std::vector<PdfPage>> read_page_listing(std::string_view listing) {
  std::vector<PdfPage> pages;
  Tag tag{};
  std::size_t at = 0;
  std::size_t block = 0;
  bool listed = false;
  while (next_tag(listing, at, tag)) {
    at = tag.last;
    if (tag.name == "doc") listed = true;
    if (tag.name == "page") {
      pages.push_back({number(tag.attributes, " width=\""), number(tag.attributes, " height=\""), {}});
    } else if (pages.empty()) {
      continue;
    } else if (tag.name == "block") {
      ++block;
    } else if (tag.name == "line") {
      pages.back().lines.push_back({.box = box(tag.attributes), .text = {}, .block = block});
    } else if (tag.name == "word" && !pages.back().lines.empty()) {
      const std::size_t end = listing.find("</word>", at);
      if (end == std::string_view::npos) break;
      PageLine& line = pages.back().lines.back();
      const PageBox place = box(tag.attributes);
      const std::string_view word = listing.substr(at, end - at);
      at = end;
      if (line.text.empty()) {
        line.first_word_width = place.width();
        line.type_height = place.height();
      } else if (place.height() < 0.85 * line.type_height && is_note_mark(word)) {
        // A raised figure behind a word is a note's, behind a unit it is part of it.
        if (is_unit_end(line.text)) line.text += word;
        continue;
      } else {
        line.text.push_back(' ');
      }
      append_decoded(word, line.text);
    }
  }
  if (!listed) return fail(ErrorCode::kMalformed, "the PDF converter gave no list of words");
  for (PdfPage& page : pages) {
    std::erase_if(page.lines, [](const PageLine& line) { return line.text.empty(); });
  }
  return pages;
}

void drop_running_lines(std::vector<PdfPage>& pages) {
  std::map<std::string, std::size_t> counts;
  const auto in_margin = [](const PdfPage& page, const PageLine& line, double share) {
    return line.box.bottom < page.height * share || line.box.top > page.height * (1 - share);
  };
  for (const PdfPage& page : pages) {
    std::vector<std::string> seen;
    for (const PageLine& line : page.lines) {
      if (!in_margin(page, line, 0.12)) continue;
      std::string key = masked(line.text);
      if (std::ranges::find(seen, key) != seen.end()) continue;
      ++counts[key];
      seen.push_back(std::move(key));
    }
  }
  const std::size_t enough = std::max<std::size_t>(2, pages.size() / 2 + (pages.size() > 3 ? 0 : 1));
  for (PdfPage& page : pages) {
    for (PageLine& line : page.lines) {
      if (in_margin(page, line, 0.12) && (is_page_number(line.text) || counts[masked(line.text)] >= enough)) line.dropped = true;
      // What a browser prints at the very edge: date, title, address, page number.
      if (in_margin(page, line, 0.036)) line.dropped = true;
    }
  }
}

}  // namespace paraph
