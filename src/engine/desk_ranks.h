#pragma once

#include <vector>

#include "engine/desk_rows.h"
#include "engine/rank_tables.h"

namespace paraph {

/// One object a vintage that gives the partner a place, with a point each period, into an open array. `tables` as rank_tables()
/// gives them.
void write_rank_series(JsonWriter& json, const std::vector<PartnerTable>& tables, const ActorId& reporter, RankFlow flow, const ActorId& partner, SourceNames& sources);

}  // namespace paraph
