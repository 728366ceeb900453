#include "lexicon/tokens.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace paraph {
namespace {

enum : std::uint8_t { kOther = 0, kSpace, kLowerLetter, kUpperLetter, kDigit, kHigh };

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (unsigned c = 0; c < 256; ++c) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') classes[c] = kSpace;
    if (c >= 'a' && c <= 'z') classes[c] = kLowerLetter;
    if (c >= 'A' && c <= 'Z') classes[c] = kUpperLetter;
    if (c >= '0' && c <= '9') classes[c] = kDigit;
    if (c >= 0x80) classes[c] = kHigh;
  }
  return classes;
}
constexpr auto kClasses = make_classes();

/// What a multi-byte character is to the tokeniser, with its length in bytes.
struct HighChar {
  enum Kind { kLetterLower, kLetterUpper, kApostrophe, kEnDash, kEmDashSign, kBlank, kSign } kind;
  std::size_t size;
};

HighChar classify_high(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const unsigned lead = byte(0);
  if (lead < 0xC2) return {HighChar::kSign, 1};
  if (lead < 0xE0) {
    const unsigned code = ((lead & 0x1FU) << 6) | (byte(1) & 0x3FU);
    if (code == 0xA0) return {HighChar::kBlank, 2};
    if (code < 0xC0 || code == 0xD7 || code == 0xF7) return {HighChar::kSign, 2};
    if (code < 0xDF) return {HighChar::kLetterUpper, 2};
    if (code < 0x100) return {HighChar::kLetterLower, 2};
    if (code < 0x180) return {(code & 1U) == 0 || code == 0x130 ? HighChar::kLetterUpper : HighChar::kLetterLower, 2};
    if (code >= 0x391 && code <= 0x3A9) return {HighChar::kLetterUpper, 2};
    if (code >= 0x410 && code <= 0x42F) return {HighChar::kLetterUpper, 2};
    return {HighChar::kLetterLower, 2};
  }
  if (lead < 0xF0) {
    const unsigned code = ((lead & 0x0FU) << 12) | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU);
    if (code == 0x2019 || code == 0x2018 || code == 0x02BC) return {HighChar::kApostrophe, 3};
    if (code == 0x2013 || code == 0x2012 || code == 0x2010 || code == 0x2011 || code == 0x2212) return {HighChar::kEnDash, 3};
    if (code == 0x2014 || code == 0x2015) return {HighChar::kEmDashSign, 3};
    if ((code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x3000 || code == 0xFEFF) return {HighChar::kBlank, 3};
    if (code >= 0x1E00 && code <= 0x1EFF) return {(code & 1U) == 0 ? HighChar::kLetterUpper : HighChar::kLetterLower, 3};
    if (code >= 0x2000 && code <= 0x2BFF) return {HighChar::kSign, 3};
    return {HighChar::kLetterLower, 3};
  }
  return {HighChar::kSign, 4};
}

/// Writes the folded form of one token; long tokens are cut, no table holds a word that long.
class FoldBuffer {
 public:
  void clear() { size_ = 0; }
  void push(char c) {
    if (size_ < kMost) bytes_[size_++] = c;
  }
  /// Letters, digits, points and commas, eight at a time: a byte written alone and read in eight stalls the reader.
  void push_plain(std::string_view text, std::size_t first, std::size_t last) {
    last = std::min(last, first + (kMost - size_));
    for (; first < last; first += 8) {
      const std::size_t count = std::min<std::size_t>(8, last - first);
      std::uint64_t bytes = 0;
      if (first + 8 <= text.size()) {
        std::memcpy(&bytes, text.data() + first, 8);
      } else {
        std::memcpy(&bytes, text.data() + first, count);
      }
      bytes |= 0x2020202020202020ULL;
      std::memcpy(bytes_.data() + size_, &bytes, 8);
      size_ += count;
    }
  }
  void push_high(std::string_view text, std::size_t at, const HighChar& high) {
    if (high.kind == HighChar::kApostrophe) return push('\'');
    if (high.kind == HighChar::kLetterUpper && high.size == 2) {
      const auto lead = static_cast<unsigned char>(text[at]);
      const auto tail = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
      push(static_cast<char>(lead));
      if (lead == 0xC3) return push(static_cast<char>(tail + 0x20));
      if (lead == 0xC4 || lead == 0xC5) return push(static_cast<char>(lead == 0xC4 && tail == 0xB0 ? 0xB1 : tail | 1U));
      return push(static_cast<char>(tail));
    }
    for (std::size_t i = 0; i < high.size && at + i < text.size(); ++i) push(text[at + i]);
  }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  static constexpr std::size_t kMost = 64;

  std::array<char, kMost + 8> bytes_{};
  std::size_t size_ = 0;
};

