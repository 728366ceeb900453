#include "brief/amounts.h"

#include <gtest/gtest.h>

namespace paraph {
namespace {

Decimal number(std::string_view text) { return *Decimal::parse(text); }

TEST(DollarsWritten, TakesTheWordThatSheetsTake) {
  EXPECT_EQ(dollars_written(number("424612345"), "$").text, "$424.6 million");
  EXPECT_EQ(dollars_written(number("1460289654"), "$").text, "$1.46 billion");
  EXPECT_EQ(dollars_written(number("68912345678"), "US$").text, "US$68.9 billion");
  EXPECT_EQ(dollars_written(number("27360935000000"), "$").text, "$27.36 trillion");
}

TEST(DollarsWritten, GoesUpAWordWhereRoundingFillsIt) { EXPECT_EQ(dollars_written(number("999960000"), "$").text, "$1 billion"); }

TEST(DollarsWritten, RoundsThousandsAndKeepsWhatIsSmaller) {
  EXPECT_EQ(dollars_written(number("301499"), "$").text, "$301,000");
  EXPECT_EQ(dollars_written(number("450"), "$").text, "$450");
  EXPECT_EQ(dollars_written(number("999600"), "$").text, "$1 million");
}

TEST(DollarsWritten, SaysToAReaderWhatItWrites) {
  const auto written = dollars_written(number("424612345"), "$");
  EXPECT_EQ(written.quantity.value, number("424600000"));
  EXPECT_EQ(written.quantity.unit, "USD");
  EXPECT_EQ(written.quantity.digits, 4);
  EXPECT_EQ(written.quantity.exponent, 5);
}

TEST(PercentWritten, DropsDecimalsOfLargeChanges) {
  EXPECT_EQ(percent_written(number("-53.94")).text, "53.9");
  EXPECT_EQ(percent_written(number("124.84")).text, "125");
}

TEST(RankWritten, LeavesTheFirstWithoutANumber) {
  EXPECT_EQ(rank_written(1).text, "");
  EXPECT_EQ(rank_written(22).text, "22nd ");
}

TEST(DateWritten, TakesThePrepositionOfItsPrecision) {
  EXPECT_EQ(date_written(*CivilPeriod::parse("1992-03-16")), "on 16 March 1992");
  EXPECT_EQ(date_written(*CivilPeriod::parse("1992-03")), "in March 1992");
  EXPECT_EQ(date_written(*CivilPeriod::parse("1992")), "in 1992");
  EXPECT_EQ(date_written(*CivilPeriod::parse("2018-05-15/2018-05-17")), "from 15 to 17 May 2018");
  EXPECT_EQ(date_written(*CivilPeriod::parse("2023-02-28/2023-03-01")), "from 28 February to 1 March 2023");
}

TEST(Fixed, KeepsTheDecimalsOfItsColumn) {
  EXPECT_EQ(fixed(number("20"), 1), "20.0");
  EXPECT_EQ(fixed(number("9.005"), 2), "9.01");
}

}  // namespace
}  // namespace paraph
