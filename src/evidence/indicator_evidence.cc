#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "evidence/families.h"
#include "evidence/tolerance.h"
#include "evidence/words.h"

namespace paraph {
namespace {

/// One year's figure of one vintage.
struct YearFigure {
  VintageId vintage;
  int year = 0;
  Decimal value;
  std::string unit;
  std::string words;  ///< "population", "gross domestic product, current dollars".
  std::vector<std::string> components;
  std::string query;
};

const ActorId kWorld("W00");

Result<std::vector<YearFigure>> national(ShelfView& shelf, const ActorId& actor, std::string_view measure, std::string_view words) {
  const auto rows = shelf.figures(measure, actor, ActorId(""));
  if (!rows) return std::unexpected(rows.error());
  std::vector<YearFigure> figures;
  for (const Observation& row : *rows) {
    const auto year = row.period.single_year();
    if (!year || row.row_class == RowClass::kResidual) continue;
    figures.push_back({row.vintage,
                       *year,
                       row.value,
                       row.unit,
                       std::string(words),
                       {},
                       fmt::format("paraph data show indicator {} {} {}", actor.str(), measure, *year)});
  }
  return figures;
}

/// Trade with the whole world by the state's own statistics.
Result<std::vector<YearFigure>> world_trade(ShelfView& shelf, const ActorId& actor, std::vector<std::string_view> measures) {
  std::map<std::pair<VintageId, int>, std::pair<YearFigure, std::size_t>> sums;
  for (const std::string_view measure : measures) {
    const auto rows = shelf.figures(measure, actor, kWorld);
    if (!rows) return std::unexpected(rows.error());
    for (const Observation& row : *rows) {
      const auto year = row.period.single_year();
      if (!year || row.period.from()->precision != PeriodPrecision::kYear) continue;
      auto& [figure, count] = sums[{row.vintage, *year}];
      figure.vintage = row.vintage;
      figure.year = *year;
      figure.value = figure.value + row.value;
      figure.unit = row.unit;
      figure.words = measures.size() > 1 ? "exports + imports" : std::string(measure);
      figure.words += row.coverage.empty() ? ", whole world" : fmt::format(", {}, whole world", row.coverage);
      figure.components.push_back(fmt::format("{} {} (line {})", measure, row.value.str(), row.line));
      figure.query = fmt::format("paraph data show indicator {} {} {}", actor.str(), measures.front(), *year);
      ++count;
    }
  }
  std::vector<YearFigure> figures;
  for (auto& [key, sum] : sums) {
    if (sum.second == measures.size()) figures.push_back(std::move(sum.first));
  }
  return figures;
}

Result<std::vector<YearFigure>> per_head(ShelfView& shelf, const ActorId& actor) {
  const auto gdp = national(shelf, actor, "gdp", "gross domestic product per head, current dollars");
  if (!gdp) return gdp;
  const auto people = national(shelf, actor, "population", "population");
  if (!people) return people;
  std::vector<YearFigure> figures;
  for (const YearFigure& whole : *gdp) {
    const auto heads = std::ranges::find(*people, whole.year, &YearFigure::year);
    if (heads == people->end() || heads->value.zero()) continue;
    YearFigure figure = whole;
    figure.value = Decimal::divide(rounded_to(whole.value, 2), heads->value, 2);
    figure.components = {fmt::format("{} {} over {} people", rounded_to(whole.value, 2).str(), whole.unit, heads->value.str())};
    figures.push_back(std::move(figure));
  }
  return figures;
}

Result<std::vector<YearFigure>> figures_of(ShelfView& shelf, const ActorId& actor, IndicatorKind kind) {
  switch (kind) {
    case IndicatorKind::kPopulation: return national(shelf, actor, "population", "population at mid-year");
    case IndicatorKind::kGdp: return national(shelf, actor, "gdp", "gross domestic product, current dollars");
    case IndicatorKind::kGdpPerCapita: return per_head(shelf, actor);
    case IndicatorKind::kTradeTotal: return world_trade(shelf, actor, {"exports", "imports"});
    case IndicatorKind::kExportsTotal: return world_trade(shelf, actor, {"exports"});
    case IndicatorKind::kImportsTotal: return world_trade(shelf, actor, {"imports"});
    default: return std::vector<YearFigure>();
  }
}

}  // namespace

Result<void> add_indicator(const Claim& claim, const Indicator& indicator, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.quantity) return {};
  const auto tolerance = Tolerance::of(*claim.quantity);
  if (!tolerance) return {};
  const auto figures = figures_of(shelf, *claim.subject, indicator.indicator);
  if (!figures) return std::unexpected(figures.error());
  const auto line_of = [&](const YearFigure& figure) {
    EvidenceLine line = shelf.line(figure.vintage, fmt::format("{}, {}", figure.words, figure.year));
    line.series = fmt::format("{}, {}", figure.words, claim.subject->str());
    line.value = figure.value;
    line.unit = figure.unit;
    line.period = CivilPeriod::year(figure.year);
    line.components = figure.components;
    line.query = figure.query;
    const bool people = figure.unit == "people" && (claim.quantity->unit == "people" || claim.quantity->unit.empty());
    if (figure.unit == claim.quantity->unit || people) {
      line.difference_percent = tolerance->difference_percent(figure.value);
      line.agrees = tolerance->agreement(figure.value);
    }
    return line;
  };
  const std::vector<int> years = years_meant(claim, shelf);
  // Without a year: the latest of those tried that fits, else the latest with a figure; as for ranks.
  std::optional<int> judged;
  for (const bool fitting : {true, false}) {
    for (const int year : years) {
      const bool any = std::ranges::any_of(*figures, [&](const YearFigure& figure) {
        return figure.year == year && (!fitting || line_of(figure).agrees == Agrees::kYes || line_of(figure).agrees == Agrees::kRounded);
      });
      if (any && !judged) judged = year;
    }
  }
  if (!judged) return {};
  evidence.tolerance = tolerance->str();
  const bool present = about_present(claim, shelf) && !claim.period;
  for (const YearFigure& figure : *figures) {
    if (figure.year == *judged) {
      evidence.lines.push_back(line_of(figure));
      if (!claim.period) {
        evidence.lines.back().reading += " (the text names no year)";
        // A figure of the third year back may bear out "is", but not deny it.
        const bool old = years.size() > 2 && figure.year <= years[2];
        if (old && evidence.lines.back().agrees == Agrees::kNo) evidence.lines.back().agrees = Agrees::kContext;
      }
    } else if (figure.year > *judged && shelf.is_past(CivilPeriod::year(figure.year))) {
      evidence.newer.push_back(line_of(figure));
      if (!present) evidence.newer.back().agrees = Agrees::kContext;
    }
  }
  return {};
}

}  // namespace paraph
