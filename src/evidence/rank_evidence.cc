#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "evidence/families.h"
#include "evidence/partner_ranks.h"
#include "evidence/tolerance.h"
#include "evidence/words.h"

namespace paraph {
namespace {

constexpr int kPresentYears = 5;  ///< How old a named period may be and still be meant as the standing of the day.
constexpr int kYearsTried = 3;
constexpr std::size_t kYearsRefuting = 2;  ///< Of those tried: older figures may bear out "is", but not deny it.

std::vector<std::string_view> measures_of(Flow flow) {
  if (flow == Flow::kExports) return {"exports"};
  if (flow == Flow::kImports) return {"imports"};
  return {"exports", "imports"};
}

std::string_view flow_words(Flow flow) {
  return flow == Flow::kExports ? "exports" : flow == Flow::kImports ? "imports" : "exports + imports";
}
std::string_view flow_query(Flow flow) { return flow == Flow::kExports ? "exports" : flow == Flow::kImports ? "imports" : "total"; }

bool same_set(const TradeScope& trade) {
  const bool goods = !trade.coverage || *trade.coverage == Coverage::kGoods;
  return goods && trade.product.empty() && (trade.scope.empty() || folded(trade.scope) == "goods");
}

std::string rank_words(const PartnerRank& rank) {
  std::string words = fmt::format("{}{} of {}", rank.tied ? "tied " : "", ordinal_in_words(rank.place), rank.of);
  return fmt::format("{}, {}", words, amount_in_words(rank.value, rank.unit));
}

/// What makes a line of a rank: the claim, its tolerance, and the set over which it is computed.
struct RankQuestion {
  const Claim& claim;
  ShelfView& shelf;
  std::optional<Tolerance> tolerance;
  std::vector<std::string_view> measures;
  std::string words;  ///< "exports + imports".
  std::string price_basis;
  bool decides = true;  ///< False where the set on the shelf is not the one that the text names.

  Result<std::vector<EvidenceLine>> lines(const CivilPeriod& period, std::string query) const {
    const auto ranks = partner_ranks(shelf, *claim.subject, *claim.object, measures, period, price_basis);
    if (!ranks) return std::unexpected(ranks.error());
    std::vector<EvidenceLine> lines;
    for (const PartnerRank& rank : *ranks) {
      if (rank.place == 0 && !rank.group) continue;
      EvidenceLine line = shelf.line(rank.vintage, fmt::format("partners of {} by {}{}{}, {}", shelf.name(*claim.subject), words,
                                                               rank.coverage.empty() ? "" : ", ", rank.coverage, date_in_words(period)));
      line.reporter = *claim.subject;
      line.series = fmt::format("rank by {}, reporter {}", words, claim.subject->str());
      line.period = period;
      line.query = query;
      line.exclusions = rank.exclusions;
      if (rank.group) {
        line.value = rank.value;
        line.unit = rank.unit;
        line.says = fmt::format("{} as a group: groups are not ranked among states", amount_in_words(rank.value, rank.unit));
      } else {
        line.value = Decimal(static_cast<std::int64_t>(rank.place));
        line.unit = "rank";
        line.says = rank_words(rank);
        if (tolerance && decides) line.agrees = tolerance->agreement(*line.value);
      }
      lines.push_back(std::move(line));
    }
    return lines;
  }
};

bool fits(const EvidenceLine& line) { return line.agrees == Agrees::kYes || line.agrees == Agrees::kRounded; }

/// A claim without a year is judged by the latest of the years tried that it fits: the later ones then show that it is
/// outdated. Where it fits none, by the latest that has figures. Index into `by_year`; empty where nothing has figures.
std::optional<std::size_t> year_judged(const std::vector<std::vector<EvidenceLine>>& by_year) {
  const auto fitting = std::ranges::find_if(by_year, [](const auto& lines) { return std::ranges::any_of(lines, fits); });
  if (fitting != by_year.end()) return static_cast<std::size_t>(fitting - by_year.begin());
  const auto filled = std::ranges::find_if(by_year, [](const auto& lines) { return !lines.empty(); });
  if (filled != by_year.end()) return static_cast<std::size_t>(filled - by_year.begin());
  return std::nullopt;
}

Result<std::set<int>> years_with_figures(const Claim& claim, ShelfView& shelf, const std::vector<std::string_view>& measures) {
  const auto rows = shelf.figures(measures.front(), *claim.subject, *claim.object);
  if (!rows) return std::unexpected(rows.error());
  std::set<int> years;
  for (const Observation& row : *rows) {
    if (const auto year = row.period.single_year()) years.insert(*year);
  }
  return years;
}

/// Lines of all years meant, and of every later year as newer.
template <typename LinesOf>
Result<void> add_years(const Claim& claim, ShelfView& shelf, const std::vector<std::string_view>& measures, Evidence& evidence,
                       LinesOf&& lines_of) {
  const std::vector<int> years = years_meant(claim, shelf);
  if (years.empty()) return {};
  std::vector<std::vector<EvidenceLine>> by_year;
  for (const int year : years) {
    auto lines = lines_of(CivilPeriod::year(year));
    if (!lines) return std::unexpected(lines.error());
    by_year.push_back(std::move(*lines));
  }
  const auto judged = year_judged(by_year);
  if (!judged) return {};
  for (EvidenceLine& line : by_year[*judged]) {
    if (!claim.period) line.reading += " (the text names no year)";
    if (!claim.period && *judged >= kYearsRefuting && line.agrees == Agrees::kNo) line.agrees = Agrees::kContext;
    evidence.lines.push_back(std::move(line));
  }
  const int last = years[*judged];
  const bool present = about_present(claim, shelf);
  const int audit_year = static_cast<int>(std::chrono::year_month_day(shelf.context().now).year());
  const auto years_known = years_with_figures(claim, shelf, measures);
  if (!years_known) return std::unexpected(years_known.error());
  for (int year = last + 1; year < audit_year; ++year) {
    if (!years_known->contains(year)) continue;
    auto newer = lines_of(CivilPeriod::year(year));
    if (!newer) return std::unexpected(newer.error());
    for (EvidenceLine& line : *newer) {
      if (!present) line.agrees = Agrees::kContext;
      evidence.newer.push_back(std::move(line));
    }
  }
  return {};
}

}  // namespace

bool about_present(const Claim& claim, const ShelfView& shelf) {
  if (!claim.period || std::ranges::find(claim.implicit, ClaimMember::kPeriod) != claim.implicit.end()) return true;
  if (!claim.period->to()) return true;
  const int year = static_cast<int>(std::chrono::year_month_day(shelf.present()).year());
  return year - claim.period->to()->year <= kPresentYears;
}

std::vector<int> years_meant(const Claim& claim, const ShelfView& shelf) {
  if (claim.period) {
    const auto year = claim.period->single_year();
    if (year && claim.period->from()->precision == PeriodPrecision::kYear) return {*year};
    return {};
  }
  if (!shelf.context().published) return {};
  std::vector<int> years;
  for (int back = 0; back < kYearsTried; ++back) years.push_back(shelf.last_full_year() - back);
  return years;
}

Result<void> add_trade_rank(const Claim& claim, const TradeScope& trade, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.object || !claim.quantity || trade.flow == Flow::kBalance) return {};
  const RankQuestion question{
      claim, shelf, Tolerance::of(*claim.quantity), measures_of(trade.flow), std::string(flow_words(trade.flow)), "", same_set(trade)};
  return add_years(claim, shelf, question.measures, evidence, [&](const CivilPeriod& period) {
    return question.lines(period,
                          fmt::format("paraph data show rank {} {} {}", claim.subject->str(), period.str(), flow_query(trade.flow)));
  });
}

