#include "document/block_writer.h"

#include <algorithm>
#include <utility>

#include "document/line_rules.h"

namespace paraph {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

void BlockWriter::before_text() {
  DecodedText& content = document_.content;
  if (!open_) {
    open_ = true;
    first_ = content.text().size();
    cell_first_ = first_;
    space_ = false;
    return;
  }
  if (!space_) return;
  space_ = false;
  const std::size_t at = content.text().size();
  if (at == cell_first_ && row_) return;
  if (space_at_ < source_.text().size() && is_space(source_.text()[space_at_])) {
    content.append_range(source_, {space_at_, space_at_ + 1});
    content.overwrite(content.text().size() - 1, ' ');
  } else {
    const std::size_t origin = source_.origin({space_at_, space_at_}).first();
    content.append_mapped(" ", origin, origin);
  }
}

void BlockWriter::add(TextSpan range) {
  const std::string_view text = source_.text();
  std::size_t at = range.first();
  while (at < range.last()) {
    if (is_space(text[at])) {
      if (!space_) {
        space_ = true;
        space_at_ = at;
      }
      ++at;
      continue;
    }
    std::size_t end = at;
    // Single blanks between words travel with them.
    while (end < range.last() && (!is_space(text[end]) || (text[end] == ' ' && end + 1 < range.last() && !is_space(text[end + 1])))) ++end;
    before_text();
    document_.content.append_range(source_, {at, end});
    at = end;
  }
}

void BlockWriter::add_as(std::string_view text, TextSpan range) {
  if (text.empty()) return;
  if (text == " ") {
    add_space(range.first());
    return;
  }
  before_text();
  const TextSpan origin = source_.origin(range);
  document_.content.append_mapped(text, origin.first(), origin.last());
}

void BlockWriter::add_space(std::size_t at) {
  if (space_) return;
  space_ = true;
  space_at_ = at;
}

void BlockWriter::close_cell() {
  const std::size_t end = document_.content.text().size();
  cells_.emplace_back(cell_first_, end);
}

void BlockWriter::next_cell(std::size_t at) {
  DecodedText& content = document_.content;
  space_ = false;
  if (!row_) {
    row_ = true;
    if (!open_) {
      open_ = true;
      first_ = content.text().size();
    }
    cell_first_ = first_;
    return;
  }
  close_cell();
  const std::size_t origin = source_.origin({at, at}).first();
  content.append_mapped("\t", origin, origin);
  cell_first_ = content.text().size();
}

std::string_view BlockWriter::open_text() const {
  return open_ ? std::string_view(document_.content.text()).substr(first_) : std::string_view();
}

bool BlockWriter::close(const Block& pattern) {
  space_ = false;
  if (!open_) return false;
  if (row_) close_cell();
  DecodedText& content = document_.content;
  std::size_t first = first_;
  std::size_t last = content.text().size();
  while (first < last && content.text()[first] == '\t') ++first;
  while (last > first && (content.text()[last - 1] == '\t' || content.text()[last - 1] == ' ')) --last;
  open_ = false;
  const bool row = row_;
  row_ = false;
  std::vector<TextSpan> cells = std::move(cells_);
  cells_.clear();
  if (first == last) return false;
  BlockKind kind = pattern.kind;
  int level = pattern.level;
  if (!row && (kind == BlockKind::kParagraph || kind == BlockKind::kListItem)) {
    // A bullet written as text makes the paragraph an item.
    const std::string_view text = std::string_view(content.text()).substr(first, last - first);
    const bool bullet = !(text[0] >= '0' && text[0] <= '9') && !(text[0] >= 'a' && text[0] <= 'z') && text[0] != '(';
    if (const std::size_t marker = bullet ? list_marker_length(text) : 0; marker > 0) {
      first += marker;
      kind = BlockKind::kListItem;
      level = std::max(1, level);
    }
  }
  Block block{.kind = kind, .level = level, .text = TextSpan(first, last), .header_row = pattern.header_row, .table = pattern.table};
  if (row) {
    // Empty cells at the edges keep their place, inside the trimmed row.
    for (TextSpan& cell : cells) {
      const std::size_t from = std::min(std::max(cell.first(), first), last);
      cell = TextSpan(from, std::max(from, std::min(cell.last(), last)));
    }
    block.cells = std::move(cells);
  }
  document_.blocks.push_back(std::move(block));
  const std::size_t origin = content.origin({last - 1, last}).last();
  content.append_mapped("\n", origin, origin);
  return true;
}

}  // namespace paraph
