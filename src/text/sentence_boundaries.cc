#include "text/sentence_boundaries.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace paraph {
namespace {

/// What an abbreviation allows behind its full stop.
enum class Abbreviation {
  kNone,
  kTitle,     ///< "Dr.", "Gov.": a name follows; never the end of a sentence.
  kNumbered,  ///< "No. 5", "Jan. 3", "Rs. 4": part of what follows if that is a number.
  kName,      ///< "Inc.", "Jr.": the end only before a word that opens sentences.
  kInner,     ///< "vs.", "e.g.": never the end of a sentence.
};

struct AbbreviationRow {
  std::string_view word;
  Abbreviation kind;
};

constexpr auto kAbbreviations = std::to_array<AbbreviationRow>({
    {"adm", Abbreviation::kTitle},     {"al", Abbreviation::kName},        {"amb", Abbreviation::kTitle},
    {"approx", Abbreviation::kInner},  {"apr", Abbreviation::kNumbered},   {"art", Abbreviation::kNumbered},
    {"assn", Abbreviation::kName},     {"assoc", Abbreviation::kName},     {"aug", Abbreviation::kNumbered},
    {"ave", Abbreviation::kName},      {"bldg", Abbreviation::kName},      {"blvd", Abbreviation::kName},
    {"brig", Abbreviation::kTitle},    {"bros", Abbreviation::kName},      {"ca", Abbreviation::kInner},
    {"capt", Abbreviation::kTitle},    {"cf", Abbreviation::kInner},       {"ch", Abbreviation::kNumbered},
    {"cmdr", Abbreviation::kTitle},    {"co", Abbreviation::kName},        {"col", Abbreviation::kTitle},
    {"corp", Abbreviation::kName},     {"dec", Abbreviation::kNumbered},   {"dept", Abbreviation::kName},
    {"dr", Abbreviation::kTitle},      {"est", Abbreviation::kNumbered},   {"ext", Abbreviation::kNumbered},
    {"feb", Abbreviation::kNumbered},  {"fig", Abbreviation::kNumbered},   {"fr", Abbreviation::kTitle},
    {"fri", Abbreviation::kNumbered},  {"ft", Abbreviation::kTitle},       {"gen", Abbreviation::kTitle},
    {"gov", Abbreviation::kTitle},     {"govt", Abbreviation::kName},      {"hon", Abbreviation::kTitle},
    {"inc", Abbreviation::kName},      {"incl", Abbreviation::kInner},     {"jan", Abbreviation::kNumbered},
    {"jr", Abbreviation::kName},       {"jul", Abbreviation::kNumbered},   {"jun", Abbreviation::kNumbered},
    {"llc", Abbreviation::kName},      {"lt", Abbreviation::kTitle},       {"ltd", Abbreviation::kName},
    {"maj", Abbreviation::kTitle},     {"mar", Abbreviation::kNumbered},   {"messrs", Abbreviation::kTitle},
    {"mon", Abbreviation::kNumbered},  {"mr", Abbreviation::kTitle},       {"mrs", Abbreviation::kTitle},
    {"ms", Abbreviation::kTitle},      {"mt", Abbreviation::kTitle},       {"no", Abbreviation::kNumbered},
    {"nos", Abbreviation::kNumbered},  {"nov", Abbreviation::kNumbered},   {"oct", Abbreviation::kNumbered},
    {"op", Abbreviation::kInner},      {"p", Abbreviation::kNumbered},     {"para", Abbreviation::kNumbered},
    {"ph", Abbreviation::kInner},      {"plc", Abbreviation::kName},       {"pop", Abbreviation::kNumbered},
    {"pp", Abbreviation::kNumbered},   {"pres", Abbreviation::kTitle},     {"prof", Abbreviation::kTitle},
    {"re", Abbreviation::kNumbered},   {"rep", Abbreviation::kTitle},      {"reps", Abbreviation::kTitle},
    {"rev", Abbreviation::kTitle},     {"rs", Abbreviation::kNumbered},    {"rt", Abbreviation::kTitle},
    {"sat", Abbreviation::kNumbered},  {"sec", Abbreviation::kNumbered},   {"sen", Abbreviation::kTitle},
    {"sens", Abbreviation::kTitle},    {"sep", Abbreviation::kNumbered},   {"sept", Abbreviation::kNumbered},
    {"sgt", Abbreviation::kTitle},     {"shri", Abbreviation::kTitle},     {"smt", Abbreviation::kTitle},
    {"sq", Abbreviation::kInner},      {"sr", Abbreviation::kName},        {"st", Abbreviation::kTitle},
    {"ste", Abbreviation::kTitle},     {"sun", Abbreviation::kNumbered},   {"tel", Abbreviation::kNumbered},
    {"thu", Abbreviation::kNumbered},  {"thurs", Abbreviation::kNumbered}, {"tue", Abbreviation::kNumbered},
    {"tues", Abbreviation::kNumbered}, {"univ", Abbreviation::kName},      {"v", Abbreviation::kInner},
    {"viz", Abbreviation::kInner},     {"vol", Abbreviation::kNumbered},   {"vs", Abbreviation::kInner},
    {"wed", Abbreviation::kNumbered},
});
static_assert(std::ranges::is_sorted(kAbbreviations, {}, &AbbreviationRow::word));

/// Where each letter's rows begin.
constexpr auto kAbbreviationsByLetter = [] {
  std::array<std::size_t, 27> first{};
  for (std::size_t letter = 0; letter < first.size(); ++letter) {
    while (first[letter] < kAbbreviations.size() && static_cast<std::size_t>(kAbbreviations[first[letter]].word[0] - 'a') < letter)
      ++first[letter];
  }
  return first;
}();

/// Words that open a sentence far more often than they stand capitalised inside one.
constexpr auto kOpeners = std::to_array<std::string_view>({
    "A",      "About",   "According",  "After",  "All",       "Also",      "Although", "An",        "And",   "Approximately",
    "As",     "At",      "Because",    "Before", "Between",   "Bilateral", "Both",     "But",       "By",    "Despite",
    "During", "Each",    "Even",       "Every",  "Following", "For",       "From",     "Further",   "He",    "Her",
    "His",    "However", "If",         "In",     "It",        "Its",       "Many",     "Meanwhile", "More",  "Moreover",
    "Most",   "Neither", "No",         "On",     "One",       "Our",       "Over",     "She",       "Since", "So",
    "Some",   "Such",    "That",       "The",    "Their",     "Then",      "There",    "These",     "They",  "This",
    "Those",  "Through", "Throughout", "Thus",   "To",        "Today",     "Two",      "U.S.",      "Under", "Unlike",
    "Until",  "We",      "What",       "When",   "Where",     "While",     "With",     "Within",    "Yet",
});
static_assert(std::ranges::is_sorted(kOpeners));

constexpr auto kStops = [] {
  std::array<bool, 256> table{};
  table[static_cast<unsigned char>('.')] = true;
  table[static_cast<unsigned char>('!')] = true;
  table[static_cast<unsigned char>('?')] = true;
  table[0xE2] = true;  // First byte of the one-character ellipsis.
  return table;
}();

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || is_high(c); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// Length of the white space at `at`: ASCII, or the no-break, thin and ideographic spaces of Unicode.
std::size_t space_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_space(text[at])) return 1;
  if (!is_high(text[at])) return 0;
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  const std::string_view three = text.substr(at, 3);
  if (three == "\xE2\x80\xAF" || three == "\xE2\x80\x89" || three == "\xE2\x80\x8A" || three == "\xE2\x80\x8B" || three == "\xE3\x80\x80" ||
      three == "\xEF\xBB\xBF") {
    return 3;
  }
  return 0;
}

