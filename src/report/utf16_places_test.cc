#include "report/utf16_places.h"

#include <string>

#include <gtest/gtest.h>

namespace paraph {
namespace {

TEST(Utf16Places, AreBytesInPlainText) {
  const std::string text = "Arnor and Gondor";
  EXPECT_EQ(Utf16Places(text).of({10, 16}), TextSpan(10, 16));
}

TEST(Utf16Places, CountWhatBrowsersCount) {
  const std::string text = "é€𝄞x";  // 2, 3, 4 and 1 bytes; 1, 1, 2 and 1 units
  const Utf16Places places(text);
  EXPECT_EQ(places.of({0, 2}), TextSpan(0, 1));
  EXPECT_EQ(places.of({2, 5}), TextSpan(1, 2));
  EXPECT_EQ(places.of({5, 9}), TextSpan(2, 4));
  EXPECT_EQ(places.of({9, 10}), TextSpan(4, 5));
}

TEST(Utf16Places, CountABrokenByteAsItsReplacement) {
  const std::string text = "a\x80\xff\xc3" "b";
  EXPECT_EQ(Utf16Places(text).of({0, 5}), TextSpan(0, 5));
}

TEST(Utf16Places, HoldBehindManySteps) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "é";
  text += "x";
  EXPECT_EQ(Utf16Places(text).of({2000, 2001}), TextSpan(1000, 1001));
}

}  // namespace
}  // namespace paraph
