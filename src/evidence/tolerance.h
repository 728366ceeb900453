#pragma once

#include <optional>
#include <string>

#include "evidence/evidence.h"
#include "value/decimal.h"
#include "value/quantity.h"

namespace paraph {

/// What a written figure claims: an interval from its digits and its hedge. Rules with examples: docs/verdicts.md.
class Tolerance {
 public:
  /// Empty where the quantity has no figure, or one beyond 24 digits, which nothing on a shelf can meet.
  static std::optional<Tolerance> of(const Quantity& quantity);

  Agrees agreement(const Decimal& published) const;

  /// (published - claimed) / claimed in percent, two decimals; from the nearer end of a stated range, 0 inside it.
  /// Empty where the claim is zero.
  std::optional<Decimal> difference_percent(const Decimal& published) const;

  /// "[276.5, 277.5) million USD", "[945, 955) million USD where rounded" added where zeros may be rounding.
  std::string str() const;

 private:
  struct Interval {
    Decimal low;
    Decimal high;
    bool low_included = true;
    bool high_included = false;
    bool holds(const Decimal& value) const {
      return (value > low || (low_included && value == low)) && (value < high || (high_included && value == high));
    }
  };

  Decimal low_end_;  ///< The claimed figure; both ends of a stated range.
  Decimal high_end_;
  Interval exact_;
  std::optional<Interval> rounded_;
  std::optional<bool> literal_above_;  ///< "More than", "at least": anything above is true in the letter; false: anything below.
  bool near_allowed_ = true;           ///< A rank is exact.
  std::string unit_;
};

/// (b - a) / a in percent, two decimals; empty for a == 0.
std::optional<Decimal> percent_change(const Decimal& from, const Decimal& to);

/// At most `places` decimals, half away from zero.
Decimal rounded_to(const Decimal& value, int places);

}  // namespace paraph
