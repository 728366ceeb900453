#include "importer/propose_mapping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importer/mapped_importer.h"
#include "importer/recording_sink.h"

namespace paraph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Result<ProposedMapping> propose(std::string_view bytes) {
  const MemoryBytes file("folder/My Trade.csv", bytes);
  return propose_mapping(file, {embedded_table_files()});
}

std::string edited(std::string text, std::string_view keyword, std::string_view value) {
  const std::string line = std::string(keyword) + " EDIT";
  const std::size_t at = text.find(line);
  return at == std::string::npos ? text : text.replace(at, line.size(), std::string(keyword) + " " + std::string(value));
}

TEST(ProposeMapping, FindsPairsPeriodsUnitsAndFlows) {
  const auto proposed = propose("reporter,partner,year,unit,Exports,Imports\nUZB,KAZ,2020,USD,1.5,2\nUZB,CHN,2021,USD,3,-\n");
  ASSERT_TRUE(proposed.has_value()) << proposed.error().message;
  EXPECT_EQ(proposed->mapping.source.id.str(), "my-trade");
  const auto mapping = read_mapping("proposed", proposed->text());
  ASSERT_TRUE(mapping.has_value()) << mapping.error().message << "\n" << proposed->text();
  RecordingSink sink;
  const MemoryBytes file("t.csv", "reporter,partner,year,unit,Exports,Imports\nUZB,KAZ,2020,USD,1.5,2\n");
  ASSERT_TRUE(make_mapped_importer(*mapping)->read(file, {embedded_table_files()}, sink).has_value());
  EXPECT_THAT(sink.figures, ElementsAre(HasSubstr("exports|UZ|KZ|USD||||country|KAZ 2020=1.5"), HasSubstr("imports|UZ|KZ|USD||||country|KAZ 2020=2")));
}

TEST(ProposeMapping, LeavesToTheReaderWhatColumnsDoNotSay) {
  const auto proposed = propose("thousand dollars;;;\nCode;Country;2020;2021\n398;Kazakhstan;1,5;2\n156;China;3;-\n");
  ASSERT_TRUE(proposed.has_value()) << proposed.error().message;
  const std::string text = proposed->text();
  EXPECT_THAT(text, HasSubstr("# column 1 (Code): 2 of 2 cells are states that are known"));
  const auto unedited = read_mapping("proposed", text);
  ASSERT_FALSE(unedited.has_value());
  EXPECT_THAT(unedited.error().message, HasSubstr("still says EDIT"));
  const auto mapping = read_mapping("edited", edited(edited(edited(text, "reporter", "UZ"), "measure", "exports"), "figures unit=EDIT", "figures unit=USD"));
  EXPECT_FALSE(mapping.has_value());  // The unit stands in the line `figures`.
  std::string whole = edited(edited(text, "reporter", "UZ"), "measure", "exports");
  whole.replace(whole.find("unit=EDIT"), 9, "unit=USD power=3");
  const auto read = read_mapping("edited", whole);
  ASSERT_TRUE(read.has_value()) << read.error().message << "\n" << whole;
  RecordingSink sink;
  const MemoryBytes file("t.csv", "thousand dollars;;;\nCode;Country;2020;2021\n398;Kazakhstan;1,5;2\n");
  ASSERT_TRUE(make_mapped_importer(*read)->read(file, {embedded_table_files()}, sink).has_value());
  EXPECT_THAT(sink.figures, ElementsAre("exports|UZ|KZ|USD||||country|Kazakhstan 2020=1500 @3", "exports|UZ|KZ|USD||||country|Kazakhstan 2021=2000 @3"));
}

TEST(ProposeMapping, RefusesWhatIsNoTable) {
  EXPECT_FALSE(propose("").has_value());
  const auto prose = propose("Relations are good.\nThey have been so, they say.\n");
  ASSERT_FALSE(prose.has_value());
  EXPECT_THAT(prose.error().message, HasSubstr("holds figures"));
}

}  // namespace
}  // namespace paraph
