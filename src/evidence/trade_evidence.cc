#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "evidence/families.h"
#include "evidence/tolerance.h"
#include "evidence/trade_levels.h"
#include "evidence/words.h"

namespace paraph {
namespace {

/// Which of the levels a claim's period takes, and how that reading is called.
struct PeriodReading {
  std::vector<TradeLevel> levels;
  std::string words;
  std::string years;  ///< For the query.
  bool usual = true;
};

std::vector<TradeLevel> of_period(const std::vector<TradeLevel>& levels, const CivilPeriod& period) {
  std::vector<TradeLevel> found;
  std::ranges::copy_if(levels, std::back_inserter(found), [&](const TradeLevel& level) { return level.period == period; });
  return found;
}

/// Calendar years are what the shelf has; a fiscal year is met by the calendar year of its number, as an unusual reading.
PeriodReading read_period(const std::vector<TradeLevel>& levels, const CivilPeriod& period) {
  PeriodReading reading;
  if (!period.from() || !period.to()) return reading;
  const int first = period.from()->year;
  const int last = period.to()->year;
  reading.years = first == last ? std::to_string(first) : fmt::format("{}..{}", first, last);
  const bool years = period.from()->precision == PeriodPrecision::kYear && period.to()->precision == PeriodPrecision::kYear;
  if (!years) {
    reading.levels = of_period(levels, period);
    reading.words = date_in_words(period);
  } else if (first == last) {
    reading.levels = of_period(levels, CivilPeriod::year(first));
    reading.words = fmt::format("calendar year {}", first);
    reading.usual = !period.fiscal();
  } else {
    reading.levels = sum_of_years(levels, first, last);
    reading.words = fmt::format("sum of calendar years {} to {}", first, last);
    reading.usual = !period.fiscal();
  }
  return reading;
}

EvidenceLine level_line(const ShelfView& shelf, const TradeLevel& level, std::string_view period_words) {
  EvidenceLine line = shelf.line(level.vintage, fmt::format("{}, {}", level_reading(shelf, level), period_words));
  line.reporter = level.reporter;
  line.series = level.series;
  line.value = level.value;
  line.unit = level.unit;
  line.period = level.period;
  if (level.components.size() > 1) {
    line.components = level.components;
  } else if (!level.components.empty()) {
    line.series += ", " + level.components.front();
  }
  return line;
}

/// Goods alone cannot meet a claim on services, nor decide one on goods and services; products are not on the shelf.
bool measurable(const TradeScope& trade) {
  return trade.product.empty() && trade.scope.empty() && (!trade.coverage || *trade.coverage == Coverage::kGoods);
}

/// The same series at later periods: shown, but a figure for a closed period stays true of it.
void add_newer(const std::vector<TradeLevel>& levels, const CivilPeriod& period, const Claim& claim, const ShelfView& shelf,
               Evidence& evidence) {
  if (!period.to()) return;
  std::map<std::pair<ActorId, VintageId>, const TradeLevel*> latest;
  for (const TradeLevel& level : levels) {
    const auto year = level.period.single_year();
    if (!year || *year <= period.to()->year || level.period.from()->precision != PeriodPrecision::kYear || !shelf.is_past(level.period))
      continue;
    const TradeLevel*& best = latest[{level.reporter, level.vintage}];
    if (best == nullptr || best->period < level.period) best = &level;
  }
  for (const auto& [key, level] : latest) {
    EvidenceLine line = level_line(shelf, *level, fmt::format("calendar year {}", level->period.str()));
    line.query = trade_query(*claim.subject, *claim.object, level->period.str());
    evidence.newer.push_back(std::move(line));
  }
}

std::optional<Decimal> signed_percent(const Claim& claim, Direction direction) {
  if (!claim.quantity || claim.quantity->unit != "percent" || !claim.quantity->value) return std::nullopt;
  return direction == Direction::kDown ? -claim.quantity->value->abs() : *claim.quantity->value;
}

/// Within two percent of the level before is no change that a word such as "flat" would deny.
bool direction_holds(Direction direction, const Decimal& percent) {
  switch (direction) {
    case Direction::kUp: return percent > Decimal(0);
    case Direction::kDown: return percent < Decimal(0);
    case Direction::kFlat: return percent.abs() <= Decimal(2);
  }
  return false;
}

std::string change_in_words(const Decimal& percent) {
  const std::string size = percent.abs().str();
  if (percent.zero()) return "unchanged";
  return fmt::format("{} {} %", percent.negative() ? "down" : "up", size);
}

struct TwoPeriods {
  CivilPeriod from;
  CivilPeriod to;
  std::string_view words;
};

/// "Rose 5 % in 2021" is read against the year before.
std::optional<TwoPeriods> periods_of(const Claim& claim, const TradeChange& change) {
  const std::optional<CivilPeriod> to = change.to_period ? std::optional<CivilPeriod>(change.to_period) : claim.period;
  if (!to) return std::nullopt;
  if (change.from_period && *change.from_period != *to) return TwoPeriods{*change.from_period, *to, ""};
  if (const auto year = to->single_year(); year && to->from()->precision == PeriodPrecision::kYear) {
    return TwoPeriods{CivilPeriod::year(*year - 1), CivilPeriod::year(*year), ", against the year before"};
  }
  if (to->from() && to->to() && to->from()->precision == PeriodPrecision::kYear && to->to()->precision == PeriodPrecision::kYear) {
    return TwoPeriods{CivilPeriod::year(to->from()->year), CivilPeriod::year(to->to()->year), ""};
  }
  return std::nullopt;
}

}  // namespace

Result<void> add_trade_value(const Claim& claim, const TradeScope& trade, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.object || !trade.product.empty() || !trade.scope.empty()) return {};
  const auto levels = trade_levels(shelf, *claim.subject, *claim.object, trade.flow);
  if (!levels) return std::unexpected(levels.error());
  if (!claim.period) {
    // Without a period nothing decides; the last three full years are shown.
    for (const int year : years_meant(claim, shelf)) {
      for (const TradeLevel& level : of_period(*levels, CivilPeriod::year(year))) {
        evidence.lines.push_back(level_line(shelf, level, fmt::format("calendar year {}", year)));
        evidence.lines.back().query = trade_query(*claim.subject, *claim.object, std::to_string(year));
      }
    }
    return {};
  }
  const PeriodReading reading = read_period(*levels, *claim.period);
  const auto tolerance = claim.quantity ? Tolerance::of(*claim.quantity) : std::nullopt;
  for (const TradeLevel& level : reading.levels) {
    EvidenceLine line = level_line(shelf, level, reading.words);
    line.usual = reading.usual;
    line.query = trade_query(*claim.subject, *claim.object, reading.years);
    if (tolerance && level.unit == claim.quantity->unit) {
      // A deficit may be written without its sign; the sign decides where there is one.
      line.difference_percent = tolerance->difference_percent(level.value);
      if (measurable(trade)) line.agrees = tolerance->agreement(level.value);
      // A calendar year is not the fiscal year that the text names: it may fit, but refutes nothing.
      if (!reading.usual && line.agrees == Agrees::kNo) line.agrees = Agrees::kContext;
    }
    evidence.lines.push_back(std::move(line));
  }
  if (tolerance) evidence.tolerance = tolerance->str();
  add_newer(*levels, *claim.period, claim, shelf, evidence);
  return {};
}

