#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace paraph {

/// Turns the words with their places that `pdftotext -bbox-layout` prints into text in reading order: one line a
/// paragraph, blank lines between blocks, tabs between the cells of a table row, a form feed between pages. Lines that
/// repeat at the head or foot of the pages and page numbers are left out; words divided at line ends are joined.
/// kMalformed when the input is no such listing.
Result<std::string> lay_out_pdf(std::string_view listing);

}  // namespace paraph
