#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "brief/planner.h"

namespace paraph {

/// One reporter's goods trade with the other state in one year.
struct TradeYear {
  Decimal exports;
  Decimal imports;
  std::string lines;  ///< "1105:56, 1176:57"
  Decimal total() const { return exports + imports; }
};

/// What one state's statistics say of its trade with the other, from the vintage with the latest figures: the state's own
/// agency where it is as late as others.
struct TradeSide {
  ActorId reporter;
  ActorId partner;
  VintageId vintage;
  std::string attribution;  ///< "the U.S. Census Bureau", "Kenya's statistics as published by the IMF"
  std::map<int, TradeYear> years;
  int last() const { return years.rbegin()->first; }
  /// The year before the last that has figures.
  std::optional<int> before_last() const;
};

/// Empty where the reporter has no year with both flows that was over by the sheet's day, or none above zero.
Result<std::optional<TradeSide>> trade_side(Planner& planner, const ActorId& reporter);

Citation cite_trade(const Planner& planner, const TradeSide& side, int first, int last);

}  // namespace paraph
