#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "value/decimal.h"

namespace paraph {

/// value * 10^power, exactly; empty where 128 bits do not hold it.
std::optional<Decimal> times_power(const Decimal& value, int power);

/// A cell of a spreadsheet, which keeps figures as binary fractions: the 15 significant digits that spreadsheets show, so that
/// 0.035069999999999997 is 0.03507 again. Other text is given back as it is.
std::string spreadsheet_figure(std::string_view written);

/// Without the marks between groups of three digits, and with a point: "1 234,5" is "1234.5" for the decimal ',' and the group " ".
/// A no-break space counts as a space. What is not so written ("1,5" where "," parts groups) comes back as no figure.
std::string plain_figure(std::string_view written, char decimal, std::string_view group);

}  // namespace paraph
