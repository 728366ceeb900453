#include <algorithm>
#include <map>
#include <set>
#include <span>

#include <fmt/format.h>

#include "evidence/families.h"
#include "evidence/tolerance.h"
#include "evidence/words.h"

namespace paraph {
namespace {

/// Amounts of one measure, vintage and price basis by year of account.
struct AidSeries {
  std::map<int, Decimal> years;  ///< A transition quarter is counted with the year before it.
  std::string unit;
  bool fiscal = true;
};
using AidKey = std::pair<VintageId, std::string>;  ///< Vintage and price basis.

struct AidMeasure {
  std::string_view id;
  std::string_view words;
  bool usual;
};

constexpr AidMeasure kPaid[] = {{"aid-obligations", "obligations", true},
                                {"aid-disbursements", "disbursements", true},
                                {"oda-net", "net aid as the OECD counts it", false}};
constexpr AidMeasure kBudgeted[] = {{"aid-appropriated", "appropriated and planned", true},
                                    {"aid-requested", "requested", true},
                                    {"aid-allocated", "initial allocations", true}};

/// The years that a claim sums up. An open end is the document's: its own fiscal year and the two before it are tried,
/// since accounts run behind.
struct Window {
  std::optional<int> from;
  int last = 0;      ///< Latest end tried.
  int ends = 1;      ///< How many ends, `last` and before it.
  bool sum = false;  ///< More than one year.
};

constexpr int kEndsTried = 3;

int fiscal_year_of_day(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return static_cast<int>(date.year()) + (static_cast<unsigned>(date.month()) >= 10 ? 1 : 0);
}

std::optional<Window> window_of(const CivilPeriod& period, const ShelfView& shelf) {
  Window window;
  const auto yearly = [](const std::optional<CivilPoint>& point) { return !point || point->precision == PeriodPrecision::kYear; };
  if (period.to()) {
    window.last = period.to()->year;
  } else {
    window.last = fiscal_year_of_day(shelf.present());
    window.ends = kEndsTried;
  }
  if (period.from()) window.from = period.from()->year;
  window.sum = !period.is_point();
  // A month or quarter of a year is no year of account; the start of a long sum may be one.
  if (!window.sum && !yearly(period.from())) return std::nullopt;
  return window;
}

std::map<AidKey, AidSeries> series_of(const std::vector<Observation>& rows) {
  std::map<AidKey, AidSeries> series;
  for (const Observation& row : rows) {
    if (row.row_class == RowClass::kResidual || !row.period.from()) continue;
    const auto year = row.period.single_year();
    if (!year) continue;
    AidSeries& one = series[{row.vintage, row.price_basis}];
    one.unit = row.unit;
    one.fiscal = row.period.fiscal() || row.period.from()->precision != PeriodPrecision::kYear;
    one.years[*year] = one.years[*year] + row.value;
  }
  return series;
}

struct Sum {
  Decimal value;
  int first = 0;
  int last = 0;
};

std::optional<Sum> sum_to(const AidSeries& series, const Window& window, int end) {
  Sum sum;
  for (const auto& [year, value] : series.years) {
    if ((window.from && year < *window.from) || year > end) continue;
    if (sum.first == 0) sum.first = year;
    sum.last = year;
    sum.value = sum.value + value;
  }
  return sum.first == 0 ? std::nullopt : std::optional(sum);
}

/// The sum whose end fits the claim best, and in words all that were tried.
struct BestEnd {
  Sum sum;
  int end = 0;
  std::string ends;
};

std::optional<BestEnd> best_end(const AidSeries& series, const Window& window, const std::optional<Tolerance>& tolerance) {
  std::optional<BestEnd> best;
  std::string ends;
  int tried = 0;
  const int latest = std::min(window.last, series.years.rbegin()->first);
  for (int end = latest; end > latest - window.ends; --end) {
    const auto sum = sum_to(series, window, end);
    if (!sum) continue;
    ends += fmt::format("{}{} to {}{}", ends.empty() ? "" : "; ", sum->value.str(), series.fiscal ? "fiscal year " : "", end);
    ++tried;
    const auto distance = [&](const Sum& it) {
      return tolerance ? tolerance->difference_percent(it.value).value_or(Decimal(0)).abs() : Decimal(0);
    };
    if (!best || distance(*sum) < distance(best->sum)) best = BestEnd{*sum, end, ""};
  }
  if (best && tried > 1) best->ends = std::move(ends);
  return best;
}

/// Whether the source has any row of the measure for the first year asked: sums that begin before a series does are
/// lower bounds.
Result<bool> begins_by(ShelfView& shelf, std::string_view measure, const ActorId& donor, int year, bool fiscal) {
  ObservationQuery query;
  query.measure = MeasureId(measure);
  query.reporter = donor;
  query.period = fiscal ? CivilPeriod::fiscal_year(year) : CivilPeriod::year(year);
  query.limit = 1;
  const auto rows = shelf.figures(query);
  if (!rows) return std::unexpected(rows.error());
  return !rows->empty();
}

std::string price_words(const std::string& basis) {
  if (basis.empty() || basis == "current") return "current dollars";
  if (basis.starts_with("constant-FY")) return fmt::format("constant dollars of fiscal year {}", basis.substr(11));
  return basis;
}

std::string years_words(const BestEnd& best, const Window& window, bool fiscal) {
  const std::string_view kind = fiscal ? "fiscal year" : "calendar year";
  if (!window.sum) return fmt::format("{} {}", kind, best.end);
  return fmt::format("{}s {} to {}", kind, window.from.value_or(best.sum.first), best.end);
}

struct AidQuestion {
  const Claim& claim;
  const AssistanceValue& assistance;
  ShelfView& shelf;
  Window window;
  std::optional<Tolerance> tolerance;

