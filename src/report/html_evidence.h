#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "claim/claim.h"
#include "report/describe_claim.h"
#include "verdict/verdict.h"

namespace paraph {

/// One card: verdict, the claim in words, why, figures of each source, exclusions, queries. `id` is the card's anchor,
/// `mark_id` that of the claim's words.
void write_html_card(const Claim& claim, const Verdict& verdict, std::string_view id, std::string_view mark_id,
                     const NameActor& name_actor, std::string& out);

}  // namespace paraph
