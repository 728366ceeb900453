#pragma once

#include "base/result.h"
#include "claim/claim.h"
#include "evidence/evidence.h"
#include "evidence/shelf_view.h"

namespace paraph {

/// A text that says whose figure it gives is judged by these: "According to the U.S. Census Bureau" by that source,
/// "according to Kenya's statistics" by what Kenya reports. Other lines become context. Nothing changes where no line is
/// of the source or state that the text names.
Result<void> heed_attribution(const Claim& claim, const ShelfView& shelf, Evidence& evidence);

/// Where the newest recorded vintage of a source bears a claim out, what the same source said before its revision does
/// not contradict.
void forgive_older_vintages(const ShelfView& shelf, Evidence& evidence);

}  // namespace paraph
