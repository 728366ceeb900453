#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "claim/claim.h"
#include "evidence/shelf_view.h"

namespace paraph {

/// One reporter's figure for one flow between two states in one period, from one vintage.
struct TradeLevel {
  VintageId vintage;
  ActorId reporter;
  CivilPeriod period = CivilPeriod::year(1);
  Decimal value;
  std::string unit;
  std::string coverage;                 ///< "goods".
  std::string basis;                    ///< "exports FOB, imports CIF", "customs basis", or empty.
  std::string series;                   ///< "exports + imports, goods, reporter UZ".
  std::vector<std::string> components;  ///< "exports 28496300 (line 1105:56)"; for sums and mirrored figures.
};

/// The flow as `subject` sees it, by its own statistics and by the mirror statistics of `object`: what one exports, the
/// other imports. All periods and vintages; exports and imports are added only within one vintage.
Result<std::vector<TradeLevel>> trade_levels(ShelfView& shelf, const ActorId& subject, const ActorId& object, Flow flow);

/// Levels of whole calendar years added up, for series that have every year of [first, last].
std::vector<TradeLevel> sum_of_years(const std::vector<TradeLevel>& levels, int first, int last);

/// "Uzbekistan's statistics, goods, exports FOB, imports CIF".
std::string level_reading(const ShelfView& shelf, const TradeLevel& level);

/// "paraph data show trade UZ US 2021".
std::string trade_query(const ActorId& subject, const ActorId& object, std::string_view years);

}  // namespace paraph
