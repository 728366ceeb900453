#include "intake/pdf_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "intake/pdf_page.h"

namespace paraph {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool ends_sentence(std::string_view text) {
  while (!text.empty() && (text.back() == '"' || text.back() == ')' || text.back() == ']')) text.remove_suffix(1);
  if (text.ends_with("\xE2\x80\x9D") || text.ends_with("\xE2\x80\x99")) text.remove_suffix(3);
  return !text.empty() && (text.back() == '.' || text.back() == '!' || text.back() == '?' || text.back() == ':');
}

bool opens_item(std::string_view text) {
  for (const std::string_view bullet :
       {"\xE2\x80\xA2", "\xE2\x97\xA6", "\xE2\x96\xAA", "\xEF\x82\xB7", "- ", "\xE2\x80\x93 ", "\xE2\x97\x8F", "\xE2\x97\x8B"}) {
    if (text.starts_with(bullet)) return true;
  }
  std::size_t at = text.starts_with('(') ? 1 : 0;
  const std::size_t first = at;
  while (at < text.size() && at < first + 3 && is_digit(text[at])) ++at;
  if (at == first) {
    while (at < text.size() && at < first + 4 && (text[at] == 'i' || text[at] == 'v' || text[at] == 'x')) ++at;
  }
  if (at == first || at + 1 >= text.size()) return false;
  return (text[at] == ')' || (text[at] == '.' && first == 0)) && text[at + 1] == ' ';
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }
std::string_view last_word(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

/// First or second halves of compounds that keep their hyphen wherever the line ends.
bool joins_compound(std::string_view before, std::string_view after) {
  static constexpr std::array<std::string_view, 40> kFirst = {
      "all",    "anti",  "broad", "co",     "counter", "cross", "decision", "east",  "ex",    "first", "five", "four",  "full", "high",
      "higher", "joint", "land",  "large",  "long",    "low",   "macro",    "mid",   "multi", "near",  "non",  "north", "off",  "one",
      "policy", "post",  "pre",   "second", "self",    "short", "socio",    "south", "three", "two",   "well", "west"};
  static constexpr std::array<std::string_view, 30> kSecond = {
      "based",   "being",   "building", "day",     "driven", "free",   "funded", "general", "intensive", "keeping",
      "largest", "led",     "level",    "lived",   "made",   "making", "month",  "old",     "owned",     "party",
      "range",   "related", "scale",    "sharing", "size",   "term",   "to",     "way",     "wide",      "year"};
  return std::ranges::binary_search(kFirst, before) || std::ranges::binary_search(kSecond, after);
}

constexpr std::size_t kCellsMost = 64;

/// Rows of cells that stand side by side: indices of the page's lines, left to right.
using Row = std::vector<std::size_t>;

/// How far to the right the lines of a page reach that begin at about the same place in about the same type.
class Columns {
 public:
  explicit Columns(const PdfPage& page) {
    for (const PageLine& line : page.lines) {
      if (line.dropped) continue;
      const auto [place, added] = right_.try_emplace(key(line, 0, 0), line.box.right);
      if (!added) place->second = std::max(place->second, line.box.right);
    }
  }

  double right_edge(const PageLine& line) const {
    double right = line.box.right;
    for (const int side : {-1, 0, 1}) {
      for (const int size : {-1, 0, 1}) {
        const auto found = right_.find(key(line, side, size));
        if (found != right_.end()) right = std::max(right, found->second);
      }
    }
    return right;
  }

 private:
  static std::pair<long, long> key(const PageLine& line, int side, int size) {
    return {std::lround(line.box.left / 30) + side, std::lround(line.type_height) + size};
  }

  std::map<std::pair<long, long>, double> right_;
};

class Layout {
 public:
  explicit Layout(std::vector<PdfPage> pages) : pages_(std::move(pages)) {}

  std::string run() {
    learn_words();
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      lay_out(pages_[i]);
      if (i + 1 < pages_.size()) page_break_ = true;
    }
    if (!out_.empty()) out_.push_back('\n');
    return std::move(out_);
  }

 private:
  /// Words seen away from line ends decide whether a hyphen at a line end belongs to the word.
  void learn_words() {
    for (const PdfPage& page : pages_) {
      for (const PageLine& line : page.lines) {
        ++lines_;
        if (line.text.ends_with('-')) ++hyphened_;
        std::size_t at = 0;
        while (at < line.text.size()) {
          std::size_t end = line.text.find(' ', at);
          if (end == std::string::npos) break;  // The last word may be divided.
          std::string word = line.text.substr(at, end - at);
          while (!word.empty() && !is_letter(word.back())) word.pop_back();
          if (!word.empty()) words_.insert(std::move(word));
          at = end + 1;
        }
      }
    }
  }

  static bool side_by_side(const PageLine& a, const PageLine& b) {
    const double overlap = std::min(a.box.bottom, b.box.bottom) - std::max(a.box.top, b.box.top);
    return overlap > 0.6 * std::min(a.box.height(), b.box.height()) && (a.box.right < b.box.left || b.box.right < a.box.left);
  }

  /// For each line the number of its table row, or npos: cells are short and stand side by side in consecutive rows.
  std::vector<std::size_t> find_rows(const PdfPage& page, std::vector<Row>& rows) const {
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      if (!page.lines[i].dropped) order.push_back(i);
    }
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(page.lines[i].box.top, i); });
    std::vector<Row> bands;
    for (const std::size_t i : order) {
      bool placed = false;
      for (std::size_t b = bands.size(); b > 0 && bands.size() - b < 6 && !placed; --b) {
        Row& band = bands[b - 1];
        placed = band.size() < kCellsMost &&
                 std::ranges::all_of(band, [&](std::size_t j) { return side_by_side(page.lines[i], page.lines[j]); });
        if (placed) band.push_back(i);
      }
      if (!placed) bands.push_back({i});
    }
    std::vector<std::size_t> row_of(page.lines.size(), kNone);
    for (std::size_t b = 0; b < bands.size(); ++b) {
      if (!is_tabular(page, bands[b])) continue;
      const bool neighbour = (b > 0 && is_tabular(page, bands[b - 1])) || (b + 1 < bands.size() && is_tabular(page, bands[b + 1]));
      if (!neighbour && bands[b].size() < 3) continue;
      Row row = bands[b];
      std::ranges::sort(row, {}, [&](std::size_t i) { return page.lines[i].box.left; });
      for (const std::size_t i : row) row_of[i] = rows.size();
      rows.push_back(std::move(row));
    }
    return row_of;
  }

  static bool is_tabular(const PdfPage& page, const Row& band) {
    if (band.size() < 2) return false;
    std::size_t bytes = 0;
    bool digits = false;
    for (const std::size_t i : band) {
      bytes += page.lines[i].text.size();
      digits |= std::ranges::any_of(page.lines[i].text, is_digit);
    }
    return bytes < band.size() * 30 && (digits || band.size() >= 3 || bytes < band.size() * 20);
  }

  void lay_out(const PdfPage& page) {
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<Row> rows;
    const std::vector<std::size_t> row_of = find_rows(page, rows);
    std::vector<bool> printed(rows.size(), false);
    const Columns columns(page);
    const PageLine* last = nullptr;
    bool in_table = false;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      const PageLine& line = page.lines[i];
      if (line.dropped) continue;
      if (row_of[i] != kNone) {
        if (printed[row_of[i]]) continue;
        printed[row_of[i]] = true;
        print_row(page, rows[row_of[i]], in_table);
        in_table = true;
        last = nullptr;
        continue;
      }
      in_table = false;
      print_line(page, columns, line, last);
      last = &line;
    }
  }

  void print_row(const PdfPage& page, const Row& row, bool in_table) {
    separate(in_table);
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (c > 0) out_.push_back('\t');
      out_ += page.lines[row[c]].text;
    }
    open_paragraph_ = false;
  }

  /// Begins a new line, with a blank line before it unless it is close to the one above.
  void separate(bool close) {
    if (!out_.empty()) {
      out_.push_back('\n');
      if (!close) out_.push_back('\n');
    }
    if (page_break_ && !out_.empty()) out_.push_back('\f');
    page_break_ = false;
  }

  void print_line(const PdfPage& page, const Columns& columns, const PageLine& line, const PageLine* last) {
    const bool across = last == nullptr || last->block != line.block;
    const bool joined = last == nullptr ? open_paragraph_ && goes_on_from_page(line) : goes_on(page, columns, *last, line, across);
    if (joined) {
      page_break_ = false;
      join(line.text);
    } else {
      const bool near = last != nullptr && !across && std::abs(last->type_height - line.type_height) < 0.08 * line.type_height &&
                        line.box.top - last->box.bottom < 0.6 * line.box.height();
      separate(near);
      out_ += line.text;
    }
    open_paragraph_ = true;
    last_height_ = line.type_height;
  }

  bool goes_on_from_page(const PageLine& line) const {
    const std::size_t start = out_.find_last_of("\n\f");
    const std::string_view open = std::string_view(out_).substr(start == std::string::npos ? 0 : start + 1);
    if (ends_sentence(open) || opens_item(line.text) || open.size() < 60) return false;
    return is_lower(line.text[0]) || (std::abs(last_height_ - line.type_height) < 0.05 * line.type_height && open.size() > 200);
  }

  static bool goes_on(const PdfPage& page, const Columns& columns, const PageLine& above, const PageLine& line, bool across) {
    if (opens_item(line.text)) return false;
    const double height = line.type_height;
    if (std::abs(above.type_height - height) > 0.12 * height) return false;
    const double gap = line.box.top - above.box.bottom;
    if (!across && gap > 0.9 * height) return false;
    if (across && (gap > 0.7 * height || gap < -0.5 * height))
      return !ends_sentence(above.text) && is_lower(line.text[0]) && above.text.size() > 30;
    // Would the first word have fitted on the line above? The column is as wide as its widest line.
    const double right = std::max(above.box.right, columns.right_edge(above));
    const bool full = above.box.right + line.first_word_width + 0.15 * height > right;
    if (!full) {
      // Words tied by a no-break space move to the next line together.
      const double share = is_lower(line.text[0]) ? 0.5 : 0.8;
      return !ends_sentence(above.text) && above.box.width() > share * (right - above.box.left) && above.text.size() > 40;
    }
    // A lone widest line says nothing about the column.
    return above.box.width() > 0.3 * page.width || is_lower(line.text[0]);
  }

  /// Appends to the open paragraph, mending a word that the line end divides.
  void join(std::string_view text) {
    if (out_.ends_with("\xC2\xAD")) {
      out_.resize(out_.size() - 2);
    } else if (out_.size() > 1 && out_.back() == '-' && is_letter(out_[out_.size() - 2]) && is_lower(text[0])) {
      std::string_view before = last_word(std::string_view(out_).substr(out_.size() > 80 ? out_.size() - 80 : 0));
      before.remove_suffix(1);
      std::string_view after = first_word(text);
      while (!after.empty() && !is_letter(after.back())) after.remove_suffix(1);
      const std::string whole = std::string(before) + std::string(after);
      const std::string compound = std::string(before) + "-" + std::string(after);
      const bool habit = hyphened_ * 25 > lines_ && hyphened_ >= 3;
      const bool keep = words_.contains(compound) || before.find('-') != std::string_view::npos ||
                        (!words_.contains(whole) && (joins_compound(before, after) || !habit));
      if (!keep) out_.pop_back();
    } else if (out_.ends_with('-') || out_.ends_with("\xE2\x80\x93") || out_.ends_with("\xE2\x80\x94") || out_.ends_with('/')) {
      // "2020-" / "21", "U.S.-" / "Uzbekistan": the line broke behind the mark, where no space was.
      const bool spaced = out_.size() > 3 &&
                          (out_[out_.size() - 2] == ' ' || (!out_.ends_with('-') && !out_.ends_with('/') && out_[out_.size() - 4] == ' '));
      if (spaced) out_.push_back(' ');
    } else {
      out_.push_back(' ');
    }
    out_ += text;
  }

  std::vector<PdfPage> pages_;
  std::unordered_set<std::string> words_;
  std::size_t lines_ = 0;
  std::size_t hyphened_ = 0;
  std::string out_;
  double last_height_ = 0;
  bool page_break_ = false;
  bool open_paragraph_ = false;
};

}  // namespace

Result<std::string> lay_out_pdf(std::string_view listing) {
  Result<std::vector<PdfPage>> pages = read_page_listing(listing);
  if (!pages) return fail(pages.error().code, pages.error().message);
  drop_running_lines(*pages);
  return Layout(std::move(*pages)).run();
}

}  // namespace paraph
