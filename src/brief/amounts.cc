#include "brief/amounts.h"

#include <fmt/format.h>

#include "evidence/words.h"

namespace paraph {
namespace {

constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};

Decimal rounded(const Decimal& value, int power, int places) { return Decimal::divide(value.shifted(-power), Decimal(1), places); }

/// Decimals of a figure in units of 10^power: "$27.36 trillion", "$1.46 billion", "$14.6 billion", "$424.6 million".
int places_of(const Decimal& scaled, int power) {
  if (power == 12) return 2;
  if (power == 6) return 1;
  return scaled < Decimal(10) ? 2 : 1;
}

void set_digits(Quantity& quantity, std::string_view numeral, int power) {
  int digits = 0;
  bool leading = true;
  std::size_t point = numeral.find('.');
  for (const char c : numeral) {
    if (c < '0' || c > '9' || (leading && c == '0')) continue;
    leading = false;
    ++digits;
  }
  quantity.digits = digits;
  quantity.exponent = power - static_cast<int>(point == std::string_view::npos ? 0 : numeral.size() - point - 1);
}

std::string day_and_month(const CivilPoint& point) { return fmt::format("{} {}", point.day, kMonths[point.month - 1]); }

std::string range_written(const CivilPoint& from, const CivilPoint& to) {
  if (from.year == to.year && from.month == to.month) return fmt::format("from {} to {}", from.day, date_in_words(CivilPeriod::at(to)));
  if (from.year == to.year) return fmt::format("from {} to {}", day_and_month(from), date_in_words(CivilPeriod::at(to)));
  return fmt::format("from {} to {}", date_in_words(CivilPeriod::at(from)), date_in_words(CivilPeriod::at(to)));
}

}  // namespace

std::string grouped(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out.push_back(',');
    out.push_back(digits[i]);
  }
  return out;
}

WrittenFigure dollars_written(const Decimal& value, std::string_view sign) {
  WrittenFigure written;
  written.quantity.unit = "USD";
  int power = value >= Decimal(1).shifted(12) ? 12 : value >= Decimal(1).shifted(9) ? 9 : value >= Decimal(1).shifted(6) ? 6 : 0;
  if (power > 0) {
    Decimal scaled = rounded(value, power, places_of(value.shifted(-power), power));
    if (scaled >= Decimal(1000) && power < 12) {
      power += 3;
      scaled = rounded(value, power, places_of(value.shifted(-power), power));
    }
    const std::string numeral = scaled.str();
    written.text = fmt::format("{}{} {}", sign, numeral, scale_word(power));
    written.quantity.value = scaled.shifted(power);
    set_digits(written.quantity, numeral, power);
    return written;
  }
  // Below a million to the thousand, below a thousand to the dollar.
  Decimal whole = value >= Decimal(1000) ? rounded(value, 3, 0).shifted(3) : rounded(value, 0, 0);
  if (whole >= Decimal(1000000)) return dollars_written(whole, sign);
  const std::string digits = whole.str();
  written.text = std::string(sign) + grouped(digits);
  written.quantity.value = whole;
  set_digits(written.quantity, digits, 0);
  return written;
}

std::string fixed(const Decimal& value, int places) {
  std::string text = Decimal::divide(value, Decimal(1), places).str();
  if (places == 0) return text;
  std::size_t point = text.find('.');
  if (point == std::string::npos) {
    point = text.size();
    text.push_back('.');
  }
  text.resize(point + 1 + static_cast<std::size_t>(places), '0');
  return text;
}

WrittenFigure percent_written(const Decimal& percent) {
  const Decimal size = percent.abs();
  const Decimal shown = Decimal::divide(size, Decimal(1), size >= Decimal(100) ? 0 : 1);
  WrittenFigure written{shown.str(), {}};
  written.quantity.value = shown;
  written.quantity.unit = "percent";
  set_digits(written.quantity, written.text, 0);
  return written;
}

WrittenFigure rank_written(std::size_t place) {
  WrittenFigure written{place == 1 ? "" : ordinal_in_words(place) + " ", {}};
  written.quantity.value = Decimal(static_cast<std::int64_t>(place));
  written.quantity.unit = "rank";
  return written;
}

std::string date_written(const CivilPeriod& period) {
  if (!period.from() || !period.to()) return date_in_words(period);
  if (!period.is_point()) return range_written(*period.from(), *period.to());
  return fmt::format("{} {}", period.from()->precision == PeriodPrecision::kDay ? "on" : "in", date_in_words(period));
}

}  // namespace paraph
