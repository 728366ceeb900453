#include "report/line_index.h"

#include <algorithm>

namespace paraph {
namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text) {
  lines_.push_back(0);
  characters_.push_back(0);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos) break;
    const std::size_t next = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    characters_.push_back(characters_.back() + characters_in(text.substr(at, next - at)));
    lines_.push_back(next);
    at = next;
  }
}

TextPosition LineIndex::at(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
  const auto line = static_cast<std::size_t>(after - lines_.begin()) - 1;
  const std::size_t column = characters_in(text_.substr(lines_[line], offset - lines_[line]));
  return {line + 1, column + 1, characters_[line] + column};
}

}  // namespace paraph
