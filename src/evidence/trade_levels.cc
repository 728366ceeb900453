#include "evidence/trade_levels.h"

#include <map>
#include <tuple>

#include <fmt/format.h>

namespace paraph {
namespace {

struct TwoFlows {
  std::optional<Observation> exports;
  std::optional<Observation> imports;
};
using FlowKey = std::tuple<VintageId, CivilPeriod, std::string, std::string>;

std::string component(const Observation& row) { return fmt::format("{} {} (line {})", row.measure.str(), row.value.str(), row.line); }

std::string basis_of(const TwoFlows& flows, Flow flow, bool mirrored) {
  const bool both = flow == Flow::kTotal || flow == Flow::kBalance;
  const bool own_exports = (flow == Flow::kExports) != mirrored;
  if (both) {
    if (flows.exports->basis == flows.imports->basis) return flows.exports->basis.empty() ? "" : flows.exports->basis + " basis";
    return fmt::format("exports {}, imports {}", flows.exports->basis, flows.imports->basis);
  }
  const std::string& basis = own_exports ? flows.exports->basis : flows.imports->basis;
  return basis == "customs" ? "customs basis" : basis;
}

/// One level of a reporter, if it has what the flow takes.
std::optional<TradeLevel> level_of(const TwoFlows& flows, Flow flow, const ActorId& reporter, bool mirrored) {
  // In the reporter's own terms: what the subject exports, a mirroring reporter imports.
  const bool wants_exports = flow == Flow::kTotal || flow == Flow::kBalance || (flow == Flow::kExports) != mirrored;
  const bool wants_imports = flow == Flow::kTotal || flow == Flow::kBalance || (flow == Flow::kImports) != mirrored;
  if ((wants_exports && !flows.exports) || (wants_imports && !flows.imports)) return std::nullopt;
  const Observation& row = wants_exports ? *flows.exports : *flows.imports;
  TradeLevel level;
  level.vintage = row.vintage;
  level.reporter = reporter;
  level.period = row.period;
  level.unit = row.unit;
  level.coverage = row.coverage;
  level.basis = basis_of(flows, flow, mirrored);
  if (wants_exports && wants_imports) {
    const Decimal difference = flows.exports->value - flows.imports->value;
    level.value = flow == Flow::kTotal ? flows.exports->value + flows.imports->value : mirrored ? -difference : difference;
    level.components = {component(*flows.exports), component(*flows.imports)};
    if (flow == Flow::kBalance) level.components.back().insert(0, "minus ");
  } else {
    level.value = row.value;
    level.components = {component(row)};
  }
  const std::string_view what = flow == Flow::kTotal     ? "exports + imports"
                                : flow == Flow::kBalance ? (mirrored ? "imports - exports" : "exports - imports")
                                                         : std::string_view(row.measure.str());
  level.series = fmt::format("{}, {}, reporter {}", what, level.coverage.empty() ? "coverage not stated" : level.coverage, reporter.str());
  return level;
}

}  // namespace

Result<std::vector<TradeLevel>> trade_levels(ShelfView& shelf, const ActorId& subject, const ActorId& object, Flow flow) {
  std::vector<TradeLevel> levels;
  for (const bool mirrored : {false, true}) {
    const ActorId& reporter = mirrored ? object : subject;
    const ActorId& partner = mirrored ? subject : object;
    std::map<FlowKey, TwoFlows> flows;
    for (const std::string_view measure : {"exports", "imports"}) {
      auto rows = shelf.figures(measure, reporter, partner);
      if (!rows) return std::unexpected(rows.error());
      for (Observation& row : *rows) {
        if (row.row_class == RowClass::kResidual) continue;
        TwoFlows& both = flows[{row.vintage, row.period, row.unit, row.coverage}];
        (measure == "exports" ? both.exports : both.imports) = std::move(row);
      }
    }
    for (const auto& [key, both] : flows) {
      if (auto level = level_of(both, flow, reporter, mirrored)) levels.push_back(std::move(*level));
    }
    if (subject == object) break;
  }
  return levels;
}

std::vector<TradeLevel> sum_of_years(const std::vector<TradeLevel>& levels, int first, int last) {
  struct Sum {
    TradeLevel level;
    int years = 0;
  };
  std::map<std::tuple<ActorId, VintageId, std::string, std::string>, Sum> sums;
  for (const TradeLevel& level : levels) {
    const auto& period = level.period;
    if (!period.is_point() || period.fiscal() || period.from()->precision != PeriodPrecision::kYear) continue;
    if (period.from()->year < first || period.from()->year > last) continue;
    Sum& sum = sums[{level.reporter, level.vintage, level.unit, level.coverage}];
    if (sum.years == 0) {
      sum.level = level;
      sum.level.components.clear();
    } else {
      sum.level.value = sum.level.value + level.value;
    }
    sum.level.components.push_back(fmt::format("{} in {}", level.value.str(), period.str()));
    ++sum.years;
  }
  std::vector<TradeLevel> whole;
  for (auto& [key, sum] : sums) {
    if (sum.years != last - first + 1) continue;
    sum.level.period = CivilPeriod::between({first, 0, 0, PeriodPrecision::kYear}, {last, 0, 0, PeriodPrecision::kYear});
    whole.push_back(std::move(sum.level));
  }
  return whole;
}

std::string level_reading(const ShelfView& shelf, const TradeLevel& level) {
  std::string reading = shelf.possessive(level.reporter) + " statistics";
  if (!level.coverage.empty()) reading += ", " + level.coverage;
  if (!level.basis.empty()) reading += ", " + level.basis;
  return reading;
}

std::string trade_query(const ActorId& subject, const ActorId& object, std::string_view years) {
  return fmt::format("paraph data show trade {} {} {}", subject.str(), object.str(), years);
}

}  // namespace paraph
