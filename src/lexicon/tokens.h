#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/vocabulary.h"

namespace paraph {

/// How a token is written.
enum class TokenShape : std::uint8_t {
  kLower,        ///< "relations", "e"
  kCapitalised,  ///< "Tashkent", "McDonald"
  kCaps,         ///< "NATO", "U.S.", "G20"; one capital letter alone counts as caps
  kNumber,       ///< "28,500", "424.6", "1992": digits with inner points and commas
  kOrdinal,      ///< "16th"
  kDash,         ///< hyphen, en dash; "--" is one em dash
  kEmDash,       ///< "—"
  kPunctuation,  ///< any other sign, one a token: , ; : ( ) " $ % € …
};

/// One word, number or sign of a text; `first`, `last` are byte offsets into the text that was tokenised.
struct Token {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  WordId word = kUnknownWord;  ///< Of the folded form: lower case, ’ as ', every dash as -.
  TokenShape shape = TokenShape::kPunctuation;
  bool space_before = false;
  std::uint8_t marks = 0;      ///< WordMarks of `word`.

  bool may_start(WordMark mark) const { return (marks & static_cast<std::uint8_t>(mark)) != 0; }
  bool is_word() const { return shape <= TokenShape::kCaps; }
  bool capitalised() const { return shape == TokenShape::kCapitalised || shape == TokenShape::kCaps; }
};

/// Lower case, ’ to ', for table entries: the form in which Vocabulary keeps words.
std::string fold(std::string_view text);

/// Splits text into tokens and looks their words up; appends to `tokens`. Rules:
/// "'s" is a token of its own; "U.S." and "D.C." are one; "1.2bn" is two, "16th" one, "G20" one, "FY2021" one;
/// "US$" is one; a hyphen is a token ("2022-23" is three, "Arnor-Gondor" three).
void tokenise(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& tokens);

/// As above, adding words that the vocabulary lacks.
void tokenise_and_intern(std::string_view text, Vocabulary& vocabulary, std::vector<Token>& tokens);

}  // namespace paraph
