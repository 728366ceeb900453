#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importer/shared_samples.h"

namespace paraph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string record(std::string_view partner, std::string_view rest) {
  return "{\"typeCode\":\"C\",\"period\":\"2021\",\"reporterCode\":860,\"reporterISO\":\"UZB\",\"partnerCode\":" + std::string(partner) +
         ",\"partnerISO\":null,\"cmdCode\":\"TOTAL\"," + std::string(rest) + "}";
}

TEST(Comtrade, KeepsOnlyTheRecordThatIsTheTotalOfAllParts) {
  const std::string total = "\"flowCode\":\"M\",\"partner2Code\":0,\"customsCode\":\"C00\",\"motCode\":0,\"mosCode\":\"0\",\"cifvalue\":900.5,\"fobvalue\":null,\"primaryValue\":900.5";
  const std::string by_road = "\"flowCode\":\"M\",\"partner2Code\":0,\"customsCode\":\"C00\",\"motCode\":3200,\"mosCode\":\"0\",\"cifvalue\":500,\"primaryValue\":500";
  const std::string through = "\"flowCode\":\"M\",\"partner2Code\":398,\"customsCode\":\"C00\",\"motCode\":0,\"mosCode\":\"0\",\"cifvalue\":100,\"primaryValue\":100";
  const std::string procedure = "\"flowCode\":\"M\",\"partner2Code\":0,\"customsCode\":\"C04\",\"motCode\":0,\"mosCode\":\"0\",\"cifvalue\":5,\"primaryValue\":5";
  const std::string sold = "\"flowCode\":\"X\",\"partner2Code\":0,\"customsCode\":\"C00\",\"motCode\":0,\"cifvalue\":null,\"fobvalue\":7.25,\"primaryValue\":7.25";
  const std::string again = "\"flowCode\":\"RX\",\"partner2Code\":0,\"customsCode\":\"C00\",\"motCode\":0,\"primaryValue\":1";
  const auto sink = import_bytes("c.json", "{\"elapsedTime\":\"0.1 secs\",\"count\":8,\"data\":[" + record("643", total) + "," + record("643", by_road) + "," +
                                               record("643", through) + "," + record("643", procedure) + "," + record("0", sold) + "," +
                                               record("899", sold) + "," + record("643", again) + "," + record("886", sold) + "," + record("999", sold) +
                                               "],\"error\":\"\"}");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->figures, ElementsAre("imports|UZ|RU|USD|CIF|goods||country| 2021=900.5 @1 /data/0",
                                         "exports|UZ|W00|USD|FOB|goods||world| 2021=7.25 @5 /data/4",
                                         "exports|UZ||USD|FOB|goods||residual| 2021=7.25 @6 /data/5",
                                         "exports|UZ|YE|USD|FOB|goods||country| 2021=7.25 @8 /data/7"));
  EXPECT_THAT(sink->problems, ElementsAre(HasSubstr("unknown code 9 /data/8 [partnerCode] found \"999\"")));
  EXPECT_EQ(sink->skips.at("part by mode of transport"), 1U);
  EXPECT_EQ(sink->skips.at("part by second partner"), 1U);
  EXPECT_EQ(sink->skips.at("part by customs procedure"), 1U);
  EXPECT_EQ(sink->skips.at("flow that is neither exports nor imports"), 1U);
}

TEST(WorldBankJson, ReadsFiguresLeavesOutGroupsAndReportsStrangers) {
  const auto row = [](std::string_view code, std::string_view iso3, std::string_view value) {
    return "{\"indicator\":{\"id\":\"" + std::string(code) + "\",\"value\":\"x\"},\"country\":{\"id\":\"..\",\"value\":\"Land\"},\"countryiso3code\":\"" +
           std::string(iso3) + "\",\"date\":\"2024\",\"value\":" + std::string(value) + ",\"unit\":\"\",\"obs_status\":\"\",\"decimal\":0}";
  };
  const auto sink = import_bytes("w.json", "[{\"page\":1,\"pages\":1,\"per_page\":50,\"total\":5,\"lastupdated\":\"2026-07-13\"},[" +
                                               row("NY.GDP.MKTP.CD", "UZB", "114965000000.25") + "," + row("SP.POP.TOTL", "UZB", "null") + "," +
                                               row("SP.POP.TOTL", "EMU", "1") + "," + row("SP.POP.TOTL", "", "1") + "," + row("AG.X", "UZB", "1") + "]]");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->figures, ElementsAre("gdp|UZ||USD|||current|country|Land 2024=114965000000.25 @record 1"));
  EXPECT_THAT(sink->dates, ElementsAre(HasSubstr("2026-07-13")));
  EXPECT_THAT(sink->problems, ElementsAre(HasSubstr("[countryiso3code] found \"\""), HasSubstr("[indicator.id] found \"AG.X\"")));
  EXPECT_EQ(sink->skips.at("null"), 1U);
  EXPECT_EQ(sink->skips.at("group of countries that the publisher adds up"), 1U);
}

