#pragma once

#include <string>
#include <string_view>

#include "value/civil_period.h"
#include "value/decimal.h"

namespace paraph {

/// Power of ten in which a figure of this size reads best: 12, 9, 6 or 0; and its word, empty for 0.
int scale_power(const Decimal& value);
std::string_view scale_word(int power);

/// "$276.97 million", "EUR 4", "3.2 million people", "12.50 percent".
std::string amount_in_words(const Decimal& value, std::string_view unit);

/// "19 February 1992", "March 1992", "1992", "fiscal year 2021", "1992 to 2022", "since 1992".
std::string date_in_words(const CivilPeriod& period);

/// "16th".
std::string ordinal_in_words(std::size_t place);

/// Lower case without accents (Latin letters only), other signs as one space: for comparing names of people and places.
std::string folded(std::string_view text);

}  // namespace paraph
