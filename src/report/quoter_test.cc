#include "report/quoter.h"

#include <gtest/gtest.h>

#include "report/sample_audit.h"

namespace paraph {
namespace {

Extraction extraction_of(std::string name, std::string bytes) {
  Extraction extraction;
  extraction.name = std::move(name);
  extraction.bytes = std::move(bytes);
  DocumentHints hints;
  hints.name = extraction.name;
  auto document = read_document(extraction.bytes, hints);
  PARAPH_CHECK(document.has_value(), "The sample must be readable.");
  extraction.document = std::move(*document);
  return extraction;
}

TEST(Quoter, QuotesTheBytesOfPlainTextWithThirtyTwoCharactersAround) {
  const Extraction extraction = extraction_of("a.txt", "ééééééééééééééééééééééééééééééééééééé Arnor fell. It rose again afterwards, as the sagas say.");
  Quoter quoter(extraction);
  const Quote quote = quoter.quote(span_of(extraction.bytes, "Arnor fell"));
  EXPECT_EQ(quote.exact, "Arnor fell");
  EXPECT_EQ(quote.prefix, "ééééééééééééééééééééééééééééééé ");
  EXPECT_EQ(quote.suffix, ". It rose again afterwards, as t");
}

TEST(Quoter, ReplacesBytesThatAreNotUtf8) {
  const Extraction extraction = extraction_of("a.txt", "Die Stra\xC3\x9F" "e und das \xE2\x82\xAC, nun kaputt: \xE2\x82 Ende. Und noch ein Satz für die Mehrheit: \xC3\xA4\xC3\xB6\xC3\xBC.");
  if (extraction.document.decoding.encoding != Encoding::kUtf8) GTEST_SKIP() << "the reader took the bytes for another encoding";
  Quoter quoter(extraction);
  const std::string_view exact = quoter.quote({0, extraction.bytes.size()}).exact;
  EXPECT_NE(exact.find("\xEF\xBF\xBD"), std::string_view::npos);
  EXPECT_EQ(valid_utf8_prefix(exact), exact.size());
}

TEST(Quoter, QuotesTheWordsOfHtmlWithoutItsTags) {
  const Extraction extraction =
      extraction_of("a.html", "<html><body><p>Arnor &amp; Gondor <b>established</b> relations in <i>1992</i> at Minas Tirith, after long talks.</p></body></html>");
  Quoter quoter(extraction);
  const std::size_t first = extraction.bytes.find("Gondor");
  const std::size_t last = extraction.bytes.find("1992") + 4;
  EXPECT_EQ(quoter.quote({first, last}).exact, "Gondor established relations in 1992");
}

TEST(Quoter, FindsEntitiesAsTheCharacterThatTheyStandFor) {
  const Extraction extraction =
      extraction_of("a.html", "<html><body><p>Arnor &amp; Gondor established relations in the year 1992, after long talks in the hall.</p></body></html>");
  Quoter quoter(extraction);
  const std::size_t first = extraction.bytes.find("Arnor");
  const std::size_t last = extraction.bytes.find("&amp;") + 5;
  EXPECT_EQ(quoter.quote({first, last}).exact, "Arnor &");
}

TEST(Quoter, QuotesWindows1252AsUtf8) {
  const Extraction extraction = extraction_of("a.txt", "Arnor paid 3 million \x80 for caf\xE9s in Gondor in the year 1992.");
  Quoter quoter(extraction);
  EXPECT_EQ(quoter.quote({0, 32}).exact, "Arnor paid 3 million € for cafés");
}

}  // namespace
}  // namespace paraph