/// The closing marks that belong to the sentence before them: quotes, brackets, emphasis.
std::size_t closer_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == '"' || c == '\'' || c == ')' || c == ']') return 1;
  if (!is_high(c)) return 0;
  if (text.substr(at, 2) == "\xC2\xBB") return 2;
  const std::string_view three = text.substr(at, 3);
  return three == "\xE2\x80\x99" || three == "\xE2\x80\x9D" ? 3 : 0;
}

/// Quotes and brackets that open a sentence.
std::size_t opener_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == '"' || c == '\'' || c == '(' || c == '[' || c == '*') return 1;
  if (!is_high(c)) return 0;
  if (text.substr(at, 2) == "\xC2\xAB") return 2;
  const std::string_view three = text.substr(at, 3);
  return three == "\xE2\x80\x98" || three == "\xE2\x80\x9C" ? 3 : 0;
}

/// "[1]", "[^1]", "[a]", "[note 3]": footnote marks behind a sentence.
std::size_t footnote_length(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return 0;
  const std::size_t close = text.substr(at, 24).find(']');
  if (close == std::string_view::npos || close < 2) return 0;
  std::string_view inner = text.substr(at + 1, close - 1);
  if (inner.size() > 1 && inner.front() == '^') inner.remove_prefix(1);
  const bool number = std::ranges::all_of(inner, is_digit);
  const bool letter = inner.size() == 1 && is_lower(inner[0]);
  const bool note = inner.starts_with("note ") || inner == "citation needed" || inner == "edit";
  return number || letter || note ? close + 1 : 0;
}

