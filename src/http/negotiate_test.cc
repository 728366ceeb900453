#include "http/negotiate.h"

#include <array>

#include <gtest/gtest.h>

namespace paraph {
namespace {

constexpr std::array<std::string_view, 3> kOffers = {"application/json", "text/csv", "text/html"};

TEST(BestType, TakesTheFirstWhereNothingIsSaid) {
  EXPECT_EQ(best_type("", kOffers), 0U);
  EXPECT_EQ(best_type("*/*", kOffers), 0U);
}

TEST(BestType, HeedsWeightsAndSpecifity) {
  EXPECT_EQ(best_type("text/html, application/json;q=0.9", kOffers), 2U);
  EXPECT_EQ(best_type("text/*;q=0.5, application/json;q=0.4", kOffers), 1U);
  EXPECT_EQ(best_type("*/*;q=0.8, application/json;q=0", kOffers), 1U);
  EXPECT_EQ(best_type("TEXT/CSV", kOffers), 1U);
}

TEST(BestType, IsNoneWhereNoneIsLiked) {
  EXPECT_FALSE(best_type("image/png", kOffers).has_value());
  EXPECT_FALSE(best_type("application/json;q=0", kOffers).has_value());
  EXPECT_FALSE(best_type(",,;;q=,", std::array<std::string_view, 1>{"text/csv"}).has_value());
}

TEST(BestCoding, LikesZstdBeforeGzip) {
  EXPECT_EQ(best_coding("gzip, deflate, br, zstd"), Coding::kZstd);
  EXPECT_EQ(best_coding("gzip, zstd;q=0.5"), Coding::kGzip);
  EXPECT_EQ(best_coding("*"), Coding::kZstd);
  EXPECT_EQ(best_coding("zstd;q=0, gzip"), Coding::kGzip);
  EXPECT_EQ(best_coding("br"), Coding::kIdentity);
  EXPECT_EQ(best_coding(""), Coding::kIdentity);
}

TEST(ContentType, IsReadInSmallLetters) {
  EXPECT_EQ(media_type_of("Text/Plain ; charset=UTF-8"), "text/plain");
  EXPECT_EQ(charset_of("Text/Plain ; Charset=\"UTF-8\""), "utf-8");
  EXPECT_EQ(charset_of("text/plain"), "");
}

TEST(TagMatches, AnyCodingOfTheSameBytes) {
  EXPECT_TRUE(tag_matches("\"4f2a\"", "\"4f2a\""));
  EXPECT_TRUE(tag_matches("W/\"x\", \"4f2a-zstd\"", "\"4f2a\""));
  EXPECT_TRUE(tag_matches("*", "\"4f2a\""));
  EXPECT_FALSE(tag_matches("\"4f2ab\"", "\"4f2a\""));
  EXPECT_FALSE(tag_matches("4f2a", "\"4f2a\""));
  EXPECT_EQ(coded_tag("\"4f2a\"", Coding::kGzip), "\"4f2a-gzip\"");
}

}  // namespace
}  // namespace paraph
