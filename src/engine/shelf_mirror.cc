#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/shelf_tables.h"

namespace paraph {
namespace {

/// What one side reports of a flow in one period.
struct Side {
  std::vector<Observation> rows;  ///< One a vintage.
};

std::string basis_text(const Observation& row) {
  std::string text = row.basis.empty() ? "basis not stated" : row.basis;
  if (!row.coverage.empty()) text += ", " + row.coverage;
  return text;
}

/// Percent of the exporter's figure, one decimal, with its sign.
std::string percent(const Decimal& gap, const Decimal& of) {
  if (of.zero()) return "";
  return fmt::format("{}{}", gap.negative() ? "" : "+", Decimal::divide(gap.shifted(2), of.abs(), 1).str());
}

/// What usually lies behind a gap of this sign and size; never a verdict on who is right.
std::string usual_reasons(const Observation& exported, const Observation& imported) {
  std::vector<std::string> reasons;
  const Decimal gap = imported.value - exported.value;
  const bool freight = imported.basis == "CIF" || (imported.basis.empty() && exported.basis == "FOB");
  if (exported.value.zero() && !imported.value.zero()) {
    reasons.emplace_back("goods that pass through a third country: the importer counts origin, the exporter the first destination");
  } else if (!gap.negative() && freight && gap.shifted(1) <= exported.value + exported.value) {
    reasons.emplace_back("freight and insurance: imports CIF, exports FOB");
  } else if (!gap.negative()) {
    if (freight) reasons.emplace_back("more than freight and insurance alone");
    reasons.emplace_back("re-exports through third countries, counted by origin");
  } else {
    reasons.emplace_back("goods reported under a third country or in a residual row (gold, confidential trade)");
  }
  if (exported.coverage != imported.coverage) reasons.emplace_back("different coverage");
  std::string text;
  for (const std::string& reason : reasons) text += (text.empty() ? "" : "; ") + reason;
  return text;
}

}  // namespace

Result<TextTable> ShelfTables::mirror(const ActorId& a, const ActorId& b, const YearRange& years) const {
  TextTable table;
  table.caption = fmt::format("Mirror statistics: {} and {}", named(a), named(b));
  table.columns = {{"flow"}, {"period"}, {"exporter says", true}, {"importer says", true}, {"gap", true}, {"gap percent", true}, {"unit"},
                   {"exporter's vintage"}, {"importer's vintage"}, {"bases"}, {"usual reasons"}};
  // The newest vintage of each source; one nullptr where the side has none.
  const auto newest = [&](const Side* side) {
    std::map<std::string, const Observation*> by_source;
    if (side != nullptr) {
      for (const Observation& row : side->rows) {
        const Observation*& kept = by_source[source_of(row.vintage)];
        if (kept == nullptr || std::pair(recorded_of(kept->vintage), kept->vintage) < std::pair(recorded_of(row.vintage), row.vintage)) kept = &row;
      }
    }
    std::vector<const Observation*> rows;
    for (const auto& [source, row] : by_source) rows.push_back(row);
    if (rows.empty()) rows.push_back(nullptr);
    return rows;
  };
  for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
    const auto side = [&](std::string_view measure, const ActorId& reporter, const ActorId& partner) -> Result<std::map<std::pair<CivilPeriod, std::string>, Side>> {
      ObservationQuery query;
      query.measure = MeasureId(measure);
      query.reporter = reporter;
      query.partner = partner;
      auto rows = shelf_->observations(query);
      if (!rows) return std::unexpected(rows.error());
      std::map<std::pair<CivilPeriod, std::string>, Side> sides;
      for (Observation& row : *rows) {
        const auto year = row.period.single_year();
        if (!year || row.period.from()->precision != PeriodPrecision::kYear || !years.holds(*year)) continue;
        sides[{row.period, row.unit}].rows.push_back(std::move(row));
      }
      return sides;
    };
    const auto exported = side("exports", from, to);
    if (!exported) return std::unexpected(exported.error());
    const auto imported = side("imports", to, from);
    if (!imported) return std::unexpected(imported.error());
    const std::string flow = fmt::format("{} → {}", from.str(), to.str());
    std::map<std::pair<CivilPeriod, std::string>, std::pair<const Side*, const Side*>> both;
    for (const auto& [key, one] : *exported) both[key].first = &one;
    for (const auto& [key, one] : *imported) both[key].second = &one;
    for (const auto& [key, sides] : both) {
      const auto& [period, unit] = key;
      // Every source of the one side beside every source of the other; an empty side is one gap.
      const std::vector<const Observation*> outs = newest(sides.first);
      const std::vector<const Observation*> ins = newest(sides.second);
      for (std::size_t i = 0; i < outs.size() * ins.size(); ++i) {
        const Observation* out = outs[i / ins.size()];
        const Observation* in = ins[i % ins.size()];
        std::vector<std::string> row = {flow, period.str(), out != nullptr ? out->value.str() : "", in != nullptr ? in->value.str() : "", "", "", unit,
                                        out != nullptr ? out->vintage.str() : "", in != nullptr ? in->vintage.str() : "", "", ""};
        if (out != nullptr && in != nullptr) {
          row[4] = (in->value - out->value).str();
          row[5] = percent(in->value - out->value, out->value);
          row[9] = basis_text(*out) + " / " + basis_text(*in);
          row[10] = usual_reasons(*out, *in);
        } else {
          row[10] = out != nullptr ? "the importer's statistics are not on the shelf" : "the exporter's statistics are not on the shelf";
        }
        table.rows.push_back(std::move(row));
      }
    }
  }
  if (table.rows.empty()) table.notes.emplace_back("The shelf has nothing on this.");
  table.notes.emplace_back("The gap is what the importer reports beyond the exporter. Neither side is the right one.");
  table.notes.emplace_back("Imports are usually valued CIF, exports FOB: 5 to 20 percent is freight and insurance.");
  table.notes.emplace_back("Gold, confidential goods and \"other countries\" stand in residual rows, outside of any pair.");
  table.notes.emplace_back("Years are calendar years; a fiscal year is not compared with one.");
  return table;
}

Result<TextTable> ShelfTables::independence(const ActorId& state) const {
  auto facts = shelf_->facts({"independence", state, std::nullopt, std::nullopt, 0});
  if (!facts) return std::unexpected(facts.error());
  return fact_table(std::move(*facts), fmt::format("Independence of {}", named(state)));
}

}  // namespace paraph
