#include <algorithm>

#include "mention/date_part.h"
#include "mention/find_quantities.h"

namespace paraph {
namespace {

using enum FigureWord;

CivilPeriod interval(const CivilPoint& from, const CivilPoint& to) {
  return from == to ? CivilPeriod::at(from) : CivilPeriod::between(from, to);
}

/// Finds one date after the other. A mention covers the date's own words with the words that bound it ("since 1992",
/// "from 1 to 13 August", "by the end of 2025", "2015 onwards"), never another preposition ("in 1992" is "1992").
/// A split year keeps both its years, whatever bounds it: which of them names the fiscal year, its owner tells.
class PeriodFinder {
 public:
  PeriodFinder(const SentenceCursor& cursor, std::vector<Mention>& mentions) : c_(cursor), mentions_(mentions) {}

  void run() {
    for (std::size_t at = 0; at < c_.size();) {
      const std::size_t next = may_start(at) ? read(at) : 0;
      at = next > at ? next : at + 1;
    }
  }

 private:
  bool may_start(std::size_t at) const {
    const Token& token = c_.token(at);
    if (token.shape == TokenShape::kNumber || token.shape == TokenShape::kOrdinal) return true;
    if (token.shape > TokenShape::kOrdinal) return false;
    if (token.word == kUnknownWord) return token.shape == TokenShape::kCaps;  // "FY2021"
    if (token.shape == TokenShape::kCaps) return true;
    if (!token.may_start(WordMark::kDate)) return false;
    return c_.units().month(token.word) == 0 || token.capitalised() || starts_date(c_.use(at));
  }

  /// Reads a date at `at` and adds it; returns the token after it, or 0.
  std::size_t read(std::size_t at) {
    if (const std::size_t next = deictic(at)) return next;
    if (const std::size_t next = year_ended(at)) return next;
    auto part = read_date_part(c_, at);
    if (!part) return 0;
    const auto second = range_end(*part);
    if (!second && !stands(*part)) return 0;
    const std::size_t end = add(*part, second);
    return part->fiscal && !second ? further_fiscal_years(end) : end;
  }

  bool in_list(std::size_t first) const {
    if (mentions_.empty() || first == 0) return false;
    const bool joint = c_.is_sign(first - 1, ',') || c_.is(first - 1, kAnd) || c_.is(first - 1, kOr) || c_.is_sign(first - 1, ';');
    const std::size_t before = joint && first >= 2 && c_.is_sign(first - 2, ',') ? first - 2 : first - 1;
    return joint && mentions_.back().last == before;
  }

  bool dated_before() const {
    return std::ranges::any_of(mentions_, [](const Mention& mention) { return std::holds_alternative<PeriodMention>(mention.body); });
  }

  /// Whether the part is a date here: years like dates, months alone behind a word that dates.
  bool stands(const DatePart& part) const {
    if (part.bare_year) return year_stands_like_date(c_, part.first, part.last, in_list(part.first));
    const bool month_alone = part.anchor == PeriodAnchor::kMonthOfYear && part.point.precision == PeriodPrecision::kMonth &&
                             part.last - part.first <= 2 && !part.until;
    if (!month_alone || c_.is(part.first, kThe) || c_.is(part.first, kPart) || c_.is(part.first, kEdge)) return true;
    if (c_.capitalised(part.last) || c_.is(part.last, kPossessive)) return false;  // "June Smith", "May's"
    const std::size_t first = part.first;
    switch (c_.use_before(first)) {
      case kIn:
      case kSince:
      case kUntil:
      case kBy:
      case kFrom:
      case kTo:
      case kOf:
      case kDuring:
      case kBefore:
      case kAfter:
      case kThrough:
      case kBetween:
      case kLast:
      case kNext:
      case kThis:
      case kThat:
      case kFor:
      case kPart: return true;
      case kThe: return c_.lower_word(part.last) && !c_.is(part.last, kOf);  // "the January summit"
      default:
        if (first > 0 && c_.is_sign(first - 1, ',') && dated_before() && (!c_.has(part.last) || !c_.token(part.last).is_word()))
          return true;  // "2008: at the summit, May"
        return in_list(first) || (first > 0 && c_.is_sign(first - 1, '(') &&
                                  !(c_.has(part.last) && c_.token(part.last).is_word() && !c_.is(part.last, kAnd)));
    }
  }

