#include <cstdlib>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importer/shared_samples.h"

namespace paraph {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

/// Figures by measure and row class: "exports country".
std::map<std::string, std::size_t> counted(const RecordingSink& sink) {
  std::map<std::string, std::size_t> counts;
  for (const std::string& figure : sink.figures) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; parts.size() < 8; ) {
      const std::size_t end = figure.find('|', at);
      parts.push_back(figure.substr(at, end - at));
      at = end + 1;
    }
    ++counts[parts[0] + " " + parts[7] + (figure.find("=(") == std::string::npos ? "" : " mark")];
  }
  return counts;
}

struct Counts {
  const char* path;
  const char* name;
  std::size_t figures;
  std::size_t problems;
};

class RealTables : public ::testing::TestWithParam<Counts> {};

TEST_P(RealTables, HaveAsManyFiguresAsCounted) {
  const auto bytes = shared_sample(std::getenv("PARAPH_SHARED"), GetParam().path);
  if (!bytes) GTEST_SKIP() << "PARAPH_SHARED names no folder with " << GetParam().path;
  const auto sink = import_bytes(GetParam().name, *bytes);
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  std::string shown;
  for (const auto& [kind, count] : counted(*sink)) shown += kind + " " + std::to_string(count) + "; ";
  for (const auto& [reason, count] : sink->skips) shown += "[" + reason + "] " + std::to_string(count) + "; ";
  EXPECT_EQ(sink->figures.size(), GetParam().figures) << shown;
  EXPECT_EQ(sink->problems.size(), GetParam().problems) << (sink->problems.empty() ? "" : sink->problems.front());
}

INSTANTIATE_TEST_SUITE_P(
    Importer, RealTables,
    ::testing::Values(Counts{"trade_aid/uzstat/uzstat_sdmx_1105_exports_by_country_2010_2023.csv", "uzstat_sdmx_1105.csv", 3192, 0},
                      Counts{"trade_aid/uzstat/uzstat_sdmx_1176_imports_by_country_2010_2023.csv", "uzstat_sdmx_1176.csv", 3276, 0},
                      Counts{"trade_aid/amstat/armstat_trade_by_country_monthly.csv", "armenia.csv", 21912, 0},
                      Counts{"trade_aid/kgstat/kg_4.03.00.18_exports_by_country_1994_2023.xlsx", "kg_4.03.00.18.xlsx", 4799, 0},
                      Counts{"trade_aid/kgstat/kg_4.03.00.20_imports_by_country_1994_2023.xlsx", "kg_4.03.00.20.xlsx", 6118, 0},
                      Counts{"trade_aid/kzstat/kz_trade_by_country_2019.xls", "kz_trade_by_country_2019.xls", 668, 0},
                      Counts{"trade_aid/kzstat/kz_trade_by_country_2020.xls", "kz_trade_by_country_2020.xls", 654, 0},
                      Counts{"trade_aid/kzstat/kz_trade_by_country_2021.xls", "kz_trade_by_country_2021.xls", 642, 0},
                      Counts{"trade_aid/kzstat/kz_trade_by_country_2022.xls", "kz_trade_by_country_2022.xls", 686, 2},
                      Counts{"trade_aid/kzstat/kz_trade_by_country_2023.xls", "kz_trade_by_country_2023.xls", 717, 0},
                      Counts{"trade_aid/census/us_census_country_monthly.csv", "us_census_country_monthly.csv", 213820, 0},
                      Counts{"trade_aid/census/us_census_country.xlsx", "country.xlsx", 213820, 0},
                      Counts{"trade_aid/imf_dots/imf_dots_us_reporter_1995_2022.csv", "dots_us.csv", 11058, 0},
                      Counts{"trade_aid/imf_dots/imf_dots_annual_1992_2020_part01.csv", "part01.csv", 438879, 0},
                      Counts{"trade_aid/imf_dots/raw_xlsx/DOTS_208.xlsx", "DOTS_208.xlsx", 20987, 0},
                      Counts{"trade_aid/imf_dots/raw_xlsx/DOTS_210.xlsx", "DOTS_210.xlsx", 4421, 1},
                      Counts{"trade_aid/wdi/wdi_dc_dac_usal_cd_UZB.csv", "net_aid.csv", 31, 0}));

TEST(Census, LeavesOutMonthsThatAreNotPublished) {
  std::string header = "year,CTY_CODE,CTYNAME";
  for (const char flow : {'I', 'E'}) {
    for (const char* month : {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC", "YR"}) {
      header += std::string(",") + flow + month;
    }
  }
  const std::string year = "1,1,1,1,1,1,1,1,1,1,1,1,12,2,2,2,2,2,2,2,2,2,2,2,2,24.5";
  const std::string begun = "1,0,0,0,0,0,0,0,0,0,0,0,1,2,0.5,0,0,0,0,0,0,0,0,0,0,2.5";
  const std::string quiet = "0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0";
  const auto sink = import_bytes("c.csv", header + "\n2022,4644,Uzbekistan," + year + "\n2023,4644,Uzbekistan," + begun +
                                              "\n2023,4634,Kazakhstan," + quiet + "\n2022,0015,\"World, Not Seasonally Adjusted\"," + year + "\n");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->problems, IsEmpty());
  EXPECT_THAT(sink->figures, Contains("imports|US|UZ|USD|customs|goods||country|Uzbekistan 2022=12000000 @2"));
  EXPECT_THAT(sink->figures, Contains("exports|US|UZ|USD|customs|goods||country|Uzbekistan 2022=24500000 @2"));
  EXPECT_THAT(sink->figures, Contains("exports|US|UZ|USD|customs|goods||country|Uzbekistan 2023-02=500000 @3"));
  EXPECT_THAT(sink->figures, Contains("imports|US|KZ|USD|customs|goods||country|Kazakhstan 2023-02=0 @4"));
  EXPECT_THAT(sink->figures, Contains("imports|US|W00|USD|customs|goods||world|World, Not Seasonally Adjusted 2022=12000000 @5"));
  EXPECT_EQ(sink->figures.size(), 26U + 4 + 4 + 26);
  EXPECT_EQ(sink->skips.at("month that is not published yet"), 2U * 20);
  EXPECT_EQ(sink->skips.at("sum of a year that is not over"), 4U);
}

}  // namespace
}  // namespace paraph
