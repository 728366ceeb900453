#include "brief/charts.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace paraph {
namespace {

Chart trade() {
  Chart chart;
  chart.title = "Trade in goods between Arnor & Gondor";
  chart.unit = "USD";
  chart.words = "By Arnor's statistics: $1 million in 2001.";
  chart.lines = {{"Arnor's statistics", {{2001, Decimal(1000000)}, {2002, Decimal(2000000)}, {2004, Decimal(4000000)}}}};
  return chart;
}

std::size_t count_of(const std::string& text, std::string_view wanted) {
  std::size_t count = 0;
  for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) ++count;
  return count;
}

TEST(ChartSvg, SaysInWordsWhatItShows) {
  const std::string svg = chart_svg(trade(), 3);
  EXPECT_NE(svg.find("<title id=\"chart-3-title\">Trade in goods between Arnor &amp; Gondor</title>"), std::string::npos) << svg;
  EXPECT_NE(svg.find("<desc id=\"chart-3-words\">By Arnor&#39;s statistics: $1 million in 2001.</desc>"), std::string::npos) << svg;
  EXPECT_NE(svg.find("role=\"img\""), std::string::npos);
}

TEST(ChartSvg, BreaksTheLineWhereAYearIsMissing) {
  const std::string svg = chart_svg(trade(), 1);
  const std::size_t path = svg.find("<path d=\"");
  const std::string drawn = svg.substr(path, svg.find('"', path + 9) - path);
  EXPECT_EQ(count_of(drawn, "M"), 2U) << drawn;
  EXPECT_EQ(count_of(drawn, "L"), 1U) << drawn;
}

TEST(ChartSvg, DrawsABarForEachYear) {
  Chart chart = trade();
  chart.kind = ChartKind::kBars;
  EXPECT_EQ(count_of(chart_svg(chart, 1), "<rect"), 3U);
}

TEST(ChartSvg, DrawsASingleFigure) {
  Chart chart = trade();
  chart.lines.front().points.resize(1);
  const std::string svg = chart_svg(chart, 1);
  EXPECT_EQ(svg.find("nan"), std::string::npos) << svg;
  EXPECT_EQ(svg.find("inf"), std::string::npos) << svg;
}

}  // namespace
}  // namespace paraph
