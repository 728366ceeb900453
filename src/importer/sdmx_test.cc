#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importer/sdmx_figures.h"
#include "importer/shared_samples.h"

namespace paraph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string message(std::string_view kind, std::string_view body) {
  return "<?xml version=\"1.0\"?>\n<m:" + std::string(kind) +
         " xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\">\n<m:Header><m:Prepared>2026-03-04T10:00:00</m:Prepared>"
         "<m:Sender id=\"ARD\"/><m:Structure structureID=\"S\" dimensionAtObservation=\"TIME_PERIOD\"><c:Structure><Ref agencyID=\"ARD\" "
         "id=\"TRADE\"/></c:Structure></m:Structure></m:Header>\n" +
         std::string(body) + "</m:" + std::string(kind) + ">\n";
}

TEST(SdmxMl, ReadsStructureSpecificSeriesWithUnitsOfTheDataSetAndOfGroups) {
  const auto sink = import_bytes(
      "a.xml", message("StructureSpecificData",
                       "<m:DataSet UNIT_MULT=\"6\">\n"
                       "<Group REF_AREA=\"KZ\" UNIT_MULT=\"3\"/>\n"
                       "<Series FREQ=\"A\" REF_AREA=\"UZ\" INDICATOR=\"TXG_FOB_USD\" COUNTERPART_AREA=\"RU\">\n"
                       "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1.50\" OBS_STATUS=\"E\"/>\n"
                       "<Obs TIME_PERIOD=\"2021-Q3\" OBS_VALUE=\"0\"/></Series>\n"
                       "<Series FREQ=\"A\" REF_AREA=\"KZ\" INDICATOR=\"TMG_CIF_USD\" COUNTERPART_AREA=\"W00\">\n"
                       "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/><Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"NaN\" OBS_STATUS=\"M\"/></Series>\n"
                       "</m:DataSet>"));
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->problems, IsEmpty());
  EXPECT_THAT(sink->figures, ElementsAre("exports|UZ|RU|USD|FOB|goods||country|RU 2020=1500000 E @7",
                                         "exports|UZ|RU|USD|FOB|goods||country|RU 2021-07/2021-09=0 @8",
                                         "imports|KZ|W00|USD|CIF|goods||world|W00 2020=7000 @10",
                                         "imports|KZ|W00|USD|CIF|goods||world|W00 2021=(not-available) M @10"));
  EXPECT_THAT(sink->dates, ElementsAre(HasSubstr("2026-03-04")));
  EXPECT_EQ(sink->sources.at(0).id.str(), "ard-trade");
}

TEST(SdmxMl, ReadsGenericSeriesFlatAndCrossSectionalAlike) {
  const std::string series = message(
      "GenericData",
      "<m:DataSet><g:Series><g:SeriesKey><g:Value id=\"REF_AREA\" value=\"UZ\"/><g:Value id=\"CUR\" value=\"UZS\"/></g:SeriesKey>"
      "<g:Attributes><g:Value id=\"UNIT_MEASURE\" value=\"UZS\"/></g:Attributes><g:Obs><g:ObsDimension value=\"2021-01\"/>"
      "<g:ObsValue value=\"10.5\"/></g:Obs></g:Series></m:DataSet>");
  const std::string flat = message(
      "GenericData",
      "<m:DataSet><g:Obs><g:ObsKey><g:Value id=\"REF_AREA\" value=\"UZ\"/><g:Value id=\"CUR\" value=\"UZS\"/><g:Value id=\"TIME_PERIOD\" "
      "value=\"2021-01\"/></g:ObsKey><g:ObsValue value=\"10.5\"/><g:Attributes><g:Value id=\"UNIT_MEASURE\" "
      "value=\"UZS\"/></g:Attributes></g:Obs></m:DataSet>");
  for (const std::string& bytes : {series, flat}) {
    const auto sink = import_bytes("a.xml", bytes);
    ASSERT_TRUE(sink.has_value()) << sink.error().message;
    EXPECT_THAT(sink->figures, ElementsAre("ARD:TRADE:UZS|UZ||UZS||||country| 2021-01=10.5 @4"));
    EXPECT_THAT(sink->problems, ElementsAre(HasSubstr("oddity")));
  }
}

TEST(SdmxMl, SaysWhatItCannotKeep) {
  const auto sink = import_bytes("a.xml", message("StructureSpecificData",
                                                  "<m:DataSet UNIT_MULT=\"0\">"
                                                  "<Series REF_AREA=\"QQ\" INDICATOR=\"NGDPD\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></Series>"
                                                  "<Series REF_AREA=\"UZ\" INDICATOR=\"NGDPD\"><Obs TIME_PERIOD=\"soon\" OBS_VALUE=\"1\"/>"
                                                  "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1,5\"/></Series>"
                                                  "<Series REF_AREA=\"U2\" INDICATOR=\"NGDPD\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></Series>"
                                                  "<Series REF_AREA=\"UZ\" INDICATOR=\"NGDPD\" UNIT_MULT=\"many\"><Obs TIME_PERIOD=\"2020\" "
                                                  "OBS_VALUE=\"1\"/></Series></m:DataSet>"));
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  EXPECT_THAT(sink->figures, IsEmpty());
  EXPECT_THAT(sink->problems, ElementsAre(HasSubstr("unknown code 4 [REF_AREA] found \"QQ\""), HasSubstr("[TIME_PERIOD] found \"soon\""),
                                          HasSubstr("[OBS_VALUE] found \"1,5\""), HasSubstr("[UNIT_MULT] found \"many\"")));
  EXPECT_EQ(sink->skips.at("group of countries that the publisher adds up"), 1U);
}