  /// The second date of "A to B", "A–B", "between A and B" with `part` as A; fills in what A leaves to it.
  std::optional<DatePart> range_end(DatePart& part) const {
    if (part.until || (part.anchor != PeriodAnchor::kNone && part.anchor != PeriodAnchor::kMonthOfYear)) return std::nullopt;
    const std::size_t joint = part.last;
    const bool between = bound_before(part.first) == kBetween;
    const bool dash =
        c_.is_shape(joint, TokenShape::kDash) || (c_.is_shape(joint, TokenShape::kEmDash) && part.bare_year && c_.touches(joint));
    const bool word = c_.is(joint, kTo) || c_.is(joint, kUntil) || c_.is(joint, kThrough) || (between && c_.is(joint, kAnd));
    if (!dash && !word) return std::nullopt;
    std::size_t start = joint + 1;
    if (c_.is(joint, kUp) || (word && c_.is(start, kTo))) ++start;
    auto second = read_date_part(c_, start);
    if (!second || second->until || second->fiscal != part.fiscal) {
      const bool fiscal_plain = second && part.fiscal && !second->until && second->bare_year;
      const bool splits = second && part.split_year && second->split_year;
      if (!fiscal_plain && !splits) return std::nullopt;
    }
    if (second->anchor != PeriodAnchor::kNone && second->anchor != PeriodAnchor::kMonthOfYear) return std::nullopt;
    if (part.point.precision > PeriodPrecision::kYear || second->point.precision > PeriodPrecision::kYear) {
      if (part.point.precision != second->point.precision) return std::nullopt;
    }
    if (part.bare_year && second->point.precision < PeriodPrecision::kYear) return std::nullopt;
    if (part.bare_year && second->bare_year && !word && counted_after(second->last)) return std::nullopt;
    if (part.bare_year && second->bare_year && word && !between && bound_before(part.first) != kFrom && !stands(part)) return std::nullopt;
    CivilPoint& a = part.point;
    CivilPoint& b = second->point;
    const bool unknown = a.year == 0 && b.year == 0;
    if (a.year == 0) a.year = b.year;
    if (b.year == 0) b.year = a.year;
    if (!unknown && a.first_day() >= b.day_after() && part.anchor == PeriodAnchor::kMonthOfYear) --a.year;
    if (a.first_day() >= b.day_after() || (part.bare_year && a == b)) {
      if (part.anchor == PeriodAnchor::kMonthOfYear) a.year = 0;
      return std::nullopt;
    }
    if (!unknown) part.anchor = PeriodAnchor::kNone;
    return second;
  }

  bool counted_after(std::size_t at) const {
    const auto multiplier = c_.has(at) ? c_.units().multipliers().longest(c_.from(at)) : std::nullopt;
    return multiplier.has_value() || (c_.lower_word(at) && c_.written(at).ends_with('s') && !c_.is(at, kYearNoun) &&
                                      c_.written(at).size() > 4 && bound_before(at - 3) == kNone && !dated_before(at - 3));
  }
  bool dated_before(std::size_t first) const {
    return c_.use_before(first) == kIn || c_.use_before(first) == kDuring || c_.use_before(first) == kFor;
  }

  /// The bounding word in front of a date, over "the" and "the year".
  std::size_t bound_at(std::size_t first) const {
    std::size_t at = first;
    if (at > 0 && c_.is(at - 1, kYear)) --at;
    if (at > 0 && c_.is(at - 1, kThe)) --at;
    const std::size_t floor = mentions_.empty() ? 0 : mentions_.back().last;
    return at > floor ? at - 1 : c_.size();
  }
  FigureWord bound_before(std::size_t first) const { return c_.use(bound_at(first)); }

