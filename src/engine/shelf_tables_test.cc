#include "engine/shelf_tables.h"

#include <gtest/gtest.h>

#include "engine/days.h"
#include "engine/shelf_file.h"

namespace paraph {
namespace {

TEST(Years, AreReadAsTheCommandLineWritesThem) {
  EXPECT_EQ(read_years("2021")->from, 2021);
  EXPECT_EQ(read_years("2021")->to, 2021);
  EXPECT_EQ(read_years("FY2021")->from, 2021);
  EXPECT_EQ(read_years("1992..2022")->to, 2022);
  EXPECT_EQ(read_years("1992/2022")->from, 1992);
  EXPECT_EQ(read_years("1992..")->to, std::nullopt);
  EXPECT_EQ(read_years("..2008")->from, std::nullopt);
}

TEST(Years, AreRefusedWhereTheyAreNone) {
  for (const char* text : {"", "21", "2021x", "2022..1992", "year", "2021..x"}) EXPECT_FALSE(read_years(text)) << text;
}

TEST(Days, AreReadWholeOrNotAtAll) {
  EXPECT_EQ(*read_day("2024-02-29"), std::chrono::sys_days(std::chrono::year(2024) / 2 / 29));
  for (const char* text : {"", "2024", "2024-02", "2023-02-29", "yesterday"}) EXPECT_FALSE(read_day(text)) << text;
}

TEST(FindShelf, SaysWhereItLookedAndWhatToDo) {
  const auto found = find_shelf({"no/such/one.sqlite", "nor/this.sqlite"});
  ASSERT_FALSE(found);
  EXPECT_NE(found.error().message.find("paraph data build"), std::string::npos);
  EXPECT_NE(found.error().message.find("nor/this.sqlite"), std::string::npos);
}

TEST(GatherInputs, GoOnWithoutWhatIsMissing) {
  const std::string here = PARAPH_SOURCE_DIR "/examples/README.md";
  const auto gathered = gather_inputs({"no/such/file.txt", here}, std::nullopt);
  ASSERT_TRUE(gathered);
  EXPECT_EQ(gathered->inputs, std::vector<std::string>{here});
  EXPECT_EQ(gathered->missing.size(), 1u);
}

}  // namespace
}  // namespace paraph
