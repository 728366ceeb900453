#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "lexicon/units.h"

namespace paraph {

/// The tokens of one sentence with what the tables of units say of each; indexes past either end are no words.
class SentenceCursor {
 public:
  SentenceCursor(std::string_view text, std::span<const Token> tokens, const Units& units) : text_(text), tokens_(tokens), units_(units) {}

  const Units& units() const { return units_; }
  std::string_view text() const { return text_; }
  std::span<const Token> tokens() const { return tokens_; }
  std::size_t size() const { return tokens_.size(); }
  bool has(std::size_t at) const { return at < tokens_.size(); }
  const Token& token(std::size_t at) const { return tokens_[at]; }
  std::string_view written(std::size_t at) const {
    return has(at) ? text_.substr(tokens_[at].first, tokens_[at].last - tokens_[at].first) : std::string_view();
  }
  std::span<const Token> from(std::size_t at) const { return tokens_.subspan(at); }

  FigureWord use(std::size_t at) const { return has(at) ? units_.figure_word(tokens_[at].word) : FigureWord::kNone; }
  /// Of the token before, or kNone at the start.
  FigureWord use_before(std::size_t at) const { return at == 0 ? FigureWord::kNone : use(at - 1); }
  bool is(std::size_t at, FigureWord wanted) const { return use(at) == wanted; }
  bool use_before_is(std::size_t at, FigureWord wanted) const { return use_before(at) == wanted; }
  bool is_shape(std::size_t at, TokenShape shape) const { return has(at) && tokens_[at].shape == shape; }
  bool is_sign(std::size_t at, char sign) const {
    return has(at) && tokens_[at].last - tokens_[at].first == 1 && text_[tokens_[at].first] == sign;
  }
  /// A token that touches the one before it.
  bool touches(std::size_t at) const { return has(at) && at > 0 && !tokens_[at].space_before; }
  /// A number that goes on the number before it by one plain space: no cell of a table.
  bool number_runs_on(std::size_t at) const {
    return at > 0 && is_shape(at, TokenShape::kNumber) && is_shape(at - 1, TokenShape::kNumber) &&
           tokens_[at].first <= tokens_[at - 1].last + 1 && (touches(at) || text_[tokens_[at].first - 1] == ' ');
  }
  bool lower_word(std::size_t at) const { return is_shape(at, TokenShape::kLower); }
  bool capitalised(std::size_t at) const { return has(at) && tokens_[at].capitalised(); }
  /// The value of a whole number of at most nine digits without signs or grouping.
  std::optional<int> plain_number(std::size_t at) const {
    if (!is_shape(at, TokenShape::kNumber)) return std::nullopt;
    return digits_of(written(at));
  }
  static std::optional<int> digits_of(std::string_view digits) {
    if (digits.empty() || digits.size() > 9) return std::nullopt;
    int value = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    return value;
  }
  /// The numeral word or words that start here.
  std::optional<TokenTrie<NumeralForm>::Found> numeral(std::size_t at) const {
    return has(at) && tokens_[at].is_word() ? units_.numerals().longest(tokens_.subspan(at)) : std::nullopt;
  }
  /// "16th" or a single word such as "sixteenth".
  std::optional<int> ordinal(std::size_t at) const {
    if (is_shape(at, TokenShape::kOrdinal)) {
      const std::string_view text = written(at);
      return digits_of(text.substr(0, text.size() - 2));
    }
    if (!has(at) || !tokens_[at].is_word()) return std::nullopt;
    const auto found = units_.numerals().longest(tokens_.subspan(at, 1));
    if (!found) return std::nullopt;
    const NumeralForm& form = units_.numerals().value(found->index);
    if (form.kind != NumeralForm::Kind::kOrdinal) return std::nullopt;
    return static_cast<int>(form.value.units());
  }

 private:
  std::string_view text_;
  std::span<const Token> tokens_;
  const Units& units_;
};

}  // namespace paraph