TEST(SdmxMl, RefusesEntitiesDepthAndEarlyEnds) {
  const std::string head = "<!-- http://www.sdmx.org/resources/sdmxml/schemas/ -->";
  const auto bomb = import_bytes("a.xml", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>" + head + "<x>&b;</x>");
  ASSERT_FALSE(bomb.has_value());
  EXPECT_THAT(bomb.error().message, HasSubstr("a.xml:1: a document type declaration"));
  std::string deep = head + "<GenericData>";
  for (int i = 0; i < 200; ++i) deep += "<a>";
  EXPECT_EQ(import_bytes("a.xml", deep).error().code, ErrorCode::kLimitExceeded);
  const std::string whole = message("GenericData", "<m:DataSet></m:DataSet>");
  const auto cut = import_bytes("a.xml", whole.substr(0, whole.size() - 10));
  ASSERT_FALSE(cut.has_value());
  EXPECT_THAT(cut.error().message, HasSubstr("no well-formed XML"));
  const auto structure = import_bytes("a.xml", head + "<Structure/>");
  ASSERT_FALSE(structure.has_value());
  EXPECT_THAT(structure.error().message, HasSubstr("describes structures"));
}

TEST(SdmxCsv, ReadsBothVersions) {
  const auto first = import_bytes("a.csv",
                                  "DATAFLOW,FREQ,REF_AREA,INDICATOR,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\n"
                                  "ARD:TRADE(1.0),A,UZ,TXG_FOB_USD,KZ,2021,1.25,6\n");
  ASSERT_TRUE(first.has_value()) << first.error().message;
  EXPECT_THAT(first->figures, ElementsAre("exports|UZ|KZ|USD|FOB|goods||country|KZ 2021=1250000 @2"));
  const auto second = import_bytes("a.csv",
                                   "STRUCTURE[|];STRUCTURE_ID;ACTION;REF_AREA: Area;INDICATOR: What;TIME_PERIOD: When;OBS_VALUE: Value\n"
                                   "dataflow;ARD:GDP(1.0): Domestic product;I;UZ: Uzbekistan;NGDPD: GDP;2021: 2021;1,5\n"
                                   "dataflow;ARD:GDP(1.0): Domestic product;D;UZ: Uzbekistan;NGDPD: GDP;2022: 2022;\n"
                                   "dataflow;ARD:GDP(1.0)\n");
  ASSERT_TRUE(second.has_value()) << second.error().message;
  EXPECT_THAT(second->figures, ElementsAre("gdp|UZ||USD|||current|country| 2021=1.5 @2"));
  EXPECT_EQ(second->skips.at("deletion that the publisher asks for"), 1U);
  EXPECT_THAT(second->problems, ElementsAre(HasSubstr("bad row 4 [] found \"2 fields\", expected 7")));
}

struct Sample {
  const char* path;
  std::size_t figures;
  std::size_t unknown;  ///< Exchange rates name no reporter: each is reported, none is the agency's.
};

class SdmxSamples : public ::testing::TestWithParam<Sample> {};

TEST_P(SdmxSamples, HaveAsManyObservationsAsCounted) {
  const auto bytes = shared_sample(std::getenv("PARAPH_SHARED"), std::string("trade_aid/formats/sdmx/") + GetParam().path);
  if (!bytes) GTEST_SKIP() << "PARAPH_SHARED names no folder with " << GetParam().path;
  const auto sink = import_bytes(GetParam().path, *bytes);
  ASSERT_TRUE(sink.has_value()) << sink.error().message;
  std::size_t unknown = 0;
  for (const std::string& problem : sink->problems) unknown += problem.starts_with("unknown code") ? 1U : 0U;
  EXPECT_EQ(sink->figures.size(), GetParam().figures) << (sink->problems.empty() ? "" : sink->problems.back());
  EXPECT_EQ(unknown, GetParam().unknown) << (sink->problems.empty() ? "" : sink->problems.back());
}

INSTANTIATE_TEST_SUITE_P(
    Importer, SdmxSamples,
    ::testing::Values(Sample{"ecb_exr/1_M.USD.EUR.SP00.A.xml", 0, 252}, Sample{"ecb_exr/ng-flat-ss.xml", 0, 12}, Sample{"ecb_exr/ng-flat.xml", 0, 12},
                      Sample{"ecb_exr/ng-ts-ss.xml", 0, 12}, Sample{"ecb_exr/ng-ts.xml", 0, 12}, Sample{"ecb_exr/ng-xs-ss.xml", 0, 12},
                      Sample{"ecb_exr/ng-xs.xml", 0, 12}, Sample{"ecb_exr/rg-ts.xml", 0, 12}, Sample{"ecb_exr/sg-flat.xml", 0, 12},
                      Sample{"ecb_exr/sg-ts-ss.xml", 0, 12}, Sample{"ecb_exr/sg-ts.xml", 0, 12}, Sample{"imf/PCPS.xml", 0, 0},
                      Sample{"imf/WEO-data.xml", 1, 0}, Sample{"other/ESTAT_NAMA_10_GDP-ss.xml", 4, 0}, Sample{"other/ESTAT_footer.xml", 0, 0},
                      Sample{"other/WB_gh-78.xml", 1, 0}, Sample{"v3_xml/ECB_EXR_CA.xml", 0, 3}));

}  // namespace
}  // namespace paraph
