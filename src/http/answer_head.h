#pragma once

#include <string>
#include <string_view>

#include "http/answer.h"

namespace paraph {

/// "Not Found"
std::string_view reason_of(unsigned status);

/// Status line and header fields up to the empty line, security fields among them. `number` is the request's own, `page`
/// true where a browser may show the answer as a page.
std::string answer_head(const Answer& answer, std::string_view number, bool keep, bool page);

}  // namespace paraph
