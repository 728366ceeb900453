#include <gtest/gtest.h>

#include "report/flat_json.h"
#include "report/mention_lines.h"
#include "report/sample_audit.h"
#include "report/write_report.h"

namespace paraph {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

TEST(ExtractionLines, GiveTheDocumentThenItsClaimsThenItsGaps) {
  std::string out;
  write_extraction_jsonl(sample_audit().extraction, out);
  const auto lines = lines_of(out);
  ASSERT_EQ(lines.size(), 8u);
  EXPECT_NE(lines[0].find(R"("type":"document")"), std::string::npos);
  EXPECT_NE(lines[0].find(R"("published":"2024-07-15","pair":["AN","GN"])"), std::string::npos);
  EXPECT_NE(lines[0].find(R"("lexicon":"0123456789abcdef","sentences":5)"), std::string::npos);
  EXPECT_NE(lines[7].find(R"("type":"gap")"), std::string::npos);
  for (std::size_t i = 1; i < 7; ++i) EXPECT_NE(lines[i].find(R"("type":"claim")"), std::string::npos);
}

TEST(ExtractionLines, WriteFiguresAsExactNumbersAndLeaveOutWhatIsNotGiven) {
  std::string out;
  write_extraction_jsonl(sample_audit().extraction, out);
  const std::string line = lines_of(out)[2];
  EXPECT_NE(line.find(R"("flow":"total","value":277000000,"unit":"USD","comparator":"=","digits":3,"period":"2020","modality":"asserted"})"), std::string::npos) << line;
  EXPECT_EQ(line.find("coverage"), std::string::npos);
  EXPECT_EQ(line.find("implicit"), std::string::npos);
}

TEST(ExtractionLines, SayPublishedIsNullWhereTheDocumentDoesNotSay) {
  Audit audit = sample_audit();
  audit.extraction.document.published.reset();
  audit.extraction.reading.pair.reset();
  std::string out;
  write_extraction_jsonl(audit.extraction, out);
  EXPECT_NE(out.find(R"("published":null,"pair":[])"), std::string::npos);
}

TEST(ExtractionLines, AreJsonEach) {
  std::string out;
  write_extraction_jsonl(sample_audit("an \"odd\"\xFF name.txt").extraction, out);
  for (const std::string& line : lines_of(out)) {
    EXPECT_TRUE(FlatJson::read(line)) << line;
  }
}

TEST(ExtractionTable, ShowsOneRowAClaim) {
  std::string out;
  make_extraction_report(ExtractionFormat::kTable, {{120, false}, {}, ""})->part(sample_audit().extraction, out);
  EXPECT_NE(out.find("trade_rank        GN       AN                    16th"), std::string::npos) << out;
  EXPECT_NE(out.find("(no-trigger) Gondor has 900 beacons"), std::string::npos);
}

TEST(MentionLines, WriteValuesAsStrings) {
  std::string out;
  QuantityLine quantity;
  quantity.span = {4, 18};
  quantity.quote = "$424.6 million";
  quantity.value = Decimal::parse("424600000");
  quantity.unit = "USD";
  write_quantity_line(quantity, out);
  DateLine date;
  date.span = {22, 26};
  date.quote = "2021";
  date.value = "2021";
  write_date_line(date, out);
  EXPECT_EQ(out,
            "{\"type\":\"quantity\",\"span\":[4,18],\"value\":\"424600000\",\"unit\":\"USD\",\"comparator\":\"=\",\"change\":\"=\",\"quote\":\"$424.6 million\"}\n"
            "{\"type\":\"date\",\"span\":[22,26],\"timex\":\"DATE\",\"value\":\"2021\",\"quote\":\"2021\"}\n");
}

}  // namespace
}  // namespace paraph
