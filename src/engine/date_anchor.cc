#include "engine/date_anchor.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace paraph {
namespace {

std::string day_text(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

/// "2024-W28": the week of ISO 8601 that holds the day.
std::string week_text(std::chrono::sys_days day) {
  const auto weekday = std::chrono::weekday(day).iso_encoding();
  const auto thursday = day + std::chrono::days(4) - std::chrono::days(weekday);
  const auto year = std::chrono::year_month_day(thursday).year();
  const auto week = (thursday - std::chrono::sys_days(year / 1 / 1)).count() / 7 + 1;
  return fmt::format("{:04}-W{:02}", static_cast<int>(year), week);
}

/// A month `steps` on, counted over year ends.
CivilPoint month_on(const CivilPoint& from, int steps) {
  const int months = from.year * 12 + from.month - 1 + steps;
  return {months / 12, months % 12 + 1, 0, PeriodPrecision::kMonth};
}

/// The first day of a fiscal year, by the year that names it.
std::chrono::sys_days fiscal_start(const FiscalYearRule& rule, int named) {
  const bool calendar = rule.start_month == 1 && rule.start_day == 1;
  const int year = rule.named_by_end && !calendar ? named - 1 : named;
  return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(rule.start_month)) /
                               std::chrono::day(static_cast<unsigned>(rule.start_day)));
}

/// A date that the text leaves open.
DatedValue nothing(std::string_view anchor) {
  DatedValue dated;
  dated.anchor = anchor;
  return dated;
}

}  // namespace

std::string timex_of(const CivilPoint& point) {
  switch (point.precision) {
    case PeriodPrecision::kDay: return fmt::format("{:04}-{:02}-{:02}", point.year, point.month, point.day);
    case PeriodPrecision::kMonth: return fmt::format("{:04}-{:02}", point.year, point.month);
    case PeriodPrecision::kQuarter: return fmt::format("{:04}-Q{}", point.year, (point.month + 2) / 3);
    case PeriodPrecision::kHalf: return fmt::format("{:04}-H{}", point.year, point.month <= 6 ? 1 : 2);
    case PeriodPrecision::kYear: return fmt::format("{:04}", point.year);
    case PeriodPrecision::kDecade: return fmt::format("{:03}", point.year / 10);
    case PeriodPrecision::kCentury: return fmt::format("{:02}", point.year / 100);
  }
  return {};
}

std::string timex_of(const CivilPeriod& period) {
  const std::string_view fiscal = period.fiscal() ? "FY" : "";
  if (period.is_point()) return fmt::format("{}{}", fiscal, timex_of(*period.from()));
  if (period.from() && period.to()) return fmt::format("{}{}/{}{}", fiscal, timex_of(*period.from()), fiscal, timex_of(*period.to()));
  // "Since 1992" names one date; that it is a beginning stands beside it.
  return fmt::format("{}{}", fiscal, timex_of(period.from() ? *period.from() : *period.to()));
}

std::string_view modifier_of(std::string_view written, PeriodBound bound) {
  struct Word {
    std::string_view starts;
    std::string_view modifier;
  };
  constexpr auto kWords = std::to_array<Word>({{"early", "START"}, {"start", "START"}, {"beginning", "START"}, {"mid", "MID"}, {"middle", "MID"},
                                               {"late", "END"}, {"end", "END"}, {"circa", "APPROX"}, {"around", "APPROX"}, {"about", "APPROX"}});
  std::string lower = fold(written);
  std::string_view rest = lower;
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find_first_of(" -"));
    for (const Word& known : kWords) {
      if (word == known.starts) return known.modifier;
    }
    if (word == "before" || word == "prior") return "BEFORE";
    if (word == "after") return "AFTER";
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  if (bound == PeriodBound::kSince) return "ON_OR_AFTER";
  return bound == PeriodBound::kUntil ? "ON_OR_BEFORE" : "";
}

DateAnchor::DateAnchor(std::optional<CivilPeriod> published, std::optional<ActorId> home, const Lexicon& lexicon)
    : published_(published), home_(std::move(home)), rule_(home_ ? lexicon.units().fiscal_year(*home_) : std::nullopt) {}

void DateAnchor::enter_heading() { last_.reset(); }

void DateAnchor::enter_sentence(const AnnotatedSentence& sentence) {
  year_in_sentence_.reset();
  for (const Mention& mention : sentence.mentions) {
    const auto* period = std::get_if<PeriodMention>(&mention.body);
    if (period == nullptr || period->anchor != PeriodAnchor::kNone || year_in_sentence_) continue;
    const auto& point = period->period.from() ? period->period.from() : period->period.to();
    if (point && point->precision <= PeriodPrecision::kYear) year_in_sentence_ = point->year;
  }
}

