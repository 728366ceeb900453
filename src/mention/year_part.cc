#include "mention/part_reader.h"

namespace paraph {

using enum FigureWord;

std::optional<DatePart> PartReader::quarter_code(std::size_t at) const {
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
std::optional<DatePart> PartReader::season(std::size_t at) const {
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
std::optional<DatePart> PartReader::part_of_year(std::size_t at) const {
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

std::optional<int> PartReader::count(std::size_t at) const {
  if (const auto number = c_.plain_number(at)) return number;
  const auto numeral = c_.numeral(at);
  if (!numeral || numeral->tokens != 1) return std::nullopt;
  const NumeralForm& form = c_.units().numerals().value(numeral->index);
  if (form.kind != NumeralForm::Kind::kCardinal) return std::nullopt;
  return static_cast<int>(form.value.units());
}

}  // namespace paraph
