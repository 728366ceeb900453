#include "evidence/partner_ranks.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "evidence/words.h"

namespace paraph {
namespace {

/// A row of the table with all its measures added up.
struct TableRow {
  RowClass row_class = RowClass::kCountry;
  std::string published;
  Decimal value;
};

struct Table {
  std::map<std::string, TableRow> rows;  ///< By partner, or by name as published where there is none.
  std::set<std::string> measures;
  std::string unit;
  std::string coverage;
};

bool ranked(const TableRow& row) { return row.row_class == RowClass::kCountry && row.value > Decimal(0); }

std::size_t place_of(const Table& table, const Decimal& value) {
  const auto above =
      std::ranges::count_if(table.rows, [&](const auto& entry) { return ranked(entry.second) && entry.second.value > value; });
  return static_cast<std::size_t>(above) + 1;
}

/// What a naive sort would make of the residual rows: the place that the partner would have behind them.
std::vector<std::string> exclusions_of(const Table& table, const Decimal& value, std::size_t place) {
  std::vector<std::string> exclusions;
  for (const auto& [key, row] : table.rows) {
    if (row.row_class == RowClass::kCountry) continue;
    std::string text = fmt::format("{} ({}", row.published.empty() ? "a row without a name" : row.published, row_class_name(row.row_class));
    if (row.row_class == RowClass::kResidual && place > 0 && row.value > value)
      text += fmt::format("; {} if it were counted", ordinal_in_words(place + 1));
    exclusions.push_back(text + ")");
  }
  return exclusions;
}

Decimal total_of(const Table& table, bool& published) {
  Decimal sum;
  for (const auto& [key, row] : table.rows) {
    if (row.row_class == RowClass::kWorld) {
      published = true;
      return row.value;
    }
    if (row.row_class != RowClass::kAggregate) sum = sum + row.value;
  }
  return sum;
}

}  // namespace

Result<std::vector<PartnerRank>> partner_ranks(ShelfView& shelf, const ActorId& reporter, const ActorId& partner,
                                               const std::vector<std::string_view>& measures, const CivilPeriod& period,
                                               std::string_view price_basis) {
  std::map<VintageId, Table> tables;
  for (const std::string_view measure : measures) {
    ObservationQuery query;
    query.measure = MeasureId(measure);
    query.reporter = reporter;
    query.period = period;
    auto rows = shelf.figures(query);
    if (!rows) return std::unexpected(rows.error());
    for (const Observation& row : *rows) {
      if (row.price_basis != price_basis) continue;
      Table& table = tables[row.vintage];
      table.measures.emplace(measure);
      table.unit = row.unit;
      table.coverage = row.coverage;
      TableRow& entry = table.rows[row.partner.empty() ? "\n" + row.partner_as_published : row.partner.str()];
      entry.row_class = row.row_class;
      entry.published = row.partner_as_published;
      entry.value = entry.value + row.value;
    }
  }
  std::vector<PartnerRank> ranks;
  for (const auto& [vintage, table] : tables) {
    if (table.measures.size() != measures.size()) continue;
    PartnerRank rank;
    rank.vintage = vintage;
    rank.period = period;
    rank.unit = table.unit;
    rank.coverage = table.coverage;
    rank.of = static_cast<std::size_t>(std::ranges::count_if(table.rows, [](const auto& entry) { return ranked(entry.second); }));
    rank.total = total_of(table, rank.total_published);
    // A table of a few rows is an excerpt: places and shares in it mean nothing.
    if (table.rows.size() < 3) continue;
    if (const auto own = table.rows.find(partner.str()); own != table.rows.end()) {
      rank.value = own->second.value;
      rank.group = own->second.row_class != RowClass::kCountry;
      if (ranked(own->second)) {
        rank.place = place_of(table, rank.value);
        rank.tied = std::ranges::count_if(table.rows,
                                          [&](const auto& entry) { return ranked(entry.second) && entry.second.value == rank.value; }) > 1;
      }
    }
    rank.exclusions = exclusions_of(table, rank.value, rank.place);
    ranks.push_back(std::move(rank));
  }
  return ranks;
}

}  // namespace paraph
