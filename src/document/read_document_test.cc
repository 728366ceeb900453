#include "document/read_document.h"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace paraph {
namespace {

Document read(std::string_view text, std::string name = "sheet.txt") {
  DocumentHints hints;
  hints.name = std::move(name);
  Result<Document> document = read_document(text, hints);
  EXPECT_TRUE(document.has_value());
  return std::move(*document);
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out.push_back(space ? ' ' : c);
  }
  return out;
}

std::vector<std::string> sentences(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    for (const Sentence& sentence : block.sentences) out.push_back(squeezed(sentence.text.of(document.text())));
  }
  return out;
}

TEST(DetectFormat, BelievesBytesBeforeNames) {
  EXPECT_EQ(detect_format("%PDF-1.7\n", "a.txt"), DocumentFormat::kPdf);
  EXPECT_EQ(detect_format("<!DOCTYPE html><p>x", "a.txt"), DocumentFormat::kHtml);
  EXPECT_EQ(detect_format("\xEF\xBB\xBF <html>", ""), DocumentFormat::kHtml);
  EXPECT_EQ(detect_format("plain words", "a.md"), DocumentFormat::kMarkdown);
  EXPECT_EQ(detect_format("# T\n\n## U\n", ""), DocumentFormat::kMarkdown);
  EXPECT_EQ(detect_format("plain words", "https://x.example/a.html?b=c.md"), DocumentFormat::kPlain);
  EXPECT_EQ(detect_format("some words < 3", "a.txt"), DocumentFormat::kPlain);
}

TEST(ReadDocument, GivesTheSameIdToTheSameBytes) {
  EXPECT_EQ(read("Arnor.").id, read("Arnor.", "other").id);
  EXPECT_NE(read("Arnor.").id, read("Gondor.").id);
  EXPECT_TRUE(read("").id.starts_with("xxh3:"));
}

TEST(ReadDocument, ReadsUtf16Html) {
  std::string text;
  for (const char c : std::string("<html><body><p>Arnor keeps an embassy.</p></body></html>")) {
    text.push_back(c);
    text.push_back('\0');
  }
  const Document document = read(text, "");
  EXPECT_EQ(document.format, DocumentFormat::kHtml);
  EXPECT_THAT(sentences(document), testing::ElementsAre("Arnor keeps an embassy."));
  EXPECT_EQ(document.blocks[0].sentences[0].origin.size(), 46U);
}

TEST(ReadDocument, ReportsBrokenBytes) {
  const Document document = read("Arnor keeps an emb\xC3ssy \xE2\x80\x99 there.");
  ASSERT_EQ(document.warnings.size(), 1U);
  EXPECT_NE(document.warnings[0].find("broken"), std::string::npos);
}

TEST(ReadDocument, RefusesWhatIsNoText) {
  std::string bytes(100'000, '\0');
  for (std::size_t i = 0; i < bytes.size(); i += 7) bytes[i] = static_cast<char>(i);
  DocumentHints hints;
  const Result<Document> document = read_document(bytes, hints);
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().code, ErrorCode::kUnsupported);
}

TEST(ReadDocument, RefusesMoreThanItsLimits) {
  DocumentLimits limits;
  limits.bytes = 10;
  const Result<Document> plain = read_document("more than ten bytes", {}, limits);
  ASSERT_FALSE(plain.has_value());
  EXPECT_EQ(plain.error().code, ErrorCode::kLimitExceeded);
  limits = {};
  limits.blocks = 3;
  EXPECT_EQ(read_document("a\n\nb\n\nc\n\nd\n\ne\n", {}, limits).error().code, ErrorCode::kLimitExceeded);
  limits = {};
  limits.sentences = 3;
  EXPECT_EQ(read_document("One. Two. Three. Four.", {}, limits).error().code, ErrorCode::kLimitExceeded);
  EXPECT_TRUE(read_document("One. Two. Three.", {}, limits).has_value());
  limits = {};
  limits.markup_bytes = 10;
  EXPECT_EQ(read_document("<html><p>one", {}, limits).error().code, ErrorCode::kLimitExceeded);
  EXPECT_EQ(read_document("%PDF-1.4 whatever", {}).error().code, ErrorCode::kUnsupported);
}

TEST(ReadDocument, CutsAnEndlessSentenceAtWhiteSpace) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "grain wool ";
  const Document document = read(text);
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_GT(document.blocks[0].sentences.size(), 5U);
  for (const Sentence& sentence : document.blocks[0].sentences) EXPECT_LE(sentence.text.size(), 4'000U);
  EXPECT_EQ(document.warnings.size(), 1U);
}

TEST(ReadDocument, ReadsALineOfFiftyMegabytes) {
  const auto start = std::chrono::steady_clock::now();
  std::string text;
  while (text.size() < 50'000'000) text += "Arnor exported 3.5 million crowns of grain to Gondor in 1995. ";
  EXPECT_GT(read(text).blocks[0].sentences.size(), 500'000U);
  read(std::string(50'000'000, 'x'));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

/// Every sentence's text is its raw bytes, decoded: for plain UTF-8, but for white space, the bytes themselves.
TEST(ReadDocument, PointsIntoTheOriginalBytesOfRealSheets) {
  const std::filesystem::path folder = std::filesystem::path(PARAPH_SOURCE_DIR) / ".." / "shared" / "gold" / "docs";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the annotated sheets are not here: " << folder;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    const std::string text = bytes.str();
    const Document document = read(text, entry.path().filename().string());
    EXPECT_FALSE(document.title.empty()) << entry.path();
    EXPECT_GT(sentences(document).size(), 15U) << entry.path();
    if (document.format != DocumentFormat::kPlain) continue;
    for (const Block& block : document.blocks) {
      for (const Sentence& sentence : block.sentences) {
        EXPECT_EQ(squeezed(sentence.origin.of(text)), squeezed(sentence.text.of(document.text()))) << entry.path();
      }
    }
  }
}

}  // namespace
}  // namespace paraph
