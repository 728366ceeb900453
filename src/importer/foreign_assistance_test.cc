#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importer/importer.h"
#include "importer/recording_sink.h"

namespace paraph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kHeader =
    "Country Code,Country Name,Region ID,Region Name,Income Group Acronym,Income Group Name,Transaction Type ID,Transaction Type Name,"
    "Fiscal Year,current_amount,constant_amount\n";

Result<RecordingSink> import(const std::string& name, std::string_view bytes) {
  const auto importer = importer_of({name, bytes.substr(0, FileHead::kBytes)});
  if (!importer) return std::unexpected(importer.error());
  RecordingSink sink;
  const MemoryBytes file(name, bytes);
  if (auto done = (*importer)->read(file, {embedded_table_files()}, sink); !done) return std::unexpected(done.error());
  return sink;
}

TEST(ForeignAssistance, ReadsAmountsFiscalYearsAndRegions) {
  const auto sink = import("aid.csv", std::string(kHeader) +
                                          "UZB,Uzbekistan,5,South and Central Asia,LMIC,x,2,Obligations,2021,104000000,111\n"
                                          "UZB,Uzbekistan,5,South and Central Asia,LMIC,x,3,Disbursements,1976tq,0,\n"
                                          "WLD,World,8,World,,,3,Disbursements,2020,5,6\n");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->figures, ElementsAre("aid-obligations|US|UZ|USD|||current|country|Uzbekistan FY2021=104000000 @2",
                                         "aid-obligations|US|UZ|USD|||constant|country|Uzbekistan FY2021=111 @2",
                                         "aid-disbursements|US|UZ|USD|||current|country|Uzbekistan 1976-07/1976-09=0 @3",
                                         "aid-disbursements|US||USD|||current|aggregate|World FY2020=5 @4",
                                         "aid-disbursements|US||USD|||constant|aggregate|World FY2020=6 @4"));
  EXPECT_THAT(sink->problems, IsEmpty());
  EXPECT_EQ(sink->skips.at("blank amount"), 1U);
  EXPECT_EQ(sink->reached.rows, 3U);
}

TEST(ForeignAssistance, SaysWhatItCannotKeep) {
  const auto sink = import("aid.csv", std::string(kHeader) +
                                          "QQQ,Ruritania,5,x,LMIC,x,2,Obligations,2021,1,1\n"
                                          "UZB,Uzbekistan,5,x,LMIC,x,2,Obligations,20x1,1,1\n"
                                          "UZB,Uzbekistan,5,x,LMIC,x,2,Gifts,2021,1,1\n"
                                          "UZB,Uzbekistan,5,x,LMIC,x,2,Obligations,2021,1;5,-\n"
                                          "UZB,Uzbekistan\n");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->problems,
              ElementsAre("unknown code 2 [Country Code] found \"QQQ\", expected a country or region of data/names/foreign_assistance.tsv",
                          "bad row 3 [Fiscal Year] found \"20x1\", expected a fiscal year",
                          "unknown code 4 [Transaction Type Name] found \"Gifts\", expected a transaction type that is known",
                          "bad row 5 [current_amount] found \"1;5\", expected an amount in US dollars",
                          "bad row 6 [] found \"2 fields\", expected 11 as in the header"));
  EXPECT_THAT(sink->figures, ElementsAre("aid-obligations|US|UZ|USD|||constant|country|Uzbekistan FY2021=(dash) @5"));
}

TEST(ForeignAssistance, RefusesAFileWithoutItsColumns) {
  const auto sink = import("aid.csv", "Country Code,Country Name,Region ID\nUZB,Uzbekistan,5\n");
  ASSERT_FALSE(sink.has_value());
  EXPECT_THAT(sink.error().message, HasSubstr("aid.csv:1: there is no column \"Transaction Type Name\""));
}

TEST(Importers, NameTheFormatsWhereNoneFits) {
  const auto importer = importer_of({"notes.txt", "hello"});
  ASSERT_FALSE(importer.has_value());
  EXPECT_THAT(importer.error().message, HasSubstr("foreign-assistance"));
}

/// Every row of the published file: 2 amounts each but for blanks.
TEST(ForeignAssistance, ReadsThePublishedFileWithoutAProblem) {
  const char* shared = std::getenv("PARAPH_SHARED");
  if (shared == nullptr) GTEST_SKIP() << "PARAPH_SHARED is not set: no published files";
  const std::string path = std::string(shared) + "/data/trade_aid/us_foreign_assistance/us_foreign_aid_country_fy2024.csv";
  std::ifstream input(path, std::ios::binary);
  if (!input) GTEST_SKIP() << path << " is not there";
  const std::string bytes((std::istreambuf_iterator<char>(input)), {});
  const auto sink = import("us_foreign_aid_country_fy2024.csv", bytes);
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->problems, IsEmpty());
  EXPECT_EQ(sink->reached.rows, static_cast<std::uint64_t>(std::ranges::count(bytes, '\n')) - 1);
  EXPECT_EQ(sink->reached.bytes, bytes.size());
}

}  // namespace
}  // namespace paraph
