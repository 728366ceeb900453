#include <algorithm>

#include "document/line_rules.h"

namespace paraph {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || is_high(c); }
bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_digit); }

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (is_upper(c)) c = static_cast<char>(c + 32);
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; };
  while (true) {
    if (!text.empty() && blank(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with("\xC2\xA0")) {
      text.remove_prefix(2);
    } else {
      break;
    }
  }
  while (true) {
    if (!text.empty() && blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with("\xC2\xA0")) {
      text.remove_suffix(2);
    } else {
      break;
    }
  }
  return text;
}

bool has_wide_gap(std::string_view text) {
  constexpr std::size_t kStep = 32;
  std::size_t at = 0;
  for (; at + kStep < text.size(); at += kStep) {
    unsigned char found = 0;
    for (std::size_t i = 0; i < kStep; ++i) {
      found = static_cast<unsigned char>(
          found | (static_cast<unsigned char>(text[at + i] == ' ') & static_cast<unsigned char>(text[at + i + 1] == ' ')) |
          static_cast<unsigned char>(text[at + i] == '\t'));
    }
    if (found != 0) return true;
  }
  for (; at < text.size(); ++at) {
    if (text[at] == '\t' || (text[at] == ' ' && at + 1 < text.size() && text[at + 1] == ' ')) return true;
  }
  return false;
}

bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    const char c = text.back();
    if (c == '.' || c == '!' || c == '?') return true;
    if (text.ends_with("\xE2\x80\x9D") || text.ends_with("\xE2\x80\x99")) {
      text.remove_suffix(3);
    } else if (c == '"' || c == ')' || c == '\'' || c == '*' || c == '_') {
      text.remove_suffix(1);
    } else if (c == ']') {
      const std::size_t open = text.rfind('[');
      if (open == std::string_view::npos) return false;
      text.remove_suffix(text.size() - open);
    } else {
      return false;
    }
  }
  return false;
}

std::size_t column_count(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1U : 0U;
  return count;
}

bool is_numeral_marker(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && at < 3 && is_digit(line[at])) ++at;
  if (at == 0) {
    while (at < line.size() && at < 5 && (line[at] == 'I' || line[at] == 'V' || line[at] == 'X')) ++at;
  }
  return at > 0 && at + 1 < line.size() && line[at] == '.' && line[at + 1] == ' ';
}

std::size_t list_marker_length(std::string_view line) {
  if (line.empty() || is_upper(line[0])) return 0;
  std::size_t at = 0;
  for (const std::string_view bullet :
       {"-", "*", "\xE2\x80\xA2", "\xE2\x97\xA6", "\xE2\x96\xAA", "\xE2\x80\xA3", "\xC2\xB7", "\xE2\x97\x8F", "\xE2\x96\xA0",
        "\xE2\x80\x93", "\xEF\x82\xB7", "o", "+", "\xE2\x9E\xA2", "\xE2\x9C\x93"}) {
    if (line.starts_with(bullet)) {
      at = bullet.size();
      break;
    }
  }
  if (at == 0) {
    const bool open = line.starts_with('(');
    std::size_t end = open ? 1 : 0;
    const std::size_t first = end;
    while (end < line.size() && end - first < 3 && is_digit(line[end])) ++end;
    if (end == first) {
      while (end < line.size() && end - first < 5 && (line[end] == 'i' || line[end] == 'v' || line[end] == 'x')) ++end;
    }
    if (end == first && end < line.size() && is_lower(line[end])) ++end;
    if (end == first || end >= line.size()) return 0;
    const bool numeral = is_digit(line[first]);
    if (open ? line[end] != ')' : (line[end] != ')' && !(numeral && line[end] == '.'))) return 0;
    at = end + 1;
  }
  if (at >= line.size() || (line[at] != ' ' && line[at] != '\t')) return 0;
  while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
  return at < line.size() ? at : 0;
}

HeadingShape heading_shape(std::string_view line) {
  if (line.size() < 3 || line.size() > 140 || ends_sentence(line)) return HeadingShape::kNone;
  const char last = line.back();
  if (last == ';' || last == ',') return HeadingShape::kNone;
  const bool numbered = is_numeral_marker(line);
  std::string_view text = numbered ? trimmed(line.substr(line.find('.') + 1)) : line;
  if (text.empty() || is_lower(text[0]) || text[0] == '$') return HeadingShape::kNone;
  std::size_t words = 0;
  std::size_t long_words = 0;
  std::size_t capital_words = 0;
  std::size_t lower_letters = 0;
  std::size_t letters = 0;
  std::size_t odd_digits = 0;  // Digits that are not part of a bare year.
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && text[end] != ' ') ++end;
    const std::string_view word = text.substr(at, end - at);
    std::size_t letter_count = 0;
    std::size_t digits = 0;
    char first_letter = 0;
    for (const char c : word) {
      if (is_letter(c)) {
        if (first_letter == 0) first_letter = c;
        ++letter_count;
        lower_letters += is_lower(c) ? 1U : 0U;
      }
      digits += is_digit(c) ? 1U : 0U;
    }
    letters += letter_count;
    odd_digits += digits == 4 || digits == 8 ? 0 : digits;
    ++words;
    if (letter_count >= 4) {
      ++long_words;
      capital_words += is_upper(first_letter) || is_high(first_letter) ? 1U : 0U;
    }
    at = end;
  }
  if (letters < 3 || words > 16) return HeadingShape::kNone;
  const std::size_t colon = text.find(": ");
  const bool label = colon != std::string_view::npos || text.find("--") != std::string_view::npos;
  // "1. Residents: 247 (as of 2018)" is an entry; what a heading names is not told behind its colon.
  const bool entry = label && has_digit(text.substr(std::min(colon, text.size())));
  if (numbered && words <= 12 && !entry) return HeadingShape::kNumbered;
  if (label && (words < 5 || has_digit(text) || capital_words * 10 < long_words * 9)) return HeadingShape::kNone;
  if (lower_letters == 0 && letters >= 4) return HeadingShape::kCapitals;
  if (odd_digits > 0) return HeadingShape::kNone;
  if (long_words > 0 && capital_words * 10 >= long_words * 7) return HeadingShape::kTitle;
  return words <= 8 && (!has_digit(text) || words <= 5) ? HeadingShape::kShort : HeadingShape::kNone;
}

}  // namespace paraph
