#include <gmock/gmock.h>

#include <string>

#include "document/read_document.h"

namespace paraph {
namespace {

using testing::ElementsAre;

Document read(std::string_view text) {
  DocumentHints hints;
  hints.name = "sheet.txt";
  Result<Document> document = read_document(text, hints);
  EXPECT_TRUE(document.has_value());
  return std::move(*document);
}

std::vector<std::string> texts(const Document& document, BlockKind kind) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    if (block.kind == kind) out.emplace_back(block.text.of(document.text()));
  }
  return out;
}

std::vector<std::string> sentences(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    for (const Sentence& sentence : block.sentences) out.emplace_back(sentence.text.of(document.text()));
  }
  return out;
}

TEST(ReadPlain, TellsHeadingsParagraphsAndListsApart) {
  const Document document = read(
      "Arnor-Gondor Relations\n\nTrade and labour mobility\n\nArnor exports grain to Gondor. It imports wool.\n\nRecent visits\n\n"
      "- King Aragorn came in 1995.\n  - A second visit followed.\n(2) Population: 7.3 million\n");
  EXPECT_THAT(texts(document, BlockKind::kHeading), ElementsAre("Arnor-Gondor Relations", "Trade and labour mobility", "Recent visits"));
  EXPECT_THAT(texts(document, BlockKind::kListItem),
              ElementsAre("King Aragorn came in 1995.", "A second visit followed.", "Population: 7.3 million"));
  EXPECT_EQ(document.title, "Arnor-Gondor Relations");
  EXPECT_EQ(document.blocks.back().level, 1);
  EXPECT_EQ(document.blocks[document.blocks.size() - 2].level, 2);
}

TEST(ReadPlain, JoinsHardWrappedLines) {
  const std::string text =
      "Arnor and Gondor have kept embassies in each other's capitals since the\n"
      "year 1956, when the treaty of friendship was signed by the two crowns.\n"
      "Trade has grown in every year since then, and the two governments work\n"
      "together on roads.\n";
  const Document document = read(text);
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_EQ(sentences(document).size(), 2U);
  EXPECT_EQ(sentences(document)[0].find('\n'), std::string::npos);
  const Sentence first = document.blocks[0].sentences[0];
  EXPECT_EQ(first.origin.of(text).substr(62, 18), "since the\nyear 195");
}

TEST(ReadPlain, KeepsLinesOfTheirOwnApart) {
  const Document document = read(
      "Key bilateral documents\n\nExtradition Treaty (signed 16 April 2007)\nInvestment treaty (signed 26 November 2002; ended in the year "
      "2017)\n"
      "Agreement on Cultural Cooperation (12 May 1993)\n");
  EXPECT_EQ(sentences(document).size(), 4U);
}

TEST(ReadPlain, KeepsTablesWithTheirCells) {
  const Document document = read(
      "Trade (in US$ million)\n          2021      2022\nExports   66.9      94.4\nImports   416.6     24.6\n\nAs per the agency, trade "
      "rose in the year.\n");
  ASSERT_EQ(texts(document, BlockKind::kTableRow).size(), 3U);
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kTableRow) continue;
    EXPECT_EQ(block.table, 0);
    EXPECT_EQ(block.sentences.size(), 1U);
  }
  const Block& row = document.blocks[3];
  ASSERT_EQ(row.cells.size(), 3U);
  EXPECT_EQ(row.cells[0].of(document.text()), "Imports");
  EXPECT_EQ(row.cells[2].of(document.text()), "24.6");
  EXPECT_TRUE(document.blocks[1].header_row);
  EXPECT_FALSE(row.header_row);
}

TEST(ReadPlain, DoesNotTakeNumberedOrJustifiedTextForATable) {
  const Document document = read(
      "1.\tArnor keeps an embassy in Gondor. It has 12 rooms.\n\nArnor  exported  5 tons   of grain to Gondor in 1995.\n\nPopulation:\t7.3 "
      "million\n");
  EXPECT_THAT(sentences(document), ElementsAre("Arnor keeps an embassy in Gondor.", "It has 12 rooms.",
                                               "Arnor  exported  5 tons   of grain to Gondor in 1995.", "Population:\t7.3 million"));
}

TEST(ReadPlain, SetsFurnitureAside) {
  const Document document = read(
      "Skip to main content\n\nHome | Countries | News | Contact\n\nAn official website of the realm\n\nHomeAbout "
      "usNewsroomContactSearchEvents\n\n"
      "Arnor-Gondor Relations\n\nShare\n\nArnor recognised Gondor in the year 1956, and both crowns have kept embassies ever since.\n\n"
      "Tags\n\nArnor  Bilateral Relations  Gondor\n\nSee also\n\nList of crowns\n\nFollow us on Palantir\n\n\xC2\xA9 2024 Realm\n");
  EXPECT_THAT(
      sentences(document),
      ElementsAre("Arnor-Gondor Relations", "Arnor recognised Gondor in the year 1956, and both crowns have kept embassies ever since."));
}

TEST(ReadPlain, FindsDatelineTitlePublisherAndRepublication) {
  const Document document = read(
      "Mon. Jul 15th, 2024\nArnor-Gondor Relations – Ministry of Foreign Affairs of Arnor\n\nArnor recognised Gondor in 1956 and keeps an "
      "embassy in Minas "
      "Tirith, its capital, as well as a consulate.\n\nOfficial news published at\n\noriginally published at Politics - NEWS\n");
  EXPECT_EQ(document.title, "Arnor-Gondor Relations");
  EXPECT_EQ(document.publisher, "Ministry of Foreign Affairs of Arnor");
  ASSERT_TRUE(document.published.has_value());
  EXPECT_EQ(document.published->from()->day, 15);
  EXPECT_EQ(document.republished_from, "originally published at Politics - NEWS");
  EXPECT_EQ(texts(document, BlockKind::kMetadata).size(), 3U);
}

TEST(ReadPlain, ReadsADatelineAtTheEnd) {
  const Document document = read(
      "Arnor-Gondor Relations\n\nArnor recognised Gondor in 1956 and has kept an embassy there, in its capital, ever "
      "since.\n\n***\n\nJanuary 2024\n");
  ASSERT_TRUE(document.published.has_value());
  EXPECT_EQ(document.published->from()->month, 1);
}

TEST(ReadPlain, NeverTakesADateFromRunningText) {
  const Document document =
      read("Arnor-Gondor Relations\n\nArnor recognised Gondor on 5 June 1956. The last visit took place in May 2020.\n");
  EXPECT_FALSE(document.published.has_value());
}

TEST(ReadPlain, SplitsTheDatelineFromItsParagraph) {
  const Document document =
      read("Crown meets crown in the south\n\nMINAS TIRITH, 9 December 2022 — The minister of Arnor met the steward here on Friday.\n");
  ASSERT_TRUE(document.published.has_value());
  EXPECT_THAT(sentences(document), ElementsAre("Crown meets crown in the south", "The minister of Arnor met the steward here on Friday."));
}

TEST(ReadPlain, TakesAnyLineEnds) {
  for (const char* end : {"\n", "\r\n"}) {
    std::string text = "Arnor-Gondor Relations";
    text += std::string(end) + end + "Arnor keeps an embassy." + end + end + "- One item" + end + "- Another item" + end;
    const Document document = read(text);
    EXPECT_EQ(document.blocks.size(), 4U);
    for (const Block& block : document.blocks) {
      EXPECT_EQ(document.origin(block.text).of(text), block.text.of(document.text()));
    }
  }
}

}  // namespace
}  // namespace paraph
