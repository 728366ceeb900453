#include "importer/exact_figure.h"

#include <array>
#include <charconv>
#include <cmath>

namespace paraph {
namespace {

constexpr int kMostDigits = 36;  // 10^38 is the largest power of ten in 127 bits.
constexpr int kSpreadsheetDigits = 15;

int digits_of(Decimal::Units units) {
  int digits = 0;
  for (; units != 0; units /= 10) ++digits;
  return digits;
}

}  // namespace

std::optional<Decimal> times_power(const Decimal& value, int power) {
  if (power == 0 || value.zero()) return value;
  const int added = power - value.scale();  // Zeros behind the last digit, where positive.
  if (digits_of(value.units()) + (added > 0 ? added : 0) > kMostDigits || value.scale() - power > kMostDigits) return std::nullopt;
  return value.shifted(power);
}

std::string spreadsheet_figure(std::string_view written) {
  double value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc() || end != written.data() + written.size() || !std::isfinite(value)) return std::string(written);
  std::size_t digits = 0;
  for (const char c : written.substr(0, written.find_first_of("eE"))) digits += c >= '0' && c <= '9' ? 1U : 0U;
  if (digits <= kSpreadsheetDigits) return std::string(written);
  std::array<char, 64> text;
  const auto [last, failure] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, kSpreadsheetDigits);
  return failure == std::errc() ? std::string(text.data(), last) : std::string(written);
}

std::string plain_figure(std::string_view written, char decimal, std::string_view group) {
  std::string plain;
  bool grouped = false;
  bool behind = false;     // Behind the decimal mark.
  std::size_t run = 0;     // Digits since the last group mark.
  const auto group_ends = [&] { return !grouped || run == 3; };
  for (std::size_t at = 0; at < written.size();) {
    const std::string_view rest = written.substr(at);
    std::size_t mark = !group.empty() && rest.starts_with(group) ? group.size() : 0;
    if (group == " " && rest.starts_with("\xC2\xA0")) mark = 2;
    if (group == " " && rest.starts_with("\xE2\x80\xAF")) mark = 3;
    if (mark > 0 && at + mark < written.size() && at > 0) {
      if (behind || run == 0 || run > 3 || !group_ends()) return std::string(written);
      grouped = true;
      run = 0;
      at += mark;
      continue;
    }
    const char c = written[at++];
    if (c == decimal) {
      if (behind || !group_ends()) return std::string(written);
      behind = true;
      plain += '.';
      continue;
    }
    if (c == '.') return std::string(written) + "?";  // A point that is no decimal mark here is a fault, not a figure.
    if (c >= '0' && c <= '9') ++run;
    plain += c;
  }
  return behind || group_ends() ? plain : std::string(written);
}

}  // namespace paraph
