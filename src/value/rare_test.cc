#include "value/rare.h"

#include <string>

#include <gtest/gtest.h>

namespace paraph {
namespace {

TEST(Rare, CopiesAreTheirOwn) {
  Rare<std::string> first(std::string("Arnor"));
  Rare<std::string> second = first;
  *second += "!";
  EXPECT_EQ(*first, "Arnor");
  second = first;
  EXPECT_EQ(*second, "Arnor");
  first.reset();
  EXPECT_FALSE(first);
  EXPECT_TRUE(second.has_value());
  second = first;
  EXPECT_FALSE(second);
}

TEST(Rare, IsComparedAsAnOptional) {
  const Rare<int> none;
  EXPECT_EQ(none, Rare<int>());
  EXPECT_LT(none, Rare<int>(-1));
  EXPECT_LT(Rare<int>(1), Rare<int>(2));
  EXPECT_EQ(Rare<int>(2), Rare<int>(std::optional(2)));
  EXPECT_EQ(std::optional<int>(Rare<int>(3)), std::optional(3));
  EXPECT_EQ(std::optional<int>(none), std::nullopt);
}

}  // namespace
}  // namespace paraph
