#include <map>

#include <fmt/format.h>

#include "brief/amounts.h"
#include "brief/planner.h"

namespace paraph {
namespace {

constexpr int kYearsShown = 3;

struct Series {
  VintageId vintage;
  std::map<int, Observation> years;
};

Result<Series> series_of(Planner& planner, const ActorId& actor, std::string_view measure) {
  const auto rows = planner.shelf.figures(measure, actor, ActorId(""));
  if (!rows) return std::unexpected(rows.error());
  std::map<VintageId, Series> all;
  for (const Observation& row : *rows) {
    const auto year = row.period.single_year();
    if (!year || row.row_class == RowClass::kResidual || !planner.over(row.period) || row.value <= Decimal(0)) continue;
    Series& series = all[row.vintage];
    series.vintage = row.vintage;
    series.years.emplace(*year, row);
  }
  Series best;
  for (auto& [vintage, series] : all) {
    if (best.years.empty() || best.years.rbegin()->first <= series.years.rbegin()->first) best = std::move(series);
  }
  return best;
}

/// A column's figures share one scale, so that the label can carry it.
struct Scale {
  std::string_view word;  ///< "million", or empty.
  int power;
  int places;
};

Scale scale_of(const Decimal& value) {
  if (value >= Decimal(1).shifted(12)) return {"trillion", 12, 2};
  if (value >= Decimal(1).shifted(9)) return {"billion", 9, value < Decimal(1).shifted(10) ? 2 : 1};
  if (value >= Decimal(1).shifted(6)) return {"million", 6, value < Decimal(1).shifted(7) ? 2 : 1};
  return {"", 0, 0};
}

void add_row(const Planner& planner, const ActorId& actor, const Series& series, std::string_view label, std::string_view unit, IndicatorKind kind,
             const std::string& command, IndicatorTable& table) {
  if (series.years.empty()) return;
  const Scale scale = scale_of(series.years.rbegin()->second.value);
  IndicatorRow row;
  row.label = fmt::format("{} of {}{}", label, planner.name(actor), unit.empty() && scale.word.empty() ? "" : fmt::format(" ({}{}{})", unit, unit.empty() || scale.word.empty() ? "" : " ", scale.word));
  std::string lines;
  for (const std::string& written : table.years) {
    const auto found = series.years.find(std::stoi(written));
    if (found == series.years.end()) {
      row.cells.emplace_back();
      continue;
    }
    const Decimal shown = Decimal::divide(found->second.value.shifted(-scale.power), Decimal(1), scale.places);
    row.cells.push_back(scale.power == 0 ? grouped(shown.str()) : fixed(shown, scale.places));
    Quantity quantity;
    quantity.value = shown.shifted(scale.power);
    quantity.unit = kind == IndicatorKind::kGdp ? "USD" : "";
    table.claims.push_back(claim_of(Indicator{kind}, actor, ActorId(""), CivilPeriod::year(found->first), quantity));
    lines += (lines.empty() ? "" : ", ") + found->second.line;
  }
  table.citations.push_back(planner.cite(series.vintage, fmt::format("{} of {}", label, planner.name(actor)),
                                         fmt::format("{} to {}", table.years.front(), table.years.back()), lines, command));
  table.rows.push_back(std::move(row));
}

}  // namespace

Result<Section> plan_figures(Planner& planner) {
  Section section{SectionKind::kFigures, "Key figures", {}, false, {}, {}};
  for (const ActorId& actor : {planner.home(), planner.partner()}) {
    const auto people = series_of(planner, actor, "population");
    if (!people) return std::unexpected(people.error());
    const auto product = series_of(planner, actor, "gdp");
    if (!product) return std::unexpected(product.error());
    int last = 0;
    for (const Series* series : {&*people, &*product}) {
      if (!series->years.empty()) last = std::max(last, series->years.rbegin()->first);
    }
    if (last == 0) {
      planner.miss(fmt::format("Population and product of {}", planner.name(actor)),
                   planner.searched({"wb-wdi"}, "population and gross domestic product", fmt::format("paraph data show indicator {} population", actor.str())));
      continue;
    }
    IndicatorTable table;
    table.title = fmt::format("Key figures of {}", planner.name(actor));
    for (int year = last - kYearsShown + 1; year <= last; ++year) table.years.push_back(std::to_string(year));
    add_row(planner, actor, *people, "Population", "", IndicatorKind::kPopulation, fmt::format("paraph data show indicator {} population", actor.str()), table);
    add_row(planner, actor, *product, "GDP", "US$", IndicatorKind::kGdp, fmt::format("paraph data show indicator {} gdp", actor.str()), table);
    section.tables.push_back(std::move(table));
  }
  return section;
}

}  // namespace paraph
