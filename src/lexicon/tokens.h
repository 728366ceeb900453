#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paraph {

/// A number that stands for one word of the vocabulary; 0 is "not in any table".
using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

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

/// What may start at a word: told with the word, so that most words are passed by without asking the tables.
enum class WordMark : std::uint8_t { kName = 1, kFigure = 2, kDate = 4, kNominal = 8, kTitle = 16 };

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

/// Every word that some table knows, with its number. Filled while tables load, then only read.
class Vocabulary {
 public:
  Vocabulary();

  WordId intern(std::string_view folded);
  WordId find(std::string_view folded) const;
  std::string_view word(WordId id) const { return words_[id]; }
  std::size_t size() const { return words_.size(); }

  void mark(WordId id, WordMark mark) { marks_[id] |= static_cast<std::uint8_t>(mark); }
  std::uint8_t marks(WordId id) const { return marks_[id]; }

 private:
  void place(WordId id);
  void grow();

  /// A word's number below twelve bits of its hash: most strangers are told without looking at the word.
  using Slot = std::uint32_t;
  static constexpr unsigned kIdBits = 20;

  std::vector<std::string> words_;
  std::vector<std::uint8_t> marks_;  ///< By WordId.
  std::vector<Slot> slots_;  ///< Open addressing, power of two.
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
