#include "mention/date_part.h"

namespace paraph {
namespace {

using enum FigureWord;

constexpr int kFirstYear = 1400;
constexpr int kLastYear = 2100;

CivilPoint year_point(int year) { return {year, 0, 0, PeriodPrecision::kYear}; }
CivilPoint month_point(int year, int month) { return {year, month, 0, PeriodPrecision::kMonth}; }

/// Year 0 is a leap year of the calendar's rule, so a day without year may be the 29th of February.
std::optional<CivilPoint> day_point(int year, int month, int day) {
  const CivilPoint point{year, month, day, PeriodPrecision::kDay};
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return month >= 1 && month <= 12 && day >= 1 && date.ok() ? std::optional(point) : std::nullopt;
}

class PartReader {
 public:
  explicit PartReader(const SentenceCursor& cursor) : c_(cursor) {}

  std::optional<DatePart> read(std::size_t at) {
    if (!c_.has(at)) return std::nullopt;
    first_ = at;
    if (const auto part = read_core(at)) return part;
    if (c_.is(at, kThe)) return read_core(at + 1);
    return std::nullopt;
  }

 private:
  DatePart part(CivilPoint point, std::size_t last) const {
    DatePart found;
    found.point = point;
    found.first = first_;
    found.last = last;
    return found;
  }

  std::optional<DatePart> read_core(std::size_t at) const {
    if (!c_.has(at)) return std::nullopt;
    if (const auto found = fuzzy(at)) return found;
    if (const auto found = fiscal(at)) return found;
    if (c_.is_shape(at, TokenShape::kNumber)) {
      if (const auto found = numeric(at)) return found;
    }
    if (c_.is_shape(at, TokenShape::kNumber) || c_.is_shape(at, TokenShape::kOrdinal)) {
      if (const auto found = day_first(at)) return found;
    }
    if (month(at) > 0) return month_first(at);
    if (c_.is(at, kQuarterCode)) return quarter_code(at);
    if (const auto found = season(at)) return found;
    if (const auto found = part_of_year(at)) return found;
    if (const auto found = relative(at)) return found;
    return std::nullopt;
  }

  /// "early 2021", "mid-2021", "end of 2021", "the late 19th century": the date itself, a little vaguer.
  std::optional<DatePart> fuzzy(std::size_t at) const {
    std::size_t next = at + 1;
    if (c_.is(at, kPart) || c_.is(at, kEdge)) {
      const bool edge = c_.is(at, kEdge);
      const std::size_t start = next;
      while (c_.is_shape(next, TokenShape::kDash) || c_.is(next, kTo) || c_.is(next, kPart)) ++next;  // "mid-to-late"
      if (edge && c_.is(next, kOf)) ++next;
      if (edge && next == start) return std::nullopt;
      if (c_.is(next, kThe)) ++next;
    } else {
      return std::nullopt;
    }
    auto found = read_core(next);
    if (found) {
      found->bare_year = false;
      found->first = at;
    }
    return found;
  }

  /// 1..12 where the token is written as a month: "May", never "may".
  int month(std::size_t at) const { return c_.capitalised(at) ? c_.units().month(c_.token(at).word) : 0; }
  std::size_t after_month(std::size_t at) const { return abbreviated(at) && c_.is_sign(at + 1, '.') && c_.has(at + 2) ? at + 2 : at + 1; }
  bool abbreviated(std::size_t at) const {
    const std::string_view text = c_.written(at);
    return text.size() == 3 ? text != "May" && text != "MAY" : text == "Sept" || text == "SEPT";
  }

  std::optional<int> day(std::size_t at) const {
    if (c_.is_shape(at, TokenShape::kOrdinal)) {
      const auto value = c_.ordinal(at);
      return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
    }
    const auto value = c_.plain_number(at);
    return value && *value >= 1 && *value <= 31 && c_.written(at).size() <= 2 ? value : std::nullopt;
  }

