#include "value/decimal.h"

#include <random>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/check.h"
#include "value/quantity.h"

namespace paraph {
namespace {

Decimal decimal(std::string_view text) {
  const auto value = Decimal::parse(text);
  EXPECT_TRUE(value) << text;
  return value.value_or(Decimal());
}

TEST(Decimal, ReadsWhatATextWritesAndWritesItPlainly) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"0", "0"},
      {"-0", "0"},
      {"1234", "1234"},
      {"-1234.50", "-1234.5"},
      {".5", "0.5"},
      {"-.25", "-0.25"},
      {"0.050", "0.05"},
      {"100", "100"},
      {"10.0", "10"},
      {"000.1000", "0.1"},
      {"007", "7"},
      {"1.005", "1.005"},
      {"424.6", "424.6"},
      {"-3.000", "-3"},
      {"0.00001", "0.00001"},
      {"1234567890123456789012345678901234", "1234567890123456789012345678901234"}};
  for (const auto& [text, plain] : cases) EXPECT_EQ(decimal(text).str(), plain) << text;
}

TEST(Decimal, RefusesAnythingElse) {
  for (const std::string_view text :
       {"", "-", ".", "1.", "1,000", "1e6", "+1", " 1", "1 ", "1.2.3", "--1", "12345678901234567890123456789012345"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
}

TEST(Decimal, IsEqualByValue) {
  EXPECT_EQ(decimal("1.50"), decimal("1.5"));
  EXPECT_EQ(Decimal(15, 1), Decimal(1500, 3));
  EXPECT_EQ(Decimal(5, -3), Decimal(5000));
  EXPECT_NE(decimal("1.5"), decimal("1.51"));
}

TEST(Decimal, OrdersFiguresOfEveryScale) {
  const std::vector<std::string_view> ascending = {
      "-1000000", "-3", "-2.5",   "-0.001", "0",  "0.0000001", "0.1",   "0.10000000000000000000000000000001", "0.11",
      "0.9",      "1",  "1.0001", "9.999",  "10", "99",        "100.5", "1234567890123456789012345678901234"};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_EQ(decimal(ascending[i]) <=> decimal(ascending[j]), i <=> j) << ascending[i] << " and " << ascending[j];
    }
  }
}

TEST(Decimal, ShiftsByPowersOfTenExactly) {
  EXPECT_EQ(decimal("424.6").shifted(6).str(), "424600000");
  EXPECT_EQ(decimal("5").shifted(-2).str(), "0.05");
  EXPECT_EQ(decimal("1.5").shifted(0).str(), "1.5");
  EXPECT_EQ(decimal("0").shifted(40).str(), "0");
}

TEST(Decimal, DividesRoundingHalfAwayFromZero) {
  EXPECT_EQ(Decimal::divide(Decimal(1), Decimal(3), 4).str(), "0.3333");
  EXPECT_EQ(Decimal::divide(Decimal(2), Decimal(3), 4).str(), "0.6667");
  EXPECT_EQ(Decimal::divide(Decimal(1), Decimal(8), 2).str(), "0.13");
  EXPECT_EQ(Decimal::divide(Decimal(-1), Decimal(8), 2).str(), "-0.13");
  EXPECT_EQ(Decimal::divide(Decimal(1), Decimal(-8), 2).str(), "-0.13");
  EXPECT_EQ(Decimal::divide(Decimal(-1), Decimal(-8), 2).str(), "0.13");
  EXPECT_EQ(Decimal::divide(decimal("0.124"), Decimal(1), 2).str(), "0.12");
  EXPECT_EQ(Decimal::divide(decimal("424.6"), decimal("277"), 3).str(), "1.533");
}

TEST(Decimal, ObeysTheLawsOfArithmetic) {
  std::mt19937_64 random(7);
  const auto any = [&] {
    const auto units = static_cast<std::int64_t>(random() % 2'000'000'001ULL) - 1'000'000'000;
    return Decimal(units, static_cast<int>(random() % 9));
  };
  for (int round = 0; round < 2000; ++round) {
    const Decimal a = any();
    const Decimal b = any();
    const Decimal c = any();
    EXPECT_EQ(a + b, b + a);
    EXPECT_EQ((a + b) + c, a + (b + c));
    EXPECT_EQ(a * (b + c), a * b + a * c);
    EXPECT_EQ(a - b, -(b - a));
    EXPECT_EQ(a + b - b, a);
    EXPECT_EQ(Decimal::parse(a.str()), a);
    EXPECT_EQ(a < b, (a - b).negative());
    EXPECT_FALSE(a.abs().negative());
    EXPECT_NEAR(a.to_double(), std::stod(a.str()), 1e-6);
    if (!b.zero()) {
      EXPECT_EQ(Decimal::divide(a * b, b, 20), a);
    }
  }
}

TEST(Decimal, FailsACheckRatherThanOverflow) {
  const Decimal large = decimal("1234567890123456789012345678901234");
  EXPECT_THROW(static_cast<void>(large * large), BrokenContract);
  EXPECT_THROW(static_cast<void>(large.shifted(20)), BrokenContract);
  EXPECT_THROW(static_cast<void>(Decimal::divide(Decimal(1), Decimal(), 2)), BrokenContract);
}

TEST(Quantity, SignsAreThoseOfTheContract) {
  EXPECT_EQ(comparator_sign(Comparator::kEqual), "=");
  EXPECT_EQ(comparator_sign(Comparator::kAbout), "~");
  EXPECT_EQ(comparator_sign(Comparator::kMore), ">");
  EXPECT_EQ(comparator_sign(Comparator::kAtLeast), ">=");
  EXPECT_EQ(comparator_sign(Comparator::kLess), "<");
  EXPECT_EQ(comparator_sign(Comparator::kAtMost), "<=");
  EXPECT_EQ(comparator_sign(Comparator::kRange), "..");
}

}  // namespace
}  // namespace paraph
