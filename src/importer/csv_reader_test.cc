#include "importer/csv_reader.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paraph {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> row(CsvReader& reader) {
  const auto more = reader.next();
  EXPECT_TRUE(more.has_value()) << (more ? "" : more.error().message);
  if (!more || !*more) return {};
  return {reader.fields().begin(), reader.fields().end()};
}

TEST(CsvReader, ReadsQuotesBreaksAndByteOrderMarks) {
  const MemoryBytes bytes("t.csv", "\xEF\xBB\xBF" "a,\"b \"\"c\"\" d\",\"two\nlines\"\r\n\r\nx,,\"\"\nlast,1,2");
  CsvReader reader(bytes);
  EXPECT_THAT(row(reader), ElementsAre("a", "b \"c\" d", "two\nlines"));
  EXPECT_EQ(reader.line(), 1U);
  EXPECT_THAT(row(reader), ElementsAre("x", "", ""));
  EXPECT_EQ(reader.line(), 4U);
  EXPECT_THAT(row(reader), ElementsAre("last", "1", "2"));
  EXPECT_EQ(reader.line(), 5U);
  EXPECT_FALSE(*reader.next());
}

TEST(CsvReader, LeavesQuotesInTablesWithoutQuoting) {
  const MemoryBytes bytes("t.tsv", "\"a\tb\"c\n");
  CsvReader reader(bytes, '\t', false);
  EXPECT_THAT(row(reader), ElementsAre("\"a", "b\"c"));
}

TEST(CsvReader, GivesTheSameRowsWhereverBlocksEnd) {
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += std::to_string(i) + (i % 3 == 0 ? ",\"q\"\"\n" + std::to_string(i) + "\"," : ",plain,") + "z\r\n";
  const MemoryBytes bytes("t.csv", text);
  CsvReader reader(bytes);
  std::uint64_t line = 1;
  for (int i = 0; i < 60'000; ++i) {
    ASSERT_TRUE(*reader.next());
    ASSERT_EQ(reader.line(), line);
    ASSERT_EQ(reader.fields().size(), 3U);
    ASSERT_EQ(reader.fields()[0], std::to_string(i));
    ASSERT_EQ(reader.fields()[1], i % 3 == 0 ? "q\"\n" + std::to_string(i) : "plain");
    ASSERT_EQ(reader.fields()[2], "z");
    line += i % 3 == 0 ? 2 : 1;
  }
  EXPECT_FALSE(*reader.next());
  EXPECT_EQ(reader.bytes(), text.size());
}

TEST(CsvReader, NamesTheLineOfAQuotationThatDoesNotEnd) {
  const MemoryBytes bytes("t.csv", "a,b\nc,\"open\nmore\n");
  CsvReader reader(bytes);
  ASSERT_TRUE(*reader.next());
  const auto end = reader.next();
  ASSERT_FALSE(end.has_value());
  EXPECT_THAT(end.error().message, ::testing::HasSubstr("t.csv:2:"));
}

TEST(CsvReader, RefusesARowBeyondItsLimit) {
  const std::string text = "a\n\"" + std::string(3 * CsvReader::kLongestRow, 'x');
  const MemoryBytes bytes("t.csv", text);
  CsvReader reader(bytes);
  ASSERT_TRUE(*reader.next());
  EXPECT_FALSE(reader.next().has_value());
}

}  // namespace
}  // namespace paraph
