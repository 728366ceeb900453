#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace paraph {

/// A place as editors count it: lines and columns from 1, columns and `character` in Unicode code points.
struct TextPosition {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t character = 0;  ///< From the start of the text, from 0.
};

/// Finds lines and columns of byte offsets in UTF-8 text. The text must outlive the index.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  /// Offsets beyond the end are the end. LF, CRLF and lone CR end a line.
  TextPosition at(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> lines_;       ///< Byte offset of each line's start.
  std::vector<std::size_t> characters_;  ///< Code points before each line's start.
};

}  // namespace paraph
