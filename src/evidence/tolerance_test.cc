#include "evidence/tolerance.h"

#include <gtest/gtest.h>

#include "evidence/words.h"

namespace paraph {
namespace {

Quantity figure(std::string_view value, int digits, int exponent, Comparator comparator = Comparator::kEqual, std::string unit = "USD") {
  Quantity quantity;
  quantity.value = Decimal::parse(value);
  quantity.unit = std::move(unit);
  quantity.digits = digits;
  quantity.exponent = exponent;
  quantity.comparator = comparator;
  return quantity;
}

Agrees judged(const Quantity& quantity, std::string_view published) {
  return Tolerance::of(quantity)->agreement(*Decimal::parse(published));
}

TEST(Tolerance, IsHalfAUnitOfTheLastDigitHalfOpen) {
  const Quantity quantity = figure("424600000", 4, 5);  // $424.6 million
  EXPECT_EQ(judged(quantity, "424550000"), Agrees::kYes);
  EXPECT_EQ(judged(quantity, "424649999.99"), Agrees::kYes);
  EXPECT_NE(judged(quantity, "424650000"), Agrees::kYes);
  EXPECT_NE(judged(quantity, "424549999"), Agrees::kYes);
  EXPECT_EQ(Tolerance::of(quantity)->str(), "[424.55, 424.65) million USD");
}

TEST(Tolerance, CallsNearWhatLiesWithinTwoPercent) {
  const Quantity quantity = figure("424600000", 4, 5);
  EXPECT_EQ(judged(quantity, "426279050"), Agrees::kNear);
  EXPECT_EQ(judged(quantity, "433092000"), Agrees::kNear);
  EXPECT_EQ(judged(quantity, "433092001"), Agrees::kNo);
  EXPECT_EQ(judged(quantity, "-426279050"), Agrees::kNo);
}

TEST(Tolerance, AllowsForRoundingOfAWholeNumberThatEndsInZeros) {
  const Quantity quantity = figure("950000000", 3, 6);  // $950 million
  EXPECT_EQ(judged(quantity, "950400000"), Agrees::kYes);
  EXPECT_EQ(judged(quantity, "946000000"), Agrees::kRounded);
  EXPECT_EQ(judged(quantity, "956000000"), Agrees::kNear);
  EXPECT_EQ(Tolerance::of(quantity)->str(), "[949.5, 950.5), or [945, 955) where rounded million USD");
  EXPECT_EQ(judged(figure("6000", 4, 0, Comparator::kEqual, "people"), "5600"), Agrees::kRounded);
}

TEST(Tolerance, DoublesForAbout) {
  const Quantity quantity = figure("1800000000", 2, 8, Comparator::kAbout);
  EXPECT_EQ(judged(quantity, "1700000000"), Agrees::kYes);
  EXPECT_EQ(judged(quantity, "1900000000"), Agrees::kYes);
  EXPECT_EQ(judged(quantity, "1900000001"), Agrees::kNo);
  EXPECT_EQ(judged(quantity, "1600000000"), Agrees::kNo);
}

TEST(Tolerance, ReachesToOneSideForMoreThanAndNearly) {
  const Quantity more = figure("400000000", 1, 8, Comparator::kMore);
  EXPECT_EQ(judged(more, "400000000"), Agrees::kNear);  // Not more, but close.
  EXPECT_EQ(judged(more, "500000000"), Agrees::kYes);
  EXPECT_EQ(judged(more, "900000000"), Agrees::kNear);  // True in the letter only.
  EXPECT_EQ(judged(more, "300000000"), Agrees::kNo);
  const Quantity nearly = figure("400000000", 1, 8, Comparator::kLess);
  EXPECT_EQ(judged(nearly, "390000000"), Agrees::kYes);
  EXPECT_EQ(judged(nearly, "100000000"), Agrees::kNear);
  EXPECT_EQ(judged(nearly, "500000000"), Agrees::kNo);
}

TEST(Tolerance, CoversAStatedRangeToItsLastDigits) {
  Quantity range;
  range.low = Decimal(30);
  range.high = Decimal(40);
  range.unit = "percent";
  range.digits = 2;
  range.comparator = Comparator::kRange;
  EXPECT_EQ(judged(range, "29.5"), Agrees::kYes);
  EXPECT_EQ(judged(range, "40.4"), Agrees::kYes);
  EXPECT_EQ(judged(range, "45"), Agrees::kNo);
  EXPECT_EQ(Tolerance::of(range)->difference_percent(Decimal(35))->str(), "0");
  EXPECT_EQ(Tolerance::of(range)->difference_percent(Decimal(50))->str(), "25");
}

TEST(Tolerance, TakesAPlaceExactlyAndTopTenAsAnyOfTen) {
  EXPECT_EQ(judged(figure("100", 3, 0, Comparator::kEqual, "rank"), "101"), Agrees::kNo);
  EXPECT_EQ(judged(figure("16", 2, 0, Comparator::kEqual, "rank"), "16"), Agrees::kYes);
  EXPECT_EQ(judged(figure("10", 2, 0, Comparator::kAtMost, "rank"), "3"), Agrees::kYes);
  EXPECT_EQ(judged(figure("10", 2, 0, Comparator::kAtMost, "rank"), "11"), Agrees::kNo);
}

TEST(Tolerance, ReadsWordsAsTheirRoundNumber) {
  const Quantity words = figure("30000000", 0, 0, Comparator::kEqual, "people");  // "thirty million"
  EXPECT_EQ(judged(words, "34000000"), Agrees::kYes);
  EXPECT_EQ(judged(words, "36000000"), Agrees::kNo);
}

TEST(Tolerance, RefusesFiguresBeyondReasonInsteadOfOverflowing) {
  EXPECT_FALSE(Tolerance::of(figure("9999999999999999999999999999999999", 34, 0)));
  EXPECT_FALSE(Tolerance::of(Quantity()));
  const Quantity quantity = figure("1", 1, 0);
  EXPECT_EQ(judged(quantity, "9999999999999999999999999999999999"), Agrees::kNo);
  EXPECT_EQ(Tolerance::of(quantity)->difference_percent(*Decimal::parse("9999999999999999999999999999999999")), std::nullopt);
}

TEST(PercentChange, HasTwoDecimalsAndNoneFromZero) {
  EXPECT_EQ(percent_change(Decimal(276974360), Decimal(426279050))->str(), "53.91");
  EXPECT_EQ(percent_change(Decimal(-4), Decimal(-2))->str(), "50");
  EXPECT_EQ(percent_change(Decimal(0), Decimal(5)), std::nullopt);
}

TEST(Words, SayFiguresDatesAndPlaces) {
  EXPECT_EQ(amount_in_words(Decimal(426279050), "USD"), "$426.28 million");
  EXPECT_EQ(amount_in_words(*Decimal::parse("-1500000000"), "EUR"), "−EUR 1.50 billion");
  EXPECT_EQ(date_in_words(*CivilPeriod::parse("1992-02-19")), "19 February 1992");
  EXPECT_EQ(date_in_words(*CivilPeriod::parse("FY1992/FY2022")), "fiscal years 1992 to 2022");
  EXPECT_EQ(ordinal_in_words(11), "11th");
  EXPECT_EQ(ordinal_in_words(22), "22nd");
  EXPECT_EQ(folded("  São Tomé, L'Ångström!"), "sao tome l angstrom");
}

}  // namespace
}  // namespace paraph