/// The word that ends just before `end`, with inner full stops: "U.S", "Gov", "D.C".
std::string_view word_before(std::string_view text, std::size_t floor, std::size_t end) {
  std::size_t first = end;
  while (first > floor && end - first < 24 && (is_letter(text[first - 1]) || text[first - 1] == '.')) --first;
  while (first < end && text[first] == '.') ++first;
  return text.substr(first, end - first);
}

std::string_view word_after(std::string_view text, std::size_t at) {
  std::size_t last = at;
  while (last < text.size() && last - at < 24 && (is_letter(text[last]) || text[last] == '.')) ++last;
  while (last > at && text[last - 1] == '.' && text.substr(at, last - at) != "U.S.") --last;
  return text.substr(at, last - at);
}

bool opens_sentence(std::string_view word) { return std::ranges::binary_search(kOpeners, word); }

bool month_name(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return word.size() >= 3 && std::ranges::find(kMonths, word.substr(0, 3)) != kMonths.end();
}

Abbreviation abbreviation(std::string_view word) {
  if (word.size() > 6 || word.empty()) return Abbreviation::kNone;
  std::array<char, 6> lower{};
  std::ranges::transform(word, lower.begin(), [](char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; });
  if (!is_lower(lower[0])) return Abbreviation::kNone;
  const std::string_view key(lower.data(), word.size());
  const auto letter = static_cast<std::size_t>(lower[0] - 'a');
  for (std::size_t i = kAbbreviationsByLetter[letter]; i < kAbbreviationsByLetter[letter + 1]; ++i) {
    if (kAbbreviations[i].word == key) return kAbbreviations[i].kind;
  }
  return Abbreviation::kNone;
}

/// "U.S", "D.C", "e.g", "p.m", "H.E": single letters with full stops between them.
bool dotted(std::string_view word) {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !is_letter(word[i]) : word[i] != '.') return false;
  }
  return true;
}

enum class Next { kUpper, kLower, kDigit, kSign, kOther, kEnd };

/// What kind of character a sentence would begin with at `at`, behind any opening quotes and brackets.
Next next_kind(std::string_view text, std::size_t& at) {
  bool bracket = false;
  for (std::size_t length = opener_length(text, at); length > 0; length = opener_length(text, at)) {
    bracket |= text[at] == '(' || text[at] == '[';
    at += length;
  }
  if (at >= text.size()) return Next::kEnd;
  const char c = text[at];
  if (is_upper(c)) return Next::kUpper;
  if (is_lower(c)) return Next::kLower;
  if (is_digit(c)) return bracket ? Next::kOther : Next::kDigit;
  if (c == '$') return bracket ? Next::kOther : Next::kSign;
  if (!is_high(c)) return Next::kOther;
  utf8proc_int32_t code = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  if (utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code) <= 0) return Next::kOther;
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LO:
      return Next::kUpper;
    case UTF8PROC_CATEGORY_LL:
      return Next::kLower;
    case UTF8PROC_CATEGORY_SC: return bracket ? Next::kOther : Next::kSign;
    case UTF8PROC_CATEGORY_SO: return Next::kSign;
    default: return code == 0x2022 || code == 0x25E6 ? Next::kSign : Next::kOther;
  }
}

