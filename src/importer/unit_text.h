#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paraph {

/// A unit of measure and the power of ten in which figures are given.
struct UnitText {
  std::string unit;  ///< "USD", "percent", "people".
  int power = 0;

  friend auto operator<=>(const UnitText&, const UnitText&) = default;
};

/// "USD", "US Dollars, Millions", "thousand US dollars", "(тыс. долларов США)", "million EUR", "percent", "%", "persons".
/// Empty where a word is none of a small list: a unit is never guessed.
std::optional<UnitText> read_unit_text(std::string_view text);

}  // namespace paraph
