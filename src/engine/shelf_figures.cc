#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "engine/shelf_tables.h"

namespace paraph {
namespace {

std::optional<int> year_of(const Observation& observation) { return observation.period.single_year(); }

bool within(const Observation& observation, const YearRange& years) {
  const auto year = year_of(observation);
  return year ? years.holds(*year) : !years.from && !years.to;
}

/// Asks for one year where it is one, so that the shelf's index answers.
std::optional<CivilPeriod> only_year(const YearRange& years, bool fiscal) {
  if (!years.from || years.from != years.to) return std::nullopt;
  return fiscal ? CivilPeriod::fiscal_year(*years.from) : CivilPeriod::year(*years.from);
}

std::string years_in_words(const YearRange& years) {
  if (years.from && years.from == years.to) return std::to_string(*years.from);
  if (years.from && years.to) return fmt::format("{} to {}", *years.from, *years.to);
  if (years.from) return fmt::format("since {}", *years.from);
  if (years.to) return fmt::format("up to {}", *years.to);
  return "all years";
}

void say_if_empty(TextTable& table) {
  if (table.rows.empty()) table.notes.emplace_back("The shelf has nothing on this.");
}

}  // namespace

Result<TextTable> ShelfTables::trade(const ActorId& a, const ActorId& b, const YearRange& years) const {
  TextTable table;
  table.caption = fmt::format("Trade between {} and {}, {}", named(a), named(b), years_in_words(years));
  table.columns = {{"period"}, {"reporter"}, {"partner"}, {"flow"}, {"value", true}, {"unit"}, {"basis"}, {"coverage"}, {"vintage"}, {"recorded"}, {"line"}};
  for (const auto& [reporter, partner] : {std::pair(a, b), std::pair(b, a)}) {
    // Sums stand below what they add up: exports and imports of the same vintage, period, unit and coverage.
    std::map<std::tuple<CivilPeriod, VintageId, std::string, std::string>, std::pair<Decimal, int>> sums;
    std::vector<Observation> rows;
    for (const char* measure : {"exports", "imports"}) {
      ObservationQuery query;
      query.measure = MeasureId(measure);
      query.reporter = reporter;
      query.partner = partner;
      query.period = only_year(years, false);
      auto found = shelf_->observations(query);
      if (!found) return std::unexpected(found.error());
      for (Observation& row : *found) {
        if (!within(row, years)) continue;
        auto& sum = sums[{row.period, row.vintage, row.unit, row.coverage}];
        sum.first = sum.first + row.value;
        ++sum.second;
        rows.push_back(std::move(row));
      }
    }
    std::sort(rows.begin(), rows.end(), [](const Observation& x, const Observation& y) {
      return x.period != y.period ? x.period < y.period : x < y;  // Observations order by vintage, then measure.
    });
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Observation& row = rows[i];
      table.rows.push_back({row.period.str(), reporter.str(), partner.str(), row.measure.str(), row.value.str(), row.unit, row.basis,
                            row.coverage, row.vintage.str(), recorded_of(row.vintage), row.line});
      const bool last = i + 1 == rows.size() || rows[i + 1].vintage != row.vintage || rows[i + 1].period != row.period;
      const auto& sum = sums[{row.period, row.vintage, row.unit, row.coverage}];
      if (last && sum.second == 2) {
        table.rows.push_back({row.period.str(), reporter.str(), partner.str(), "total", sum.first.str(), row.unit, "", row.coverage,
                              row.vintage.str(), recorded_of(row.vintage), "exports + imports"});
      }
    }
  }
  say_if_empty(table);
  return table;
}