TEST(CensusApi, ReadsMonthsAndTakesTheSumOfAYearInDecemberAlone) {
  const auto sink = import_bytes("api.json",
                                 "[[\"CTY_CODE\",\"CTY_NAME\",\"ALL_VAL_MO\",\"ALL_VAL_YR\",\"E_COMMODITY\",\"time\"],\n"
                                 "[\"4644\",\"UZBEKISTAN\",\"1000\",\"1000\",\"-\",\"2022-01\"],\n"
                                 "[\"4644\",\"UZBEKISTAN\",\"2000\",\"9000\",\"-\",\"2022-12\"],\n"
                                 "[\"4644\",\"UZBEKISTAN\",\"5\",\"5\",\"01\",\"2022-12\"],\n"
                                 "[\"-\",\"TOTAL FOR ALL COUNTRIES\",\"7\",\"70\",\"-\",\"2022-12\"],\n"
                                 "[\"9999\",\"NOWHERE\",\"7\",\"70\",\"-\",\"2022-12\"]]");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->figures, ElementsAre("exports|US|UZ|USD|customs|goods||country|UZBEKISTAN 2022-01=1000 @2",
                                         "exports|US|UZ|USD|customs|goods||country|UZBEKISTAN 2022-12=2000 @3",
                                         "exports|US|UZ|USD|customs|goods||country|UZBEKISTAN 2022=9000 @3",
                                         "exports|US|W00|USD|customs|goods||world|TOTAL FOR ALL COUNTRIES 2022-12=7 @5",
                                         "exports|US|W00|USD|customs|goods||world|TOTAL FOR ALL COUNTRIES 2022=70 @5"));
  EXPECT_THAT(sink->problems, ElementsAre(HasSubstr("[CTY_CODE] found \"9999\"")));
}

TEST(ImfJson, ReadsCompactDataWithAndWithoutLists) {
  const auto sink = import_bytes(
      "imf.json",
      "{\"CompactData\":{\"Header\":{\"Prepared\":\"2023-04-29T13:00:08\",\"Sender\":{\"@id\":\"1C0\"},\"DataSetID\":\"DOT\"},\"DataSet\":{\"Series\":["
      "{\"@FREQ\":\"A\",\"@REF_AREA\":\"US\",\"@INDICATOR\":\"TXG_FOB_USD\",\"@COUNTERPART_AREA\":\"UZ\",\"@UNIT_MULT\":\"6\",\"Obs\":"
      "[{\"@TIME_PERIOD\":\"2011\",\"@OBS_VALUE\":\"16.5\"},{\"@TIME_PERIOD\":\"2012\",\"@OBS_VALUE\":\"0\"}]},"
      "{\"@FREQ\":\"A\",\"@REF_AREA\":\"US\",\"@INDICATOR\":\"NGDPD\",\"@UNIT_MULT\":\"9\",\"Obs\":{\"@TIME_PERIOD\":\"2011\",\"@OBS_VALUE\":\"2.5\"}}]}}}");
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->figures, ElementsAre(HasSubstr("exports|US|UZ|USD|FOB|goods||country|UZ 2011=16500000 @1"), HasSubstr(" 2012=0 "),
                                         HasSubstr("gdp|US||USD|||current|country| 2011=2500000000 @1")));
  EXPECT_THAT(sink->problems, IsEmpty());
  EXPECT_EQ(sink->sources.at(0).id.str(), "imf-dot");
}

