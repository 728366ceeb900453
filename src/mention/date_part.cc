#include "mention/part_reader.h"

namespace paraph {

using enum FigureWord;

std::optional<CivilPoint> day_point(int year, int month, int day) {
  const CivilPoint point{year, month, day, PeriodPrecision::kDay};
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return month >= 1 && month <= 12 && day >= 1 && date.ok() ? std::optional(point) : std::nullopt;
}

std::optional<DatePart> PartReader::read(std::size_t at) {
  if (!c_.has(at)) return std::nullopt;
  first_ = at;
  if (const auto part = read_core(at)) return part;
  if (c_.is(at, kThe)) return read_core(at + 1);
  return std::nullopt;
}

std::optional<DatePart> PartReader::read_core(std::size_t at) const {
  if (!c_.has(at)) return std::nullopt;
  if (const auto found = fuzzy(at)) return found;
  return read_sharp(at);
}

std::optional<DatePart> PartReader::read_sharp(std::size_t at) const {
  if (!c_.has(at)) return std::nullopt;
  if (const auto found = fiscal(at)) return found;
  if (c_.is_shape(at, TokenShape::kNumber)) {
    if (const auto found = numeric(at)) return found;
    if (const auto found = hyphened(at)) return found;
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
std::optional<DatePart> PartReader::fuzzy(std::size_t at) const {
  std::size_t next = at + 1;
  if (c_.is(at, kPart) || c_.is(at, kEdge)) {
    const bool edge = c_.is(at, kEdge);
    const std::size_t start = next;
    while (next < start + 5 && (c_.is_shape(next, TokenShape::kDash) || c_.is(next, kTo) || c_.is(next, kPart))) ++next;  // "mid-to-late"
    if (edge && c_.is(next, kOf)) ++next;
    if (edge && next == start) return std::nullopt;
    if (c_.is(next, kThe)) ++next;
  } else {
    return std::nullopt;
  }
  auto found = read_sharp(next);
  if (found) {
    found->bare_year = false;
    found->first = at;
  }
  return found;
}

/// What may stand behind a month or day: ", 2001", "of 2001", "this year"; sets year or anchor, and the end.
void PartReader::add_year(DatePart& found) const {
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
void PartReader::set_year(DatePart& found, int year) {
  found.point.year = year;
  if (found.until) found.until->year = year;
}
/// A date without year leaves the year to the text around.
std::optional<DatePart> PartReader::finish(DatePart found) {
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

/// "26 June 2001", "26th of June", "1-13 August 2022", "1 to 13 August", "1 and 2 August".
std::optional<DatePart> PartReader::day_first(std::size_t at) const {
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
std::optional<DatePart> PartReader::month_first(std::size_t at) const {
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
std::optional<DatePart> PartReader::day_and_year(int named, std::size_t at) const {
  const std::string_view text = c_.written(at);
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos || comma > 2 || text.size() != comma + 5) return std::nullopt;
  const auto day = SentenceCursor::digits_of(text.substr(0, comma));
  const auto year = SentenceCursor::digits_of(text.substr(comma + 1));
  if (!day || !year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  const auto date = day_point(*year, named, *day);
  return date ? std::optional(part(*date, at + 1)) : std::nullopt;
}

std::optional<DatePart> read_date_part(const SentenceCursor& cursor, std::size_t at) { return PartReader(cursor).read(at); }

std::optional<int> read_year(const SentenceCursor& cursor, std::size_t at) {
  if (!cursor.is_shape(at, TokenShape::kNumber) || cursor.token(at).last - cursor.token(at).first != 4) return std::nullopt;
  const auto value = cursor.plain_number(at);
  return value && *value >= kFirstYear && *value <= kLastYear ? value : std::nullopt;
}

}  // namespace paraph