  std::size_t add(const DatePart& part, const std::optional<DatePart>& second) {
    PeriodMention mention;
    mention.anchor = part.anchor;
    mention.offset_years = part.offset_years;
    mention.fiscal = part.fiscal;
    mention.split_year = part.split_year && !second;
    std::size_t first = part.first;
    std::size_t last = second ? second->last : part.last;
    CivilPoint from = part.point;
    CivilPoint to = second ? (second->until ? *second->until : second->point) : part.until.value_or(part.point);
    if (part.split_year && second && part.fiscal && part.until) from = *part.until;
    const bool range = second.has_value() || (part.until && !part.split_year);

    const std::size_t before = bound_at(first);
    const FigureWord word = c_.use(before);
    const bool named_by_year = part.bare_year && before + 1 != first && c_.lower_word(last);  // "by the 1992 agreement"
    if (range) {
      mention.bound = PeriodBound::kBetween;
      if (word == kFrom || word == kBetween) first = before;
    } else if (word == kSince) {
      mention.bound = PeriodBound::kSince;
      first = before;
    } else if ((word == kFrom || word == kAfter) && !named_by_year && !compares(part, before)) {
      mention.bound = PeriodBound::kSince;
      first = before;
    } else if ((word == kUntil || word == kThrough || word == kBy || word == kBefore) && !named_by_year) {
      mention.bound = PeriodBound::kUntil;
      first = word == kUntil && c_.use_before_is(before, kUp) ? before - 1 : before;
    } else if (word == kTo && before > 0 && (c_.use_before_is(before, kUp) || sums_up(c_.written(before - 1))) && !named_by_year) {
      mention.bound = PeriodBound::kUntil;
      first = before - 1;
    } else if (word == kTo && c_.use_before_is(before, kPrevious) && !named_by_year) {  // "prior to 1991"
      mention.bound = PeriodBound::kUntil;
      first = before - 1;
    }
    if (!range && (mention.bound == PeriodBound::kPlain || word == kFrom) && c_.is(last, kOnwards)) {
      mention.bound = PeriodBound::kSince;
      ++last;
    } else if (!range && until_now(last) > last) {
      mention.bound = PeriodBound::kSince;
      last = until_now(last);
    }
    mention.bracketed = first > 0 && c_.is_sign(first - 1, '(') && c_.is_sign(last, ')');

    if (part.fiscal && !mention.split_year && part.anchor == PeriodAnchor::kNone) {
      mention.period = fiscal(from.year, to.year, mention.bound);
    } else if (mention.bound == PeriodBound::kSince && !mention.split_year) {
      mention.period = CivilPeriod::since(from);
    } else if (mention.bound == PeriodBound::kUntil && !mention.split_year) {
      mention.period = CivilPeriod::until(to);
    } else {
      mention.period = interval(from, to);
    }
    mentions_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), mention});
    return last;
  }

  /// "Total to FY2020": all that came before as well.
  static bool sums_up(std::string_view word) { return word == "total" || word == "Total" || word == "cumulative" || word == "Cumulative"; }

  static CivilPeriod fiscal(int from, int to, PeriodBound bound) {
    if (bound == PeriodBound::kSince) return CivilPeriod::fiscal_years(from, std::nullopt);
    if (bound == PeriodBound::kUntil) return CivilPeriod::fiscal_years(std::nullopt, to);
    return CivilPeriod::fiscal_years(from, to);
  }

  /// "up from 2019", "figures from 2019", "from the previous year": a comparison or a source, no beginning.
  bool compares(const DatePart& part, std::size_t from) const {
    if (part.anchor == PeriodAnchor::kPrevious || (part.anchor == PeriodAnchor::kPublished && part.offset_years < 0)) return true;
    const FigureWord before = c_.use_before(from);
    return before == kRise || before == kFall || before == kUp || before == kYearNoun || before == kLess || before == kHigher;
  }

  /// The token after "to date", "to the present", "–present" at `at`; `at` itself when there is none.
  std::size_t until_now(std::size_t at) const {
    if (!c_.is(at, kTo) && !c_.is(at, kUntil) && !c_.is_shape(at, TokenShape::kDash)) return at;
    const std::size_t noun = c_.is(at + 1, kThe) ? at + 2 : at + 1;
    const std::string_view word = c_.written(noun);
    return word == "present" || word == "date" || word == "today" || word == "now" ? noun + 1 : at;
  }

  /// "since then", "to date".
  std::size_t deictic(std::size_t at) {
    if (at == 0) return 0;
    PeriodMention mention;
    mention.period = CivilPeriod::at({});
    if (c_.is(at, kThen) && c_.use_before_is(at, kSince)) {
      mention.bound = PeriodBound::kSince;
      mention.anchor = PeriodAnchor::kPrevious;
    } else if (c_.is(at, kDate) && c_.use_before_is(at, kTo) && !c_.use_before_is(at - 1, kUp)) {
      mention.bound = PeriodBound::kUntil;
      mention.anchor = PeriodAnchor::kPublished;
    } else {
      return 0;
    }
    if (!mentions_.empty() && mentions_.back().last > at - 1) return 0;
    mentions_.push_back({static_cast<std::uint32_t>(at - 1), static_cast<std::uint32_t>(at + 1), mention});
    return at + 1;
  }

  /// "year ended 31 March 2022", "year to June 2021", "12 months to June 2021": the twelve months up to then.
  std::size_t year_ended(std::size_t at) {
    const bool months = c_.is(at + 1, kMonths) && (c_.written(at) == "12" || c_.written(at) == "twelve" || c_.written(at) == "Twelve");
    const std::size_t cue = months ? at + 2 : at + 1;
    if ((!months && !c_.is(at, kYear)) || (!c_.is(cue, kEnded) && !c_.is(cue, kTo))) return 0;
    const std::size_t start = c_.is(cue + 1, kIn) || c_.is(cue + 1, kOn) ? cue + 2 : cue + 1;
    const auto end = read_date_part(c_, start);
    if (!end || end->until || end->point.year == 0 || end->point.month == 0 || end->point.precision > PeriodPrecision::kMonth) return 0;
    const CivilPoint to = end->point;
    CivilPoint from = to;
    --from.year;
    if (to.precision == PeriodPrecision::kDay) {
      if (from.month == 2 && from.day == 29) from.day = 28;
      const std::chrono::year_month_day next(from.day_after());
      from = {static_cast<int>(next.year()), static_cast<int>(static_cast<unsigned>(next.month())),
              static_cast<int>(static_cast<unsigned>(next.day())), PeriodPrecision::kDay};
    } else if (++from.month > 12) {
      from.month = 1;
      ++from.year;
    }
    PeriodMention mention;
    mention.period = CivilPeriod::between(from, to);
    mention.bound = PeriodBound::kBetween;
    mentions_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end->last), mention});
    return end->last;
  }

  /// "fiscal years 2019, 2020 and 2021": a mention each.
  std::size_t further_fiscal_years(std::size_t end) {
    while (true) {
      std::size_t next = end;
      if (c_.is_sign(next, ',')) ++next;
      if (c_.is(next, kAnd)) ++next;
      if (next == end || !read_year(c_, next)) return end;
      auto part = read_date_part(c_, next);
      if (!part || !(part->bare_year || part->split_year)) return end;
      part->fiscal = true;
      part->bare_year = false;
      end = add(*part, std::nullopt);
    }
  }

  const SentenceCursor& c_;
  std::vector<Mention>& mentions_;
};

}  // namespace

void find_periods(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon, std::vector<Mention>& mentions) {
  const SentenceCursor cursor(text, tokens, lexicon.units());
  PeriodFinder(cursor, mentions).run();
}

}  // namespace paraph