DatedValue DateAnchor::fiscal(const PeriodMention& mention) const {
  DatedValue dated;
  dated.value = timex_of(mention.period);
  const auto& from = mention.period.from();
  const auto& to = mention.period.to();
  const bool split = mention.split_year && from && to && from->month == 0;
  if (!mention.fiscal && !(split && rule_ && rule_->start_month != 1)) return dated;
  if (!rule_ || !home_) return dated;
  if (split && !mention.period.fiscal()) dated.value = fmt::format("FY{:04}", rule_->named_by_end ? to->year : from->year);
  dated.fiscal_year_of = home_->str();
  const int first = split && !mention.period.fiscal() ? (rule_->named_by_end ? to->year : from->year) : from ? from->year : 0;
  const int last = split && !mention.period.fiscal() ? first : to ? to->year : 0;
  if (first > 0) dated.from = day_text(fiscal_start(*rule_, first));
  if (last > 0) dated.to = day_text(fiscal_start(*rule_, last + 1) - std::chrono::days(1));
  return dated;
}

DatedValue DateAnchor::in_year(const PeriodMention& mention, int year, std::string_view anchor) {
  const auto dated = [&](CivilPoint point) { return point.year = year, point; };
  DatedValue found;
  found.anchor = anchor;
  const auto& from = mention.period.from();
  const auto& to = mention.period.to();
  CivilPeriod period = CivilPeriod::year(year);
  if (from && to) period = CivilPeriod::between(dated(*from), dated(*to));
  else if (from) period = CivilPeriod::since(dated(*from));
  else if (to) period = CivilPeriod::until(dated(*to));
  found.value = mention.fiscal ? fmt::format("FY{:04}", year) : timex_of(period);
  last_ = period;
  return found;
}

DatedValue DateAnchor::read(const PeriodMention& mention) {
  switch (mention.anchor) {
    case PeriodAnchor::kNone:
      if (mention.period.from() || mention.period.to()) last_ = mention.period;
      return fiscal(mention);
    case PeriodAnchor::kPublished: {
      const auto year = published_ ? published_->single_year() : std::nullopt;
      if (!year || (!mention.period.from() && !mention.period.to())) return nothing("published");
      // "To date" is the document's own day.
      const auto& known = mention.period.from() ? *mention.period.from() : *mention.period.to();
      if (known.year == 0 && known.month == 0 && mention.bound == PeriodBound::kUntil) {
        DatedValue today = nothing("published");
        today.value = timex_of(*published_);
        return today;
      }
      return in_year(mention, *year + mention.offset_years, "published");
    }
    case PeriodAnchor::kPrevious: {
      const std::optional<CivilPoint> end = !last_ ? std::nullopt : last_->to() ? last_->to() : last_->from();
      if (!end || end->precision > PeriodPrecision::kYear) return nothing("previous");
      return in_year(mention, end->year + mention.offset_years, "previous");
    }
    case PeriodAnchor::kMonthOfYear: {
      std::optional<int> year = last_ && last_->to() ? std::optional(last_->to()->year) : last_ && last_->from() ? std::optional(last_->from()->year) : std::nullopt;
      std::string_view anchor = "year-of-context";
      if (year_in_sentence_) year = year_in_sentence_;
      if (!year && published_ && published_->single_year()) year = published_->single_year(), anchor = "published";
      return year ? in_year(mention, *year, anchor) : nothing(anchor);
    }
  }
  return {};
}

DatedValue DateAnchor::read(const TimeWords& words) const {
  DatedValue dated;
  dated.value = words.value;
  if (words.kind == TimeWordsKind::kVague && words.value.empty()) dated.anchor = "published";
  if (words.kind != TimeWordsKind::kStep) return dated;
  dated.anchor = "published";
  if (!published_ || !published_->is_point()) return dated;
  const CivilPoint& today = *published_->from();
  const bool day = today.precision == PeriodPrecision::kDay;
  if (words.unit == 'D' && day) dated.value = day_text(today.first_day() + std::chrono::days(words.steps));
  if (words.unit == 'W' && day) dated.value = week_text(today.first_day() + std::chrono::days(7 * words.steps));
  if (words.unit == 'M' && today.precision <= PeriodPrecision::kMonth) dated.value = timex_of(month_on(today, words.steps));
  if (words.unit == 'Q' && today.precision <= PeriodPrecision::kMonth) {
    const CivilPoint month = month_on(today, 3 * words.steps);
    dated.value = fmt::format("{:04}-Q{}", month.year, (month.month + 2) / 3);
  }
  return dated;
}

}  // namespace paraph
