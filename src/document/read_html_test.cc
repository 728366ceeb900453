#include <gmock/gmock.h>

#include <chrono>
#include <string>

#include "document/html_entities.h"
#include "document/read_document.h"

namespace paraph {
namespace {

using testing::ElementsAre;

Document read(std::string_view text) {
  DocumentHints hints;
  hints.format = DocumentFormat::kHtml;
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

TEST(ReadHtml, MapsSentencesToTheirRawBytes) {
  const std::string text =
      "<p>Arnor&rsquo;s <b>grain</b> &amp; <a href='/w'>wool</a> went to Gon<i>dor</i>.<sup>1</sup> In&nbsp;1995 it ended.</p>";
  const Document document = read(text);
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_THAT(sentences(document), ElementsAre("Arnor’s grain & wool went to Gondor.", "In 1995 it ended."));
  EXPECT_EQ(document.blocks[0].sentences[0].origin.of(text),
            "Arnor&rsquo;s <b>grain</b> &amp; <a href='/w'>wool</a> went to Gon<i>dor</i>.");
  EXPECT_EQ(document.blocks[0].sentences[1].origin.of(text), "In&nbsp;1995 it ended.");
}

TEST(ReadHtml, KeepsHeadingsListsAndTables) {
  const Document document = read(
      "<main><h1>Arnor</h1><h3>Trade</h3><ul><li>One<ul><li>Inner</li></ul></li><li><p>Two</p></li></ul>"
      "<table><caption>Trade in "
      "wool</caption><tr><th>&nbsp;</th><th>2020</th></tr><tr><td>Exports</td><td><p>12</p></td></tr></table></main>");
  std::vector<BlockKind> kinds;
  for (const Block& block : document.blocks) kinds.push_back(block.kind);
  EXPECT_THAT(kinds, ElementsAre(BlockKind::kHeading, BlockKind::kHeading, BlockKind::kListItem, BlockKind::kListItem, BlockKind::kListItem,
                                 BlockKind::kHeading, BlockKind::kTableRow, BlockKind::kTableRow));
  EXPECT_EQ(document.blocks[1].level, 3);
  EXPECT_EQ(document.blocks[3].level, 2);
  EXPECT_TRUE(document.blocks[6].header_row);
  EXPECT_EQ(document.blocks[6].cells.size(), 2U);
  EXPECT_EQ(document.blocks[7].text.of(document.text()), "Exports\t12");
}

TEST(ReadHtml, SetsFurnitureAsideButNeverTheMainText) {
  const Document document = read(
      "<body class='page has-sidebar'><div id='cookie-bar'><p>We store things.</p></div><header class='site'><p>Realm portal</p></header>"
      "<nav><ul><li><a href='/'>Home</a></li></ul></nav><div class='content-wrapper main-menu-layout'><h1>Arnor</h1><div "
      "class='share-buttons'>Send it</div>"
      "<p>Arnor keeps an embassy.</p></div><aside><p>Other news.</p></aside><div role='contentinfo'>Imprint here.</div>"
      "<script>var x = 'Arnor grew.';</script><style>p{}</style><noscript>Turn it on.</noscript><p "
      "style='display:none'>Hidden.</p></body>");
  EXPECT_THAT(sentences(document), ElementsAre("Arnor", "Arnor keeps an embassy."));
}

TEST(ReadHtml, DoesNotTakeTheWordsOfASheetForFurniture) {
  const Document document = read(
      "<body><h1>Arnor</h1><div class='elementor-widget-text'><p>Arnor keeps an embassy.</p></div><h2 id='trade-and-social-ads'>Social "
      "affairs</h2>"
      "<div id='economic-and-social'><p>Schools were built.</p></div><div class='social-share'>Send it</div></body>");
  EXPECT_THAT(sentences(document), ElementsAre("Arnor", "Arnor keeps an embassy.", "Social affairs", "Schools were built."));
}

TEST(ReadHtml, BreaksLinesButNotAtInlineTags) {
  const Document document = read("<p>First line<br>Second <span>line</span> goes<em>s</em> on</p>");
  EXPECT_THAT(sentences(document), ElementsAre("First line", "Second line goess on"));
}

TEST(ReadHtml, TakesAParagraphWithABulletForAnItem) {
  const Document document = read("<p>&bull; Arnor keeps an embassy.</p><p>- Gondor too</p><p>(1) is a number.</p>");
  EXPECT_THAT(sentences(document), ElementsAre("Arnor keeps an embassy.", "Gondor too", "(1) is a number."));
  EXPECT_EQ(document.blocks[1].kind, BlockKind::kListItem);
}

TEST(ReadHtml, KeepsSuperscriptsThatAreNoFootnotes) {
  const Document document = read("<p>It covers 5 km<sup>2</sup> in the 1<sup>st</sup> year.<sup>[3]</sup></p>");
  EXPECT_THAT(sentences(document), ElementsAre("It covers 5 km2 in the 1st year."));
}

TEST(ReadHtml, FindsMetadata) {
  const Document document = read(
      "<head><title>Arnor brief | Ministry of Gondor</title><meta property='article:published_time' content='2022-11-14T15:02:11+00:00'>"
      "<link rel='canonical' href='https://gondor.example/arnor'></head><body><p>Arnor keeps an embassy here.</p></body>");
  EXPECT_EQ(document.title, "Arnor brief");
  EXPECT_EQ(document.publisher, "Ministry of Gondor");
  EXPECT_EQ(document.source_url, "https://gondor.example/arnor");
  ASSERT_TRUE(document.published.has_value());
  EXPECT_EQ(document.published->from()->day, 14);
}

TEST(ReadHtml, ReadsTheDeclaredCharset) {
  const std::string text = "<html><head><meta charset=windows-1252></head><body><p>Per\xFA\x92s wool.</p></body></html>";
  const Document document = read(text);
  EXPECT_THAT(sentences(document), ElementsAre("Perú’s wool."));
  EXPECT_EQ(document.blocks[0].sentences[0].origin.of(text), "Per\xFA\x92s wool.");
}

TEST(ReadHtml, SurvivesDeepNesting) {
  for (const char* tag : {"div", "b", "span", "ul", "table", "foo", "a", "li"}) {
    const auto start = std::chrono::steady_clock::now();
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += std::string("<") + tag + ">";
    text += "Arnor keeps an embassy.";
    const Document document = read(text);
    EXPECT_THAT(sentences(document), testing::Contains("Arnor keeps an embassy.")) << tag;
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << tag;
  }
}

TEST(ReadHtml, ReadsATagThatNeverEnds) {
  read("<p>Arnor <a href=\"" + std::string(200'000, 'x'));
  read("<p>Arnor </p><!-- never closed " + std::string(200'000, '<'));
  read(std::string(200'000, '<'));
  read("<p>" + std::string(200'000, '&'));
}

TEST(DecodeEntity, KnowsNamesAndNumbers) {
  std::string out;
  EXPECT_EQ(decode_entity("&eacute;x", out), 8U);
  EXPECT_EQ(decode_entity("&#8217;", out), 7U);
  EXPECT_EQ(decode_entity("&#x2019;", out), 8U);
  EXPECT_EQ(decode_entity("&#146;", out), 6U);
  EXPECT_EQ(out, "é’’’");
  EXPECT_EQ(decode_entity("& D", out), 0U);
  EXPECT_EQ(decode_entity("&nosuch;", out), 0U);
}

}  // namespace
}  // namespace paraph