  /// A part of the aid, for a sector or through a channel, is not on the shelf: totals then only stand beside it.
  bool whole() const {
    const bool part = !assistance.sector.empty() || !assistance.channel.empty();
    const bool other_form = assistance.form && *assistance.form != AssistanceForm::kBudget;
    return !part && !other_form;
  }

  /// Text that says in which prices it counts is not met by others: "constant FY2024" by rows in "constant-FY2024" alone.
  bool of_prices(std::string_view basis) const {
    if (assistance.prices.empty()) return true;
    std::string wanted = assistance.prices;
    std::ranges::replace(wanted, ' ', '-');
    return wanted == "constant" ? basis.starts_with(wanted) : basis == wanted || basis == "constant-FY" + wanted.substr(wanted.find('-') + 1);
  }

  Result<void> add(const AidMeasure& measure, Evidence& evidence) const {
    const auto rows = shelf.figures(measure.id, *claim.subject, *claim.object);
    if (!rows) return std::unexpected(rows.error());
    std::optional<bool> begins;  // One answer for all vintages of the measure.
    for (const auto& [key, series] : series_of(*rows)) {
      if (!of_prices(key.second)) continue;
      const auto best = best_end(series, window, tolerance);
      if (!best || (!window.sum && !series.years.contains(best->end))) continue;
      if (!window.sum && best->end != window.last) continue;
      bool complete = window.ends > 1 || best->end == window.last;
      if (complete && window.sum && window.from && *window.from < best->sum.first) {
        if (!begins) {
          const auto found = begins_by(shelf, measure.id, *claim.subject, *window.from, series.fiscal);
          if (!found) return std::unexpected(found.error());
          begins = *found;
        }
        complete = *begins;
      }
      evidence.lines.push_back(line_of(measure, key, series, *best, complete));
    }
    return {};
  }

  EvidenceLine line_of(const AidMeasure& measure, const AidKey& key, const AidSeries& series, const BestEnd& best, bool complete) const {
    const auto& [vintage, prices] = key;
    EvidenceLine line =
        shelf.line(vintage, fmt::format("{}, {}, {}", measure.words, price_words(prices), years_words(best, window, series.fiscal)));
    if (!complete) line.reading += fmt::format(", recorded {} to {} only", best.sum.first, best.sum.last);
    const bool current = prices.empty() || prices == "current";
    line.series = fmt::format("{}, {}, donor {}", measure.id, prices.empty() ? "current" : prices, claim.subject->str());
    // Donors account by fiscal year: that is the plain reading of a year, and every line names it.
    line.usual = measure.usual && (assistance.prices.empty() ? current : !current);
    line.value = best.sum.value;
    line.unit = series.unit;
    line.period = period_of(best, series.fiscal);
    if (!best.ends.empty()) line.components = {best.ends};
    line.query = fmt::format("paraph data show aid {} {} {}", claim.subject->str(), claim.object->str(),
                             window.sum ? fmt::format("{}..{}", window.from.value_or(best.sum.first), best.end) : std::to_string(best.end));
    if (!tolerance || series.unit != claim.quantity->unit) return line;
    line.difference_percent = tolerance->difference_percent(best.sum.value);
    if (!whole()) return line;
    line.agrees = tolerance->agreement(best.sum.value);
    // What a series leaves out could only add to it: too little then contradicts nothing.
    if (!complete && line.agrees == Agrees::kNo && line.difference_percent && line.difference_percent->negative())
      line.agrees = Agrees::kContext;
    return line;
  }

