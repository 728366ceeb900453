#pragma once

#include <string_view>
#include <vector>

#include "base/text_span.h"

namespace paraph {

/// Splits one block of UTF-8 text into sentences; spans are byte ranges of `text`, trimmed of white space, ascending.
/// "to Uzbekistan.U.S. assistance in …" is split; "U.S.", "Gov.", "No. 5", "Jan. 3", initials and "3.5" are not.
/// At most `most` sentences are made; the last then holds the rest.
std::vector<TextSpan> split_sentences(std::string_view text, std::size_t most = static_cast<std::size_t>(-1));

}  // namespace paraph
