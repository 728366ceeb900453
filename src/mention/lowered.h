#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/tokens.h"
#include "mention/mention.h"

namespace paraph {

/// The tokens of a sentence in small letters, for readers that go over it once and ask for many words.
class LoweredWords {
 public:
  explicit LoweredWords(const AnnotatedSentence& sentence) {
    words_.reserve(sentence.tokens.size());
    for (const Token& token : sentence.tokens) words_.push_back(fold(sentence.text.substr(token.first, token.last - token.first)));
  }

  /// The empty word behind the end.
  const std::string& at(std::size_t index) const { return index < words_.size() ? words_[index] : none_; }

  /// The token after `phrase` (words with one blank between) where it stands at `from`; else `from`.
  std::size_t match(std::size_t from, std::string_view phrase) const {
    std::size_t at_token = from;
    while (!phrase.empty()) {
      const std::size_t blank = phrase.find(' ');
      if (at(at_token) != phrase.substr(0, blank)) return from;
      ++at_token;
      phrase = blank == std::string_view::npos ? std::string_view() : phrase.substr(blank + 1);
    }
    return at_token;
  }

 private:
  std::vector<std::string> words_;
  std::string none_;
};

}  // namespace paraph
