#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paraph {

/// A number that stands for one word of the vocabulary; 0 is "not in any table".
using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

/// What may start at a word: told with the word, so that most words are passed by without asking the tables.
enum class WordMark : std::uint8_t { kName = 1, kFigure = 2, kDate = 4, kNominal = 8, kTitle = 16 };

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

}  // namespace paraph
