#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "evidence/shelf_view.h"

namespace paraph {

/// One actor's place among all partners of a reporter in one period and vintage: computed, never looked up.
struct PartnerRank {
  VintageId vintage;
  CivilPeriod period = CivilPeriod::year(1);
  std::string unit;
  std::string coverage;
  std::size_t place = 0;  ///< 1 is the largest; partners with the same figure share a place. 0: the partner is not in the table.
  std::size_t of = 0;     ///< Partners with a figure above zero.
  bool tied = false;
  Decimal value;  ///< Of the partner.
  Decimal total;  ///< The published world row, or the sum of partners and residuals where there is none.
  bool total_published = false;
  bool group = false;                   ///< The partner stands in the table as a group: it has no place.
  std::vector<std::string> exclusions;  ///< Rows never ranked, as published, with the place that a naive sort would give.
};

/// The partner's rank by the sum of `measures`, for every vintage that has them all for this period. `price_basis` picks
/// rows of aid in current or constant prices; empty for measures that have none.
Result<std::vector<PartnerRank>> partner_ranks(ShelfView& shelf, const ActorId& reporter, const ActorId& partner,
                                               const std::vector<std::string_view>& measures, const CivilPeriod& period,
                                               std::string_view price_basis);

}  // namespace paraph
