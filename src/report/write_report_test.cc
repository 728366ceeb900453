#include "report/write_report.h"

#include <gtest/gtest.h>

#include "report/flat_json.h"
#include "report/reading_coverage.h"
#include "report/sample_audit.h"

namespace paraph {
namespace {

std::string report_of(AuditFormat format, std::size_t documents = 1) {
  const auto report = make_audit_report(format, {{100, false}, {}, "1.2.3"});
  ReportTotals totals;
  std::string out;
  report->head(out);
  for (std::size_t i = 0; i < documents; ++i) {
    const Audit audit = sample_audit();
    add_to(totals, audit);
    if (i != 0) out += report->between();
    report->part(audit, out);
  }
  report->tail(totals, out);
  return out;
}

TEST(Reports, AreJsonWhereTheyShouldBeForAnyNumberOfDocuments) {
  for (const AuditFormat format : {AuditFormat::kJson, AuditFormat::kSarif, AuditFormat::kClaimReview}) {
    for (const std::size_t documents : {0u, 1u, 3u}) {
      EXPECT_TRUE(FlatJson::read(report_of(format, documents))) << report_of(format, documents);
    }
  }
}

TEST(Reports, AreTheSameBytesTwice) {
  for (const AuditFormat format : {AuditFormat::kTerminal, AuditFormat::kJson, AuditFormat::kJsonl, AuditFormat::kHtml, AuditFormat::kSarif,
                                   AuditFormat::kClaimReview, AuditFormat::kCsv}) {
    EXPECT_EQ(report_of(format), report_of(format));
  }
}

TEST(Reports, GiveVerdictAndEvidenceWithEachClaimLine) {
  const std::string out = report_of(AuditFormat::kJsonl);
  EXPECT_NE(out.find(R"("verdict":{"label":"disputed","why":"exactly Gondor's own figure; 5.48 % below in Arnor's data")"), std::string::npos);
  EXPECT_NE(out.find(R"("value":276968900,"unit":"USD","difference_percent":-0.01,"agrees":"yes")"), std::string::npos);
  EXPECT_NE(out.find(R"("label":"outdated","was":"supported")"), std::string::npos);
  EXPECT_NE(out.find(R"_("outdated":{"since":"2023","now_says":"11th, $765 million (gondor-stat, 2023)","when_published":true})_"), std::string::npos);
  EXPECT_NE(out.find(R"("reason":"no-data")"), std::string::npos);
}

TEST(Html, EscapesTheDocumentsWords) {
  const std::string out = report_of(AuditFormat::kHtml);
  EXPECT_NE(out.find("&lt;stands&gt; 300 fathoms high &amp; more"), std::string::npos);
  EXPECT_EQ(out.find("<stands>"), std::string::npos);
}

TEST(Html, NeedsNothingFromOutsideAndRunsNoScript) {
  const std::string out = report_of(AuditFormat::kHtml);
  EXPECT_NE(out.find("default-src 'none'"), std::string::npos);
  EXPECT_EQ(out.find("<script"), std::string::npos);
  EXPECT_EQ(out.find("src=\""), std::string::npos);
  EXPECT_EQ(out.find("url("), std::string::npos);
}

TEST(Html, MarksClaimsByLetterAndClassAndLinksThemToTheirCards) {
  const std::string out = report_of(AuditFormat::kHtml);
  EXPECT_NE(out.find("<a class=\"claim disputed\" href=\"#d"), std::string::npos);
  EXPECT_NE(out.find(">$277 million in 2020</a><a class=\"badge disputed\""), std::string::npos);
  const std::size_t link = out.find("href=\"#d") + 7;
  const std::string anchor = out.substr(link, out.find('"', link) - link);
  EXPECT_NE(out.find("id=\"" + anchor + "\""), std::string::npos);
}

TEST(Csv, QuotesAndEndsLinesAsRfc4180Says) {
  const std::string out = report_of(AuditFormat::kCsv);
  EXPECT_EQ(out.find("document,claim,kind,"), 0u);
  EXPECT_NE(out.find("exactly Gondor's own figure; 5.48 % below in Arnor's data,gondor-stat,\"Gondor's statistics, goods, calendar year 2020\","), std::string::npos);
  EXPECT_NE(out.find(",not-judged,"), std::string::npos);
  EXPECT_TRUE(out.ends_with("\r\n"));
}

TEST(ClaimReview, RatesWhatWasDecidedAndOnlyNamesTheRest) {
  auto reviews = FlatJson::read(report_of(AuditFormat::kClaimReview)).value();
  EXPECT_EQ(reviews["#"], "5");
  EXPECT_EQ(reviews["[0].@type"], "ClaimReview");
  EXPECT_EQ(reviews["[0].reviewRating.ratingValue"], "5");
  EXPECT_EQ(reviews["[4].reviewRating.alternateName"], "unverifiable");
  EXPECT_FALSE(reviews.contains("[4].reviewRating.ratingValue"));
}

TEST(ReadingCoverage, CountsClaimsByKindAndGapsByReason) {
  ReadingCoverage coverage;
  add_to(coverage, sample_audit().extraction);
  add_to(coverage, sample_audit().extraction);
  EXPECT_EQ(coverage.documents, 2U);
  std::size_t claims = 0;
  for (const std::size_t count : coverage.claims) claims += count;
  EXPECT_EQ(claims, 2 * sample_audit().extraction.reading.claims.size());
  std::string json;
  write_coverage_json(coverage, json);
  auto members = FlatJson::read(json).value();
  EXPECT_EQ(members["documents"], "2");
  EXPECT_EQ(members["gaps.no-trigger"], "2");
  const TextTable table = coverage_table(coverage);
  EXPECT_EQ(table.rows.front(), (std::vector<std::string>{"claims", "all", "12", ""}));
}

}  // namespace
}  // namespace paraph
