#include "value/civil_period.h"

#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/check.h"

namespace paraph {
namespace {

using std::chrono::sys_days;
using namespace std::chrono_literals;

CivilPoint day(int year, int month, int day) { return {year, month, day, PeriodPrecision::kDay}; }
CivilPoint month(int year, int month) { return {year, month, 0, PeriodPrecision::kMonth}; }
CivilPoint quarter(int year, int number) { return {year, number * 3 - 2, 0, PeriodPrecision::kQuarter}; }
CivilPoint half(int year, int number) { return {year, number * 6 - 5, 0, PeriodPrecision::kHalf}; }
CivilPoint decade(int year) { return {year, 0, 0, PeriodPrecision::kDecade}; }

TEST(CivilPeriod, IsWrittenInTheFormOfTheContract) {
  EXPECT_EQ(CivilPeriod::year(2021).str(), "2021");
  EXPECT_EQ(CivilPeriod::at(month(2021, 3)).str(), "2021-03");
  EXPECT_EQ(CivilPeriod::at(day(2021, 3, 4)).str(), "2021-03-04");
  EXPECT_EQ(CivilPeriod::between({1992, 0, 0, PeriodPrecision::kYear}, {2022, 0, 0, PeriodPrecision::kYear}).str(), "1992/2022");
  EXPECT_EQ(CivilPeriod::since({1992, 0, 0, PeriodPrecision::kYear}).str(), "1992/..");
  EXPECT_EQ(CivilPeriod::until(month(2008, 5)).str(), "../2008-05");
  EXPECT_EQ(CivilPeriod::fiscal_year(2021).str(), "FY2021");
  EXPECT_EQ(CivilPeriod::fiscal_years(2019, 2021).str(), "FY2019/FY2021");
  EXPECT_EQ(CivilPeriod::fiscal_years(2019, std::nullopt).str(), "FY2019/..");
  EXPECT_EQ(CivilPeriod::fiscal_years(std::nullopt, 2021).str(), "../FY2021");
}

TEST(CivilPeriod, WritesQuartersAndHalvesAsTheirMonthsAndDecadesAsTheirYears) {
  EXPECT_EQ(CivilPeriod::at(half(2024, 2)).str(), "2024-07/2024-12");
  EXPECT_EQ(CivilPeriod::at(quarter(2023, 2)).str(), "2023-04/2023-06");
  EXPECT_EQ(CivilPeriod::since(quarter(2023, 2)).str(), "2023-04/..");
  EXPECT_EQ(CivilPeriod::until(quarter(2023, 2)).str(), "../2023-06");
  EXPECT_EQ(CivilPeriod::between(quarter(2023, 2), quarter(2024, 1)).str(), "2023-04/2024-03");
  EXPECT_EQ(CivilPeriod::at(decade(1990)).str(), "1990/1999");
  EXPECT_EQ(CivilPeriod::since(decade(1990)).str(), "1990/..");
  EXPECT_EQ(CivilPeriod::at({1801, 0, 0, PeriodPrecision::kCentury}).str(), "1801/1900");
}

TEST(CivilPeriod, ReadsItsOwnFormBack) {
  std::vector<CivilPoint> points = {day(1969, 12, 31), day(2024, 2, 29), month(1992, 1),
                                    month(1992, 12),   decade(1980),     {1801, 0, 0, PeriodPrecision::kCentury}};
  for (int number = 1; number <= 4; ++number) points.push_back(quarter(2020 + number, number));
  for (int number = 1; number <= 2; ++number) points.push_back(half(2020 + number, number));
  for (int year = 1400; year <= 2100; year += 7) points.push_back({year, 0, 0, PeriodPrecision::kYear});
  for (const CivilPoint& point : points) {
    const CivilPeriod period = CivilPeriod::at(point);
    EXPECT_EQ(CivilPeriod::parse(period.str()), period) << period.str();
    for (const CivilPeriod& open : {CivilPeriod::since(point), CivilPeriod::until(point)}) {
      const auto back = CivilPeriod::parse(open.str());
      ASSERT_TRUE(back) << open.str();
      EXPECT_EQ(back->str(), open.str());
    }
    for (const CivilPoint& other : points) {
      if (other.first_day() <= point.first_day()) continue;
      const std::string text = CivilPeriod::between(point, other).str();
      const auto back = CivilPeriod::parse(text);
      ASSERT_TRUE(back) << text;
      EXPECT_EQ(back->str(), text);
    }
  }
  for (const CivilPeriod& fiscal :
       {CivilPeriod::fiscal_year(2021), CivilPeriod::fiscal_years(2019, 2021), CivilPeriod::fiscal_years(2019, std::nullopt)}) {
    EXPECT_EQ(CivilPeriod::parse(fiscal.str()), fiscal);
  }
}

TEST(CivilPeriod, RefusesWhatIsNoPeriod) {
  for (const std::string_view text : {"",
                                      "21",
                                      "2021-",
                                      "2021-3",
                                      "2021-13",
                                      "2021-00",
                                      "2021-02-30",
                                      "2023-02-29",
                                      "2021-04-31",
                                      "2021-01-00",
                                      "../..",
                                      "2021/",
                                      "/2021",
                                      "2022/1992",
                                      "2021-05/2021-03",
                                      "FY21",
                                      "FY2021/2022",
                                      "FY2022/FY2021",
                                      "2021 ",
                                      " 2021",
                                      "2021/2022/2023",
                                      "2021-03-04T00:00",
                                      "2O21",
                                      "..",
                                      "FY.."}) {
    EXPECT_FALSE(CivilPeriod::parse(text)) << text;
  }
}

TEST(CivilPoint, CoversWholeDays) {
  const CivilPoint year{2021, 0, 0, PeriodPrecision::kYear};
  EXPECT_EQ(year.first_day(), sys_days(2021y / 1 / 1));
  EXPECT_EQ(year.day_after(), sys_days(2022y / 1 / 1));
  EXPECT_EQ(month(2024, 2).day_after(), sys_days(2024y / 3 / 1));
  EXPECT_EQ(month(2021, 12).day_after(), sys_days(2022y / 1 / 1));
  EXPECT_EQ(day(2024, 2, 29).day_after(), sys_days(2024y / 3 / 1));
  EXPECT_EQ(quarter(2023, 4).first_day(), sys_days(2023y / 10 / 1));
  EXPECT_EQ(quarter(2023, 4).day_after(), sys_days(2024y / 1 / 1));
  EXPECT_EQ(half(2023, 1).day_after(), sys_days(2023y / 7 / 1));
  EXPECT_EQ(decade(1990).day_after(), sys_days(2000y / 1 / 1));
}

TEST(CivilPeriod, KnowsTheOneYearItLiesIn) {
  EXPECT_EQ(CivilPeriod::year(2021).single_year(), 2021);
  EXPECT_EQ(CivilPeriod::at(day(2021, 3, 4)).single_year(), 2021);
  EXPECT_EQ(CivilPeriod::at(half(2021, 2)).single_year(), 2021);
  EXPECT_EQ(CivilPeriod::between(month(2021, 3), month(2021, 5)).single_year(), 2021);
  EXPECT_EQ(CivilPeriod::fiscal_year(2021).single_year(), 2021);
  EXPECT_FALSE(CivilPeriod::between(month(2020, 12), month(2021, 1)).single_year());
  EXPECT_FALSE(CivilPeriod::since(day(2021, 3, 4)).single_year());
  EXPECT_FALSE(CivilPeriod::at(decade(1990)).single_year());
}

TEST(CivilPeriod, MustHaveAnEnd) { EXPECT_THROW(CivilPeriod::fiscal_years(std::nullopt, std::nullopt), BrokenContract); }

}  // namespace
}  // namespace paraph
