#include "report/display_text.h"

#include <gmock/gmock.h>

namespace paraph {
namespace {

using testing::ElementsAre;

TEST(DisplayText, CountsWideCharactersTwiceAndCombiningOnesNotAtAll) {
  EXPECT_EQ(display_width("Tashkent"), 8u);
  EXPECT_EQ(display_width("日本"), 4u);
  EXPECT_EQ(display_width("e\u0301"), 1u);
  EXPECT_EQ(display_width("⌛"), 2u);
}

TEST(DisplayText, WrapsAtSpacesAndBreaksOnlyWordsThatDoNotFit) {
  EXPECT_THAT(wrapped("one two  three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrapped("abcdefgh ij", 3), ElementsAre("abc", "def", "gh", "ij"));
  EXPECT_THAT(wrapped("", 10), ElementsAre(""));
}

TEST(DisplayText, NeverSplitsAWideCharacter) { EXPECT_THAT(wrapped("日本国", 5), ElementsAre("日本", "国")); }

TEST(DisplayText, ShortensWithAnEllipsisInsideTheWidth) {
  EXPECT_EQ(shortened("a long passage", 8), "a long…");
  EXPECT_EQ(shortened("short", 8), "short");
}

TEST(DisplayText, TakesControlCharactersOutOfALine) {
  EXPECT_EQ(in_one_line("a\x1b[31m b\r\n\tc\xC2\x9B" "d"), "a [31m b c d");
}

TEST(DisplayText, PadsByColumnsNotBytes) {
  EXPECT_EQ(padded_right("é", 3), "é  ");
  EXPECT_EQ(padded_left("日", 3), " 日");
}

}  // namespace
}  // namespace paraph