class Tokeniser {
 public:
  Tokeniser(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  template <typename Lookup>
  void run(Lookup lookup) {
    while (at_ < text_.size()) {
      const auto kind = kClasses[static_cast<unsigned char>(text_[at_])];
      if (kind == kSpace) {
        space_ = true;
        ++at_;
        continue;
      }
      first_ = at_;
      fold_.clear();
      if (kind == kLowerLetter || kind == kUpperLetter) {
        word();
      } else if (kind == kDigit) {
        number();
      } else if (kind == kHigh) {
        const HighChar high = classify_high(text_, at_);
        if (high.kind == HighChar::kBlank) {
          space_ = true;
          at_ += high.size;
          continue;
        }
        if (high.kind == HighChar::kLetterLower || high.kind == HighChar::kLetterUpper) {
          word();
        } else {
          high_sign(high);
        }
      } else {
        sign();
      }
      const auto [word, marks] = lookup(fold_.view());
      tokens_.push_back({static_cast<std::uint32_t>(first_), static_cast<std::uint32_t>(at_), word, shape_, space_, marks});
      space_ = false;
    }
  }

 private:
  char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_letter(char c) {
    const auto kind = kClasses[static_cast<unsigned char>(c)];
    return kind == kLowerLetter || kind == kUpperLetter;
  }

  void word() {
    if (dotted_initials()) return;
    bool first_upper = kClasses[static_cast<unsigned char>(text_[at_])] == kUpperLetter;
    std::size_t upper = 0;
    std::size_t digits = 0;
    std::size_t end = at_;
    for (; end < text_.size(); ++end) {
      const auto kind = kClasses[static_cast<unsigned char>(text_[end])];
      if (kind != kLowerLetter && kind != kUpperLetter && kind != kDigit) break;
      upper += kind == kUpperLetter;
      digits += kind == kDigit;
    }
    fold_.push_plain(text_, at_, end);
    std::size_t letters = end - at_ - digits;
    at_ = end;
    // Most words end here; others go on with an apostrophe, a letter beyond ASCII or a dollar.
    bool elided = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const auto kind = kClasses[static_cast<unsigned char>(c)];
      if (kind == kLowerLetter || kind == kDigit) {
        letters += kind == kLowerLetter;
        fold_.push(c);
        ++at_;
      } else if (kind == kUpperLetter) {
        if (letters == 0 || elided) first_upper = true;
        elided = false;
        ++upper;
        ++letters;
        fold_.push(static_cast<char>(c | 0x20));
        ++at_;
      } else if (c == '\'' && inner_apostrophe(1)) {
        fold_.push('\'');
        ++at_;
        elided = letters == 1;  // "d'Ivoire" is written as a name
      } else if (c == '$' && letters > 0 && upper == letters) {  // "US$"
        fold_.push('$');
        ++at_;
        break;
      } else if (kind == kHigh) {
        const HighChar high = classify_high(text_, at_);
        if (high.kind == HighChar::kApostrophe ? !inner_apostrophe(high.size)
                                               : high.kind != HighChar::kLetterLower && high.kind != HighChar::kLetterUpper)
          break;
        if (high.kind == HighChar::kLetterUpper) {
          if (letters == 0) first_upper = true;
          ++upper;
        }
        letters += high.kind != HighChar::kApostrophe;
        elided = high.kind == HighChar::kApostrophe && letters == 1;
        fold_.push_high(text_, at_, high);
        at_ += high.size;
      } else {
        break;
      }
    }
    shape_ = upper > 0 && upper == letters ? TokenShape::kCaps : first_upper ? TokenShape::kCapitalised : TokenShape::kLower;
  }

  /// An apostrophe inside a word ("d'Ivoire", "Hun'ble") but not the one before a possessive "s" or at the end.
  bool inner_apostrophe(std::size_t size) const {
    const char next = peek(size);
    if (!is_letter(next) && kClasses[static_cast<unsigned char>(next)] != kHigh) return false;
    if (kClasses[static_cast<unsigned char>(next)] == kHigh) {
      const auto kind = classify_high(text_, at_ + size).kind;
      return kind == HighChar::kLetterLower || kind == HighChar::kLetterUpper;
    }
    const bool s = (next == 's' || next == 'S') && !is_letter(peek(size + 1));
    return !s;
  }

