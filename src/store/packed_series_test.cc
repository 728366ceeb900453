#include "store/packed_series.h"

#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace paraph {
namespace {

void expect_same(const PackedFigure& a, const PackedFigure& b) {
  EXPECT_EQ(a.period, b.period);
  EXPECT_EQ(a.mark, b.mark);
  EXPECT_EQ(a.units, b.units);
  if (a.mark == ValueMark::kFigure && a.digits.empty()) {
    EXPECT_EQ(a.scale, b.scale);
  }
  EXPECT_EQ(a.digits, b.digits);
  EXPECT_EQ(a.status, b.status);
  EXPECT_EQ(a.line, b.line);
  EXPECT_EQ(a.path, b.path);
}

TEST(PackedSeries, GivesBackFiguresMarksLinesAndPlaces) {
  std::vector<PackedFigure> figures(6);
  figures[0] = {7, ValueMark::kFigure, 0, 0, {}, 0, 12, "A1"};
  figures[1] = {8, ValueMark::kDash, 0, 0, {}, 3, 13, "B1"};
  figures[2] = {9, ValueMark::kFigure, 2, -12345, {}, 0, 11, ""};
  figures[3] = {2, ValueMark::kFigure, 0, 0, "123456789012345678901.25", 0, 0, "C1"};
  figures[4] = {2, ValueMark::kFigure, 2, std::numeric_limits<std::int64_t>::min(), {}, 9, UINT32_MAX, "C1"};
  figures[5] = {3, ValueMark::kFigure, 0, std::numeric_limits<std::int64_t>::max(), {}, 9, 1, "C1"};
  FigurePacker packer({true, true, true});
  for (const PackedFigure& figure : figures) packer.add(figure);
  FigureReader reader(packer.bytes());
  PackedFigure found;
  for (const PackedFigure& figure : figures) {
    ASSERT_TRUE(reader.next(found));
    expect_same(figure, found);
  }
  EXPECT_FALSE(reader.next(found));
  EXPECT_FALSE(reader.damaged());
}

TEST(PackedSeries, TakesTwoBytesForASmallFigureOfTheNextPeriod) {
  FigurePacker packer({});
  for (std::uint32_t i = 1; i <= 100; ++i) packer.add({i, ValueMark::kFigure, 0, 5, {}, 0, 0, {}});
  EXPECT_EQ(packer.bytes().size(), 1U + 200U);
}

TEST(PackedSeries, EndsOnAnyBytesAndNeverReadsBeyondThem) {
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    FigureReader reader(bytes);
    PackedFigure figure;
    std::size_t count = 0;
    while (reader.next(figure)) ++count;
    ASSERT_LE(count, bytes.size());
  }
  EXPECT_TRUE(FigureReader("").damaged());
}

}  // namespace
}  // namespace paraph
