#include "document/read_plain.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "document/line_rules.h"

namespace paraph {
namespace {

constexpr std::size_t kWrapLeast = 45;  ///< Narrower text than this is not hard-wrapped, but lines of their own.
constexpr std::size_t kWrapMost = 132;
constexpr std::size_t kCellsMost = 24;

struct Line {
  std::size_t first;
  std::size_t last;  ///< Without white space at the end.
  std::size_t indent;
  std::size_t columns;  ///< Shown width from the indent on; 0 until needed.
  std::size_t cells;    ///< Cells between tabs or wide gaps; 1 for running text.
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// Reads a text chunk by chunk, a chunk being the lines between two blank ones.
class PlainReader {
 public:
  explicit PlainReader(Document& document) : document_(document), text_(document.content.text()) {}

  void read(std::size_t most) {
    std::size_t at = 0;
    while (at < text_.size() && document_.blocks.size() <= most) {
      const std::size_t end = line_end(at);
      add_line(at, end);
      at = end + 1;
    }
    finish_chunk();
  }

 private:
  std::size_t line_end(std::size_t at) const {
    const void* found = std::memchr(text_.data() + at, '\n', text_.size() - at);
    std::size_t end = found == nullptr ? text_.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
    if (lone_returns_ || end - at > 4096) {
      // Old line ends: a carriage return alone. Looked for only where a line is suspiciously long.
      const void* cr = std::memchr(text_.data() + at, '\r', end - at);
      const std::size_t stop = cr == nullptr ? end : static_cast<std::size_t>(static_cast<const char*>(cr) - text_.data());
      if (stop + 1 < end) end = stop;
    }
    return end;
  }

  void add_line(std::size_t first, std::size_t last) {
    std::size_t indent = 0;
    while (first < last && (is_blank(text_[first]) || text_[first] == '\f')) {
      if (text_[first] == '\f') {
        finish_chunk();
        indent = 0;
      } else {
        indent += text_[first] == '\t' ? 8U : 1U;
      }
      ++first;
    }
    while (last > first && (is_blank(text_[last - 1]) || text_[last - 1] == '\f')) --last;
    if (first == last) {
      finish_chunk();
      return;
    }
    chunk_.push_back({first, last, indent, 0, 1});
    if (chunk_.size() >= 4096) finish_chunk();
  }

  std::string_view view(const Line& line) const { return text_.substr(line.first, line.last - line.first); }
  std::string_view view(TextSpan span) const { return span.of(text_); }

  /// Cells of a line: separated by tabs or by two spaces and more that do not follow a full stop.
  void find_cells(const Line& line, std::vector<TextSpan>& cells) const {
    cells.clear();
    std::size_t at = line.first;
    std::size_t cell = line.first;
    while (at < line.last) {
      const bool tab = text_[at] == '\t';
      const bool gap = text_[at] == ' ' && at + 1 < line.last && (text_[at + 1] == ' ' || text_[at + 1] == '\t');
      if (!tab && !gap) {
        ++at;
        continue;
      }
      std::size_t next = at;
      bool with_tab = false;
      for (; next < line.last && is_blank(text_[next]); ++next) with_tab |= text_[next] == '\t';
      const char before = at > line.first ? text_[at - 1] : ' ';
      const bool typewriter = !with_tab && next - at <= 3 && (before == '.' || before == '!' || before == '?' || before == ':');
      if (!typewriter && at > cell) {
        cells.emplace_back(cell, at);
        cell = next;
      } else if (at == cell) {
        cell = next;
      }
      at = next;
    }
    if (cell < line.last) cells.emplace_back(cell, line.last);
  }

  void count_cells(Line& line) {
    const std::string_view content = view(line);
    line.cells = 1;
    if (content.size() > 600) return;
    if (!has_wide_gap(content) || list_marker_length(content) == content.size()) return;
    find_cells(line, cells_);
    // The gap behind a bullet or number makes no cell.
    const bool marked = list_marker_length(content) > 0;
    line.cells = std::max<std::size_t>(1, cells_.size() - (marked && !cells_.empty() ? 1 : 0));
    if (line.cells > kCellsMost) line.cells = 1;
  }

  static bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
  }

  /// Lines [from, result) of the chunk form a table; `from` itself when they do not.
  std::size_t table_end(std::size_t from) const {
    std::size_t end = from;
    std::size_t bytes = 0;
    std::size_t cells = 0;
    std::size_t ended = 0;
    bool digits = false;
    while (end < chunk_.size() && chunk_[end].cells >= 2) {
      digits |= has_digit(view(chunk_[end]));
      ended += ends_sentence(view(chunk_[end])) ? 1U : 0U;
      bytes += chunk_[end].last - chunk_[end].first;
      cells += chunk_[end].cells;
      ++end;
    }
    // Justified text has wide gaps as well, but it runs in sentences.
    if (end == from || bytes > cells * 70 || ended * 2 > end - from) return from;
    const bool tab = view(chunk_[from]).find('\t') != std::string_view::npos;
    if (end - from == 1 && !tab && !(digits && chunk_[from].cells >= 3)) return from;
    return digits || tab || end - from >= 3 ? end : from;
  }

