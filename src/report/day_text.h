#pragma once

#include <chrono>
#include <string>

#include <fmt/format.h>

namespace paraph {

/// "2026-06-01"
inline std::string iso_day(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace paraph
