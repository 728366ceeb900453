#include <gtest/gtest.h>

#include "base/check.h"
#include "base/result.h"
#include "base/strong_id.h"
#include "base/text_span.h"

namespace paraph {
namespace {

TEST(TextSpan, RefusesToEndBeforeItBegins) { EXPECT_THROW(TextSpan(3, 2), BrokenContract); }

TEST(TextSpan, GivesTheBytesThatItCovers) { EXPECT_EQ(TextSpan(4, 8).of("The text."), "text"); }

TEST(TextSpan, RefusesBytesOutsideTheDocument) { EXPECT_THROW((void)TextSpan(4, 80).of("The text."), BrokenContract); }

TEST(TextSpan, OverlapsNeedASharedByte) {
  EXPECT_FALSE(TextSpan(0, 2).overlaps(TextSpan(2, 4)));
  EXPECT_TRUE(TextSpan(0, 3).overlaps(TextSpan(2, 4)));
  EXPECT_EQ(TextSpan(0, 2).joined(TextSpan(5, 7)), TextSpan(0, 7));
}

TEST(Result, CarriesTheErrorAndItsWords) {
  const Result<int> result = fail(ErrorCode::kMalformed, "rows.tsv:3: two columns, three expected");
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(error_code_name(result.error().code), "malformed");
  EXPECT_EQ(result.error().message, "rows.tsv:3: two columns, three expected");
}

TEST(StrongId, ComparesByText) {
  using Id = StrongId<struct TestTag>;
  EXPECT_EQ(Id("UZ"), Id("UZ"));
  EXPECT_LT(Id("US"), Id("UZ"));
}

}  // namespace
}  // namespace paraph