  void add_table(std::size_t from, std::size_t to) {
    const int number = next_table_++;
    for (std::size_t i = from; i < to; ++i) {
      Block block{.kind = BlockKind::kTableRow, .text = TextSpan(chunk_[i].first, chunk_[i].last)};
      find_cells(chunk_[i], block.cells);
      block.table = number;
      for (std::size_t c = 0; c + 1 < block.cells.size(); ++c) document_.content.overwrite(block.cells[c].last(), '\t');
      if (i == from && to - from >= 2) block.header_row = is_header(block, chunk_[from + 1]);
      document_.blocks.push_back(std::move(block));
    }
  }

  /// A first row without figures of its own, but for years.
  bool is_header(const Block& row, const Line& next) const {
    for (const TextSpan cell : row.cells) {
      const std::string_view content = view(cell);
      std::size_t digits = 0;
      for (const char c : content) digits += c >= '0' && c <= '9' ? 1U : 0U;
      if (digits != 0 && digits != 4 && digits != 8 && content.find("20") == std::string_view::npos) return false;
    }
    return has_digit(view(next));
  }

  /// "2013 President …": an entry of a list by years.
  static bool starts_with_year(std::string_view content) {
    if (content.size() < 6 || (content[0] != '1' && content[0] != '2') || (content[4] != ' ' && content[4] != ':' && content[4] != '.'))
      return false;
    return std::ranges::all_of(content.substr(0, 4), [](char c) { return c >= '0' && c <= '9'; });
  }

  static std::size_t first_word(std::string_view content) {
    const std::size_t space = content.find(' ');
    return column_count(content.substr(0, space));
  }

  /// Whether the paragraph goes on from line `a` to line `b` of a chunk of lines at most `width` wide.
  bool continues(Line& a, Line& b, std::size_t width, bool wrapped) {
    const std::string_view head = view(a);
    const std::string_view tail = view(b);
    if (a.cells >= 2 || b.cells >= 2) return false;
    if (list_marker_length(tail) > 0 || (starts_with_year(tail) && starts_with_year(head))) return false;
    const bool lower = tail[0] >= 'a' && tail[0] <= 'z';
    const bool ended = ends_sentence(head) || head.back() == ':' || head.back() == ';';
    if (lower && !ended && head.size() >= 40) return true;
    if (!wrapped || width > kWrapMost) return false;
    if (a.columns + 1 + first_word(tail) <= width) return false;
    // A label line ("Population: …") behind a full stop begins anew.
    const std::size_t colon = tail.find(": ");
    return !(ended && colon != std::string_view::npos && colon < 30);
  }

  void finish_chunk() {
    if (chunk_.empty()) return;
    std::size_t width = 0;
    for (Line& line : chunk_) count_cells(line);
    if (chunk_.size() > 1) {
      for (Line& line : chunk_) {
        line.columns = line.last - line.first > 4 * kWrapMost ? line.last - line.first : column_count(view(line));
        width = std::max(width, line.columns + line.indent);
      }
    }
    const bool wrapped = width >= kWrapLeast && width <= kWrapMost && evidence_of_wrapping(width);
    for (std::size_t i = 0; i < chunk_.size();) {
      const std::size_t table = table_end(i);
      if (table > i) {
        add_table(i, table);
        i = table;
        continue;
      }
      std::size_t end = i + 1;
      const bool full = wrapped && end < chunk_.size() && is_full(i, width);
      const bool heading_first = end < chunk_.size() && !full && stands_as_heading(i, end);
      while (!heading_first && end < chunk_.size() && continues(chunk_[end - 1], chunk_[end], width, wrapped)) ++end;
      for (std::size_t j = i; j + 1 < end; ++j) {
        for (std::size_t at = chunk_[j].last; at < chunk_[j + 1].first; ++at) document_.content.overwrite(at, ' ');
      }
      add_unit(i, end);
      i = end;
    }
    chunk_.clear();
  }

  bool is_full(std::size_t i, std::size_t width) const {
    return chunk_[i].columns + chunk_[i].indent + 1 + first_word(view(chunk_[i + 1])) > width;
  }

