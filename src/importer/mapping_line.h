#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "importer/mapping.h"
#include "importer/mapping_words.h"

namespace paraph {

/// One line, as it is read word by word: `next()` behind the last word is empty and makes the line malformed.
class MappingLine {
 public:
  MappingLine(std::string place, std::vector<MappingWord> words) : place_(std::move(place)), words_(std::move(words)) {}

  bool done() const { return at_ == words_.size(); }
  const std::string& keyword() const { return words_.front().text; }
  bool is(std::string_view word) const { return !done() && !words_[at_].quoted && words_[at_].key.empty() && words_[at_].text == word; }
  bool accept(std::string_view word) {
    if (!is(word)) return false;
    ++at_;
    return true;
  }
  /// The next plain word; the line is wrong without one.
  std::string text(std::string_view what) {
    if (done() || !words_[at_].key.empty()) {
      wrong(fmt::format("expected {}", what));
      return {};
    }
    return words_[at_++].text;
  }
  /// The next key=value.
  std::optional<std::pair<std::string, std::string>> option() {
    if (done() || words_[at_].key.empty()) return std::nullopt;
    const MappingWord& word = words_[at_++];
    return std::pair(word.key, word.text);
  }
  ColumnName column() {
    if (done()) {
      wrong("expected a column: its name, or @ and its number");
      return {};
    }
    const bool quoted = words_[at_].quoted;
    const std::string word = text("a column: its name, or @ and its number");
    if (!quoted && word.starts_with('@')) {
      const int number = whole(std::string_view(word).substr(1), 1, 100000, "a column's number, from 1");
      return {"", static_cast<std::size_t>(number)};
    }
    return {word, 0};
  }
  int whole(std::string_view text, int least, int most, std::string_view what) {
    int number = least;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most) {
      wrong(fmt::format("found \"{}\", expected {} ({} to {})", text, what, least, most));
      return least;
    }
    return number;
  }
  void wrong(std::string message) {
    if (!fault_.empty()) return;
    const std::size_t column = at_ < words_.size() ? words_[at_].column : words_.back().column;
    fault_ = fmt::format("{}: {}: column {}: {}", place_, keyword(), column, message);
  }
  void wrong_keyword(std::string message) {
    at_ = 0;
    wrong(std::move(message));
    at_ = words_.size();
  }
  const std::string& fault() const { return fault_; }

 private:
  std::string place_;
  std::vector<MappingWord> words_;
  std::size_t at_ = 1;
  std::string fault_;
};

}  // namespace paraph