Result<TextTable> ShelfTables::rank(const ActorId& reporter, int year, RankFlow flow) const {
  TextTable table;
  const std::string_view flow_name = flow == RankFlow::kExports ? "exports" : flow == RankFlow::kImports ? "imports" : "total trade";
  table.caption = fmt::format("Partners of {} by {} in {}", named(reporter), flow_name, year);
  table.columns = {{"rank", true}, {"partner"}, {"name"}, {"value", true}, {"unit"}, {"vintage"}};
  struct Partner {
    ActorId actor;
    std::string published;
    Decimal value;
    std::string unit;
  };
  std::map<VintageId, std::map<std::string, Partner>> ranked;
  std::map<VintageId, std::vector<std::string>> left_out;
  for (const char* measure : {"exports", "imports"}) {
    if ((flow == RankFlow::kExports && std::string_view(measure) == "imports") || (flow == RankFlow::kImports && std::string_view(measure) == "exports")) continue;
    ObservationQuery query;
    query.measure = MeasureId(measure);
    query.reporter = reporter;
    query.period = CivilPeriod::year(year);
    const auto found = shelf_->observations(query);
    if (!found) return std::unexpected(found.error());
    for (const Observation& row : *found) {
      if (row.row_class != RowClass::kCountry) {
        left_out[row.vintage].push_back(fmt::format("{} ({}, {}, {} {})", row.partner_as_published, row_class_name(row.row_class), measure, row.value.str(), row.unit));
        continue;
      }
      Partner& partner = ranked[row.vintage][row.partner.empty() ? row.partner_as_published : row.partner.str()];
      partner.actor = row.partner;
      partner.published = row.partner_as_published;
      partner.value = partner.value + row.value;
      partner.unit = row.unit;
    }
  }
  for (const auto& [vintage, partners] : ranked) {
    std::vector<Partner> order;
    for (const auto& [key, partner] : partners) order.push_back(partner);
    std::sort(order.begin(), order.end(), [](const Partner& x, const Partner& y) { return x.value != y.value ? x.value > y.value : x.published < y.published; });
    std::size_t place = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i == 0 || order[i].value != order[i - 1].value) place = i + 1;
      table.rows.push_back({std::to_string(place), order[i].actor.str(), order[i].published, order[i].value.str(), order[i].unit, vintage.str()});
    }
  }
  for (const auto& [vintage, rows] : left_out) {
    std::string note = fmt::format("{} leaves out ", vintage.str());
    for (std::size_t i = 0; i < rows.size(); ++i) note += (i == 0 ? "" : "; ") + rows[i];
    table.notes.push_back(std::move(note));
  }
  say_if_empty(table);
  return table;
}

Result<TextTable> ShelfTables::aid(const ActorId& donor, const ActorId& recipient, const YearRange& years) const {
  TextTable table;
  const bool single = years.from && years.from == years.to;
  table.caption = fmt::format("Aid from {} to {}, fiscal years: {}", named(donor), named(recipient), years_in_words(years));
  table.columns = {{"measure"}, {"prices"}, {"years"}, {"value", true}, {"unit"}, {"vintage"}, {"recorded"}, {"lines"}};
  struct Sum {
    Decimal value;
    std::size_t rows = 0;
    std::string first, last, line;
  };
  for (const char* measure : {"aid-appropriated", "aid-requested", "aid-allocated", "aid-obligations", "aid-disbursements", "oda-net"}) {
    ObservationQuery query;
    query.measure = MeasureId(measure);
    query.reporter = donor;
    query.partner = recipient;
    const auto found = shelf_->observations(query);
    if (!found) return std::unexpected(found.error());
    std::map<std::tuple<VintageId, std::string, std::string>, Sum> sums;
    for (const Observation& row : *found) {
      if (!within(row, years)) continue;
      Sum& sum = sums[{row.vintage, row.price_basis, row.unit}];
      sum.value = sum.value + row.value;
      const std::string period = row.period.str();
      if (sum.rows == 0 || period < sum.first) sum.first = period;
      if (sum.rows == 0 || period > sum.last) sum.last = period;
      sum.line = row.line;
      ++sum.rows;
    }
    for (const auto& [key, sum] : sums) {
      const auto& [vintage, prices, unit] = key;
      table.rows.push_back({measure, prices, single ? sum.first : fmt::format("{}/{}", sum.first, sum.last), sum.value.str(), unit, vintage.str(),
                            recorded_of(vintage), sum.rows == 1 ? sum.line : fmt::format("sum of {}", sum.rows)});
    }
  }
  say_if_empty(table);
  return table;
}

Result<TextTable> ShelfTables::indicator(const ActorId& actor, std::string_view measure, const YearRange& years) const {
  TextTable table;
  table.caption = fmt::format("{} of {}, {}", measure, named(actor), years_in_words(years));
  table.columns = {{"period"}, {"measure"}, {"value", true}, {"unit"}, {"prices"}, {"vintage"}, {"recorded"}, {"line"}};
  ObservationQuery query;
  query.measure = MeasureId(measure);
  query.reporter = actor;
  query.period = only_year(years, false);
  const auto found = shelf_->observations(query);
  if (!found) return std::unexpected(found.error());
  for (const Observation& row : *found) {
    // An indicator has no partner; a partner's row of a trade measure is not one.
    if (!within(row, years) || (!row.partner.empty() && row.row_class == RowClass::kCountry && row.partner != actor)) continue;
    if (row.row_class == RowClass::kResidual || row.row_class == RowClass::kAggregate) continue;
    table.rows.push_back({row.period.str(), row.measure.str(), row.value.str(), row.unit, row.price_basis, row.vintage.str(), recorded_of(row.vintage), row.line});
  }
  say_if_empty(table);
  return table;
}

}  // namespace paraph