  /// A full line ends in mid-sentence and goes on in small letters, or most lines are full.
  bool evidence_of_wrapping(std::size_t width) const {
    std::size_t full = 0;
    for (std::size_t i = 0; i + 1 < chunk_.size(); ++i) {
      if (!is_full(i, width) || ends_sentence(view(chunk_[i]))) continue;
      const char next = view(chunk_[i + 1])[0];
      if ((next >= 'a' && next <= 'z') || (next >= '0' && next <= '9' && chunk_[i].columns >= 60)) return true;
      ++full;
    }
    return full >= 2 && width >= 60 && full * 10 >= (chunk_.size() - 1) * 7;
  }

  /// Whether line `i`, which other lines of its chunk follow from `next` on, is their heading.
  bool stands_as_heading(std::size_t i, std::size_t next) const {
    const std::string_view content = view(chunk_[i]);
    const std::string_view below = view(chunk_[next]);
    if (starts_with_year(content) && starts_with_year(below)) return false;
    if (below[0] >= 'a' && below[0] <= 'z' && list_marker_length(below) == 0) return false;  // "o" may be a bullet
    switch (heading_shape(content)) {
      case HeadingShape::kNone: {
        // "Agreements signed during the visit (February 2018)" above a list.
        const bool list = list_marker_length(below) > 0 || chunk_[next].cells >= 2;
        return list && content.size() < 100 && !ends_sentence(content) && list_marker_length(content) == 0 &&
               content.find(": ") == std::string_view::npos;
      }
      case HeadingShape::kCapitals: return content.size() < 80;
      case HeadingShape::kNumbered: return true;
      case HeadingShape::kTitle:
      case HeadingShape::kShort:
        return i == 0 || below.size() > 2 * content.size() || list_marker_length(below) > 0 || chunk_[next].cells >= 2;
    }
    return false;
  }

  bool wiki_heading(std::string_view content, Block& block) const {
    std::size_t level = 0;
    while (level < content.size() && content[level] == '=') ++level;
    if (level == 0 || level > 6 || content.size() < 2 * level + 3 || content.back() != '=' || content[level] != ' ') return false;
    std::size_t last = content.size();
    while (last > level && content[last - 1] == '=') --last;
    const std::string_view inner = trimmed(content.substr(level, last - level));
    if (inner.empty()) return false;
    const std::size_t first = static_cast<std::size_t>(inner.data() - text_.data());
    block.kind = BlockKind::kHeading;
    block.level = static_cast<int>(level);
    block.text = TextSpan(first, first + inner.size());
    return true;
  }

  /// Lines [from, to) of the chunk, joined: a heading, list item or paragraph.
  void add_unit(std::size_t from, std::size_t to) {
    Block block{.text = TextSpan(chunk_[from].first, chunk_[to - 1].last)};
    const std::string_view content = view(block.text);
    const std::size_t marker = list_marker_length(content);
    const bool single = to - from == 1;
    const bool more = to < chunk_.size();
    if (single && content[0] == '=' && wiki_heading(content, block)) {
      document_.blocks.push_back(std::move(block));
      return;
    }
    if (single && content.size() <= 140) {
      const HeadingShape shape = heading_shape(content);
      const bool dated = starts_with_year(content) && content.back() == ')';  // "2006 President … (May)"
      const bool stands = shape != HeadingShape::kNone && !dated && (!more || stands_as_heading(from, to));
      const bool alone = from == 0 || shape == HeadingShape::kCapitals || shape == HeadingShape::kNumbered || more;
      if ((stands && alone && (marker == 0 || shape == HeadingShape::kNumbered)) ||
          (shape == HeadingShape::kNone && more && marker == 0 && stands_as_heading(from, to))) {
        block.kind = BlockKind::kHeading;
        block.level = shape == HeadingShape::kShort || shape == HeadingShape::kNone ? 3 : 2;
        document_.blocks.push_back(std::move(block));
        return;
      }
    }
    if (marker > 0) {
      block.kind = BlockKind::kListItem;
      std::size_t base = chunk_[from].indent;
      for (const Line& line : chunk_) base = std::min(base, line.indent);
      block.level = static_cast<int>(std::min<std::size_t>(6, 1 + (chunk_[from].indent - base) / 2));
      block.text = TextSpan(block.text.first() + marker, block.text.last());
    }
    document_.blocks.push_back(std::move(block));
  }

  Document& document_;
  std::string_view text_;
  std::vector<Line> chunk_;
  std::vector<TextSpan> cells_;
  bool lone_returns_ = false;
  int next_table_ = 0;
};

}  // namespace

void read_plain(DecodedText text, std::size_t most, Document& document) {
  document.content = std::move(text);
  PlainReader(document).read(most);
}

}  // namespace paraph
