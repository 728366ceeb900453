#include "report/line_index.h"

#include <gtest/gtest.h>

namespace paraph {
namespace {

TEST(LineIndex, CountsColumnsInCharacters) {
  const LineIndex index("é = 1\nzwei\r\ndrei");
  EXPECT_EQ(index.at(3).line, 1u);
  EXPECT_EQ(index.at(3).column, 3u);
  EXPECT_EQ(index.at(7).line, 2u);
  EXPECT_EQ(index.at(13).line, 3u);
  EXPECT_EQ(index.at(13).column, 1u);
  EXPECT_EQ(index.at(13).character, 12u);
}

TEST(LineIndex, TakesOffsetsBeyondTheEndAsTheEnd) {
  const LineIndex index("ab");
  EXPECT_EQ(index.at(99).column, 3u);
}

}  // namespace
}  // namespace paraph
