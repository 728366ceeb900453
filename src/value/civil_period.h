#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace paraph {

/// How finely the text dates: the last member that it names.
enum class PeriodPrecision : std::uint8_t { kDay, kMonth, kQuarter, kHalf, kYear, kDecade, kCentury };

/// One end of a period: a day, month, quarter, half or year of the Gregorian calendar.
struct CivilPoint {
  int year = 0;
  int month = 0;  ///< 1..12, or 0 where the precision is coarser; first month of a quarter or half.
  int day = 0;    ///< 1..31, or 0 where the precision is coarser.
  PeriodPrecision precision = PeriodPrecision::kYear;

  /// First day covered, and the first day after.
  std::chrono::sys_days first_day() const;
  std::chrono::sys_days day_after() const;

  friend auto operator<=>(const CivilPoint&, const CivilPoint&) = default;
};

/// A period as a text names it: a point, an interval, or an interval open at one end. Always at least one end.
/// In the form of the contract: `2021`, `2021-03`, `2021-03-04`, `1992/2022`, `1992/..`, `../2008`, `FY2021`.
/// Quarters and halves are written as their months: `2024-07/2024-12`.
class CivilPeriod {
 public:
  static CivilPeriod at(CivilPoint point) { return CivilPeriod(point, point, false); }
  static CivilPeriod year(int year) { return at({year, 0, 0, PeriodPrecision::kYear}); }
  static CivilPeriod since(CivilPoint point) { return CivilPeriod(point, std::nullopt, false); }
  static CivilPeriod until(CivilPoint point) { return CivilPeriod(std::nullopt, point, false); }
  static CivilPeriod between(CivilPoint from, CivilPoint to) { return CivilPeriod(from, to, false); }
  /// A fiscal year, named as `FY2021`; whose it is stands beside the period, in the claim.
  static CivilPeriod fiscal_year(int year);
  static CivilPeriod fiscal_years(std::optional<int> from, std::optional<int> to);

  /// Reads the contract's form back; empty when malformed or when a month or day does not exist.
  static std::optional<CivilPeriod> parse(std::string_view text);

  const std::optional<CivilPoint>& from() const { return from_; }
  const std::optional<CivilPoint>& to() const { return to_; }
  bool fiscal() const { return fiscal_; }
  bool is_point() const { return from_ && to_ && *from_ == *to_; }
  /// The single calendar or fiscal year that the period is or lies in, if it is one.
  std::optional<int> single_year() const;

  std::string str() const;

  friend auto operator<=>(const CivilPeriod&, const CivilPeriod&) = default;

 private:
  CivilPeriod(std::optional<CivilPoint> from, std::optional<CivilPoint> to, bool fiscal)
      : from_(from), to_(to), fiscal_(fiscal) {}

  std::optional<CivilPoint> from_;
  std::optional<CivilPoint> to_;
  bool fiscal_ = false;
};

}  // namespace paraph
