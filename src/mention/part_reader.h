#pragma once

#include <optional>

#include "mention/date_part.h"

namespace paraph {

inline constexpr int kFirstYear = 1400;
inline constexpr int kLastYear = 2100;

inline CivilPoint year_point(int year) { return {year, 0, 0, PeriodPrecision::kYear}; }
inline CivilPoint month_point(int year, int month) { return {year, month, 0, PeriodPrecision::kMonth}; }
/// Year 0 is a leap year of the calendar's rule, so a day without year may be the 29th of February.
std::optional<CivilPoint> day_point(int year, int month, int day);

/// Reads one date from its first token; one method a form, in the order in which read_core() asks for them.
class PartReader {
 public:
  explicit PartReader(const SentenceCursor& cursor) : c_(cursor) {}

  std::optional<DatePart> read(std::size_t at);

 private:
  // Days and months, in date_part.cc.
  std::optional<DatePart> read_core(std::size_t at) const;
  std::optional<DatePart> read_sharp(std::size_t at) const;
  std::optional<DatePart> fuzzy(std::size_t at) const;
  std::optional<DatePart> day_first(std::size_t at) const;
  std::optional<DatePart> month_first(std::size_t at) const;
  std::optional<DatePart> day_and_year(int named, std::size_t at) const;
  void add_year(DatePart& found) const;
  static void set_year(DatePart& found, int year);
  static std::optional<DatePart> finish(DatePart found);

  // Digits and signs, in numeric_date.cc.
  std::optional<DatePart> numeric(std::size_t at) const;
  DatePart as_fiscal(DatePart found, std::size_t last) const;
  DatePart split(int year, std::size_t last) const;
  std::optional<DatePart> two_digits(int year, int second, bool slash, std::size_t at) const;
  std::optional<DatePart> slashed(std::size_t at) const;
  std::optional<DatePart> quarter_of(std::size_t code, std::size_t at) const;
  std::optional<DatePart> hyphened(std::size_t at) const;
  std::optional<DatePart> dotted(std::size_t at) const;
  std::optional<DatePart> year_dotted(std::size_t at) const;
  std::optional<DatePart> unordered(int a, int b, int year, std::size_t last) const;

  // Quarters, halves, seasons and centuries, in year_part.cc.
  std::optional<DatePart> quarter_code(std::size_t at) const;
  std::optional<DatePart> season(std::size_t at) const;
  std::optional<DatePart> part_of_year(std::size_t at) const;
  std::optional<int> count(std::size_t at) const;

  // "Last year", "two years later", "FY2021", in relative_year.cc.
  std::optional<DatePart> relative(std::size_t at) const;
  std::optional<DatePart> fiscal(std::size_t at) const;
  static std::optional<int> full_year(int digits, std::size_t count);
  DatePart fiscal_from(int year, std::size_t next) const;
  std::optional<DatePart> fiscal_ended(std::size_t at) const;

  DatePart part(CivilPoint point, std::size_t last) const {
    DatePart found;
    found.point = point;
    found.first = first_;
    found.last = last;
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

  const SentenceCursor& c_;
  std::size_t first_ = 0;
};

}  // namespace paraph
