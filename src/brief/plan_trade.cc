#include <algorithm>

#include <fmt/format.h>

#include "brief/amounts.h"
#include "brief/planner.h"
#include "brief/trade_sides.h"
#include "evidence/partner_ranks.h"
#include "evidence/tolerance.h"

namespace paraph {
namespace {

constexpr int kChartYears = 15;
constexpr int kRankYears = 3;  ///< How far behind the figures the last full table of partners may be.
const Decimal kManyTimes(1000);  ///< Percent beyond which the levels alone say more.

TradeScope goods(Flow flow) { return {flow, Coverage::kGoods, "", ""}; }

Claim reported(Claim claim, const TradeSide& side) {
  claim.modality = Modality::kReported;
  claim.attributed_to = side.attribution;
  return claim;
}

Claim level(const TradeSide& side, Flow flow, const Quantity& quantity, int year) {
  return reported(claim_of(TradeValue{goods(flow)}, side.reporter, side.partner, CivilPeriod::year(year), quantity), side);
}

/// Total trade of the last year beside the one before it: grown, fallen, level, or alone.
CitedSentence total_statement(const Planner& planner, const TradeSide& side) {
  const int year = side.last();
  const auto now = planner.dollars(side.years.at(year).total());
  Slots slots{{"source", side.attribution}, {"a", planner.name(side.reporter)}, {"b", planner.name(side.partner)},
              {"value", now.text},          {"year", std::to_string(year)}};
  std::vector<Claim> claims{level(side, Flow::kTotal, now.quantity, year)};
  const auto earlier = side.before_last();
  const auto percent = earlier ? percent_change(side.years.at(*earlier).total(), side.years.at(year).total()) : std::nullopt;
  if (!percent) return planner.say("trade-alone", slots, std::move(claims), {cite_trade(planner, side, year, year)});

  const auto before = planner.dollars(side.years.at(*earlier).total());
  const auto size = percent_written(*percent);
  slots["before"] = before.text;
  slots["before_year"] = std::to_string(*earlier);
  slots["percent"] = size.text;
  TradeChange change;
  change.trade = goods(Flow::kTotal);
  change.direction = size.quantity.value->zero() ? Direction::kFlat : percent->negative() ? Direction::kDown : Direction::kUp;
  change.from_value = before.quantity;
  std::optional<Quantity> quantity;
  if (change.direction == Direction::kFlat) {
    if (*earlier != year - 1) return planner.say("trade-alone", slots, std::move(claims), {cite_trade(planner, side, year, year)});
    change.from_value.reset();
    change.to_value = now.quantity;
    claims.push_back(reported(claim_of(change, side.reporter, side.partner, CivilPeriod::year(year)), side));
    return planner.say("trade-level", slots, std::move(claims), {cite_trade(planner, side, *earlier, year)});
  }
  std::string wording = change.direction == Direction::kUp ? "trade-up" : "trade-down";
  if (*earlier != year - 1 || *size.quantity.value >= kManyTimes) {
    // A year is missing between, or the rate says less than the levels: the two levels and their years.
    wording += "-since";
    change.from_period = CivilPeriod::year(*earlier);
    change.to_period = CivilPeriod::year(year);
    change.to_value = now.quantity;
  } else {
    quantity = size.quantity;
  }
  claims.push_back(reported(claim_of(change, side.reporter, side.partner, CivilPeriod::year(year), quantity), side));
  claims.push_back(level(side, Flow::kTotal, before.quantity, *earlier));
  return planner.say(wording, slots, std::move(claims), {cite_trade(planner, side, *earlier, year)});
}

CitedSentence flows_statement(const Planner& planner, const TradeSide& side) {
  const int year = side.last();
  const TradeYear& figures = side.years.at(year);
  const auto exports = planner.dollars(figures.exports);
  const auto imports = planner.dollars(figures.imports);
  const Slots slots{{"source", side.attribution},    {"a's", planner.owner(side.reporter)}, {"b", planner.name(side.partner)},
                    {"exports", exports.text},       {"imports", imports.text},             {"year", std::to_string(year)}};
  std::vector<Claim> claims;
  if (!figures.exports.zero()) claims.push_back(level(side, Flow::kExports, exports.quantity, year));
  if (!figures.imports.zero()) claims.push_back(level(side, Flow::kImports, imports.quantity, year));
  const std::string_view wording = figures.exports.zero() ? "trade-imports" : figures.imports.zero() ? "trade-exports" : "trade-flows";
  return planner.say(wording, slots, std::move(claims), {cite_trade(planner, side, year, year)});
}

/// The partner's place in the last year for which the reporter's source lists all partners.
Result<std::optional<PartnerRank>> rank_of(Planner& planner, const TradeSide& side, int year) {
  const auto ranks = partner_ranks(planner.shelf, side.reporter, side.partner, {"exports", "imports"}, CivilPeriod::year(year), "");
  if (!ranks) return std::unexpected(ranks.error());
  std::optional<PartnerRank> best;
  for (const PartnerRank& rank : *ranks) {
    if (rank.place == 0 || rank.tied || planner.shelf.source_of(rank.vintage) != planner.shelf.source_of(side.vintage)) continue;
    if (!best || rank.vintage == side.vintage) best = rank;
  }
  return best;
}

Result<void> add_rank(Planner& planner, const TradeSide& side, std::vector<CitedSentence>& out) {
  for (int year = side.last(); year > side.last() - kRankYears; --year) {
    if (!side.years.contains(year)) continue;
    const auto rank = rank_of(planner, side, year);
    if (!rank) return std::unexpected(rank.error());
    if (!*rank) continue;
    const auto place = rank_written((*rank)->place);
    std::string set = fmt::format("Places among the {} partners with a figure above zero, by exports and imports together.", (*rank)->of);
    if (!(*rank)->exclusions.empty()) {
      std::vector<std::string> left_out = (*rank)->exclusions;
      const std::size_t more = left_out.size() > 4 ? left_out.size() - 4 : 0;
      if (more > 0) {
        left_out.resize(4);
        left_out.push_back(fmt::format("{} more", more));
      }
      set += fmt::format(" Not ranked: {}.", joined(left_out));
    }
    out.push_back(planner.say("rank",
                              {{"source", side.attribution}, {"a's", planner.owner(side.reporter)}, {"b", planner.name(side.partner)},
                               {"rank", place.text}, {"year", std::to_string(year)}, {"of", std::to_string((*rank)->of)}},
                              {reported(claim_of(TradeRank{{Flow::kTotal, std::nullopt, "", ""}}, side.reporter, side.partner, CivilPeriod::year(year), place.quantity), side)},
                              {planner.cite((*rank)->vintage, fmt::format("goods, exports and imports of {} with all partners", planner.name(side.reporter)),
                                            std::to_string(year), "", fmt::format("paraph data show rank {} {} total", side.reporter.str(), year))},
                              std::move(set)));
    return {};
  }
  return {};
}

/// What the two statistics make of one year: the caveat that every reader of such figures needs.
std::string mirror_gap(const Planner& planner, const TradeSide& one, const TradeSide& other) {
  for (auto year = one.years.rbegin(); year != one.years.rend(); ++year) {
    const auto mirrored = other.years.find(year->first);
    if (mirrored == other.years.end()) continue;
    const auto percent = percent_change(mirrored->second.total(), year->second.total());
    std::string text = fmt::format("Mirror statistics differ: for {}, {} statistics have {} and {} {}", year->first, planner.owner(one.reporter),
                                   planner.dollars(year->second.total()).text, planner.owner(other.reporter),
                                   planner.dollars(mirrored->second.total()).text);
    if (percent && percent->abs() < kManyTimes)
      text += fmt::format(", so that the first are {} percent {}", percent_written(*percent).text, percent->negative() ? "lower" : "higher");
    return text +
           ". Exports are valued at the exporter's border and imports often with freight and insurance; goods that pass through third "
           "countries are counted under one partner by one side and under another by the other.";
  }
  return "";
}

Chart level_chart(const Planner& planner, const std::vector<TradeSide>& sides) {
  Chart chart;
  chart.kind = ChartKind::kLines;
  chart.title = fmt::format("Trade in goods between {} and {}", planner.name(planner.home()), planner.name(planner.partner()));
  chart.unit = "USD";
  for (const TradeSide& side : sides) {
    ChartLine line{fmt::format("{} statistics", planner.owner(side.reporter)), {}};
    for (const auto& [year, figures] : side.years) {
      if (year > side.last() - kChartYears) line.points.emplace_back(year, figures.total());
    }
    const auto& [first_year, first] = line.points.front();
    chart.words += fmt::format("{}By {}: {} in {}, {} in {}", chart.words.empty() ? "" : ". ", line.name, planner.dollars(first).text, first_year,
                               planner.dollars(line.points.back().second).text, line.points.back().first);
    chart.citations.push_back(cite_trade(planner, side, first_year, line.points.back().first));
    chart.lines.push_back(std::move(line));
  }
  chart.words += ".";
  return chart;
}

Result<Chart> rank_chart(Planner& planner, const std::vector<TradeSide>& sides) {
  Chart chart;
  chart.kind = ChartKind::kRanks;
  chart.title = "Place among trading partners";
  chart.unit = "rank";
  for (const TradeSide& side : sides) {
    ChartLine line{fmt::format("{} among {} partners", planner.name(side.partner), planner.owner(side.reporter)), {}};
    for (const auto& [year, figures] : side.years) {
      if (year <= side.last() - kChartYears) continue;
      const auto rank = rank_of(planner, side, year);
      if (!rank) return std::unexpected(rank.error());
      if (*rank) line.points.emplace_back(year, Decimal(static_cast<std::int64_t>((*rank)->place)));
    }
    if (line.points.size() < 2) continue;
    chart.words += fmt::format("{}{}: {} in {}, {} in {}", chart.words.empty() ? "" : ". ", line.name, line.points.front().second.str(),
                               line.points.front().first, line.points.back().second.str(), line.points.back().first);
    chart.citations.push_back(planner.cite(side.vintage, fmt::format("goods, exports and imports of {} with all partners", planner.name(side.reporter)),
                                           fmt::format("{} to {}", line.points.front().first, line.points.back().first), "",
                                           fmt::format("paraph data show rank {} {} total", side.reporter.str(), line.points.back().first)));
    chart.lines.push_back(std::move(line));
  }
  chart.words += ".";
  return chart;
}

}  // namespace

Result<Section> plan_trade(Planner& planner) {
  Section section{SectionKind::kTrade, "Trade", {}, false, {}, {}};
  std::vector<TradeSide> sides;
  for (const ActorId& reporter : {planner.home(), planner.partner()}) {
    auto side = trade_side(planner, reporter);
    if (!side) return std::unexpected(side.error());
    if (*side) {
      sides.push_back(std::move(**side));
    } else {
      planner.miss(fmt::format("Trade in goods in {} own statistics", planner.owner(reporter)),
                   planner.searched({"imf-dots", "us-census-country", "uzstat-1105", "kzstat", "kgstat", "armstat"}, "exports and imports",
                                    fmt::format("paraph data show trade {} {}", reporter.str(), planner.other(reporter).str())));
    }
  }
  for (const TradeSide& side : sides) {
    std::vector<CitedSentence> paragraph;
    paragraph.push_back(total_statement(planner, side));
    if (&side != &sides.front()) paragraph.back().remark = mirror_gap(planner, side, sides.front());
    paragraph.push_back(flows_statement(planner, side));
    if (const auto done = add_rank(planner, side, paragraph); !done) return std::unexpected(done.error());
    section.paragraphs.push_back(std::move(paragraph));
  }
  if (!sides.empty()) {
    if (planner.request.charts) {
      section.charts.push_back(level_chart(planner, sides));
      auto ranks = rank_chart(planner, sides);
      if (!ranks) return std::unexpected(ranks.error());
      if (!ranks->lines.empty()) section.charts.push_back(std::move(*ranks));
    }
  }
  const auto looked = planner.searched({"imf-dots", "us-census-country"}, "services, products and investment", "paraph data list");
  planner.miss("Trade in services", looked);
  planner.miss("Trade by product", looked);
  planner.miss("Direct investment between the two states", looked);
  return section;
}

}  // namespace paraph
