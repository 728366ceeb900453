#include "engine/days.h"

#include <fmt/format.h>

#include "value/civil_period.h"

namespace paraph {

Result<std::chrono::sys_days> read_day(std::string_view text) {
  const auto period = CivilPeriod::parse(text);
  if (!period || !period->is_point() || period->from()->precision != PeriodPrecision::kDay) {
    return fail(ErrorCode::kMalformed, fmt::format("\"{}\" is no day; write it as 2024-07-15", text));
  }
  return period->from()->first_day();
}

}  // namespace paraph
