#include "importer/mapping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importer/mapped_importer.h"

namespace paraph {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kWhole = R"(paraph-mapping 1
# What this table is.
source arda-trade title="Trade of Arnor" publisher="Arnor's ""Office""" licence=CC0 grade=A
file csv delimiter=";" header=3 decimal="," group=" "
recognise Land Jahr
reporter column Reporter as iso3
partner column "Partner code" as numeric
partner column @4 as names m49
label Land
measure column Flow
code X exports basis=FOB
code R skip
figures unit=USD coverage=goods power=3
period column Jahr as year
period column Monat as month whole=Total
value Wert status Zeichen
row "Other lands" residual
row Sum world
row Header skip
name Ruritania AT
keep Kind A
years complete
repeated first
)";

TEST(Mapping, IsWrittenAsItIsRead) {
  const auto mapping = read_mapping("arda.mapping", kWhole);
  ASSERT_TRUE(mapping.has_value()) << mapping.error().message;
  EXPECT_EQ(mapping->source.publisher, "Arnor's \"Office\"");
  EXPECT_EQ(mapping->layout.delimiter, ';');
  EXPECT_EQ(mapping->partner_columns.at(1).column.position, 4U);
  EXPECT_EQ(mapping->rows.size(), 4U);
  const auto again = read_mapping("again.mapping", write_mapping(*mapping));
  ASSERT_TRUE(again.has_value()) << again.error().message << "\n" << write_mapping(*mapping);
  EXPECT_EQ(*again, *mapping);
}

TEST(Mapping, NamesTheLineAndTheWordThatIsWrong) {
  const auto wrong = [](std::string_view lines) {
    const auto mapping = read_mapping("a.mapping", "paraph-mapping 1\n" + std::string(lines));
    return mapping ? std::string("read") : mapping.error().message;
  };
  EXPECT_THAT(wrong("colour red\n"), HasSubstr("a.mapping:2: colour: column 1: no line begins with \"colour\""));
  EXPECT_THAT(wrong("file csv header=first\n"), HasSubstr("found \"first\", expected the header's row"));
  EXPECT_THAT(wrong("file parquet\n"), HasSubstr("expected csv, tsv, jsonl, xlsx or xls"));
  EXPECT_THAT(wrong("label \"open\n"), HasSubstr("a quotation mark is left open"));
  EXPECT_THAT(wrong("value @0\n"), HasSubstr("a column's number, from 1"));
  EXPECT_THAT(wrong("power column\n"), HasSubstr("expected a column"));
  EXPECT_THAT(wrong("row Gondor country\n"), HasSubstr("a country stands in a line `name`"));
  EXPECT_THAT(wrong("value A power=99\n"), HasSubstr("a power of ten"));
  EXPECT_THAT(wrong("label A B\n"), HasSubstr("more words"));
  EXPECT_THAT(wrong("source x\n"), HasSubstr("has no line `value`"));
  EXPECT_THAT(wrong("source x\nvalue A measure=exports\nreporter UZ\npartner column B\nperiod 2021\n"), HasSubstr("has no line `unit`"));
  const auto empty = read_mapping("a.mapping", "");
  ASSERT_FALSE(empty.has_value());
  EXPECT_THAT(empty.error().message, HasSubstr("begins with the line"));
  const auto later = read_mapping("a.mapping", "paraph-mapping 2\n");
  ASSERT_FALSE(later.has_value());
  EXPECT_EQ(later.error().code, ErrorCode::kUnsupported);
}

TEST(Mapping, EveryCarriedOneCanBeRead) {
  std::size_t count = 0;
  for (const std::string_view path : embedded_table_paths("mappings")) {
    const std::string_view file = path.substr(path.rfind('/') + 1);
    const auto mapping = carried_mapping(file.substr(0, file.rfind('.')));
    ASSERT_TRUE(mapping.has_value()) << mapping.error().message;
    EXPECT_FALSE(mapping->recognised_by.empty() && mapping->recognised_names.empty()) << path;
    const auto again = read_mapping(path, write_mapping(*mapping));
    ASSERT_TRUE(again.has_value()) << again.error().message;
    EXPECT_EQ(*again, *mapping) << path;
    ++count;
  }
  EXPECT_GE(count, 9U);
}

}  // namespace
}  // namespace paraph
