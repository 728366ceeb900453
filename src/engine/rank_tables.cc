#include "engine/rank_tables.h"

#include <algorithm>
#include <map>
#include <set>

namespace paraph {
namespace {

/// A partner's figures added up over the measures of a flow.
struct Sum {
  ActorId partner;
  std::string published;
  Decimal value;
};

struct Growing {
  std::map<std::string, Sum> partners;  ///< By partner, or by name as published where there is none.
  std::vector<UnrankedRow> unranked;
  std::set<MeasureId> measures;
  std::set<std::string> rows;
  std::string unit;
  std::string coverage;
};

std::vector<MeasureId> measures_of(RankFlow flow) {
  switch (flow) {
    case RankFlow::kExports: return {MeasureId("exports")};
    case RankFlow::kImports: return {MeasureId("imports")};
    case RankFlow::kTotal: return {MeasureId("exports"), MeasureId("imports")};
  }
  return {};
}

PartnerTable table_of(const VintageId& vintage, const CivilPeriod& period, Growing& grown) {
  PartnerTable table;
  table.vintage = vintage;
  table.period = period;
  table.unit = grown.unit;
  table.coverage = grown.coverage;
  table.unranked = std::move(grown.unranked);
  for (auto& [key, sum] : grown.partners) table.partners.push_back({std::move(sum.partner), std::move(sum.published), sum.value});
  std::ranges::sort(table.partners, [](const RankedPartner& a, const RankedPartner& b) { return a.value != b.value ? a.value > b.value : a.published < b.published; });
  for (std::size_t i = 0; i < table.partners.size() && table.partners[i].value > Decimal(0); ++i) {
    RankedPartner& partner = table.partners[i];
    const bool as_before = i > 0 && table.partners[i - 1].value == partner.value;
    partner.place = as_before ? table.partners[i - 1].place : i + 1;
    partner.tied = as_before;
    if (as_before) table.partners[i - 1].tied = true;
    ++table.of;
  }
  return table;
}

}  // namespace

Result<std::vector<PartnerTable>> rank_tables(const ObservationSource& shelf, const ActorId& reporter, RankFlow flow, std::optional<int> year,
                                              const std::function<bool(const VintageId&)>& wanted) {
  const std::vector<MeasureId> measures = measures_of(flow);
  std::map<std::pair<VintageId, CivilPeriod>, Growing> growing;
  for (const MeasureId& measure : measures) {
    ObservationQuery query;
    query.measure = measure;
    query.reporter = reporter;
    if (year) query.period = CivilPeriod::year(*year);
    const auto found = shelf.observations(query);
    if (!found) return std::unexpected(found.error());
    for (const Observation& row : *found) {
      // Months and quarters have ranks too, but nobody asks for them: a year's table is what sheets mean.
      if (!row.price_basis.empty() || !row.period.single_year() || row.period != CivilPeriod::year(*row.period.single_year())) continue;
      if (wanted && !wanted(row.vintage)) continue;
      Growing& table = growing[{row.vintage, row.period}];
      table.measures.insert(measure);
      table.unit = row.unit;
      table.coverage = row.coverage;
      const std::string key = row.partner.empty() ? "\n" + row.partner_as_published : row.partner.str();
      table.rows.insert(key);
      if (row.row_class != RowClass::kCountry) {
        table.unranked.push_back({row.partner_as_published, row.row_class, measure, row.value});
        continue;
      }
      Sum& sum = table.partners[key];
      sum.partner = row.partner;
      sum.published = row.partner_as_published;
      sum.value = sum.value + row.value;
    }
  }
  std::vector<PartnerTable> tables;
  for (auto& [key, grown] : growing) {
    if (grown.measures.size() == measures.size() && grown.rows.size() >= 3) tables.push_back(table_of(key.first, key.second, grown));
  }
  return tables;
}

std::string_view rank_flow_name(RankFlow flow) {
  switch (flow) {
    case RankFlow::kExports: return "exports";
    case RankFlow::kImports: return "imports";
    case RankFlow::kTotal: return "total";
  }
  return "";
}

}  // namespace paraph
