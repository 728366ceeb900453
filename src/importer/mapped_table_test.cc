#include "importer/mapped_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importer/mapped_importer.h"
#include "importer/recording_sink.h"

namespace paraph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kPairs = R"(paraph-mapping 1
source pairs
file csv
reporter column from
partner column to
measure column flow
code X exports basis=FOB
code M imports basis=CIF
code RX skip
unit column unit
period column when
value amount status flag
row "Other areas" residual
row Total world
row Subtotal skip
name Ruritania AT
)";

Result<RecordingSink> read(std::string_view mapping_text, std::string_view bytes) {
  auto mapping = read_mapping("test.mapping", mapping_text);
  if (!mapping) return std::unexpected(mapping.error());
  RecordingSink sink;
  const MemoryBytes file("table.csv", bytes);
  if (auto done = make_mapped_importer(std::move(*mapping))->read(file, {embedded_table_files()}, sink); !done) {
    return std::unexpected(done.error());
  }
  return sink;
}

TEST(MappedTable, ReadsStatesByCodeThenNameAndKeepsEveryDigit) {
  const auto sink = read(kPairs,
                         "from,to,flow,unit,when,amount,flag\n"
                         "UZB,643,X,\"US Dollars, Millions\",2021,12.3450,E\n"
                         "uz,Kyrgyzstan,M,USD,2021-Q2,7,\n"
                         "UZ,Other areas,X,thousand US dollars,2021M03,1,\n"
                         "UZ,total,X,USD,2021,0,\n"
                         "UZ,RURITANIA,X,EUR,2021,5,\n");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->problems, IsEmpty());
  EXPECT_THAT(sink->figures, ElementsAre("exports|UZ|RU|USD|FOB|||country|643 2021=12345000 E @2",
                                         "imports|UZ|KG|USD|CIF|||country|Kyrgyzstan 2021-04/2021-06=7 @3",
                                         "exports|UZ||USD|FOB|||residual|Other areas 2021-03=1000 @4",
                                         "exports|UZ|W00|USD|FOB|||world|total 2021=0 @5",
                                         "exports|UZ|AT|EUR|FOB|||country|RURITANIA 2021=5 @6"));
}

TEST(MappedTable, KeepsNothingApartFromZero) {
  const auto sink = read(kPairs,
                         "from,to,flow,unit,when,amount,flag\n"
                         "UZ,KG,X,USD,2017,0,\n"
                         "UZ,KG,X,USD,2018,-,\n"
                         "UZ,KG,X,USD,2019,..,\n"
                         "UZ,KG,X,USD,2020,n/a,\n"
                         "UZ,KG,X,USD,2021,(c),\n"
                         "UZ,KG,X,USD,2022,,\n");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->figures, ElementsAre(HasSubstr("2017=0 @2"), HasSubstr("2018=(dash)"), HasSubstr("2019=(dots)"),
                                         HasSubstr("2020=(not-available)"), HasSubstr("2021=(confidential)")));
  EXPECT_EQ(sink->skips.at("row without a figure"), 1U);
}

TEST(MappedTable, SaysOfEveryBadRowWhatIsWrong) {
  const auto sink = read(kPairs,
                         "from,to,flow,unit,when,amount,flag\n"
                         "UZ,Mordor,X,USD,2021,1,\n"
                         "UZ,KG,Z,USD,2021,1,\n"
                         "UZ,KG,X,bushels,2021,1,\n"
                         "UZ,KG,X,USD,20x1,1,\n"
                         "UZ,KG,X,USD,2021-02-30,1,\n"
                         "UZ,KG,X,USD,2021,1 2,\n"
                         "UZ,KG,X,USD,2021\n"
                         "UZ,KG,RX,USD,2021,1,\n"
                         "UZ,Subtotal,X,USD,2021,1,\n");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->figures, IsEmpty());
  EXPECT_THAT(sink->problems, ElementsAre("unknown code 2 [to] found \"Mordor\", expected a state, group or residual row that is known",
                                          "unknown code 3 [flow] found \"Z\", expected a code that the mapping gives a measure",
                                          HasSubstr("unknown code 4 [unit] found \"bushels\", expected a unit"),
                                          "bad row 5 [when] found \"20x1\", expected a year or another period",
                                          "bad row 6 [when] found \"2021-02-30\", expected a year or another period",
                                          "bad row 7 [amount] found \"1 2\", expected a figure, or a mark for none",
                                          "bad row 8 [] found \"5 fields\", expected 7, as in the header"));
  EXPECT_EQ(sink->skips.at("measure that the mapping leaves out"), 1U);
  EXPECT_EQ(sink->skips.at("row that the mapping leaves out"), 1U);
}

