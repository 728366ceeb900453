#include "brief/trade_sides.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace paraph {
namespace {

constexpr std::string_view kShared = "imf-dots";  ///< Gathers what states report; their own agencies go before it.

struct HalfYear {
  std::optional<Observation> exports;
  std::optional<Observation> imports;
};

std::string attribution_of(const Planner& planner, const SourceId& source, const ActorId& reporter) {
  const SourceWords* words = planner.wordings.source(source.str());
  std::string text = words == nullptr || words->attribution.empty() ? "{a's} statistics" : words->attribution;
  if (const std::size_t slot = text.find("{a's}"); slot != std::string::npos) text.replace(slot, 5, planner.owner(reporter));
  return text;
}

}  // namespace

std::optional<int> TradeSide::before_last() const {
  if (years.size() < 2) return std::nullopt;
  return std::next(years.rbegin())->first;
}

Result<std::optional<TradeSide>> trade_side(Planner& planner, const ActorId& reporter) {
  const ActorId& partner = planner.other(reporter);
  std::map<VintageId, std::map<int, HalfYear>> vintages;
  for (const std::string_view measure : {"exports", "imports"}) {
    auto rows = planner.shelf.figures(measure, reporter, partner);
    if (!rows) return std::unexpected(rows.error());
    for (Observation& row : *rows) {
      const bool year = row.period.is_point() && row.period.from()->precision == PeriodPrecision::kYear && !row.period.fiscal();
      if (!year || row.row_class != RowClass::kCountry || row.unit != "USD" || !planner.over(row.period)) continue;
      HalfYear& half = vintages[row.vintage][row.period.from()->year];
      (measure == "exports" ? half.exports : half.imports) = std::move(row);
    }
  }
  std::vector<TradeSide> sides;
  for (auto& [vintage, years] : vintages) {
    TradeSide side{reporter, partner, vintage, "", {}};
    for (auto& [year, half] : years) {
      if (!half.exports || !half.imports) continue;
      TradeYear whole{half.exports->value, half.imports->value, half.exports->line};
      if (half.imports->line != whole.lines) whole.lines += ", " + half.imports->line;
      if (!whole.total().zero()) side.years.emplace(year, std::move(whole));
    }
    if (!side.years.empty()) sides.push_back(std::move(side));
  }
  if (sides.empty()) return std::optional<TradeSide>();
  const auto standing = [&](const TradeSide& side) {
    const Vintage* vintage = planner.shelf.vintage(side.vintage);
    const auto recorded = vintage == nullptr ? std::optional<RecordedAt>() : vintage->recorded;
    return std::tuple(side.last(), planner.shelf.source_of(side.vintage).str() != kShared, recorded, side.years.size());
  };
  auto best = std::ranges::max_element(sides, {}, standing);
  best->attribution = attribution_of(planner, planner.shelf.source_of(best->vintage), reporter);
  return std::optional<TradeSide>(std::move(*best));
}

Citation cite_trade(const Planner& planner, const TradeSide& side, int first, int last) {
  std::string lines = side.years.at(first).lines;
  if (last != first && side.years.at(last).lines != lines) lines += "; " + side.years.at(last).lines;
  const std::string years = first == last ? std::to_string(first) : fmt::format("{}..{}", first, last);
  return planner.cite(side.vintage, fmt::format("goods, exports and imports of {} with {}", planner.name(side.reporter), planner.name(side.partner)),
                      first == last ? std::to_string(first) : fmt::format("{} and {}", first, last), std::move(lines),
                      fmt::format("paraph data show trade {} {} {}", side.reporter.str(), side.partner.str(), years));
}

}  // namespace paraph
