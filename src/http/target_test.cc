#include "http/target.h"

#include <gtest/gtest.h>

namespace paraph {
namespace {

TEST(ReadTarget, TakesPathAndQueryApart) {
  const auto target = read_target("/v1/pairs/US/C%C3%B4te%20d'Ivoire?as_of=2022-06-30&q=a+b%26c");
  ASSERT_TRUE(target.has_value());
  EXPECT_EQ(target->segments, (std::vector<std::string>{"v1", "pairs", "US", "Côte d'Ivoire"}));
  EXPECT_EQ(target->parameter("as_of"), "2022-06-30");
  EXPECT_EQ(target->parameter("q"), "a b&c");
  EXPECT_FALSE(target->has("missing"));
}

TEST(ReadTarget, TakesTheRootAlone) {
  const auto target = read_target("/");
  ASSERT_TRUE(target.has_value());
  EXPECT_TRUE(target->segments.empty());
}

TEST(ReadTarget, RefusesWhatTricksAreMadeOf) {
  for (const char* text : {"", "v1/check", "*", "http://elsewhere/", "/..", "/a/../b", "/a/./b", "/%2e%2e/etc/passwd", "/a%2fb", "/a%5cb", "/a//b", "/a/", "/%", "/%4", "/%zz",
                           "/a%00b", "/a%0d%0aSet-Cookie:x", "/%ff%fe", "/%c0%ae%c0%ae", "/a?b=%ff", "/a?b=1&b=2", "/a#b", "/a?x=%0a"}) {
    EXPECT_FALSE(read_target(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace paraph
