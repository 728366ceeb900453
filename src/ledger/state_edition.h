#pragma once

#include <set>
#include <string>
#include <vector>

#include "ledger/compare.h"
#include "ledger/edition.h"

namespace paraph {

/// What became of each claim of the edition before, as the ledger keeps it; claims that stay as they are have no event.
std::vector<ClaimEvent> events_of_comparison(const Extraction& before, const Extraction& after, const Comparison& comparison);

/// For the first edition of a source: every claim comes.
std::vector<ClaimEvent> events_of_first(const Extraction& edition);

}  // namespace paraph