TEST(MappedTable, ReadsColumnsOfYearsAndMonths) {
  const std::string head = "paraph-mapping 1\nsource s\nreporter UZ\npartner column @1\nmeasure exports\nunit USD\nvalues years\n";
  const auto sink = read(head + "file csv header=years decimal=\",\" group=\" \" delimiter=\";\"\n",
                         "Exports by country;;\nthousand;;\nCountry;2020;2021*;note\nKazakhstan;1 234,5;-;x\nChina;;2;\n");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->figures, ElementsAre("exports|UZ|KZ|USD||||country|Kazakhstan 2020=1234.5 @4",
                                         "exports|UZ|KZ|USD||||country|Kazakhstan 2021=(dash) @4",
                                         "exports|UZ|CN|USD||||country|China 2021=2 @5"));
  EXPECT_EQ(sink->skips.at("blank cell"), 1U);
}

TEST(MappedTable, LeavesOutAYearOfWhichMonthsAreMissing) {
  std::string rows = "land,amount,month,year\n";
  for (int month = 1; month <= 12; ++month) rows += "KZ,1," + std::to_string(month) + ",2020\n";
  rows += "KZ,12,all,2020\nKZ,1,1,2021\nKZ,1,all,2021\n";
  const auto sink = read("paraph-mapping 1\nsource s\nfile csv\nreporter UZ\npartner column land\nmeasure exports\nunit USD\n"
                         "period column year as year\nperiod column month as month whole=all\nvalue amount\nyears complete\n",
                         rows);
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_EQ(sink->figures.size(), 14U);
  EXPECT_THAT(sink->figures.at(12), HasSubstr(" 2020=12 @14"));
  EXPECT_THAT(sink->figures.at(13), HasSubstr(" 2021-01=1 @15"));
  EXPECT_EQ(sink->skips.at("year of which months are missing"), 1U);
}

TEST(MappedTable, RefusesATableOfOtherColumns) {
  const auto other = read(kPairs, "a,b,c\n1,2,3\n");
  ASSERT_FALSE(other.has_value());
  EXPECT_THAT(other.error().message, HasSubstr("table.csv: there is no column \"from\""));
  EXPECT_FALSE(read(kPairs, "").has_value());
}

TEST(MappedTable, ReadsRecordsOfJsonLines) {
  const std::string mapping =
      "paraph-mapping 1\nsource s\nfile jsonl\nreporter UZ\npartner column land.code as iso2\nlabel land.name\nmeasure exports\n"
      "unit USD\nperiod column year as year\nvalue amount\n";
  const auto sink = read(mapping,
                         "{\"land\":{\"code\":\"KZ\",\"name\":\"Kazakh\\u0073tan\"},\"year\":2021,\"amount\":12.50}\n"
                         "{\"year\":2022,\"amount\":null,\"land\":{\"code\":\"KZ\"}}\n"
                         "{\"year\":2023,\"amount\":1e3,\"land\":{\"code\":\"KZ\",\"name\":\"Kazakhstan\"}}\n");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->figures, ElementsAre("exports|UZ|KZ|USD||||country|Kazakhstan 2021=12.5 @1",
                                         "exports|UZ|KZ|USD||||country|Kazakhstan 2023=1000 @3"));
  const auto cut = read(mapping, "{\"land\":{\"code\":\"KZ\"},\"year\":20");
  ASSERT_FALSE(cut.has_value());
  EXPECT_THAT(cut.error().message, HasSubstr("table.csv:1: no JSON: the file ends too early"));
}

}  // namespace
}  // namespace paraph