/// Whether the token around `at` is an address: "www.…", "…://…", "name@host".
bool inside_address(std::string_view text, std::size_t floor, std::size_t at) {
  std::size_t first = at;
  while (first > floor && at - first < 200 && !is_space(text[first - 1])) --first;
  std::size_t last = at;
  while (last < text.size() && last - at < 200 && !is_space(text[last])) ++last;
  const std::string_view token = text.substr(first, last - first);
  return token.find("://") != std::string_view::npos || token.find("www.") != std::string_view::npos ||
         token.find('@') != std::string_view::npos;
}

/// Decides for one full stop at `stop`; `after` is the first byte behind it and its closing marks.
class Boundary {
 public:
  Boundary(std::string_view text, std::size_t floor, std::size_t stop, std::size_t after)
      : text_(text), floor_(floor), stop_(stop), after_(after) {}

  bool ends_sentence() const {
    std::size_t next = after_;
    while (const std::size_t length = space_length(text_, next)) next += length;
    if (next >= text_.size()) return true;
    return next == after_ ? glued(next) : spaced(next);
  }

 private:
  bool spaced(std::size_t next) const {
    std::size_t at = next;
    const Next kind = next_kind(text_, at);
    if (kind == Next::kLower || kind == Next::kOther || kind == Next::kEnd) return false;
    if (text_[stop_] != '.' || after_ != stop_ + 1 || stop_ == floor_) return true;
    const char before = text_[stop_ - 1];
    if (is_digit(before)) return !enumerator();
    std::string_view word = word_before(text_, floor_, stop_);
    if (word.empty()) return true;
    const bool number = kind == Next::kDigit;
    const auto opener = [&] { return kind == Next::kUpper && opens_sentence(word_after(text_, at)); };
    if (dotted(word)) return dotted_ends(word, kind, opener(), at);
    if (const std::size_t dot = word.rfind('.'); dot != std::string_view::npos) {
      // "S.No. 5", "Lt.Gov. Smith", "Ph.D.": the last part decides.
      word.remove_prefix(dot + 1);
      if (word.size() == 1) return opener();
    }
    if (word.size() == 1 && is_upper(word[0])) return opener() && !name_before(word);
    if (word.size() == 1 && is_lower(word[0]) && stop_ - 1 == floor_) return false;
    switch (abbreviation(word)) {
      case Abbreviation::kNone:
        return true;
      case Abbreviation::kTitle:
        // "5 ft. The", "the DR. The": units and acronyms, no titles.
        if (is_lower(word[0])) return word != "gov" && word != "gen";
        return is_upper(word[1]) && opener();
      case Abbreviation::kInner:
        return false;
      case Abbreviation::kNumbered:
        return !number && kind != Next::kSign && !month_name(word_after(text_, at));
      case Abbreviation::kName:
        return number || opener();
    }
    return true;
  }

  /// "to Uzbekistan.U.S. assistance", "in 1960.The embassy", but not "3.5", "U.S.-led", "No.2", "Ph.D.".
  bool glued(std::size_t next) const {
    std::size_t at = next;
    if (next_kind(text_, at) != Next::kUpper) return false;
    if (stop_ == floor_) return false;
    const bool closed = after_ != stop_ + 1;
    const std::string_view follower = word_after(text_, at);
    const bool word_follows = follower.size() >= 2 && (is_lower(follower[1]) || follower[1] == '.' || is_high(follower[1]));
    const bool article = follower == "A" && at + 1 < text_.size() && is_space(text_[at + 1]);
    const bool acronym = follower.size() >= 2 && is_upper(follower[1]);
    if (!word_follows && !article && !acronym) return false;
    if (inside_address(text_, floor_, stop_)) return false;
    const char before = text_[stop_ - 1];
    if (closed || before == ')' || before == ']' || before == '%' || before == '"') return true;
    if (is_digit(before)) return !enumerator();
    const std::string_view word = word_before(text_, floor_, stop_);
    if (dotted(word)) {
      // "Washington,D.C.Travelers": a place ends there, whereas "U.S.Embassy" goes on.
      return word_follows && follower.size() >= 4 && (word == "D.C" || opens_sentence(follower)) && is_lower(follower[1]);
    }
    if (word.size() < 2) return false;
    if (abbreviation(word) != Abbreviation::kNone) return opens_sentence(follower);
    return text_[stop_] != '.' || is_lower(before) || is_high(before) || is_upper(before);
  }

