#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace paraph {

/// One word of a mapping's line: `column`, `"Country Code"`, `basis=FOB`, `sheet="Exports, FOB"`.
struct MappingWord {
  std::string key;  ///< Of key=value, else empty.
  std::string text;
  bool quoted = false;
  std::size_t column = 0;  ///< Where the word begins, from 1.
};

/// Words are parted by spaces; `""` inside quotation marks is one mark. Fails, naming the column, where a quotation is left open.
Result<std::vector<MappingWord>> cut_mapping_line(std::string_view line);

/// The text as one word, in quotation marks where it needs them.
std::string mapping_word(std::string_view text);

}  // namespace paraph