TEST(SdmxJson, ReadsBothVersionsWhereverTheStructureStands) {
  const std::string data =
      "\"dataSets\":[{\"action\":\"Information\",\"series\":{\"0:1\":{\"observations\":{\"0\":[2.5,null],\"1\":[null,0]},\"attributes\":[0]}}}]";
  const std::string structure =
      "{\"dimensions\":{\"dataSet\":[{\"id\":\"FREQ\",\"values\":[{\"id\":\"A\"}]}],\"series\":[{\"id\":\"REF_AREA\",\"values\":[{\"id\":\"UZ\"}]},"
      "{\"id\":\"INDICATOR\",\"values\":[{\"id\":\"LP\"},{\"id\":\"NGDPD\"}]}],\"observation\":[{\"id\":\"TIME_PERIOD\",\"values\":[{\"id\":\"2020\"},"
      "{\"id\":\"2021\"}]}]},\"attributes\":{\"dataSet\":[],\"series\":[{\"id\":\"UNIT_MULT\",\"values\":[{\"id\":\"9\"}]}],\"observation\":["
      "{\"id\":\"OBS_STATUS\",\"values\":[{\"id\":\"M\"}]}]}}";
  const std::string head = "\"prepared\":\"2026-01-02T00:00:00\",\"sender\":{\"id\":\"ARD\"}";
  const std::string first = "{\"header\":{" + head + "}," + data + ",\"structure\":" + structure + "}";
  const std::string second = "{\"meta\":{" + head + "},\"data\":{\"structures\":[" + structure + "]," + data + "}}";
  for (const std::string& bytes : {first, second}) {
    const auto sink = import_bytes("s.json", bytes);
    ASSERT_TRUE(sink.has_value()) << sink.error().message;
    EXPECT_THAT(sink->figures, ElementsAre(HasSubstr("gdp|UZ||USD|||current|country| 2020=2500000000 @1"), HasSubstr(" 2021=(not-available) M @1")));
    EXPECT_THAT(sink->problems, IsEmpty());
  }
}

struct Sample {
  const char* path;
  const char* name;
  std::size_t figures;
  std::size_t unknown;
};

class JsonSamples : public ::testing::TestWithParam<Sample> {};

TEST_P(JsonSamples, HaveAsManyObservationsAsCounted) {
  const auto bytes = shared_sample(std::getenv("PARAPH_SHARED"), std::string("trade_aid/formats/") + GetParam().path);
  if (!bytes) GTEST_SKIP() << "PARAPH_SHARED names no folder with " << GetParam().path;
  const auto sink = import_bytes(GetParam().name, *bytes);
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  std::size_t unknown = 0;
  for (const std::string& problem : sink->problems) unknown += problem.starts_with("oddity") ? 0U : 1U;
  EXPECT_EQ(sink->figures.size(), GetParam().figures) << (sink->problems.empty() ? "" : sink->problems.back());
  EXPECT_EQ(unknown, GetParam().unknown) << (sink->problems.empty() ? "" : sink->problems.back());
}

INSTANTIATE_TEST_SUITE_P(
    Importer, JsonSamples,
    ::testing::Values(Sample{"comtrade/comtrade_v1_get_C_A_HS_CHN_ARG_DEU_2010.json", "c.json", 4, 0},
                      Sample{"comtrade/comtrade_bulk_error.json", "c.json", 0, 0},
                      Sample{"worldbank/worldbank_v2_country_indicator_NY.GDP.MKTP.CD.json", "w.json", 2, 1},
                      Sample{"sdmx/ecb_exr/ts.json", "s.json", 0, 4}, Sample{"sdmx/ecb_exr/xs.json", "s.json", 0, 4},
                      Sample{"sdmx/ecb_exr/flat.json", "s.json", 0, 4}, Sample{"sdmx/v3_json/exr-time-series.json", "s.json", 0, 4},
                      Sample{"sdmx/v3_json/exr-flat.json", "s.json", 0, 4}, Sample{"sdmx/v3_json/exr-cross-section.json", "s.json", 0, 4},
                      Sample{"imf_json/imf_sdmxjson_CompactData_4421ce6d93ac.json", "i.json", 4, 0},
                      Sample{"imf_json/imf_sdmxjson_CompactData_71ea273f717c.json", "i.json", 8, 0},
                      Sample{"imf_json/imf_sdmxjson_CompactData_9389b5b12ec2.json", "i.json", 56, 0},
                      Sample{"imf_json/imf_sdmxjson_CompactData_9c0f19b539fd.json", "i.json", 0, 0},
                      Sample{"imf_json/imf_sdmxjson_CompactData_ecbb2d76546e.json", "i.json", 0, 0}));

}  // namespace
}  // namespace paraph
