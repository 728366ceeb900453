#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace paraph {

/// Decodes the character reference at the beginning of `text` ("&nbsp;", "&#8217;", "&#x2019;"), appends its UTF-8
/// form to `out` and returns how many bytes it takes; 0, appending nothing, when there is none.
std::size_t decode_entity(std::string_view text, std::string& out);

}  // namespace paraph
