#pragma once

#include <string>
#include <string_view>

#include "value/civil_period.h"
#include "value/decimal.h"
#include "value/quantity.h"

namespace paraph {

/// A figure as the sheet writes it, and as a reader of the sheet must understand it.
struct WrittenFigure {
  std::string text;
  Quantity quantity;
};

/// "$424.6 million", "$1.46 billion", "$27.7 billion", "$301,000", "$450": three or four digits, as sheets have them, and
/// never more than the figure has. `sign` is "$" or, where neither state has the dollar for its own, "US$".
WrittenFigure dollars_written(const Decimal& value, std::string_view sign);

/// With exactly so many decimals, as columns of a table have them: "20.0".
std::string fixed(const Decimal& value, int places);

/// "53.9", "125": without a sign.
WrittenFigure percent_written(const Decimal& percent);

/// "16th"; "" for the first, which is simply "largest".
WrittenFigure rank_written(std::size_t place);

/// "on 16 March 1992", "in March 1992", "in 1992", "from 15 to 17 May 2018".
std::string date_written(const CivilPeriod& period);

/// "1,234,567"
std::string grouped(std::string_view digits);

}  // namespace paraph
