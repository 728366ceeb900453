#include <algorithm>

#include "mention/part_reader.h"

namespace paraph {

using enum FigureWord;

namespace {

bool dates_follow(FigureWord before) {
  return before == kIn || before == kSince || before == kFrom || before == kUntil || before == kBy || before == kDuring || before == kDated;
}

}  // namespace

/// "2001-06-26", "26/06/2001", "26.06.2001", "2021-03", "2022-23", "1992-95", "1990s", "2021".
std::optional<DatePart> PartReader::numeric(std::size_t at) const {
  if (const auto found = dotted(at)) return found;
  const bool joint = c_.touches(at + 1) && c_.touches(at + 2);
  const bool dash = joint && c_.is_shape(at + 1, TokenShape::kDash);
  const bool slash = joint && c_.is_sign(at + 1, '/');
  if (slash && c_.touches(at + 3) && c_.is_sign(at + 3, '/') && c_.touches(at + 4)) return slashed(at);
  if (slash && c_.use_before(at) != kNone && !(c_.touches(at + 3) && c_.is_sign(at + 3, '/'))) {  // "in 06/2001"
    const auto month = c_.plain_number(at);
    const auto year = read_year(c_, at + 2);
    if (month && year && c_.written(at).size() == 2 && *month >= 1 && *month <= 12 && dates_follow(c_.use_before(at)))
      return part(month_point(*year, *month), at + 3);
  }
  if (c_.touches(at + 1) && c_.written(at + 1) == "Q") return quarter_of(at, at + 2);
  const auto year = read_year(c_, at);
  if (!year) return std::nullopt;
  if (c_.is(at + 1, kQuarterCode)) return quarter_of(at + 1, at);
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

DatePart PartReader::as_fiscal(DatePart found, std::size_t last) const {
  found.fiscal = true;
  found.bare_year = false;
  found.last = last;
  return found;
}

DatePart PartReader::split(int year, std::size_t last) const {
  DatePart found = part(year_point(year), last);
  found.until = year_point(year + 1);
  found.split_year = true;
  if (c_.is(last, kFiscal) && c_.is(last + 1, kYear)) return as_fiscal(found, last + 2);
  return found;
}

std::optional<DatePart> PartReader::two_digits(int year, int second, bool slash, std::size_t at) const {
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

/// "2021 Q3", "3Q 2021": the code or digit at `code`, its year at `at`.
std::optional<DatePart> PartReader::quarter_of(std::size_t code, std::size_t at) const {
  const std::string_view text = c_.written(code);
  const auto year = read_year(c_, at);
  const char digit = text.size() == 1 ? text[0] : text[1];
  const bool half = text[0] == 'H' || text[0] == 'h';
  if (!year || digit < '1' || digit > '4') return std::nullopt;
  const int number = digit - '0';
  return part({*year, half ? number * 6 - 5 : number * 3 - 2, 0, half ? PeriodPrecision::kHalf : PeriodPrecision::kQuarter},
              std::max(code, at) + 1);
}

/// "26-Jun-2001".
std::optional<DatePart> PartReader::hyphened(std::size_t at) const {
  const auto dash = [&](std::size_t sign) { return c_.is_shape(sign, TokenShape::kDash) && c_.touches(sign) && c_.touches(sign + 1); };
  if (!dash(at + 1) || !dash(at + 3) || month(at + 2) == 0) return std::nullopt;
  const auto first = day(at);
  const auto year = read_year(c_, at + 4);
  const auto date = first && year ? day_point(*year, month(at + 2), *first) : std::nullopt;
  return date ? std::optional(part(*date, at + 5)) : std::nullopt;
}

/// Day and month only where their order is not in doubt; else the year alone.
std::optional<DatePart> PartReader::slashed(std::size_t at) const {
  const auto a = c_.plain_number(at);
  const auto b = c_.plain_number(at + 2);
  if (!a || !b) return std::nullopt;
  if (const auto year = read_year(c_, at + 4)) return unordered(*a, *b, *year, at + 5);
  const auto year = read_year(c_, at);
  const auto third = c_.plain_number(at + 4);
  const auto date = year && third ? day_point(*year, *b, *third) : std::nullopt;
  return date ? std::optional(part(*date, at + 5)) : std::nullopt;
}

std::optional<DatePart> PartReader::dotted(std::size_t at) const {
  const std::string_view text = c_.written(at);
  const std::size_t dot = text.find('.');
  if (dot == 4) return year_dotted(at);
  const std::size_t second = dot == std::string_view::npos ? dot : text.find('.', dot + 1);
  if (second == std::string_view::npos || text.size() != second + 5) return std::nullopt;
  const auto day = SentenceCursor::digits_of(text.substr(0, dot));
  const auto month = SentenceCursor::digits_of(text.substr(dot + 1, second - dot - 1));
  const auto year = SentenceCursor::digits_of(text.substr(second + 1));
  if (!day || !month || !year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  const auto date = day_point(*year, *month, *day);
  return date ? std::optional(part(*date, at + 1)) : std::nullopt;
}

/// "1992.11.20", "2018.12.18-20"; "2014.10" only where a line begins with it and a name follows, for it may be a figure.
std::optional<DatePart> PartReader::year_dotted(std::size_t at) const {
  const std::string_view text = c_.written(at);
  const auto year = SentenceCursor::digits_of(text.substr(0, 4));
  if (!year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  const std::size_t second = text.find('.', 5);
  const auto month = SentenceCursor::digits_of(text.substr(5, second == std::string_view::npos ? second : second - 5));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (second == std::string_view::npos) {
    const bool entry = at == 0 && text.size() <= 7 && at + 1 < c_.size() &&
                       (c_.is_shape(at + 1, TokenShape::kCapitalised) || c_.is_shape(at + 1, TokenShape::kCaps));
    return entry ? std::optional(part(month_point(*year, *month), at + 1)) : std::nullopt;
  }
  const auto first = SentenceCursor::digits_of(text.substr(second + 1));
  const auto date = first ? day_point(*year, *month, *first) : std::nullopt;
  if (!date) return std::nullopt;
  DatePart found = part(*date, at + 1);
  if (c_.touches(at + 1) && c_.is_shape(at + 1, TokenShape::kDash) && c_.touches(at + 2)) {
    const auto last = c_.plain_number(at + 2);
    const auto until = last && *last > *first ? day_point(*year, *month, *last) : std::nullopt;
    if (until) found.until = *until, found.last = at + 3;
  }
  return found;
}

std::optional<DatePart> PartReader::unordered(int a, int b, int year, std::size_t last) const {
  const auto day_first = day_point(year, b, a);
  const auto month_first = day_point(year, a, b);
  if (day_first && month_first && a != b) return part(year_point(year), last);  // which is the day, nobody can tell
  const auto date = day_first ? day_first : month_first;
  return date ? std::optional(part(*date, last)) : std::nullopt;
}

}  // namespace paraph