  CivilPeriod period_of(const BestEnd& best, bool fiscal) const {
    const int first = window.sum ? window.from.value_or(best.sum.first) : best.end;
    if (fiscal) return CivilPeriod::fiscal_years(first, best.end);
    return CivilPeriod::between({first, 0, 0, PeriodPrecision::kYear}, {best.end, 0, 0, PeriodPrecision::kYear});
  }
};

/// Sums that later years have moved on: shown, never a reason to call a sum up to its day outdated.
void add_newer_sums(const Claim& claim, const Window& window, const AidMeasure& measure, const std::vector<Observation>& rows,
                    const ShelfView& shelf, Evidence& evidence) {
  for (const auto& [key, series] : series_of(rows)) {
    const int latest = series.years.rbegin()->first;
    if (latest <= window.last || (!key.second.empty() && key.second != "current")) continue;
    const auto sum = sum_to(series, window, latest);
    if (!sum) continue;
    EvidenceLine line = shelf.line(
        key.first, fmt::format("{}, {}, to {}{}", measure.words, price_words(key.second), series.fiscal ? "fiscal year " : "", latest));
    line.value = sum->value;
    line.unit = series.unit;
    line.period = series.fiscal ? CivilPeriod::fiscal_year(latest) : CivilPeriod::year(latest);
    line.query = fmt::format("paraph data show aid {} {} {}..{}", claim.subject->str(), claim.object->str(),
                             window.from.value_or(sum->first), latest);
    evidence.newer.push_back(std::move(line));
  }
}

/// "Provided" may mean bound or paid: where one of the two fits, the other is another reading, not a contradiction.
void forgive_other_measures(std::vector<EvidenceLine>& lines) {
  const auto measure_of = [](const EvidenceLine& line) { return line.series.substr(0, line.series.find(',')); };
  std::set<std::string> fitting;
  for (const EvidenceLine& line : lines) {
    if (line.usual && (line.agrees == Agrees::kYes || line.agrees == Agrees::kRounded)) fitting.insert(measure_of(line));
  }
  if (fitting.empty()) return;
  for (EvidenceLine& line : lines) {
    if (line.agrees == Agrees::kNo && !fitting.contains(measure_of(line))) line.agrees = Agrees::kContext;
  }
}

}  // namespace

Result<void> add_assistance_value(const Claim& claim, const AssistanceValue& assistance, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.object || !claim.period || !claim.quantity) return {};
  const auto window = window_of(*claim.period, shelf);
  if (!window) return {};
  const AidQuestion question{claim, assistance, shelf, *window, Tolerance::of(*claim.quantity)};
  if (question.tolerance) evidence.tolerance = question.tolerance->str();
  const bool budget = assistance.form == AssistanceForm::kBudget;
  const std::span<const AidMeasure> measures = budget ? std::span<const AidMeasure>(kBudgeted) : std::span<const AidMeasure>(kPaid);
  for (const AidMeasure& measure : measures) {
    if (auto done = question.add(measure, evidence); !done) return done;
  }
  forgive_other_measures(evidence.lines);
  const auto fits = [](const EvidenceLine& line) { return line.agrees == Agrees::kYes || line.agrees == Agrees::kRounded; };
  if (!budget && question.whole() && std::ranges::none_of(evidence.lines, fits)) {
    // The figure may be of a budget that the text does not call one.
    Evidence budgets;
    for (AidMeasure measure : kBudgeted) {
      measure.usual = false;
      if (auto done = question.add(measure, budgets); !done) return done;
    }
    std::ranges::copy_if(budgets.lines, std::back_inserter(evidence.lines), fits);
  }
  if (window->sum && !claim.period->to()) {
    const auto rows = shelf.figures("aid-obligations", *claim.subject, *claim.object);
    if (!rows) return std::unexpected(rows.error());
    add_newer_sums(claim, *window, kPaid[0], *rows, shelf, evidence);
  }
  return {};
}

}  // namespace paraph
