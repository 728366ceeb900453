#pragma once

#include <optional>

#include "base/result.h"
#include "claim/claim.h"
#include "evidence/evidence.h"
#include "evidence/shelf_view.h"

namespace paraph {

// One gatherer a family of claims. Each adds lines to `evidence` with their agreement, and to `newer` what the shelf
// says of later times: with an agreement where the claim is about the present, as context where it is about its period.

Result<void> add_trade_value(const Claim& claim, const TradeScope& trade, ShelfView& shelf, Evidence& evidence);
Result<void> add_trade_change(const Claim& claim, const TradeChange& change, ShelfView& shelf, Evidence& evidence);
Result<void> add_trade_rank(const Claim& claim, const TradeScope& trade, ShelfView& shelf, Evidence& evidence);
Result<void> add_trade_share(const Claim& claim, const TradeScope& trade, ShelfView& shelf, Evidence& evidence);
Result<void> add_assistance_value(const Claim& claim, const AssistanceValue& assistance, ShelfView& shelf, Evidence& evidence);
Result<void> add_assistance_rank(const Claim& claim, const AssistanceRank& rank, ShelfView& shelf, Evidence& evidence);
Result<void> add_indicator(const Claim& claim, const Indicator& indicator, ShelfView& shelf, Evidence& evidence);
Result<void> add_relations(const Claim& claim, const Relations& relations, ShelfView& shelf, Evidence& evidence);
Result<void> add_mission(const Claim& claim, const Mission& mission, ShelfView& shelf, Evidence& evidence);
Result<void> add_membership(const Claim& claim, const Membership& membership, ShelfView& shelf, Evidence& evidence);
Result<void> add_agreement(const Claim& claim, const Agreement& agreement, ShelfView& shelf, Evidence& evidence);
Result<void> add_official(const Claim& claim, const Official& official, ShelfView& shelf, Evidence& evidence);
Result<void> add_visit(const Claim& claim, const Visit& visit, ShelfView& shelf, Evidence& evidence);
Result<void> add_state_event(const Claim& claim, const StateEvent& event, ShelfView& shelf, Evidence& evidence);

/// Whether a claim about a place, share or status speaks of the document's present: it names no period, or one that
/// was resolved from context, or one that ended at most five years before the document's day.
bool about_present(const Claim& claim, const ShelfView& shelf);

/// Calendar years that a claim without a period may mean: the three last full ones before the document's day, latest
/// first; the claim's own year where it names one. Empty where the document has no day or the period is no year.
std::vector<int> years_meant(const Claim& claim, const ShelfView& shelf);

}  // namespace paraph
