#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/shelf_tables.h"
#include "reference/observation_source.h"

namespace paraph {

/// A partner in a table of ranks. Partners with the same figure share a place.
struct RankedPartner {
  ActorId partner;
  std::string published;  ///< Its name in the source.
  Decimal value;
  std::size_t place = 0;  ///< From 1; 0 where the figure is not above zero, which no place is given for.
  bool tied = false;
};

/// A row that is never ranked: the world, a region, a residual.
struct UnrankedRow {
  std::string published;
  RowClass row_class = RowClass::kResidual;
  MeasureId measure;
  Decimal value;
};

/// The partners of one reporter in one period of one vintage, largest first.
struct PartnerTable {
  VintageId vintage;
  CivilPeriod period = CivilPeriod::year(1);
  std::string unit;
  std::string coverage;
  std::size_t of = 0;  ///< Partners with a place.
  std::vector<RankedPartner> partners;
  std::vector<UnrankedRow> unranked;
};

/// Every table that the shelf gives for this reporter and flow, by vintage and period; of one year where it is given. Like the
/// evidence of a rank (evidence/partner_ranks.h): a total needs exports and imports, and a table of less than three rows is an
/// excerpt in which places mean nothing. `wanted` leaves vintages out; empty for all.
Result<std::vector<PartnerTable>> rank_tables(const ObservationSource& shelf, const ActorId& reporter, RankFlow flow, std::optional<int> year,
                                              const std::function<bool(const VintageId&)>& wanted = {});

std::string_view rank_flow_name(RankFlow flow);

}  // namespace paraph