Result<void> add_trade_change(const Claim& claim, const TradeChange& change, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.object || !measurable(change.trade)) return {};
  const auto periods = periods_of(claim, change);
  if (!periods) return {};
  const auto levels = trade_levels(shelf, *claim.subject, *claim.object, change.trade.flow);
  if (!levels) return std::unexpected(levels.error());
  std::optional<Quantity> wanted;
  if (const auto percent = signed_percent(claim, change.direction)) {
    wanted = *claim.quantity;
    wanted->value = *percent;
  }
  const auto tolerance = wanted ? Tolerance::of(*wanted) : std::nullopt;
  const auto first_levels = read_period(*levels, periods->from).levels;
  const PeriodReading second = read_period(*levels, periods->to);
  for (const TradeLevel& before : first_levels) {
    for (const TradeLevel& after : second.levels) {
      if (before.reporter != after.reporter || before.vintage != after.vintage || before.unit != after.unit ||
          before.coverage != after.coverage)
        continue;
      const auto percent = percent_change(before.value, after.value);
      if (!percent) continue;
      EvidenceLine line = shelf.line(
          after.vintage, fmt::format("{}, {} to {}: {} to {}{}", level_reading(shelf, after), before.period.str(), after.period.str(),
                                     amount_in_words(before.value, before.unit), amount_in_words(after.value, after.unit), periods->words));
      line.reporter = after.reporter;
      line.series = after.series;
      line.usual = second.usual;
      line.value = *percent;
      line.unit = "percent";
      line.says = change_in_words(*percent);
      line.period = after.period;
      line.agrees = tolerance ? tolerance->agreement(*percent) : direction_holds(change.direction, *percent) ? Agrees::kYes : Agrees::kNo;
      line.query = trade_query(*claim.subject, *claim.object, fmt::format("{}..{}", before.period.from()->year, after.period.to()->year));
      evidence.lines.push_back(std::move(line));
    }
  }
  if (tolerance) evidence.tolerance = tolerance->str();
  return {};
}

}  // namespace paraph
