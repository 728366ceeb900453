#pragma once

#include <chrono>
#include <string_view>

#include "base/result.h"

namespace paraph {

/// "2024-07-15" as a day that exists.
Result<std::chrono::sys_days> read_day(std::string_view text);

}  // namespace paraph