  /// What may stand behind a month or day: ", 2001", "of 2001", "this year"; sets year or anchor, and the end.
  void add_year(DatePart& found) const {
    std::size_t at = found.last;
    if (c_.is_sign(at, ',') && read_year(c_, at + 1))
      ++at;
    else if (c_.is(at, kOf))
      ++at;
    if (const auto year = read_year(c_, at)) {
      set_year(found, *year);
      found.last = at + 1;
      return;
    }
    if (c_.is(at, kThe)) ++at;
    const auto relative_year = relative(at);
    if (!relative_year || relative_year->point.precision != PeriodPrecision::kYear || relative_year->fiscal) return;
    found.anchor = relative_year->anchor;
    found.offset_years = relative_year->offset_years;
    found.last = relative_year->last;
  }
  static void set_year(DatePart& found, int year) {
    found.point.year = year;
    if (found.until) found.until->year = year;
  }
  /// A date without year leaves the year to the text around.
  static std::optional<DatePart> finish(DatePart found) {
    // "November of that year" is as good as "November": the text around tells.
    const bool that_year = found.anchor == PeriodAnchor::kPrevious && found.offset_years == 0;
    if (found.point.year == 0 && (found.anchor == PeriodAnchor::kNone || that_year)) found.anchor = PeriodAnchor::kMonthOfYear;
    if (found.point.precision == PeriodPrecision::kDay && !day_point(found.point.year, found.point.month, found.point.day))
      return std::nullopt;
    if (found.until && found.until->precision == PeriodPrecision::kDay) {
      if (!day_point(found.until->year, found.until->month, found.until->day) || found.until->day <= found.point.day) return std::nullopt;
    }
    return found;
  }

  /// "2001-06-26", "26/06/2001", "26.06.2001", "2021-03", "2022-23", "1992-95", "1990s", "2021".
  std::optional<DatePart> numeric(std::size_t at) const {
    if (const auto found = dotted(at)) return found;
    const bool joint = c_.touches(at + 1) && c_.touches(at + 2);
    const bool dash = joint && c_.is_shape(at + 1, TokenShape::kDash);
    const bool slash = joint && c_.is_sign(at + 1, '/');
    if (slash && c_.touches(at + 3) && c_.is_sign(at + 3, '/') && c_.touches(at + 4)) return slashed(at);
    const auto year = read_year(c_, at);
    if (!year) return std::nullopt;
    if (c_.touches(at + 1) && (c_.written(at + 1) == "s" || c_.is(at + 1, kPossessive)) && *year % 10 == 0 && c_.written(at + 1) != "'") {
      return part({*year, 0, 0, PeriodPrecision::kDecade}, at + 2);
    }
    if (dash || slash) {
      const auto second = c_.plain_number(at + 2);
      const std::size_t digits = c_.written(at + 2).size();
      if (dash && second && digits == 2 && c_.touches(at + 3) && c_.is_shape(at + 3, TokenShape::kDash) && c_.touches(at + 4)) {
        const auto third = c_.plain_number(at + 4);
        const auto date = third && c_.written(at + 4).size() == 2 ? day_point(*year, *second, *third) : std::nullopt;
        if (date) return part(*date, at + 5);
      }
      if (second && digits == 2) return two_digits(*year, *second, slash, at);
      if (second && digits == 4 && slash && *second == *year + 1) return split(*year, at + 3);
    }
    DatePart found = part(year_point(*year), at + 1);
    found.bare_year = true;
    if (c_.is(at + 1, kFiscal) && c_.is(at + 2, kYear)) return as_fiscal(found, at + 3);
    return found;
  }

  DatePart as_fiscal(DatePart found, std::size_t last) const {
    found.fiscal = true;
    found.bare_year = false;
    found.last = last;
    return found;
  }

  DatePart split(int year, std::size_t last) const {
    DatePart found = part(year_point(year), last);
    found.until = year_point(year + 1);
    found.split_year = true;
    if (c_.is(last, kFiscal) && c_.is(last + 1, kYear)) return as_fiscal(found, last + 2);
    return found;
  }

