#pragma once

#include <string>
#include <string_view>

#include "http/negotiate.h"

namespace paraph {

/// The bytes in a coding; `thorough` for what is packed once and sent often. Empty where the library refuses.
std::string compressed(std::string_view bytes, Coding coding, bool thorough);

}  // namespace paraph