  /// "U.S.", "U.S.A.", "D.C.", "J.F.": single letters each with a full stop.
  bool dotted_initials() {
    std::size_t end = at_;
    std::size_t count = 0;
    while (end + 1 < text_.size() && is_letter(text_[end]) && text_[end + 1] == '.') {
      end += 2;
      ++count;
    }
    if (count == 0) return false;
    if (count == 1) {
      // "U.S" without its last stop, or an initial such as "J."
      if (end < text_.size() && is_letter(text_[end]) && (end + 1 >= text_.size() || !is_letter(text_[end + 1])) &&
          kClasses[static_cast<unsigned char>(text_[at_])] == kUpperLetter &&
          kClasses[static_cast<unsigned char>(text_[end])] == kUpperLetter) {
        ++end;
      } else if (kClasses[static_cast<unsigned char>(text_[at_])] != kUpperLetter) {
        return false;
      }
    } else if (end < text_.size() && is_letter(text_[end])) {
      const bool whole_word_follows = end + 1 < text_.size() && is_letter(text_[end + 1]);
      if (!whole_word_follows) ++end;
    }
    bool caps = true;
    for (; at_ < end; ++at_) {
      const char c = text_[at_];
      const auto kind = kClasses[static_cast<unsigned char>(c)];
      if (kind == kLowerLetter) caps = false;
      fold_.push(kind == kUpperLetter ? static_cast<char>(c | 0x20) : c);
    }
    shape_ = caps ? TokenShape::kCaps : TokenShape::kLower;
    return true;
  }

  void number() {
    while (at_ < text_.size() && (is_digit(text_[at_]) || ((text_[at_] == '.' || text_[at_] == ',') && is_digit(peek(1))))) ++at_;
    fold_.push_plain(text_, first_, at_);
    shape_ = TokenShape::kNumber;
    const std::string_view rest = text_.substr(at_, 3);
    if (rest.size() >= 2) {
      const char a = static_cast<char>(rest[0] | 0x20);
      const char b = static_cast<char>(rest[1] | 0x20);
      const bool suffix = (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
      if (suffix && !(rest.size() == 3 && is_letter(rest[2]))) {
        fold_.push(a);
        fold_.push(b);
        at_ += 2;
        shape_ = TokenShape::kOrdinal;
      }
    }
  }

  void high_sign(const HighChar& high) {
    shape_ = TokenShape::kPunctuation;
    if (high.kind == HighChar::kApostrophe) {
      at_ += high.size;
      apostrophe();
      return;
    }
    if (high.kind == HighChar::kEnDash) {
      shape_ = TokenShape::kDash;
      fold_.push('-');
    } else if (high.kind == HighChar::kEmDashSign) {
      shape_ = TokenShape::kEmDash;
      fold_.push('-');
      fold_.push('-');
    } else {
      fold_.push_high(text_, at_, high);
    }
    at_ += high.size;
    if (at_ > text_.size()) at_ = text_.size();
  }

  /// At the byte after an apostrophe: "'s" is one token, a bare apostrophe another.
  void apostrophe() {
    fold_.push('\'');
    shape_ = TokenShape::kPunctuation;
    if ((peek(0) == 's' || peek(0) == 'S') && !is_letter(peek(1)) && !space_) {
      fold_.push('s');
      ++at_;
      shape_ = TokenShape::kLower;
    }
  }

  void sign() {
    const char c = text_[at_];
    ++at_;
    shape_ = TokenShape::kPunctuation;
    if (c == '\'') return apostrophe();
    fold_.push(c);
    if (c == '-') {
      shape_ = TokenShape::kDash;
      if (peek(0) == '-') {
        fold_.push('-');
        shape_ = TokenShape::kEmDash;
        while (peek(0) == '-') ++at_;
      }
    } else if (c == '$' && text_.substr(at_).starts_with("US")) {  // "$US 2 million"
      fold_.push('u');
      fold_.push('s');
      at_ += 2;
    }
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  FoldBuffer fold_;
  std::size_t at_ = 0;
  std::size_t first_ = 0;
  bool space_ = false;
  TokenShape shape_ = TokenShape::kPunctuation;
};

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  FoldBuffer buffer;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const auto kind = kClasses[static_cast<unsigned char>(c)];
    if (kind == kHigh) {
      const HighChar high = classify_high(text, at);
      buffer.clear();
      if (high.kind == HighChar::kBlank) {
        buffer.push(' ');
      } else if (high.kind == HighChar::kEnDash) {
        buffer.push('-');
      } else {
        buffer.push_high(text, at, high);
      }
      folded += buffer.view();
      at += high.size;
    } else {
      folded += kind == kUpperLetter ? static_cast<char>(c | 0x20) : c;
      ++at;
    }
  }
  return folded;
}

void tokenise(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& tokens) {
  Tokeniser(text, tokens).run([&](std::string_view folded) {
    const WordId word = vocabulary.find(folded);
    return std::pair(word, vocabulary.marks(word));
  });
}

void tokenise_and_intern(std::string_view text, Vocabulary& vocabulary, std::vector<Token>& tokens) {
  Tokeniser(text, tokens).run([&](std::string_view folded) {
    const WordId word = vocabulary.intern(folded);
    return std::pair(word, vocabulary.marks(word));
  });
}

}  // namespace paraph