  std::optional<DatePart> two_digits(int year, int second, bool slash, std::size_t at) const {
    if (second == (year + 1) % 100) return split(year, at + 3);
    if (slash) return std::nullopt;
    if (second > year % 100) {
      DatePart found = part(year_point(year), at + 3);
      found.until = year_point(year - year % 100 + second);
      return found;
    }
    const bool hyphen = c_.written(at + 1) == "-";
    return hyphen && second >= 1 && second <= 12 ? std::optional(part(month_point(year, second), at + 3)) : std::nullopt;
  }

  /// Only where the order of day and month is not in doubt.
  std::optional<DatePart> slashed(std::size_t at) const {
    const auto a = c_.plain_number(at);
    const auto b = c_.plain_number(at + 2);
    if (!a || !b) return std::nullopt;
    if (const auto year = read_year(c_, at + 4)) return unordered(*a, *b, *year, at + 5);
    const auto year = read_year(c_, at);
    const auto third = c_.plain_number(at + 4);
    const auto date = year && third ? day_point(*year, *b, *third) : std::nullopt;
    return date ? std::optional(part(*date, at + 5)) : std::nullopt;
  }

  std::optional<DatePart> dotted(std::size_t at) const {
    const std::string_view text = c_.written(at);
    const std::size_t dot = text.find('.');
    const std::size_t second = dot == std::string_view::npos ? dot : text.find('.', dot + 1);
    if (second == std::string_view::npos || text.size() != second + 5) return std::nullopt;
    const auto day = SentenceCursor::digits_of(text.substr(0, dot));
    const auto month = SentenceCursor::digits_of(text.substr(dot + 1, second - dot - 1));
    const auto year = SentenceCursor::digits_of(text.substr(second + 1));
    if (!day || !month || !year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
    const auto date = day_point(*year, *month, *day);
    return date ? std::optional(part(*date, at + 1)) : std::nullopt;
  }

  std::optional<DatePart> unordered(int a, int b, int year, std::size_t last) const {
    const auto day_first = day_point(year, b, a);
    const auto month_first = day_point(year, a, b);
    if (day_first && month_first && a != b) return std::nullopt;
    const auto date = day_first ? day_first : month_first;
    return date ? std::optional(part(*date, last)) : std::nullopt;
  }

  /// "26 June 2001", "26th of June", "1-13 August 2022", "1 to 13 August", "1 and 2 August".
  std::optional<DatePart> day_first(std::size_t at) const {
    const auto day_one = day(at);
    if (!day_one) return std::nullopt;
    std::size_t next = at + 1;
    std::optional<int> day_two;
    const bool joined =
        c_.is_shape(next, TokenShape::kDash) || c_.is(next, kTo) || c_.is(next, kUntil) || c_.is(next, kAnd) || c_.is(next, kThrough);
    if (joined) {
      const std::size_t second = c_.is(next + 1, kThe) ? next + 2 : next + 1;
      day_two = day(second);
      if (!day_two) return std::nullopt;
      if (c_.is(next, kAnd) && *day_two != *day_one + 1 && !c_.use_before_is(at, kBetween)) return std::nullopt;
      next = second + 1;
    }
    if (c_.is(next, kOf)) ++next;
    if (month(next) == 0) return std::nullopt;
    DatePart found = part({0, month(next), *day_one, PeriodPrecision::kDay}, after_month(next));
    if (day_two) found.until = CivilPoint{0, month(next), *day_two, PeriodPrecision::kDay};
    add_year(found);
    return finish(found);
  }

  /// "June 26, 2001", "August 1–13, 2022", "June 2001", "June".
  std::optional<DatePart> month_first(std::size_t at) const {
    const int named = month(at);
    DatePart whole = part(month_point(0, named), after_month(at));
    const std::size_t next = whole.last;
    if (const auto found = day_and_year(named, next)) return found;
    if (const auto day_one = day(next)) {
      DatePart found = part({0, named, *day_one, PeriodPrecision::kDay}, next + 1);
      const bool joined =
          c_.is_shape(next + 1, TokenShape::kDash) || c_.is(next + 1, kTo) || c_.is(next + 1, kAnd) || c_.is(next + 1, kThrough);
      if (joined && month(next + 3) == 0) {
        const auto day_two = day(next + 2);
        const bool near = !c_.is(next + 1, kAnd) || (day_two && *day_two == *day_one + 1);
        if (day_two && *day_two > *day_one && near) {
          found.until = CivilPoint{0, named, *day_two, PeriodPrecision::kDay};
          found.last = next + 3;
        }
      }
      add_year(found);
      const bool counted = found.point.year == 0 && c_.use_before_is(first_, kIn);  // "in May 30 ships sailed"
      if (!counted) return finish(found);
    }
    add_year(whole);
    return finish(whole);
  }

  /// "June 1,1960" without its space: one number to the tokeniser.
  std::optional<DatePart> day_and_year(int named, std::size_t at) const {
    const std::string_view text = c_.written(at);
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos || comma > 2 || text.size() != comma + 5) return std::nullopt;
    const auto day = SentenceCursor::digits_of(text.substr(0, comma));
    const auto year = SentenceCursor::digits_of(text.substr(comma + 1));
    if (!day || !year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
    const auto date = day_point(*year, named, *day);
    return date ? std::optional(part(*date, at + 1)) : std::nullopt;
  }

  std::optional<DatePart> quarter_code(std::size_t at) const {
    const std::string_view code = c_.written(at);
    const int number = code[1] - '0';
    const bool half = code[0] == 'H' || code[0] == 'h';
    DatePart found =
        part({0, half ? number * 6 - 5 : number * 3 - 2, 0, half ? PeriodPrecision::kHalf : PeriodPrecision::kQuarter}, at + 1);
    add_year(found);
    if (found.point.year == 0 && found.anchor == PeriodAnchor::kNone && at > 0) return std::nullopt;
    return finish(found);
  }

  /// "spring 2021", "the winter of 2022/23", "next spring".
  std::optional<DatePart> season(std::size_t at) const {
    if (c_.is(at, kLast) || c_.is(at, kNext) || c_.is(at, kThis)) {
      if (!c_.is(at + 1, kSeason)) return std::nullopt;
      DatePart found = part(year_point(0), at + 2);
      found.anchor = PeriodAnchor::kPublished;
      found.offset_years = c_.is(at, kLast) ? -1 : c_.is(at, kNext) ? 1 : 0;
      return found;
    }
    if (!c_.is(at, kSeason)) return std::nullopt;
    const std::size_t next = c_.is(at + 1, kOf) ? at + 2 : at + 1;
    if (!read_year(c_, next)) return std::nullopt;
    auto found = numeric(next);
    if (!found) return std::nullopt;
    found->first = first_;
    found->bare_year = false;
    return found;
  }

  /// "first half of 2024", "second quarter of this year", "first nine months of 2023", "19th century".
  std::optional<DatePart> part_of_year(std::size_t at) const {
    const bool last_one = c_.is(at, kLast) || c_.is(at, kLatter);
    auto number = c_.ordinal(at);
    if (!number && !last_one) return std::nullopt;
    std::size_t next = at + 1;
    if (c_.is_shape(next, TokenShape::kDash)) ++next;
    DatePart found = part(year_point(0), next + 1);
    if (c_.is(next, kCentury)) {
      if (!number || *number < 1 || *number > 21) return std::nullopt;
      found.point = {(*number - 1) * 100 + 1, 0, 0, PeriodPrecision::kCentury};
      return found;
    }
    if (c_.is(next, kHalf)) {
      if (number && *number > 2) return std::nullopt;
      found.point = {0, last_one || *number == 2 ? 7 : 1, 0, PeriodPrecision::kHalf};
    } else if (c_.is(next, kQuarter)) {
      if (number && *number > 4) return std::nullopt;
      found.point = {0, last_one ? 10 : *number * 3 - 2, 0, PeriodPrecision::kQuarter};
    } else if (const auto months = count(next); months && c_.is(next + 1, kMonths) && *months >= 1 && *months <= 11) {
      if (number && *number != 1) return std::nullopt;
      found.point = month_point(0, last_one ? 13 - *months : 1);
      found.until = month_point(0, last_one ? 12 : *months);
      found.last = next + 2;
    } else {
      return std::nullopt;
    }
    const std::size_t before = found.last;
    add_year(found);
    if (found.last == before) return std::nullopt;
    return finish(found);
  }

  std::optional<int> count(std::size_t at) const {
    if (const auto number = c_.plain_number(at)) return number;
    const auto numeral = c_.numeral(at);
    if (!numeral || numeral->tokens != 1) return std::nullopt;
    const NumeralForm& form = c_.units().numerals().value(numeral->index);
    if (form.kind != NumeralForm::Kind::kCardinal) return std::nullopt;
    return static_cast<int>(form.value.units());
  }

  /// "last year", "the same year", "a year earlier", "two years later", "a decade ago"; also of fiscal years.
  std::optional<DatePart> relative(std::size_t at) const {
    DatePart found = part(year_point(0), at + 1);
    std::size_t noun = at + 1;
    found.fiscal = c_.is(noun, kFiscal);
    if (found.fiscal) ++noun;
    const FigureWord use = c_.use(at);
    const bool code = c_.is(noun, kFy) && c_.is_shape(noun, TokenShape::kCaps);  // "the previous FY"
    const bool bare = found.fiscal && !c_.is(noun, kYear) && (use == kPrevious || use == kLast) && !c_.lower_word(noun);  // "the previous fiscal"
    found.fiscal = found.fiscal || code;
    found.last = bare ? noun : noun + 1;
    if ((c_.is(noun, kYear) || code || bare) && !c_.is_shape(found.last, TokenShape::kDash)) {
      const bool definite = c_.use_before_is(at, kThe);
      const auto anchored = [&](PeriodAnchor anchor, int offset) {
        return found.anchor = anchor, found.offset_years = offset, found;
      };
      switch (use) {
        case kLast:
          if ((definite && !found.fiscal) || c_.written(at) == "past") return std::nullopt;
          return anchored(PeriodAnchor::kPublished, -1);
        case kThis:
        case kCurrent: return anchored(PeriodAnchor::kPublished, 0);
        case kNext: return anchored(definite ? PeriodAnchor::kPrevious : PeriodAnchor::kPublished, 1);
        case kSame:
        case kThat: return anchored(PeriodAnchor::kPrevious, 0);
        case kPrevious: return anchored(PeriodAnchor::kPrevious, -1);
        case kFollowing: return anchored(PeriodAnchor::kPrevious, 1);
        default: break;
      }
    }
    if (c_.is(at, kYear) && c_.use_before_is(at, kThe) && (c_.is(at + 1, kBefore) || c_.is(at + 1, kAfter)) &&
        !(c_.has(at + 2) && c_.token(at + 2).is_word() && !c_.is(at + 2, kAs) && !c_.is(at + 2, kAnd)) &&
        !c_.is_shape(at + 2, TokenShape::kNumber)) {
      found.anchor = PeriodAnchor::kPrevious;
      found.offset_years = c_.is(at + 1, kBefore) ? -1 : 1;
      found.fiscal = false;
      found.last = at + 2;
      return found;
    }
    const bool years = c_.is(at + 1, kYear) || c_.is(at + 1, kYears);
    if (!years && !c_.is(at + 1, kDecade)) return std::nullopt;
    const std::size_t cue = at + 2;
    if (!c_.is(cue, kEarlier) && !c_.is(cue, kLater) && !c_.is(cue, kAgo)) return std::nullopt;
    const auto steps = c_.is(at, kArticle) ? std::optional(1) : count(at);
    if (!steps || *steps < 1 || *steps > 500) return std::nullopt;
    const int distance = *steps * (years ? 1 : 10);
    found.anchor = c_.is(cue, kAgo) ? PeriodAnchor::kPublished : PeriodAnchor::kPrevious;
    found.offset_years = c_.is(cue, kLater) ? distance : -distance;
    found.fiscal = false;
    found.last = cue + 1;
    return found;
  }

  /// "FY2021", "FY 2021-22", "FY21", "fiscal year 2021", "fiscal 2021", "financial years 2019-21".
  std::optional<DatePart> fiscal(std::size_t at) const {
    std::size_t next = at;
    const std::string_view text = c_.written(at);
    if (text.size() >= 4 && (text[0] == 'F' || text[0] == 'f') && (text[1] == 'Y' || text[1] == 'y') && text[2] >= '0' && text[2] <= '9') {
      const auto digits = SentenceCursor::digits_of(text.substr(2));
      const auto year = digits ? full_year(*digits, text.size() - 2) : std::nullopt;
      return year ? std::optional(fiscal_from(*year, at + 1)) : std::nullopt;
    }
    if (c_.is(next, kFiscal)) {
      ++next;
      if (c_.is(next, kYear) || c_.is(next, kYears)) ++next;
      if (c_.is_sign(next, '(') && c_.is(next + 1, kFy) && c_.is_sign(next + 2, ')')) next += 3;
      if (c_.is(next, kEnded) && next > at + 1) return fiscal_ended(next + 1);
    } else if (c_.is(next, kFy) && c_.is_shape(next, TokenShape::kCaps)) {
      ++next;
      if (c_.is_shape(next, TokenShape::kDash)) ++next;
      if (c_.is_sign(next, '\'')) ++next;
    } else {
      return std::nullopt;
    }
    const auto digits = c_.plain_number(next);
    const auto year = digits ? full_year(*digits, c_.written(next).size()) : std::nullopt;
    return year ? std::optional(fiscal_from(*year, next + 1)) : std::nullopt;
  }

  static std::optional<int> full_year(int digits, std::size_t count) {
    if (count == 4 && digits >= kFirstYear && digits <= kLastYear) return digits;
    if (count == 2) return digits >= 70 ? 1900 + digits : 2000 + digits;
    return std::nullopt;
  }

  DatePart fiscal_from(int year, std::size_t next) const {
    DatePart found = part(year_point(year), next);
    found.fiscal = true;
    const bool joint = c_.touches(next) && c_.touches(next + 1) && (c_.is_shape(next, TokenShape::kDash) || c_.is_sign(next, '/'));
    const auto digits = joint ? c_.plain_number(next + 1) : std::nullopt;
    if (!digits) return found;
    const std::size_t count = c_.written(next + 1).size();
    const int second = count == 2 ? year - year % 100 + *digits + (*digits < year % 100 ? 100 : 0) : count == 4 ? *digits : 0;
    if (second <= year || second > kLastYear) return found;
    found.until = year_point(second);
    found.split_year = second == year + 1;
    found.last = next + 2;
    return found;
  }

  std::optional<DatePart> fiscal_ended(std::size_t at) const {
    const auto end = PartReader(c_).read(c_.is(at, kIn) || c_.is(at, kOn) ? at + 1 : at);
    if (!end || end->point.year == 0) return std::nullopt;
    DatePart found = part(year_point(end->point.year), end->last);
    found.fiscal = true;
    return found;
  }

  const SentenceCursor& c_;
  std::size_t first_ = 0;
};

}  // namespace

std::optional<DatePart> read_date_part(const SentenceCursor& cursor, std::size_t at) { return PartReader(cursor).read(at); }

std::optional<int> read_year(const SentenceCursor& cursor, std::size_t at) {
  if (!cursor.is_shape(at, TokenShape::kNumber) || cursor.token(at).last - cursor.token(at).first != 4) return std::nullopt;
  const auto value = cursor.plain_number(at);
  return value && *value >= kFirstYear && *value <= kLastYear ? value : std::nullopt;
}

}  // namespace paraph
