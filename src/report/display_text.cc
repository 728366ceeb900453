#include "report/display_text.h"

#include <algorithm>

#include <utf8proc.h>

namespace paraph {
namespace {

/// utf8proc counts some symbols that terminals draw in one column as ambiguous; their own property decides.
std::size_t code_point_width(utf8proc_int32_t code) {
  const int width = utf8proc_charwidth(code);
  return width < 0 ? 0 : static_cast<std::size_t>(width);
}

/// Length in bytes of the code point at the start; a broken byte counts as one character of one column.
std::size_t next_code_point(std::string_view text, utf8proc_int32_t& code) {
  if (static_cast<unsigned char>(text.front()) < 0x80) {
    code = static_cast<unsigned char>(text.front());
    return 1;
  }
  const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                 static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (size > 0) return static_cast<std::size_t>(size);
  code = 0xFFFD;
  return 1;
}

bool is_space(char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; }

}  // namespace

std::size_t next_character(std::string_view text, std::size_t& columns) {
  utf8proc_int32_t code = 0;
  std::size_t size = next_code_point(text, code);
  columns = code_point_width(code);
  while (size < text.size() && static_cast<unsigned char>(text[size]) >= 0x80) {
    const std::size_t more = next_code_point(text.substr(size), code);
    if (code_point_width(code) != 0) break;
    size += more;
  }
  return size;
}

std::size_t display_width(std::string_view text) {
  std::size_t total = 0;
  while (!text.empty()) {
    std::size_t columns = 0;
    text.remove_prefix(next_character(text, columns));
    total += columns;
  }
  return total;
}

std::string in_one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    // C1 controls (U+0080 to U+009F) steer some terminals just as the C0 ones do.
    const bool steers = c == '\xC2' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (is_space(c) || steers) {
      space = !out.empty();
      i += steers ? 1 : 0;
      continue;
    }
    if (space) out.push_back(' ');
    space = false;
    out.push_back(c);
  }
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  std::vector<std::string> lines;
  std::string line;
  std::size_t used = 0;
  const std::string flat = in_one_line(text);
  std::string_view rest = flat;
  while (!rest.empty()) {
    const std::size_t stop = std::min(rest.find(' '), rest.size());
    std::string_view word = rest.substr(0, stop);
    rest.remove_prefix(std::min(stop + 1, rest.size()));
    std::size_t columns = display_width(word);
    if (!line.empty() && used + 1 + columns > width) {
      lines.push_back(std::move(line));
      line.clear();
      used = 0;
    }
    if (!line.empty()) {
      line.push_back(' ');
      ++used;
    }
    while (used + columns > width && !word.empty()) {
      std::size_t character = 0;
      const std::size_t size = next_character(word, character);
      if (used + character > width && !line.empty()) {
        lines.push_back(std::move(line));
        line.clear();
        used = 0;
      }
      line.append(word.substr(0, size));
      used += character;
      columns -= std::min(columns, character);
      word.remove_prefix(size);
    }
    line.append(word);
    used += columns;
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string shortened(std::string_view text, std::size_t width) {
  const std::string flat = in_one_line(text);
  if (display_width(flat) <= width) return flat;
  std::string out;
  std::size_t used = 0;
  std::string_view rest = flat;
  while (!rest.empty()) {
    std::size_t columns = 0;
    const std::size_t size = next_character(rest, columns);
    if (used + columns + 1 > width) break;
    out.append(rest.substr(0, size));
    used += columns;
    rest.remove_prefix(size);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return width == 0 ? std::string() : out + "…";
}

std::string padded_right(std::string_view text, std::size_t width) {
  std::string out(text);
  const std::size_t used = display_width(text);
  if (used < width) out.append(width - used, ' ');
  return out;
}

std::string padded_left(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(used < width ? width - used : 0, ' ').append(text);
}

}  // namespace paraph
