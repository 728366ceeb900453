#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "value/civil_period.h"
#include "value/decimal.h"
#include "value/quantity.h"

namespace paraph {

/// A common scale for figures that stand in one column: 1, thousand-free million, billion or trillion.
struct FigureScale {
  int power = 0;          ///< Of ten.
  std::string_view word;  ///< "million"; empty for power 0.
};

/// The scale in which a figure of this size reads best.
FigureScale scale_for(const Decimal& value);

/// "276.97" for 276968900 at a million; at most two decimals where scaled, as published where not; thousands grouped.
std::string scaled_figure(const Decimal& value, FigureScale scale);

/// "million USD", "percent", "people": the heading over a column of scaled figures.
std::string figure_heading(std::string_view unit, FigureScale scale);

/// "1st", "2nd", "11th"; the plain number where it is not whole.
std::string ordinal(const Decimal& value);

/// "$276.97 million", "16th", "12.5 %", "3,900 people": one figure by itself.
std::string figure_in_words(const Decimal& value, std::string_view unit);

/// A figure with its hedge: "about $1.8 billion", "more than 40,000 people", "between 10 and 12 %".
std::string quantity_in_words(const Quantity& quantity);

/// "+0.40 %", "−5.48 %", "exactly" for zero.
std::string difference_in_words(const Decimal& percent);

/// "2021", "March 2021", "4 March 2021", "since 1992", "to 2008", "2016 to 2021", "fiscal year 2021".
std::string period_in_words(const CivilPeriod& period);

}  // namespace paraph