/// "X is the third largest recipient of Y's aid": places among recipients; no source lists all donors of one recipient.
Result<void> add_assistance_rank(const Claim& claim, const AssistanceRank& rank, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.object || !claim.quantity || rank.of != RankSide::kRecipient) return {};
  for (const std::string_view measure : {"aid-obligations", "aid-disbursements"}) {
    const RankQuestion question{
        claim, shelf, Tolerance::of(*claim.quantity), {measure}, std::string(measure), "current", rank.scope.empty()};
    auto done = add_years(claim, shelf, question.measures, evidence, [&](const CivilPeriod& period) {
      const int year = *period.single_year();
      return question.lines(CivilPeriod::fiscal_year(year),
                            fmt::format("paraph data show aid {} {} {}", claim.subject->str(), claim.object->str(), year));
    });
    if (!done) return done;
  }
  return {};
}

Result<void> add_trade_share(const Claim& claim, const TradeScope& trade, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.object || !claim.quantity || trade.flow == Flow::kBalance) return {};
  const auto tolerance = Tolerance::of(*claim.quantity);
  if (!tolerance || claim.quantity->unit != "percent") return {};
  evidence.tolerance = tolerance->str();
  return add_years(claim, shelf, measures_of(trade.flow), evidence, [&](const CivilPeriod& period) -> Result<std::vector<EvidenceLine>> {
    const auto ranks = partner_ranks(shelf, *claim.subject, *claim.object, measures_of(trade.flow), period, "");
    if (!ranks) return std::unexpected(ranks.error());
    std::vector<EvidenceLine> lines;
    for (const PartnerRank& rank : *ranks) {
      if (rank.total.zero() || (rank.place == 0 && !rank.group)) continue;
      EvidenceLine line = shelf.line(rank.vintage, fmt::format("{} {}{}{}, {}", shelf.possessive(*claim.subject), flow_words(trade.flow),
                                                               rank.coverage.empty() ? "" : ", ", rank.coverage, date_in_words(period)));
      if (!rank.total_published) line.reading += ", of the sum of all partners";
      line.reporter = *claim.subject;
      line.series = fmt::format("share of {}, reporter {}", flow_words(trade.flow), claim.subject->str());
      line.value = Decimal::divide(rank.value.shifted(2), rank.total, 2);
      line.unit = "percent";
      line.period = period;
      line.difference_percent = tolerance->difference_percent(*line.value);
      line.components = {fmt::format("{} of {} {}", rank.value.str(), rank.total.str(), rank.unit)};
      line.query = fmt::format("paraph data show rank {} {} {}", claim.subject->str(), period.str(), flow_query(trade.flow));
      if (same_set(trade)) line.agrees = tolerance->agreement(*line.value);
      lines.push_back(std::move(line));
    }
    return lines;
  });
}

}  // namespace paraph
