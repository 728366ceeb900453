#include "importer/indicators.h"

namespace paraph {

Result<void> Indicators::load(const TableFiles& tables) {
  const auto table = Table::read("data/measures/indicators.tsv", tables("measures/indicators.tsv"),
                                 {"code", "measure", "unit", "basis", "coverage", "price_basis"});
  if (!table) return std::unexpected(table.error());
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto cell = [&](std::size_t column) { return std::string(table->cell(row, column)); };
    by_code_.emplace(cell(0), Indicator{cell(1), cell(2), cell(3), cell(4), cell(5)});
  }
  return {};
}

const Indicator* Indicators::find(const std::string& code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &found->second;
}

}  // namespace paraph
