#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "document/read_document.h"

namespace paraph {
namespace {

/// Scraps of every format and encoding, in any order: what real damage looks like.
rc::Gen<std::string> any_bytes() {
  static const std::vector<std::string> scraps = {
      "Arnor exported grain to Gondor in 1995. ", "U.S. and Gov. No. 5 ", "\n", "\n\n", "\r\n", "\t", "# ", "- ", "| a | b |\n|---|---|\n", "<p>", "</p>",
      "<ul><li>", "<nav>", "<!--", "-->", "&amp;", "&#8217;", "&", "**", "[x](y)", "\xEF\xBB\xBF", "\xFF", "\xC3", "\xC3\xA9", "\xE2\x80\x99",
      "\xE2\x82", "\xF0\x9F\x98\x80", "\xA0", "\xC2\xA0", "\x93quote\x94", std::string(1, '\0'), "$1.2 billion", "1992", ".", "?", "!", ";", "“", "”"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(scraps)), [](const std::vector<std::string>& parts) {
    std::string bytes;
    for (const std::string& part : parts) bytes += part;
    return bytes;
  });
}

RC_GTEST_PROP(SpanLaws, EverySentenceLiesInsideItsBlockAndTheInput, ()) {
  const std::string bytes = *any_bytes();
  DocumentHints hints;
  hints.format = *rc::gen::element(DocumentFormat::kPlain, DocumentFormat::kMarkdown, DocumentFormat::kHtml);
  const auto document = read_document(bytes, hints);
  if (!document) {
    RC_ASSERT(!document.error().message.empty());
    return;
  }
  std::size_t reached = 0;
  for (const Block& block : document->blocks) {
    RC_ASSERT(block.text.first() >= reached);
    reached = block.text.last();
    RC_ASSERT(document->origin(block.text).last() <= bytes.size());
    std::size_t spoken = block.text.first();
    for (const Sentence& sentence : block.sentences) {
      RC_ASSERT(block.text.contains(sentence.text));
      RC_ASSERT(sentence.text.first() >= spoken);
      spoken = sentence.text.last();
      RC_ASSERT(sentence.origin.last() <= bytes.size());
    }
  }
}

RC_GTEST_PROP(SpanLaws, TheSameBytesGiveTheSameDocument, ()) {
  const std::string bytes = *any_bytes();
  const auto once = read_document(bytes, {});
  const auto again = read_document(bytes, {});
  RC_ASSERT(once.has_value() == again.has_value());
  if (!once) return;
  RC_ASSERT(once->id == again->id);
  RC_ASSERT(once->text() == again->text());
  RC_ASSERT(once->blocks.size() == again->blocks.size());
  RC_ASSERT(once->warnings == again->warnings);
}

RC_GTEST_PROP(SpanLaws, PlainAsciiSentencesStandWhereTheySay, ()) {
  const int count = *rc::gen::inRange(1, 12);
  std::string bytes = "A heading\n\n";
  std::vector<std::string> sentences;
  for (int i = 0; i < count; ++i) {
    sentences.push_back("Arnor exported " + std::to_string(*rc::gen::inRange(1, 1000)) + " bags of grain to Gondor.");
    bytes += sentences.back() + (*rc::gen::arbitrary<bool>() ? "\n\n" : " ");
  }
  DocumentHints hints;
  hints.format = DocumentFormat::kPlain;
  const auto document = read_document(bytes, hints);
  RC_ASSERT(document.has_value());
  std::vector<std::string> found;
  for (const Block& block : document->blocks) {
    for (const Sentence& sentence : block.sentences) found.emplace_back(sentence.origin.of(bytes));
  }
  for (const std::string& sentence : sentences) RC_ASSERT(std::find(found.begin(), found.end(), sentence) != found.end());
}

}  // namespace
}  // namespace paraph
