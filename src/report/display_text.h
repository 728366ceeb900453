#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace paraph {

/// Columns that the text takes on a terminal: wide characters count two, combining ones none.
std::size_t display_width(std::string_view text);

/// Byte length of the first character, with the marks that combine with it; `columns` becomes its width.
std::size_t next_character(std::string_view text, std::size_t& columns);

/// Lines of at most `width` columns, broken at spaces; longer words are broken where they must be. White space of any
/// kind counts as one space. Never empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// At most `width` columns; what is left out ends in an ellipsis.
std::string shortened(std::string_view text, std::size_t width);

/// Runs of white space and control characters as one space each, none at the ends.
std::string in_one_line(std::string_view text);

std::string padded_right(std::string_view text, std::size_t width);
std::string padded_left(std::string_view text, std::size_t width);

}  // namespace paraph
