#include "value/civil_period.h"

#include <array>
#include <charconv>

#include "base/check.h"

namespace paraph {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;

std::chrono::year_month_day start_of(const CivilPoint& point) {
  const auto named_month = point.month == 0 ? 1U : static_cast<unsigned>(point.month);
  const auto named_day = point.day == 0 ? 1U : static_cast<unsigned>(point.day);
  return {std::chrono::year(point.year), month(named_month), day(named_day)};
}

/// Calendar months covered, or 0 for a single day.
int length_in_months(PeriodPrecision precision) {
  switch (precision) {
    case PeriodPrecision::kDay: return 0;
    case PeriodPrecision::kMonth: return 1;
    case PeriodPrecision::kQuarter: return 3;
    case PeriodPrecision::kHalf: return 6;
    case PeriodPrecision::kYear: return 12;
    case PeriodPrecision::kDecade: return 120;
    case PeriodPrecision::kCentury: return 1200;
  }
  return 0;
}

bool whole_months(PeriodPrecision precision) { return precision == PeriodPrecision::kQuarter || precision == PeriodPrecision::kHalf; }
bool whole_years(PeriodPrecision precision) { return precision == PeriodPrecision::kDecade || precision == PeriodPrecision::kCentury; }

void append_number(std::string& out, int number, int width) {
  std::array<char, 12> digits;
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  for (auto size = static_cast<int>(end - digits.data()); size < width; ++size) out += '0';
  out.append(static_cast<const char*>(digits.data()), end);
}

/// The first (or last) day, month or year of a point, in the plainest precision that is written: "1990s" gives 1990 or 1999.
void append_edge(std::string& out, const CivilPoint& point, bool last) {
  const PeriodPrecision precision = point.precision;
  const bool many_years = whole_years(precision);
  append_number(out, many_years && last ? point.year + length_in_months(precision) / 12 - 1 : point.year, 4);
  const bool many_months = whole_months(precision);
  if (!many_months && precision != PeriodPrecision::kDay && precision != PeriodPrecision::kMonth) return;
  out += '-';
  append_number(out, many_months && last ? point.month + length_in_months(precision) - 1 : point.month, 2);
  if (precision != PeriodPrecision::kDay) return;
  out += '-';
  append_number(out, point.day, 2);
}

std::optional<int> read_digits(std::string_view text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<CivilPoint> read_point(std::string_view text) {
  const auto year = read_digits(text, 4);
  if (!year || (text.size() != 4 && text.size() != 7 && text.size() != 10)) return std::nullopt;
  CivilPoint point{*year, 0, 0, PeriodPrecision::kYear};
  if (text.size() == 4) return point;
  const auto named_month = read_digits(text.substr(5), 2);
  if (text[4] != '-' || !named_month || *named_month < 1 || *named_month > 12) return std::nullopt;
  point.month = *named_month;
  point.precision = PeriodPrecision::kMonth;
  if (text.size() == 7) return point;
  const auto named_day = read_digits(text.substr(8), 2);
  if (text[7] != '-' || !named_day) return std::nullopt;
  point.day = *named_day;
  point.precision = PeriodPrecision::kDay;
  if (point.day == 0 || !start_of(point).ok()) return std::nullopt;
  return point;
}

/// The one quarter, half, decade or century that an interval of months or years covers exactly.
std::optional<CivilPoint> as_one_point(const CivilPoint& from, const CivilPoint& to) {
  if (from.precision != to.precision) return std::nullopt;
  if (from.precision == PeriodPrecision::kMonth && from.year == to.year) {
    const int length = to.month - from.month + 1;
    if (length == 3 && from.month % 3 == 1) return CivilPoint{from.year, from.month, 0, PeriodPrecision::kQuarter};
    if (length == 6 && from.month % 6 == 1) return CivilPoint{from.year, from.month, 0, PeriodPrecision::kHalf};
  }
  if (from.precision == PeriodPrecision::kYear) {
    const int length = to.year - from.year + 1;
    if (length == 10 && from.year % 10 == 0) return CivilPoint{from.year, 0, 0, PeriodPrecision::kDecade};
    if (length == 100 && from.year % 100 == 1) return CivilPoint{from.year, 0, 0, PeriodPrecision::kCentury};
  }
  return std::nullopt;
}

std::optional<CivilPeriod> read_fiscal(std::string_view from, std::string_view to) {
  const auto year_of = [](std::string_view text) -> std::optional<int> {
    if (!text.starts_with("FY") || text.size() != 6) return std::nullopt;
    return read_digits(text.substr(2), 4);
  };
  const std::optional<int> first = year_of(from);
  const std::optional<int> last = year_of(to);
  if ((!first && from != "..") || (!last && to != "..") || (!first && !last)) return std::nullopt;
  if (first && last && *first > *last) return std::nullopt;
  return CivilPeriod::fiscal_years(first, last);
}

}  // namespace

sys_days CivilPoint::first_day() const { return sys_days(start_of(*this)); }

sys_days CivilPoint::day_after() const {
  const int length = length_in_months(precision);
  if (length == 0) return first_day() + std::chrono::days(1);
  return sys_days(start_of(*this) + months(length));
}

CivilPeriod CivilPeriod::fiscal_year(int year) { return fiscal_years(year, year); }

CivilPeriod CivilPeriod::fiscal_years(std::optional<int> from, std::optional<int> to) {
  PARAPH_CHECK(from || to, "A period must have an end.");
  const auto point = [](std::optional<int> year) -> std::optional<CivilPoint> {
    if (!year) return std::nullopt;
    return CivilPoint{*year, 0, 0, PeriodPrecision::kYear};
  };
  return CivilPeriod(point(from), point(to), true);
}

/// An interval that is exactly one quarter, half, decade or century reads back as that point.
std::optional<CivilPeriod> CivilPeriod::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view head = text.substr(0, slash);
  const std::string_view tail = slash == std::string_view::npos ? head : text.substr(slash + 1);
  if (head.starts_with("FY") || tail.starts_with("FY")) return read_fiscal(head, tail);

  const std::optional<CivilPoint> from = read_point(head);
  const std::optional<CivilPoint> to = read_point(tail);
  if (from && tail == "..") return since(*from);
  if (to && head == "..") return until(*to);
  if (!from || !to || from->first_day() >= to->day_after()) return std::nullopt;
  if (slash == std::string_view::npos) return at(*from);
  if (const auto point = as_one_point(*from, *to)) return at(*point);
  return between(*from, *to);
}

std::optional<int> CivilPeriod::single_year() const {
  if (!from_ || !to_ || from_->year != to_->year || whole_years(from_->precision) || whole_years(to_->precision)) return std::nullopt;
  return from_->year;
}

std::string CivilPeriod::str() const {
  std::string out;
  const auto add = [&](const std::optional<CivilPoint>& point, bool last) {
    if (!point) {
      out += "..";
      return;
    }
    if (fiscal_) out += "FY";
    append_edge(out, *point, last);
  };
  add(from_, false);
  if (is_point() && !whole_months(from_->precision) && !whole_years(from_->precision)) return out;
  out += '/';
  add(to_, true);
  return out;
}

}  // namespace paraph
