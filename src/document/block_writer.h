#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace paraph {

/// Builds a document's content block by block from ranges of a decoded source, with white space run together.
/// Text comes in document order; every byte keeps its way back to the original bytes.
class BlockWriter {
 public:
  BlockWriter(const DecodedText& source, Document& document) : source_(source), document_(document) {}

  /// Appends a range of the source's text to the open block.
  void add(TextSpan range);
  /// Appends `text` in place of the source range: an entity, a replacement for an image.
  void add_as(std::string_view text, TextSpan range);
  /// A space, if text stands before and text follows.
  void add_space(std::size_t at);

  /// Starts the next cell of the open table row.
  void next_cell(std::size_t at);

  /// Closes the open block if it holds text; its kind, level, table and header flag are taken from `pattern`.
  /// True when a block was made.
  bool close(const Block& pattern);

  bool empty() const { return !open_; }
  /// Text of the open block so far.
  std::string_view open_text() const;

 private:
  void before_text();
  void close_cell();

  const DecodedText& source_;
  Document& document_;
  bool open_ = false;
  bool row_ = false;
  bool space_ = false;
  std::size_t space_at_ = 0;
  std::size_t first_ = 0;
  std::size_t cell_first_ = 0;
  std::vector<TextSpan> cells_;
};

}  // namespace paraph
