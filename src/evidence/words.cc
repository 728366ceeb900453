#include "evidence/words.h"

#include <array>

#include <fmt/format.h>

#include "evidence/tolerance.h"

namespace paraph {
namespace {

constexpr std::array<std::string_view, 13> kMonths = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                                      "July", "August",  "September", "October", "November", "December"};

std::string point_in_words(const CivilPoint& point) {
  switch (point.precision) {
    case PeriodPrecision::kDay: return fmt::format("{} {} {}", point.day, kMonths.at(static_cast<std::size_t>(point.month)), point.year);
    case PeriodPrecision::kMonth: return fmt::format("{} {}", kMonths.at(static_cast<std::size_t>(point.month)), point.year);
    case PeriodPrecision::kQuarter: return fmt::format("quarter {} of {}", (point.month + 2) / 3, point.year);
    case PeriodPrecision::kHalf: return fmt::format("{} half of {}", point.month <= 6 ? "first" : "second", point.year);
    case PeriodPrecision::kYear: return std::to_string(point.year);
    case PeriodPrecision::kDecade: return fmt::format("{}s", point.year);
    case PeriodPrecision::kCentury: return fmt::format("{} to {}", point.year, point.year + 99);
  }
  return {};
}

bool is_currency(std::string_view unit) {
  if (unit.size() != 3) return false;
  for (const char c : unit) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

/// The letter under the accent of U+00C0 to U+017F, in that order; '*' where there is none.
constexpr std::string_view kBaseLetters =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

}  // namespace

int scale_power(const Decimal& value) {
  const Decimal size = value.abs();
  for (const int power : {12, 9, 6}) {
    if (size >= Decimal(1).shifted(power)) return power;
  }
  return 0;
}

std::string_view scale_word(int power) {
  if (power == 12) return "trillion";
  if (power == 9) return "billion";
  return power == 6 ? "million" : "";
}

std::string amount_in_words(const Decimal& value, std::string_view unit) {
  const int power = scale_power(value);
  std::string figure = rounded_to(value.abs().shifted(-power), 2).str();
  if (const std::size_t point = figure.find('.'); point != std::string::npos && figure.size() - point == 2) figure.push_back('0');
  if (power > 0) figure.append(" ").append(scale_word(power));
  const std::string_view sign = value.negative() ? "−" : "";
  if (unit == "USD") return fmt::format("{}${}", sign, figure);
  if (is_currency(unit)) return fmt::format("{}{} {}", sign, unit, figure);
  return fmt::format("{}{}{}{}", sign, figure, unit.empty() ? "" : " ", unit);
}

std::string date_in_words(const CivilPeriod& period) {
  if (period.from() && period.to()) {
    if (period.is_point()) return (period.fiscal() ? "fiscal year " : "") + point_in_words(*period.from());
    return fmt::format("{}{} to {}", period.fiscal() ? "fiscal years " : "", point_in_words(*period.from()), point_in_words(*period.to()));
  }
  if (period.from()) return fmt::format("since {}{}", period.fiscal() ? "fiscal year " : "", point_in_words(*period.from()));
  return fmt::format("up to {}{}", period.fiscal() ? "fiscal year " : "", point_in_words(*period.to()));
}

std::string ordinal_in_words(std::size_t place) {
  const std::size_t teens = place % 100;
  const std::size_t last = place % 10;
  const std::string_view ending = teens >= 11 && teens <= 13 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
  return fmt::format("{}{}", place, ending);
}

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    char letter = ' ';
    if (c >= 'a' && c <= 'z') letter = text[i];
    if (c >= '0' && c <= '9') letter = text[i];
    if (c >= 'A' && c <= 'Z') letter = static_cast<char>(c - 'A' + 'a');
    if (c >= 0xC3 && c <= 0xC5 && i + 1 < text.size()) {
      const std::size_t code = ((c & 0x1FU) << 6) | (static_cast<unsigned char>(text[++i]) & 0x3FU);
      if (code >= 0xC0 && code - 0xC0 < kBaseLetters.size()) letter = kBaseLetters[code - 0xC0];
    } else if (c >= 0x80) {
      continue;
    }
    if (letter == '*') continue;
    if (letter == ' ' && (out.empty() || out.back() == ' ')) continue;
    out.push_back(letter);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace paraph
