#pragma once

#include <optional>
#include <vector>

#include "claim/figures.h"

namespace paraph {

/// "Exports and imports were 4 and 3 billion": as many trade words as figures, each row joined by "and": paired in order.
std::vector<Measured> measure_in_order(const Scene& scene);

/// The place of a figure in the row that "respectively" pairs with another row.
struct RowPlace {
  int index = 0;
  int size = 0;
};
/// "… were 4 and 3 billion in 2020 and 2021 respectively": the figure's place in its row; empty where the sentence does
/// not say "respectively" or the figure stands in no row.
std::optional<RowPlace> row_place(const Scene& scene, int figure);
/// The unit of the date that stands at the figure's place in a row of dates as long as the figure's.
std::optional<int> period_in_order(const Scene& scene, int figure);

}  // namespace paraph