  bool dotted_ends(std::string_view word, Next kind, bool opener, std::size_t at) const {
    if (is_lower(word[0])) return kind == Next::kUpper && (word == "a.m" || word == "p.m" || word == "b.c");
    if (opener) return true;
    if (kind == Next::kDigit || kind == Next::kSign) return kind == Next::kSign && word == "D.C";
    const bool bracket = at > 0 && (text_[at - 1] == '(' || text_[at - 1] == '[');
    if (word == "D.C" && !bracket) {
      const std::string_view rest = word_after(text_, at);
      return rest != "National" && rest != "Circuit" && rest != "Council" && rest != "Metro";
    }
    return false;
  }

  /// "1. Political Relations", "(2.) …": a number at the very start of the block numbers it.
  bool enumerator() const {
    std::size_t first = stop_;
    while (first > floor_ && (is_digit(text_[first - 1]) || text_[first - 1] == '.')) --first;
    if (first > floor_ && text_[first - 1] == '(') --first;
    return first == floor_ && stop_ - first <= 6;
  }

  /// Whether the initial stands behind another capitalised word or initial, as in "John F. Kennedy".
  bool name_before(std::string_view word) const {
    const std::size_t at = static_cast<std::size_t>(word.data() - text_.data());
    if (at < floor_ + 2 || text_[at - 1] != ' ') return true;
    std::size_t first = at - 1;
    while (first > floor_ && (is_letter(text_[first - 1]) || text_[first - 1] == '.')) --first;
    return first < at - 1 && is_upper(text_[first]) && text_[at - 2] == '.';
  }

  std::string_view text_;
  std::size_t floor_;
  std::size_t stop_;
  std::size_t after_;
};

void add_trimmed(std::string_view text, std::size_t first, std::size_t last, std::vector<TextSpan>& out) {
  while (first < last) {
    const std::size_t length = space_length(text, first);
    if (length == 0) break;
    first += length;
  }
  while (last > first && (is_space(text[last - 1]) || (last - first >= 2 && text.substr(last - 2, 2) == "\xC2\xA0"))) {
    last -= is_space(text[last - 1]) ? 1U : 2U;
  }
  if (first < last) out.emplace_back(first, last);
}

}  // namespace

std::vector<TextSpan> split_sentences(std::string_view text, std::size_t most) {
  std::vector<TextSpan> out;
  std::size_t floor = 0;
  while (const std::size_t length = space_length(text, floor)) floor += length;
  std::size_t at = floor;
  while (out.size() + 1 < most) {
    while (at < text.size() && !kStops[static_cast<unsigned char>(text[at])]) ++at;
    if (at >= text.size()) break;
    std::size_t after = at + 1;
    if (text[at] == '\xE2') {
      if (text.substr(at, 3) != "\xE2\x80\xA6") {
        ++at;
        continue;
      }
      after = at + 3;
    }
    const std::size_t stop = at;
    while (after < text.size() && (text[after] == '.' || text[after] == '!' || text[after] == '?')) ++after;
    std::size_t behind = after;
    while (true) {
      std::size_t length = footnote_length(text, behind);
      if (length == 0) length = closer_length(text, behind);
      if (length == 0) break;
      behind += length;
    }
    const std::size_t last_stop = text[stop] == '.' && after > stop + 1 ? after : behind;
    const bool ellipsis = last_stop != behind || text[stop] == '\xE2';
    const Boundary boundary(text, floor, stop, ellipsis && behind == stop + 1 ? behind + 1 : behind);
    if (boundary.ends_sentence()) {
      add_trimmed(text, floor, behind, out);
      floor = behind;
      while (const std::size_t length = space_length(text, floor)) floor += length;
      at = floor;
    } else {
      at = after;
    }
  }
  add_trimmed(text, floor, text.size(), out);
  return out;
}

}  // namespace paraph
