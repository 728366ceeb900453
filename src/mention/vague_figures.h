#pragma once

#include <vector>

#include "lexicon/units.h"
#include "mention/mention.h"

namespace paraph {

/// Figures that are words alone and that no claim's value is made of: "hundreds of millions of dollars" (> 100000000),
/// "a couple of hundred" (~200), "doubled" (100 percent up), "fivefold", "twice the 2015 level" (2 times), "ranked No. 3".
/// Ascending and disjoint, none inside a mention that was found before.
std::vector<Mention> find_vague_figures(const AnnotatedSentence& sentence, const Units& units);

}  // namespace paraph
