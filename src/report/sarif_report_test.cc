#include "report/sarif_report.h"

#include <gtest/gtest.h>

#include <rapidjson/document.h>

#include "report/sample_audit.h"

namespace paraph {
namespace {

rapidjson::Document sarif_of(const Audit& audit) {
  const SarifReport report({{}, {}, "1.2.3"});
  std::string out;
  report.head(out);
  report.part(audit, out);
  report.tail({}, out);
  rapidjson::Document document;
  document.Parse(out.c_str());
  return document;
}

TEST(Sarif, GivesAResultForEachJudgedClaimAndGap) {
  const auto document = sarif_of(sample_audit());
  ASSERT_FALSE(document.HasParseError());
  EXPECT_STREQ(document["version"].GetString(), "2.1.0");
  const auto& results = document["runs"][0]["results"];
  ASSERT_EQ(results.Size(), 6u);
  EXPECT_STREQ(results[2]["ruleId"].GetString(), "refuted/trade_value");
  EXPECT_STREQ(results[2]["kind"].GetString(), "fail");
  EXPECT_STREQ(results[2]["level"].GetString(), "error");
  EXPECT_STREQ(results[5]["ruleId"].GetString(), "gap/no-trigger");
}

TEST(Sarif, PointsAtLinesAndBytes) {
  const auto document = sarif_of(sample_audit());
  const auto& region = document["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region["startLine"].GetInt(), 5);
  EXPECT_EQ(region["startColumn"].GetInt(), 37);
  EXPECT_EQ(region["endColumn"].GetInt(), 57);
  EXPECT_EQ(region["byteLength"].GetInt(), 20);
  EXPECT_STREQ(region["snippet"]["text"].GetString(), "$277 million in 2020");
}

TEST(Sarif, NamesARuleForEveryResultAtItsIndex) {
  const auto document = sarif_of(sample_audit());
  const auto& run = document["runs"][0];
  const auto& rules = run["tool"]["driver"]["rules"];
  for (const auto& result : run["results"].GetArray()) {
    EXPECT_STREQ(rules[result["ruleIndex"].GetUint()]["id"].GetString(), result["ruleId"].GetString());
    const bool fails = std::string_view(result["kind"].GetString()) == "fail";
    EXPECT_EQ(fails, std::string_view(result["level"].GetString()) != "none");
  }
}

TEST(Sarif, WritesPathsAsUris) {
  EXPECT_EQ(uri_of("sheets/a b.txt"), "sheets/a%20b.txt");
  EXPECT_EQ(uri_of("/srv/ä:1.txt"), "file:///srv/%C3%A4%3A1.txt");
  EXPECT_EQ(uri_of("https://example.org/a?b"), "https://example.org/a?b");
}

}  // namespace
}  // namespace paraph
