#include "report/figures.h"

#include <gtest/gtest.h>

namespace paraph {
namespace {

Decimal decimal(std::string_view text) { return *Decimal::parse(text); }

TEST(Figures, ScalesMoneyToTheWordThatReadsBest) {
  EXPECT_EQ(figure_in_words(decimal("276968900"), "USD"), "$276.97 million");
  EXPECT_EQ(figure_in_words(decimal("1800000000"), "USD"), "$1.80 billion");
  EXPECT_EQ(figure_in_words(decimal("4874921400"), "EUR"), "EUR 4.87 billion");
  EXPECT_EQ(figure_in_words(decimal("-5000000"), "USD"), "−$5 million");
  EXPECT_EQ(figure_in_words(decimal("28500"), "people"), "28,500 people");
}

TEST(Figures, KeepsTheTextsOwnDecimalsAndHedge) {
  Quantity quantity;
  quantity.value = decimal("424600000");
  quantity.unit = "USD";
  EXPECT_EQ(quantity_in_words(quantity), "$424.6 million");
  quantity.comparator = Comparator::kAbout;
  EXPECT_EQ(quantity_in_words(quantity), "about $424.6 million");
}

TEST(Figures, SaysBothEndsOfARange) {
  Quantity quantity;
  quantity.low = decimal("10");
  quantity.high = decimal("12");
  quantity.unit = "percent";
  quantity.comparator = Comparator::kRange;
  EXPECT_EQ(quantity_in_words(quantity), "10 to 12 %");
}

TEST(Figures, FormsOrdinals) {
  EXPECT_EQ(ordinal(decimal("1")), "1st");
  EXPECT_EQ(ordinal(decimal("12")), "12th");
  EXPECT_EQ(ordinal(decimal("23")), "23rd");
  EXPECT_EQ(ordinal(decimal("111")), "111th");
}

TEST(Figures, WritesDifferencesWithSignAndTwoDecimals) {
  EXPECT_EQ(difference_in_words(decimal("-5.4")), "−5.40 %");
  EXPECT_EQ(difference_in_words(decimal("38.624")), "+38.62 %");
  EXPECT_EQ(difference_in_words(decimal("0")), "0.00 %");
  EXPECT_EQ(difference_in_words(decimal("1250")), "+1,250.00 %");
}

TEST(Figures, SaysPeriodsAsPeopleDo) {
  EXPECT_EQ(period_in_words(*CivilPeriod::parse("1992-02-19")), "19 February 1992");
  EXPECT_EQ(period_in_words(*CivilPeriod::parse("2021-03")), "March 2021");
  EXPECT_EQ(period_in_words(*CivilPeriod::parse("1992/..")), "since 1992");
  EXPECT_EQ(period_in_words(CivilPeriod::fiscal_year(2021)), "fiscal year 2021");
}

}  // namespace
}  // namespace paraph
