#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "report/ink.h"

namespace paraph {

/// A claim's words inside a quoted sentence.
struct QuotedMark {
  TextSpan place{0, 0};  ///< In the quoted text.
  VerdictLabel label = VerdictLabel::kUnverifiable;
  std::size_t number = 0;  ///< Set behind the words as a raised figure; 0 for none.
};

/// The sentence in lines of `width` columns after `indent` spaces. Marked words are underlined in the colour of their
/// verdict or, without colour, by a line of tildes below. Of a very long sentence only the part around the marks is shown.
void write_quotation(std::string_view text, const std::vector<QuotedMark>& marks, std::size_t indent, std::size_t width, Ink ink,
                     std::string& out);

/// "¹²" for 12.
std::string raised(std::size_t number);

}  // namespace paraph
