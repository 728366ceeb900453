#include "importer/published_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace paraph {
namespace {

struct MarkText {
  std::string_view text;
  ValueMark mark;
};

constexpr auto kMarks = std::to_array<MarkText>({
    {"-", ValueMark::kDash},          {"\xE2\x80\x93", ValueMark::kDash},     {"\xE2\x80\x94", ValueMark::kDash},
    {"--", ValueMark::kDash},         {"..", ValueMark::kDots},               {"...", ValueMark::kDots},
    {"\xE2\x80\xA6", ValueMark::kDots}, {":", ValueMark::kDots},              {"n/a", ValueMark::kNotAvailable},
    {"N/A", ValueMark::kNotAvailable}, {"NA", ValueMark::kNotAvailable},      {"na", ValueMark::kNotAvailable},
    {"n.a.", ValueMark::kNotAvailable}, {"NaN", ValueMark::kNotAvailable},    {"c", ValueMark::kConfidential},
    {"(c)", ValueMark::kConfidential}, {"C", ValueMark::kConfidential},       {"(C)", ValueMark::kConfidential},
    {"(D)", ValueMark::kConfidential}, {"confidential", ValueMark::kConfidential},
});

std::string_view trimmed(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

/// "1.2E-3", as spreadsheets keep a figure.
std::optional<Decimal> with_exponent(std::string_view text, std::size_t at) {
  std::string_view power_text = text.substr(at + 1);
  if (power_text.starts_with('+')) power_text.remove_prefix(1);
  int power = 0;
  const auto [end, error] = std::from_chars(power_text.data(), power_text.data() + power_text.size(), power);
  if (error != std::errc() || end != power_text.data() + power_text.size() || power < -30 || power > 30) return std::nullopt;
  const auto mantissa = Decimal::parse(text.substr(0, at));
  // Within what a Decimal can hold in every case: 17 digits of a spreadsheet, shifted by no more than 18.
  if (!mantissa || text.substr(0, at).size() > 20 || power > 15) return std::nullopt;
  return mantissa->shifted(power);
}

/// Up to 18 digits, with or without a point: nearly all figures there are.
std::optional<Decimal> short_figure(std::string_view text) {
  bool negative = false;
  if (text.front() == '-') {
    negative = true;
    text.remove_prefix(1);
  }
  if (text.empty() || text.size() > 19) return std::nullopt;
  std::int64_t units = 0;
  int digits = 0;
  int scale = -1;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      units = units * 10 + (c - '0');
      ++digits;
      if (scale >= 0) ++scale;
    } else if (c == '.' && scale < 0) {
      scale = 0;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0 || digits > 18) return std::nullopt;
  if (negative) units = -units;
  return scale <= 0 ? Decimal(units) : Decimal(Decimal::Units{units}, scale);
}

}  // namespace

std::optional<PublishedValue> read_published_value(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return PublishedValue{{}, ValueMark::kBlank};
  if (const auto figure = short_figure(text)) return PublishedValue{*figure, ValueMark::kFigure};
  if (const auto* mark = std::ranges::find(kMarks, text, &MarkText::text); mark != kMarks.end()) return PublishedValue{{}, mark->mark};
  if (const std::size_t at = text.find_first_of("eE"); at != std::string_view::npos) {
    const auto figure = with_exponent(text, at);
    return figure ? std::optional(PublishedValue{*figure, ValueMark::kFigure}) : std::nullopt;
  }
  const auto figure = Decimal::parse(text);
  return figure ? std::optional(PublishedValue{*figure, ValueMark::kFigure}) : std::nullopt;
}

}  // namespace paraph
