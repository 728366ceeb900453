#include "brief/charts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "brief/amounts.h"
#include "report/html_text.h"

namespace paraph {
namespace {

constexpr double kWidth = 640;
constexpr double kHeight = 280;
constexpr double kLeft = 78;
constexpr double kRight = 16;
constexpr double kTop = 34;
constexpr double kBottom = 30;
constexpr std::array<std::string_view, 2> kInks = {"#1f5a96", "#a8471b"};     ///< Told apart also by dashes and by grey value.
constexpr std::array<std::string_view, 2> kDashes = {"", " stroke-dasharray=\"6 4\""};

/// Pictures are drawn to a tenth of a unit; figures themselves stay decimals everywhere else.
struct Frame {
  int first = 0;
  int last = 0;
  double low = 0;
  double high = 0;
  bool ranks = false;

  double x(int year) const { return last == first ? (kLeft + kWidth - kRight) / 2 : kLeft + (kWidth - kLeft - kRight) * (year - first) / (last - first); }
  double y(double value) const {
    const double share = high == low ? 0.5 : (value - low) / (high - low);
    return ranks ? kTop + (kHeight - kTop - kBottom) * share : kHeight - kBottom - (kHeight - kTop - kBottom) * share;
  }
};

/// A round step so that at most five lines cross the picture: 1, 2 or 5 times a power of ten.
double step_of(double span) {
  if (span <= 0) return 1;
  const double raw = span / 4;
  const double power = std::pow(10, std::floor(std::log10(raw)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (power * factor >= raw) return power * factor;
  }
  return power * 10;
}

Frame frame_of(const Chart& chart) {
  Frame frame;
  frame.ranks = chart.kind == ChartKind::kRanks;
  bool begun = false;
  for (const ChartLine& line : chart.lines) {
    for (const auto& [year, value] : line.points) {
      const double figure = value.to_double();
      if (!begun) frame = {year, year, frame.ranks ? 1.0 : 0.0, figure, frame.ranks};
      begun = true;
      frame.first = std::min(frame.first, year);
      frame.last = std::max(frame.last, year);
      frame.low = std::min(frame.low, figure);
      frame.high = std::max(frame.high, figure);
    }
  }
  const double step = step_of(frame.high - frame.low);
  if (!frame.ranks) {
    frame.high = std::ceil(frame.high / step) * step;
    frame.low = std::floor(frame.low / step) * step;
  }
  return frame;
}

std::string axis_label(double value, const Chart& chart) {
  if (chart.kind == ChartKind::kRanks) return fmt::format("{:.0f}", value);
  if (value == 0) return "0";
  std::string label = dollars_written(Decimal(static_cast<std::int64_t>(std::llround(std::abs(value)))), "$").text;
  return value < 0 ? "−" + label : label;
}

void add_axes(const Chart& chart, const Frame& frame, std::string& out) {
  const double step = std::max(frame.ranks ? 1.0 : 0.0, step_of(frame.high - frame.low));
  const double from = frame.ranks ? 1 : frame.low;
  for (double value = from; value <= frame.high + step / 1000; value += step) {
    out += fmt::format("<line x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"#ccc\"/>", kLeft, kWidth - kRight, frame.y(value), frame.y(value));
    out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>", kLeft - 6, frame.y(value) + 4, axis_label(value, chart));
  }
  const int every = std::max(1, (frame.last - frame.first + 7) / 8);
  for (int year = frame.first; year <= frame.last; year += every)
    out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>", frame.x(year), kHeight - 10, year);
}

/// Years without a figure break the line: nothing is drawn that is not on record.
void add_line(const ChartLine& line, const Frame& frame, std::size_t number, std::string& out) {
  std::string path;
  int before = -2;
  for (const auto& [year, value] : line.points) {
    path += fmt::format("{}{:.1f} {:.1f}", year == before + 1 ? "L" : "M", frame.x(year), frame.y(value.to_double()));
    before = year;
  }
  out += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"{}/>", path, kInks[number % 2], kDashes[number % 2]);
  for (const auto& [year, value] : line.points)
    out += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.5\" fill=\"{}\"/>", frame.x(year), frame.y(value.to_double()), kInks[number % 2]);
}

void add_bars(const ChartLine& line, const Frame& frame, std::string& out) {
  const double width = std::max(2.0, (kWidth - kLeft - kRight) / (frame.last - frame.first + 1) * 0.7);
  for (const auto& [year, value] : line.points) {
    const double top = frame.y(std::max(0.0, value.to_double()));
    const double bottom = frame.y(std::min(0.0, value.to_double()));
    const double left = std::clamp(frame.x(year) - width / 2, kLeft, kWidth - kRight - width);
    out += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>", left, top, width, bottom - top, kInks[0]);
  }
}

}  // namespace

std::string chart_svg(const Chart& chart, std::size_t number) {
  const Frame frame = frame_of(chart);
  std::string out = fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-labelledby=\"chart-{}-title chart-{}-words\">",
                                kWidth, kHeight, number, number);
  out += fmt::format("<title id=\"chart-{}-title\">{}</title><desc id=\"chart-{}-words\">{}</desc>", number, html_of(chart.title), number, html_of(chart.words));
  out += "<g font-family=\"sans-serif\" font-size=\"11\" fill=\"#333\">";
  add_axes(chart, frame, out);
  for (std::size_t i = 0; i < chart.lines.size(); ++i) {
    if (chart.kind == ChartKind::kBars) {
      add_bars(chart.lines[i], frame, out);
      continue;
    }
    add_line(chart.lines[i], frame, i, out);
    const double x = kLeft + 280.0 * static_cast<double>(i);
    out += fmt::format("<line x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"14\" y2=\"14\" stroke=\"{}\" stroke-width=\"2\"{}/>", x, x + 24, kInks[i % 2], kDashes[i % 2]);
    out += fmt::format("<text x=\"{:.1f}\" y=\"18\">{}</text>", x + 30, html_of(chart.lines[i].name));
  }
  return out + "</g></svg>";
}

}  // namespace paraph
