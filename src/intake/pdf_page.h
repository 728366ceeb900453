#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace paraph {

/// A rectangle on a page, in points from the upper left corner.
struct PageBox {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  double height() const { return bottom - top; }
  double width() const { return right - left; }
};

/// A line of words as the extractor saw it, inside one of its blocks.
struct PageLine {
  PageBox box;
  std::string text;             ///< Words joined by spaces.
  double type_height = 0;       ///< Height of the first word: of its type, whatever notes stand above the line.
  double first_word_width = 0;  ///< What the first word would have needed on the line before.
  std::size_t block = 0;        ///< Lines of one block share a number.
  bool dropped = false;         ///< Running head, foot or page number.
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::vector<PageLine> lines;
};

/// Reads the listing of `pdftotext -bbox-layout`; kMalformed when it is none. A listing that ends early gives what it has.
Result<std::vector<PdfPage>> read_page_listing(std::string_view listing);

/// Marks running heads, feet and page numbers as dropped.
void drop_running_lines(std::vector<PdfPage>& pages);

}  // namespace paraph
