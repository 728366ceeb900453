#pragma once

#include <cstdint>
#include <vector>

#include "mention/mention.h"

namespace paraph {

/// "The 50th anniversary of diplomatic relations in 2022", "50 years of relations in 2022": the year that this makes, 1972.
struct Anniversary {
  std::uint32_t first = 0;  ///< Tokens [first, last): "50th anniversary", "50 years of relations".
  std::uint32_t last = 0;
  int year = 0;             ///< Derived: the sentence's year less so many.
};

/// Every anniversary whose year the sentence tells beyond doubt: it names one year, or two that are as far apart as the
/// anniversary says. Others give none.
std::vector<Anniversary> find_anniversaries(const AnnotatedSentence& sentence);

}  // namespace paraph
