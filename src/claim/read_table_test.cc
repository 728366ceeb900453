#include <gmock/gmock.h>

#include <string>

#include "claim/claim_testing.h"

namespace paraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// Claims of a Markdown text about Norway and Kenya.
std::vector<std::string> read(std::string_view text) { return claim_lines(read_text(text, "NO", "KE", DocumentFormat::kMarkdown)); }

TEST(ReadTable, ReadsYearsInColumns) {
  EXPECT_THAT(read("## Trade (NOK million)\n\n"
                   "| | 2019 | 2020 |\n|---|---|---|\n"
                   "| Exports to Kenya | 310 | 295.5 |\n"
                   "| Imports from Kenya | 420 | 433 |\n"),
              ElementsAre("trade_value flow=exports object=KE period=2019 subject=NO unit=NOK value=310000000",
                          "trade_value flow=exports object=KE period=2020 subject=NO unit=NOK value=295500000",
                          "trade_value flow=imports object=KE period=2019 subject=NO unit=NOK value=420000000",
                          "trade_value flow=imports object=KE period=2020 subject=NO unit=NOK value=433000000"));
}

TEST(ReadTable, ReadsYearsInRows) {
  EXPECT_THAT(read("| Year | Exports to Kenya (US$ million) | Imports from Kenya (US$ million) |\n|---|---|---|\n"
                   "| 2017 | 41 | 55 |\n"
                   "| 2018 | 44 | 57 |\n"),
              ElementsAre("trade_value flow=exports object=KE period=2017 subject=NO unit=USD value=41000000",
                          "trade_value flow=imports object=KE period=2017 subject=NO unit=USD value=55000000",
                          "trade_value flow=exports object=KE period=2018 subject=NO unit=USD value=44000000",
                          "trade_value flow=imports object=KE period=2018 subject=NO unit=USD value=57000000"));
}

TEST(ReadTable, TakesTheTotalForTradeOfBothWays) {
  EXPECT_THAT(
      read("Norway's trade with Kenya in goods:\n\n| Year | Exports (EUR million) | Imports (EUR million) | Total (EUR million) |\n|---|---|---|---|\n| 2021 | 12 | 30 | 42 |\n"),
      UnorderedElementsAre("trade_value flow=exports object=KE period=2021 subject=NO unit=EUR value=12000000",
                           "trade_value flow=imports object=KE period=2021 subject=NO unit=EUR value=30000000",
                           "trade_value flow=total object=KE period=2021 subject=NO unit=EUR value=42000000"));
}

TEST(ReadTable, LeavesADirectionOpenThatNothingAboveTells) {
  const auto lines = read("| Year | Exports (EUR million) | Imports (EUR million) |\n|---|---|---|\n| 2021 | 12 | 30 |\n");
  EXPECT_THAT(lines, IsEmpty());
}

TEST(ReadTable, ReadsIndicatorsOfTheHeadingsState) {
  EXPECT_THAT(read("## Kenya at a glance\n\n"
                   "| Indicator | 2020 | 2021 |\n|---|---|---|\n"
                   "| GDP (US$ billion) | 100.7 | 109.7 |\n"
                   "| Inflation (%) | 5.4 | 6.1 |\n"),
              ElementsAre("indicator indicator=gdp period=2020 subject=KE unit=USD value=100700000000",
                          "indicator indicator=gdp period=2021 subject=KE unit=USD value=109700000000",
                          "indicator indicator=inflation period=2020 subject=KE unit=percent value=5.4",
                          "indicator indicator=inflation period=2021 subject=KE unit=percent value=6.1"));
}

TEST(ReadTable, LeavesATableOfOtherThingsAlone) {
  EXPECT_THAT(read("| Room | Opens | Seats |\n|---|---|---|\n| Reading room | 9 | 40 |\n| Hall | 10 | 250 |\n"), IsEmpty());
}

TEST(ReadTable, NeedsAUnitForTrade) {
  EXPECT_THAT(read("| | 2019 | 2020 |\n|---|---|---|\n| Exports to Kenya | 310 | 295 |\n"), IsEmpty());
}

}  // namespace
}  // namespace paraph
