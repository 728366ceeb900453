#include "importer/published_period.h"

#include <charconv>
#include <chrono>

namespace paraph {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2200;

std::optional<int> digits(std::string_view text, std::size_t most) {
  if (text.empty() || text.size() > most) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

CivilPoint point_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())), PeriodPrecision::kDay};
}

std::optional<CivilPeriod> months_of(int year, int from, int count) {
  if (count == 1) return CivilPeriod::at({year, from, 0, PeriodPrecision::kMonth});
  if (count == 3) return CivilPeriod::at({year, from, 0, PeriodPrecision::kQuarter});
  if (count == 6) return CivilPeriod::at({year, from, 0, PeriodPrecision::kHalf});
  return CivilPeriod::between({year, from, 0, PeriodPrecision::kMonth}, {year, from + count - 1, 0, PeriodPrecision::kMonth});
}

/// ISO 8601 weeks: the first is the one with 4 January; Monday to Sunday.
std::optional<CivilPeriod> week_of(int year, int week) {
  if (week < 1 || week > 53) return std::nullopt;
  const sys_days fourth = sys_days(std::chrono::year(year) / 1 / 4);
  const sys_days monday = fourth - days(std::chrono::weekday(fourth).iso_encoding() - 1) + days(7 * (week - 1));
  const auto thursday = year_month_day(monday + days(3));
  if (static_cast<int>(thursday.year()) != year) return std::nullopt;
  return CivilPeriod::between(point_of(monday), point_of(monday + days(6)));
}

std::optional<CivilPeriod> day_of(int year, int day) {
  const sys_days first = sys_days(std::chrono::year(year) / 1 / 1);
  const sys_days wanted = first + days(day - 1);
  if (day < 1 || wanted >= sys_days(std::chrono::year(year + 1) / 1 / 1)) return std::nullopt;
  return CivilPeriod::at(point_of(wanted));
}

/// What follows the year: "Q1", "-M03", "W5".
std::optional<CivilPeriod> part_of(int year, std::string_view part) {
  if (part.starts_with('-')) part.remove_prefix(1);
  if (part.size() < 2) return std::nullopt;
  const auto number = digits(part.substr(1), 3);
  if (!number || *number < 1) return std::nullopt;
  const auto within = [&](int last) { return *number <= last; };
  switch (part.front()) {
    case 'A': return *number == 1 ? std::optional(CivilPeriod::year(year)) : std::nullopt;
    case 'S':
    case 'H':
    case 'B': return within(2) ? months_of(year, 1 + 6 * (*number - 1), 6) : std::nullopt;
    case 'T': return within(3) ? months_of(year, 1 + 4 * (*number - 1), 4) : std::nullopt;
    case 'Q': return within(4) ? months_of(year, 1 + 3 * (*number - 1), 3) : std::nullopt;
    case 'M': return within(12) ? months_of(year, *number, 1) : std::nullopt;
    case 'W': return week_of(year, *number);
    case 'D': return day_of(year, *number);
    default: return std::nullopt;
  }
}

/// "2021-01-01/P1Y": a beginning and a length in whole years, months or days.
std::optional<CivilPeriod> length_from(std::string_view head, std::string_view length) {
  const auto start = CivilPeriod::parse(head.substr(0, 10));
  if (!start || length.size() < 3) return std::nullopt;
  const auto count = digits(length.substr(1, length.size() - 2), 3);
  if (!count || *count < 1) return std::nullopt;
  const sys_days first = start->from()->first_day();
  const year_month_day date(first);
  sys_days behind = first;
  switch (length.back()) {
    case 'Y': behind = sys_days(date + std::chrono::years(*count)); break;
    case 'M': {
      const year_month_day moved = date + std::chrono::months(*count);
      if (!moved.ok()) return std::nullopt;
      behind = sys_days(moved);
      break;
    }
    case 'D': behind = first + days(*count); break;
    default: return std::nullopt;
  }
  const CivilPoint last = point_of(behind - days(1));
  const bool whole_months = static_cast<unsigned>(date.day()) == 1 && static_cast<unsigned>(year_month_day(behind).day()) == 1;
  if (!whole_months) return CivilPeriod::between(point_of(first), last);
  const CivilPoint from{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())), 0, PeriodPrecision::kMonth};
  if (from.month == 1 && last.month == 12) {
    return from.year == last.year ? CivilPeriod::year(from.year)
                                  : CivilPeriod::between({from.year, 0, 0, PeriodPrecision::kYear}, {last.year, 0, 0, PeriodPrecision::kYear});
  }
  if (from.year == last.year) return months_of(from.year, from.month, last.month - from.month + 1);
  return CivilPeriod::between(from, {last.year, last.month, 0, PeriodPrecision::kMonth});
}

}  // namespace

std::optional<int> read_year(std::string_view text) {
  if (text.size() != 4) return std::nullopt;
  const auto year = digits(text, 4);
  return year && *year >= kFirstYear && *year <= kLastYear ? year : std::nullopt;
}

std::optional<int> year_inside(std::string_view text) {
  std::optional<int> found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (const auto year = read_year(text.substr(at, end - at))) {
      if (found && *found != *year) return std::nullopt;
      found = year;
    }
    at = end + 1;
  }
  return found;
}

std::optional<CivilPeriod> read_published_period(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  while (text.starts_with(' ')) text.remove_prefix(1);
  if (text.size() > 40) return std::nullopt;
  if (text.starts_with("FY")) return CivilPeriod::parse(text);
  const auto year = read_year(text.substr(0, 4));
  if (!year) return std::nullopt;
  if (text.size() == 4) return CivilPeriod::year(*year);
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos && text.substr(slash + 1).starts_with('P')) {
    return length_from(text.substr(0, slash), text.substr(slash + 1));
  }
  if (text.size() > 10 && text[10] == 'T') return CivilPeriod::parse(text.substr(0, 10));
  if (text.size() == 6 && digits(text, 6)) {
    const int month = *digits(text.substr(4), 2);
    return month >= 1 && month <= 12 ? months_of(*year, month, 1) : std::nullopt;
  }
  if (const auto plain = CivilPeriod::parse(text)) return plain;
  return part_of(*year, text.substr(4));
}

}  // namespace paraph
