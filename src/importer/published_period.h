#pragma once

#include <optional>
#include <string_view>

#include "value/civil_period.h"

namespace paraph {

/// A period as publishers write it: `2021`, `2021-03`, `2021-03-04`, `2021-03-04T00:00:00`, `2021-Q1`, `2021Q1`, `2021-S1`, `2021-H1`,
/// `2021-M03`, `2021M3`, `2021-A1`, `2021-T1` (four months), `2021-W05` (ISO weeks), `2021-D032`, `202103`, `2021-01-01/P1Y`, `FY2021`,
/// and the contract's intervals. Empty for anything else and for days and months that do not exist.
std::optional<CivilPeriod> read_published_period(std::string_view text);

/// Four digits between 1500 and 2200, alone: what a header that names a year holds.
std::optional<int> read_year(std::string_view text);

/// The one year, 1500 to 2200, that stands in a text among other things ("12_2019", "2022 год"); empty for none or several.
std::optional<int> year_inside(std::string_view text);

}  // namespace paraph
