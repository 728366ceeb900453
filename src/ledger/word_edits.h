#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "ledger/plain_words.h"

namespace paraph {

/// Words of one passage in place of words of another; one side may be empty.
struct WordEdit {
  WordWeight weight = WordWeight::kWording;  ///< The heaviest of its words.
  TextSpan before{0, 0};  ///< In the old document's text; empty, at its place, where words came in.
  TextSpan after{0, 0};
  std::vector<std::string> taken;  ///< Folded words that left.
  std::vector<std::string> given;  ///< Folded words that came.
  friend auto operator<=>(const WordEdit&, const WordEdit&) = default;
};

/// The shortest way from one passage's words to the other's, in order. Empty when they differ only in form.
std::vector<WordEdit> find_word_edits(const std::vector<PlainWord>& before, const std::vector<PlainWord>& after);

/// Words that weigh, of the given class, that left and did not come back elsewhere in the passage, and the reverse.
struct HardDifference {
  std::vector<std::string> gone;
  std::vector<std::string> come;
  bool exchanged = false;  ///< The same words, but two or more changed places and nothing else moved: "5 and 6" to "6 and 5".
  bool any() const { return exchanged || !gone.empty() || !come.empty(); }
};
HardDifference hard_difference(const std::vector<WordEdit>& edits, const std::vector<PlainWord>& before, const std::vector<PlainWord>& after);

}  // namespace paraph
