#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "value/decimal.h"

namespace paraph {

/// How the text bounds its figure; see "Settled questions" in docs/claims.md.
enum class Comparator { kEqual, kAbout, kMore, kAtLeast, kLess, kAtMost, kRange };

/// "=", "~", ">", ">=", "<", "<=", "..".
std::string_view comparator_sign(Comparator comparator);

/// A figure as the text states it, in base units ("$424.6 million" is 424600000 USD with 4 digits).
struct Quantity {
  std::optional<Decimal> value;  ///< Empty for a range.
  std::optional<Decimal> low;    ///< Both ends of a stated range, else empty.
  std::optional<Decimal> high;
  std::string unit;              ///< ISO 4217, "percent", "rank", "people", "km2", or the thing counted; empty if none.
  Comparator comparator = Comparator::kEqual;
  int digits = 0;                ///< Digits of the numeral as written, leading zeros dropped; 0 for words.
  int exponent = 0;              ///< Power of ten of the last written digit in base units: 424.6 million -> 5.

  friend auto operator<=>(const Quantity&, const Quantity&) = default;
};

}  // namespace paraph
