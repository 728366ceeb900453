#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"

namespace paraph {

/// What a word weighs when it changes: figures, dates, names and negations first.
enum class WordWeight : std::uint8_t { kFigure, kDate, kName, kNegation, kModality, kHedge, kDirection, kWording };

/// "figure", "date", "name", …
std::string_view word_weight_name(WordWeight weight);

/// Whether a change of such a word changes what is said, whatever stands around it.
constexpr bool is_hard(WordWeight weight) { return weight <= WordWeight::kNegation; }

/// One word, figure or meaningful sign (currency, percent, minus) of a text, without what is only form.
struct PlainWord {
  std::string folded;  ///< Lower case, ligatures and full-width letters taken apart, no points in "U.S.", no commas in "28,500".
  TextSpan place{0, 0};
  WordWeight weight = WordWeight::kWording;
};

/// The words of a text, whose places count from `offset`. White space, quotation marks, dashes, brackets and other
/// punctuation are form and left out, as are note marks: "[12]". Units that are only written differently become one:
/// "bn" and "billion", "%" and "percent".
std::vector<PlainWord> plain_words(std::string_view text, std::size_t offset = 0);

}  // namespace paraph
