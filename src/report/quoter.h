#pragma once

#include <string>
#include <string_view>

#include "base/text_span.h"
#include "claim/extraction.h"

namespace paraph {

/// A passage with up to 32 characters around it, as a W3C TextQuoteSelector has them. Valid UTF-8.
struct Quote {
  std::string_view exact;
  std::string_view prefix;
  std::string_view suffix;
};

/// Which words stand for a span: those that a program finds again, or those that a reader sees.
enum class QuoteFrom {
  kBytes,  ///< The original bytes where they are UTF-8 text; HTML and other encodings as for kText.
  kText,   ///< Document::text(): without tags and markup, as UTF-8.
};

/// Finds the words that stand at spans of the original bytes.
class Quoter {
 public:
  /// The extraction must outlive the quoter.
  explicit Quoter(const Extraction& extraction, QuoteFrom from = QuoteFrom::kBytes);

  /// Views into the extraction, or into this quoter until the next call where broken bytes had to be replaced.
  Quote quote(TextSpan span);

  /// All words: what located() spans point into.
  std::string_view words() const { return words_; }
  /// Original bytes to words(); clipped to what the document's text covers.
  TextSpan located(TextSpan span) const;
  /// True when words() are the original bytes.
  bool original() const { return original_; }

 private:
  std::size_t word_at(std::size_t origin) const;

  const Extraction& extraction_;
  std::string_view words_;
  bool original_ = true;
  bool broken_ = false;        ///< Some original bytes are not UTF-8.
  std::string mended_[3];
};

/// The text with every byte that is not UTF-8 replaced by U+FFFD.
std::string mended_utf8(std::string_view text);

}  // namespace paraph
