#pragma once

#include <string>

#include "lexicon/units.h"
#include "mention/mention.h"

namespace paraph {

/// The thing that a bare number counts, small and singular: "3,900 Ghanaian students" counts "student". Empty where the
/// words behind the number show none.
std::string counted_noun(const AnnotatedSentence& sentence, const Mention& mention, const Units& units);

/// What a figure is told for each of: "per capita", "a barrel", "per square kilometre", "annually" give "capita",
/// "barrel", "km2", "year". Empty when it is no rate.
std::string rate_of(const AnnotatedSentence& sentence, const Mention& mention, const Units& units);

}  // namespace paraph
