#include "report/figures.h"

#include <array>

#include <fmt/format.h>

namespace paraph {
namespace {

constexpr std::array<FigureScale, 3> kScales = {{{12, "trillion"}, {9, "billion"}, {6, "million"}}};
constexpr std::array<std::string_view, 13> kMonths = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                                      "July", "August",  "September", "October", "November", "December"};

/// "1234567.5" to "1,234,567.5"; four digits stay together only before a point that never comes.
std::string grouped(std::string text) {
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  std::size_t point = text.find('.');
  if (point == std::string::npos) point = text.size();
  for (std::size_t at = point; at > first + 3; at -= 3) text.insert(at - 3, 1, ',');
  if (first == 1) text.replace(0, 1, "−");
  return text;
}

/// Rounded half away from zero to at most `places` decimals.
Decimal rounded(const Decimal& value, int places) {
  return value.scale() <= places ? value : Decimal::divide(value, Decimal(1), places);
}

bool is_currency(std::string_view unit) {
  if (unit.size() != 3) return false;
  for (const char c : unit) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

std::string point_in_words(const CivilPoint& point) {
  switch (point.precision) {
    case PeriodPrecision::kDay: return fmt::format("{} {} {}", point.day, kMonths.at(static_cast<std::size_t>(point.month)), point.year);
    case PeriodPrecision::kMonth: return fmt::format("{} {}", kMonths.at(static_cast<std::size_t>(point.month)), point.year);
    case PeriodPrecision::kQuarter: return fmt::format("quarter {} of {}", (point.month + 2) / 3, point.year);
    case PeriodPrecision::kHalf: return fmt::format("{} half of {}", point.month <= 6 ? "first" : "second", point.year);
    case PeriodPrecision::kYear: return std::to_string(point.year);
    case PeriodPrecision::kDecade: return fmt::format("the {}s", point.year / 10 * 10);
    case PeriodPrecision::kCentury: return fmt::format("the {}00s", point.year / 100);
  }
  return {};
}

std::string with_unit(std::string figure, std::string_view scale_word, std::string_view unit) {
  if (!scale_word.empty()) figure.append(" ").append(scale_word);
  if (unit == "USD") return (figure.starts_with("−") ? "−$" + figure.substr(3) : "$" + figure);
  if (is_currency(unit)) return std::string(unit).append(" ").append(figure);
  if (unit == "percent") return figure + " %";
  if (!unit.empty()) figure.append(" ").append(unit);
  return figure;
}

}  // namespace

FigureScale scale_for(const Decimal& value) {
  const Decimal size = value.abs();
  for (const FigureScale& scale : kScales) {
    if (size >= Decimal(1).shifted(scale.power)) return scale;
  }
  return {};
}

std::string scaled_figure(const Decimal& value, FigureScale scale) {
  if (scale.power == 0) return grouped(rounded(value, 4).str());
  const Decimal scaled = value.shifted(-scale.power);
  std::string text = rounded(scaled, 2).str();
  const std::size_t point = text.find('.');
  // Two decimals for all but whole figures, so that a column of them stands under one point.
  if (point != std::string::npos && text.size() - point == 2) text.push_back('0');
  return grouped(std::move(text));
}

std::string figure_heading(std::string_view unit, FigureScale scale) {
  std::string heading(scale.word);
  if (!heading.empty() && !unit.empty()) heading.push_back(' ');
  return heading.append(unit);
}

std::string ordinal(const Decimal& value) {
  const std::string digits = value.str();
  if (digits.find('.') != std::string::npos || digits.empty()) return digits;
  const char last = digits.back();
  const bool teen = digits.size() > 1 && digits[digits.size() - 2] == '1';
  if (teen) return digits + "th";
  if (last == '1') return digits + "st";
  if (last == '2') return digits + "nd";
  if (last == '3') return digits + "rd";
  return digits + "th";
}

std::string figure_in_words(const Decimal& value, std::string_view unit) {
  if (unit == "rank") return ordinal(value);
  const FigureScale scale = scale_for(value);
  return with_unit(scaled_figure(value, scale), scale.word, unit);
}

std::string quantity_in_words(const Quantity& quantity) {
  if (quantity.low && quantity.high) {
    const FigureScale scale = scale_for(*quantity.high);
    return with_unit(fmt::format("{} to {}", scaled_figure(*quantity.low, scale), scaled_figure(*quantity.high, scale)),
                     scale.word, quantity.unit);
  }
  if (!quantity.value) return quantity.unit;
  const FigureScale scale = scale_for(*quantity.value);
  // As written: no more decimals than the text has, so "$424.6 million" does not become "$424.60 million".
  std::string figure = quantity.unit == "rank" ? ordinal(*quantity.value)
                                               : with_unit(grouped(rounded(quantity.value->shifted(-scale.power), 4).str()),
                                                           scale.word, quantity.unit);
  switch (quantity.comparator) {
    case Comparator::kEqual: return figure;
    case Comparator::kAbout: return "about " + figure;
    case Comparator::kMore: return "more than " + figure;
    case Comparator::kAtLeast: return "at least " + figure;
    case Comparator::kLess: return "nearly " + figure;
    case Comparator::kAtMost: return "up to " + figure;
    case Comparator::kRange: return figure;
  }
  return figure;
}

std::string difference_in_words(const Decimal& percent) {
  if (percent.zero()) return "0.00 %";
  std::string text = rounded(percent.abs(), 2).str();
  const std::size_t point = text.find('.');
  if (point == std::string::npos) {
    text += ".00";
  } else {
    text.append(3 - std::min<std::size_t>(3, text.size() - point), '0');
  }
  return fmt::format("{}{} %", percent.negative() ? "−" : "+", grouped(std::move(text)));
}

std::string period_in_words(const CivilPeriod& period) {
  const std::string_view fiscal = period.fiscal() ? "fiscal year " : "";
  if (period.from() && period.to()) {
    if (*period.from() == *period.to()) return std::string(fiscal) + point_in_words(*period.from());
    return fmt::format("{}{} to {}", period.fiscal() ? "fiscal years " : "", point_in_words(*period.from()), point_in_words(*period.to()));
  }
  if (period.from()) return fmt::format("since {}{}", fiscal, point_in_words(*period.from()));
  return fmt::format("up to {}{}", fiscal, point_in_words(*period.to()));
}

}  // namespace paraph
