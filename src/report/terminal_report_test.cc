#include <gtest/gtest.h>

#include "report/display_text.h"
#include "report/sample_audit.h"
#include "report/terminal_quotation.h"
#include "report/write_report.h"

namespace paraph {
namespace {

std::string terminal_of(std::size_t width, bool colour) {
  const auto report = make_audit_report(AuditFormat::kTerminal, {{width, colour}, {}, ""});
  const Audit audit = sample_audit();
  std::string out;
  ReportTotals totals;
  add_to(totals, audit);
  report->part(audit, out);
  report->tail(totals, out);
  return out;
}

std::string without_escapes(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = text.find('m', i);
      continue;
    }
    out.push_back(text[i]);
  }
  return out;
}

TEST(Terminal, UnderlinesTheClaimsWordsWithTildesWithoutColour) {
  EXPECT_NE(terminal_of(100, false).find("  Arnor and Gondor established diplomatic relations in 1992.\n"
                                         "                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"),
            std::string::npos);
}

TEST(Terminal, AlignsTheFiguresOfAllSourcesAtTheirPoint) {
  const std::string out = terminal_of(100, false);
  EXPECT_NE(out.find("                                                                    million USD\n"
                     "       this document                                                       277\n"
                     "     ✓ gondor-stat    Gondor's statistics, goods, calendar year 2020       276.97   −0.01 %\n"),
            std::string::npos)
      << out;
}

TEST(Terminal, SaysWhatARankLeavesOut) { EXPECT_NE(terminal_of(100, false).find("left out: Other countries (line 63); Not specified (line 64)"), std::string::npos); }

TEST(Terminal, PutsSeveralClaimsOfOneSentenceUnderOneQuotation) {
  const std::string out = terminal_of(140, false);
  EXPECT_NE(out.find("$277 million in 2020¹ to $424.6 million in 2021², making Arnor"), std::string::npos);
  EXPECT_EQ(out.find("¹ to"), out.rfind("¹ to"));
}

TEST(Terminal, StaysInsideItsWidth) {
  for (const std::size_t width : {48u, 60u, 80u, 100u, 140u}) {
    const std::string text = without_escapes(terminal_of(width, true));
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = text.find('\n', at);
      EXPECT_LE(display_width(text.substr(at, end - at)), width) << text.substr(at, end - at);
      at = end + 1;
    }
  }
}

TEST(Terminal, CountsWhatWasDecidedAndWhatWasNotRead) {
  const std::string out = terminal_of(100, false);
  EXPECT_NE(out.find("4 of 5 checkable claims decided (80 %)"), std::string::npos);
  EXPECT_NE(out.find("✓ 1 supported   ≠ 1 disputed   ✗ 1 refuted   ⌛ 1 outdated   ? 1 unverifiable"), std::string::npos);
  EXPECT_NE(out.find("no-trigger  Gondor has 900 beacons"), std::string::npos);
}

TEST(Terminal, WritesNoEscapesWithoutColour) { EXPECT_EQ(terminal_of(100, false).find('\x1b'), std::string::npos); }

TEST(Quotation, ShowsOnlyTheNeighbourhoodOfAMarkInAVeryLongSentence) {
  std::string sentence(6000, 'x');
  for (std::size_t i = 9; i < sentence.size(); i += 10) sentence[i] = ' ';
  sentence.replace(3000, 5, "MARKS");
  std::string out;
  write_quotation(sentence, {{{3000, 3005}, VerdictLabel::kRefuted, 0}}, 2, 70, Ink{}, out);
  EXPECT_LT(out.size(), 2000u);
  EXPECT_NE(out.find("MARKS"), std::string::npos);
  EXPECT_NE(out.find("~~~~~"), std::string::npos);
}

}  // namespace
}  // namespace paraph
