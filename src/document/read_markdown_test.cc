#include <gmock/gmock.h>

#include <string>

#include "document/read_document.h"

namespace paraph {
namespace {

using testing::ElementsAre;

Document read(std::string_view text) {
  DocumentHints hints;
  hints.format = DocumentFormat::kMarkdown;
  Result<Document> document = read_document(text, hints);
  EXPECT_TRUE(document.has_value());
  return std::move(*document);
}

std::vector<std::string> sentences(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    for (const Sentence& sentence : block.sentences) out.emplace_back(sentence.text.of(document.text()));
  }
  return out;
}

TEST(ReadMarkdown, DropsMarksAndKeepsText) {
  const std::string text =
      "# Arnor and Gondor\n\nArnor has an [embassy](/e \"t\") in **Minas\nTirith** &amp; a *consulate*. ![picture](/p.jpg) It &ndash; "
      "too.\n\n"
      "* One\n* Two\n  1. Inner\n";
  const Document document = read(text);
  EXPECT_EQ(document.title, "Arnor and Gondor");
  EXPECT_THAT(sentences(document),
              ElementsAre("Arnor and Gondor", "Arnor has an embassy in Minas Tirith & a consulate.", "It – too.", "One", "Two", "Inner"));
  EXPECT_EQ(document.blocks.back().kind, BlockKind::kListItem);
  EXPECT_EQ(document.blocks.back().level, 2);
  const Sentence sentence = document.blocks[1].sentences[0];
  EXPECT_EQ(sentence.origin.of(text), "Arnor has an [embassy](/e \"t\") in **Minas\nTirith** &amp; a *consulate*.");
}

TEST(ReadMarkdown, KeepsTables) {
  const Document document = read("# T\n\n| Year | Exports |\n|---|---|\n| 2020 | 1 883 |\n| | 12 |\n");
  ASSERT_EQ(document.blocks.size(), 4U);
  EXPECT_TRUE(document.blocks[1].header_row);
  EXPECT_EQ(document.blocks[2].kind, BlockKind::kTableRow);
  ASSERT_EQ(document.blocks[2].cells.size(), 2U);
  EXPECT_EQ(document.blocks[2].cells[1].of(document.text()), "1 883");
  EXPECT_EQ(document.blocks[2].text.of(document.text()), "2020\t1 883");
  ASSERT_EQ(document.blocks[3].cells.size(), 2U);
  EXPECT_TRUE(document.blocks[3].cells[0].empty());
  EXPECT_EQ(document.blocks[3].cells[1].of(document.text()), "12");
}

TEST(ReadMarkdown, ReadsFrontMatter) {
  const Document document =
      read("---\ntitle: \"Arnor brief\"\ndate: 2023-04-05\npublisher: Ministry of Arnor\n---\n\nArnor keeps an embassy in Gondor.\n");
  EXPECT_EQ(document.title, "Arnor brief");
  EXPECT_EQ(document.publisher, "Ministry of Arnor");
  ASSERT_TRUE(document.published.has_value());
  EXPECT_EQ(document.published->from()->day, 5);
  EXPECT_THAT(sentences(document), ElementsAre("Arnor keeps an embassy in Gondor."));
}

TEST(ReadMarkdown, ReadsBoldDatelinesAndSetsMenusAside) {
  const Document document = read(
      "[Skip to content](#c) | [Visas](/v) | [News](/n)\n\n# Policy\n\n*Last updated: January 9, 2023*\n\n**MINAS TIRITH, 9 December "
      "2022** — The steward spoke.\n");
  ASSERT_TRUE(document.published.has_value());
  EXPECT_EQ(document.published->from()->month, 1);
  EXPECT_THAT(sentences(document), ElementsAre("Policy", "The steward spoke."));
}

}  // namespace
}  // namespace paraph
