#include "report/sarif_report.h"

#include <gtest/gtest.h>

#include "report/flat_json.h"
#include "report/sample_audit.h"

namespace paraph {
namespace {

std::map<std::string, std::string> sarif_of(const Audit& audit) {
  const SarifReport report({{}, {}, "1.2.3"});
  std::string out;
  report.head(out);
  report.part(audit, out);
  report.tail({}, out);
  return FlatJson::read(out).value_or(std::map<std::string, std::string>{});
}

TEST(Sarif, GivesAResultForEachJudgedClaimAndGap) {
  auto sarif = sarif_of(sample_audit());
  EXPECT_EQ(sarif["version"], "2.1.0");
  EXPECT_EQ(sarif["runs[0].results#"], "6");
  EXPECT_EQ(sarif["runs[0].results[2].ruleId"], "refuted/trade_value");
  EXPECT_EQ(sarif["runs[0].results[2].kind"], "fail");
  EXPECT_EQ(sarif["runs[0].results[2].level"], "error");
  EXPECT_EQ(sarif["runs[0].results[5].ruleId"], "gap/no-trigger");
}

TEST(Sarif, PointsAtLinesAndBytes) {
  auto sarif = sarif_of(sample_audit());
  const std::string region = "runs[0].results[1].locations[0].physicalLocation.region.";
  EXPECT_EQ(sarif[region + "startLine"], "5");
  EXPECT_EQ(sarif[region + "startColumn"], "37");
  EXPECT_EQ(sarif[region + "endColumn"], "57");
  EXPECT_EQ(sarif[region + "byteLength"], "20");
  EXPECT_EQ(sarif[region + "snippet.text"], "$277 million in 2020");
}

TEST(Sarif, NamesARuleForEveryResultAtItsIndex) {
  auto sarif = sarif_of(sample_audit());
  for (int i = 0; i < 6; ++i) {
    const std::string result = "runs[0].results[" + std::to_string(i) + "].";
    EXPECT_EQ(sarif["runs[0].tool.driver.rules[" + sarif[result + "ruleIndex"] + "].id"], sarif[result + "ruleId"]);
    EXPECT_EQ(sarif[result + "kind"] == "fail", sarif[result + "level"] != "none");
  }
}

TEST(Sarif, WritesPathsAsUris) {
  EXPECT_EQ(uri_of("sheets/a b.txt"), "sheets/a%20b.txt");
  EXPECT_EQ(uri_of("/srv/ä:1.txt"), "file:///srv/%C3%A4%3A1.txt");
  EXPECT_EQ(uri_of("https://example.org/a?b"), "https://example.org/a?b");
}

}  // namespace
}  // namespace paraph
