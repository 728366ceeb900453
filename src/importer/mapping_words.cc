#include "importer/mapping_words.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace paraph {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

bool is_key_letter(char c) { return (c >= 'a' && c <= 'z') || c == '-'; }

}  // namespace

Result<std::vector<MappingWord>> cut_mapping_line(std::string_view line) {
  std::vector<MappingWord> words;
  std::size_t at = 0;
  for (;;) {
    while (at < line.size() && is_blank(line[at])) ++at;
    if (at == line.size()) return words;
    MappingWord word;
    word.column = at + 1;
    std::size_t key_end = at;
    while (key_end < line.size() && is_key_letter(line[key_end])) ++key_end;
    if (key_end > at && key_end < line.size() && line[key_end] == '=') {
      word.key = line.substr(at, key_end - at);
      at = key_end + 1;
    }
    if (at < line.size() && line[at] == '"') {
      word.quoted = true;
      for (++at;; ++at) {
        if (at == line.size()) return fail(ErrorCode::kMalformed, fmt::format("column {}: a quotation mark is left open", word.column));
        if (line[at] == '"') {
          ++at;
          if (at == line.size() || line[at] != '"') break;
        }
        word.text += line[at];
      }
      if (at < line.size() && !is_blank(line[at])) {
        return fail(ErrorCode::kMalformed, fmt::format("column {}: text behind a closing quotation mark; part words by a space", at + 1));
      }
    } else {
      while (at < line.size() && !is_blank(line[at])) word.text += line[at++];
    }
    words.push_back(std::move(word));
  }
}

std::string mapping_word(std::string_view text) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == ':' ||
           c == '/';
  };
  if (!text.empty() && std::ranges::all_of(text, plain)) return std::string(text);
  std::string word = "\"";
  for (const char c : text) {
    if (c == '"') word += '"';
    word += c;
  }
  return word + "\"";
}

}  // namespace paraph
