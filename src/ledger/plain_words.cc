#include "ledger/plain_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <span>
#include <unordered_map>

#include <utf8proc.h>

namespace paraph {
namespace {

using Words = std::span<const std::string_view>;

constexpr auto kMonths = std::to_array<std::string_view>(
    {"april", "apr", "august", "aug", "december", "dec", "february", "feb", "january", "jan", "july", "jul", "june", "jun", "march", "may", "november",
     "nov", "october", "oct", "september", "sept", "sep", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
constexpr auto kNumerals = std::to_array<std::string_view>(
    {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
     "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds",
     "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "crore", "lakh", "dozen", "dozens", "half", "quarter", "third",
     "doubled", "tripled", "quadrupled", "halved", "double", "triple", "percent", "percentage", "second", "fourth", "fifth", "sixth", "seventh",
     "eighth", "ninth", "tenth", "first", "twice"});
constexpr auto kNegations = std::to_array<std::string_view>(
    {"not", "no", "never", "neither", "nor", "none", "nobody", "nothing", "without", "cannot", "non", "hardly", "yet"});
constexpr auto kModalities = std::to_array<std::string_view>(
    {"will", "would", "shall", "should", "may", "might", "could", "can", "must", "plans", "plan", "planned", "intends", "intend", "intended", "expected",
     "expects", "aims", "proposed", "reportedly", "allegedly", "if", "unless", "claims", "claimed", "says", "said"});
constexpr auto kHedges = std::to_array<std::string_view>({"about", "around", "approximately", "roughly", "nearly", "almost", "over", "more", "less", "than",
                                                          "least", "most", "up", "estimated", "some", "exceeded", "exceeds", "exceeding", "under", "below",
                                                          "above"});
constexpr auto kDirections = std::to_array<std::string_view>(
    {"rose", "rise", "grew", "grow", "growth", "increase", "increased", "fell", "fall", "decline", "declined", "decrease", "decreased", "dropped",
     "exports", "export", "exported", "imports", "import", "imported", "surplus", "deficit", "gained", "lost", "joined", "left", "opened", "closed",
     "established", "severed", "suspended", "restored"});

/// What a word of these lists weighs; the first list that has it decides.
std::optional<WordWeight> listed_weight(std::string_view word) {
  static const auto kWeights = [] {
    std::unordered_map<std::string_view, WordWeight> weights;
    for (const auto& [words, weight] : {std::pair<Words, WordWeight>(kNegations, WordWeight::kNegation), {kMonths, WordWeight::kDate}, {kNumerals, WordWeight::kFigure},
                                        {kModalities, WordWeight::kModality}, {kHedges, WordWeight::kHedge}, {kDirections, WordWeight::kDirection}}) {
      for (const std::string_view each : words) weights.emplace(each, weight);
    }
    return weights;
  }();
  const auto found = kWeights.find(word);
  return found == kWeights.end() ? std::nullopt : std::optional(found->second);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// One form for what is only written differently.
std::string_view usual_form(std::string_view word) {
  using Pair = std::pair<std::string_view, std::string_view>;
  static const std::unordered_map<std::string_view, std::string_view> kForms = [] {
    constexpr auto kPairs = std::to_array<Pair>({
      {"zero", "0"}, {"one", "1"}, {"two", "2"}, {"three", "3"}, {"four", "4"}, {"five", "5"}, {"six", "6"}, {"seven", "7"}, {"eight", "8"}, {"nine", "9"},
      {"ten", "10"}, {"eleven", "11"}, {"twelve", "12"}, {"thirteen", "13"}, {"fourteen", "14"}, {"fifteen", "15"}, {"sixteen", "16"}, {"seventeen", "17"},
      {"eighteen", "18"}, {"nineteen", "19"}, {"twenty", "20"}, {"thirty", "30"}, {"forty", "40"}, {"fifty", "50"}, {"sixty", "60"}, {"first", "1"},
      {"second", "2"}, {"third", "3"}, {"fourth", "4"}, {"fifth", "5"}, {"sixth", "6"}, {"seventh", "7"}, {"eighth", "8"}, {"ninth", "9"}, {"tenth", "10"},
      {"eleventh", "11"}, {"twelfth", "12"}, {"thirteenth", "13"}, {"fourteenth", "14"}, {"fifteenth", "15"}, {"sixteenth", "16"}, {"seventeenth", "17"},
      {"eighteenth", "18"}, {"nineteenth", "19"}, {"twentieth", "20"}, {"jan", "january"}, {"feb", "february"}, {"apr", "april"}, {"aug", "august"},
      {"sept", "september"}, {"sep", "september"}, {"oct", "october"}, {"nov", "november"}, {"dec", "december"},
      {"%", "percent"}, {"bn", "billion"}, {"mn", "million"}, {"mln", "million"}, {"bln", "billion"},
                                                      {"m", "million"}, {"tn", "trillion"}, {"usd", "$"}, {"us$", "$"}, {"eur", "€"}, {"gbp", "£"}});
    return std::unordered_map<std::string_view, std::string_view>(kPairs.begin(), kPairs.end());
  }();
  const auto found = kForms.find(word);
  return found == kForms.end() ? word : found->second;
}

/// Compatibility forms and case taken away: "ﬁ" becomes "fi". What is not UTF-8 stays as it is.
std::string folded(std::string_view word) {
  if (std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    std::string out(word);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
  }
  utf8proc_uint8_t* made = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(word.data()), static_cast<utf8proc_ssize_t>(word.size()), &made, options);
  if (size < 0) return std::string(word);
  std::string out(reinterpret_cast<const char*>(made), static_cast<std::size_t>(size));
  std::free(made);
  return out;
}

/// Splits text into raw words; one pass, one character at a time.
class Splitter {
 public:
  Splitter(std::string_view text, std::size_t offset) : text_(text), offset_(offset) {}

  std::vector<PlainWord> words() {
    while (at_ < text_.size()) step();
    classify();
    return std::move(words_);
  }

 private:
  struct Char {
    utf8proc_int32_t code;
    std::size_t bytes;
  };

  Char char_at(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return {byte, 1};
    utf8proc_int32_t code = -1;
    const utf8proc_ssize_t bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text_.data()) + at,
                                                    static_cast<utf8proc_ssize_t>(text_.size() - at), &code);
    return bytes > 0 ? Char{code, static_cast<std::size_t>(bytes)} : Char{0xFFFD, 1};
  }

  static bool is_letter(utf8proc_int32_t code) {
    if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    switch (utf8proc_category(code)) {
      case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO:
      case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_NO: case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL: return true;
      default: return false;
    }
  }
  static bool is_apostrophe(utf8proc_int32_t code) { return code == '\'' || code == 0x2019 || code == 0x2018 || code == 0x02BC || code == 0x00B4; }
  static bool is_minus(utf8proc_int32_t code) { return code == '-' || code == 0x2212 || code == 0x2013 || code == 0x2010 || code == 0x2011; }
  /// Soft hyphens and joiners inside words.
  static bool is_invisible(utf8proc_int32_t code) { return code == 0x00AD || (code >= 0x200B && code <= 0x200D) || code == 0x2060 || code == 0xFEFF; }
  static bool is_currency(utf8proc_int32_t code) { return code >= 0x80 ? utf8proc_category(code) == UTF8PROC_CATEGORY_SC : code == '$'; }

  bool digit_at(std::size_t at) const { return at < text_.size() && is_digit(text_[at]); }

  void step() {
    const Char c = char_at(at_);
    if (c.code == '[' && note_mark()) return;
    if (is_minus(c.code) && digit_at(at_ + c.bytes) && !behind_word()) return number(at_ + c.bytes);
    if (c.code < 0x80 && is_digit(static_cast<char>(c.code))) return number(at_);
    if (is_letter(c.code)) return word();
    if (is_currency(c.code) || c.code == '%') {
      add(at_, at_ + c.bytes, std::string(usual_form(text_.substr(at_, c.bytes))));
      words_.back().weight = WordWeight::kFigure;
    }
    at_ += c.bytes;
  }

  bool behind_word() const {
    return at_ > 0 && text_[at_ - 1] != ' ' && text_[at_ - 1] != '\t' && text_[at_ - 1] != '\n' && text_[at_ - 1] != '(';
  }

  /// "[12]": a mark that leads to a note, no figure of the text.
  bool note_mark() {
    std::size_t end = at_ + 1;
    while (digit_at(end)) ++end;
    if (end == at_ + 1 || end - at_ > 4 || end >= text_.size() || text_[end] != ']') return false;
    at_ = end + 1;
    return true;
  }

  /// "28,500", "424.6", "16th", "2.5bn" (the multiplier is a word of its own).
  void number(std::size_t digits) {
    const std::size_t first = at_;
    std::string out = digits > first ? "-" : "";
    std::size_t end = digits;
    while (end < text_.size()) {
      if (digit_at(end)) {
        out += text_[end++];
      } else if (text_[end] == '.' && digit_at(end + 1)) {
        out += text_[end++];
      } else if (text_[end] == ',' && digit_at(end + 1)) {
        if (!grouping(end)) out += '.';
        ++end;
      } else {
        break;
      }
    }
    const std::string_view rest = text_.substr(end, 2);
    if (rest.size() == 2 && !is_letter_at(end + 2)) {
      const std::string suffix = folded(rest);
      if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") end += 2;
    }
    add(first, end, std::move(out));
    words_.back().weight = WordWeight::kFigure;
    at_ = end;
  }

  bool is_letter_at(std::size_t at) const { return at < text_.size() && is_letter(char_at(at).code); }

  /// A comma between digits groups them, unless a decimal's one or two digits follow.
  bool grouping(std::size_t comma) const {
    std::size_t digits = 0;
    while (digit_at(comma + 1 + digits)) ++digits;
    return digits >= 3 || (digits == 2 && comma + 3 < text_.size() && text_[comma + 3] == ',');
  }

  void word() {
    const std::size_t first = at_;
    std::size_t end = at_;
    while (end < text_.size()) {
      const Char c = char_at(end);
      const bool inner = end > first && end + c.bytes < text_.size();
      if (is_letter(c.code) || (c.code < 0x80 && is_digit(static_cast<char>(c.code)))) {
        // "2.5bn" is split before its multiplier by number(); "G20" and "FY2021" stay whole.
        end += c.bytes;
      } else if (is_invisible(c.code) && inner) {
        end += c.bytes;
      } else if (c.code == '.' && inner && end - first == last_letter_width(first, end) && is_letter_at(end + 1)) {
        end += 1;
      } else if (is_apostrophe(c.code) && inner && is_letter_at(end + c.bytes)) {
        if (possessive(end, c.bytes)) break;
        end += c.bytes;
      } else {
        break;
      }
    }
    std::string out = folded(text_.substr(first, end - first));
    std::erase(out, '.');
    for (std::size_t at = out.find("\xE2\x80\x99"); at != std::string::npos; at = out.find("\xE2\x80\x99", at)) out.replace(at, 3, "'");
    const bool of_currency = out == "us" && end < text_.size() && text_[end] == '$';
    if (!out.empty() && !of_currency) add(first, end, std::string(usual_form(out)));
    const Char c = end < text_.size() ? char_at(end) : Char{0, 1};
    if (is_apostrophe(c.code) && possessive(end, c.bytes)) end += c.bytes + 1;
    at_ = end;
  }

  /// Width of the single letter before `end` when what stands from `first` is letters with points: "U.S".
  std::size_t last_letter_width(std::size_t first, std::size_t end) const {
    const std::string_view so_far = text_.substr(first, end - first);
    for (std::size_t i = 0; i < so_far.size(); ++i) {
      if ((i % 2 == 0) == (so_far[i] == '.')) return 0;
    }
    return so_far.size();
  }

  bool possessive(std::size_t apostrophe, std::size_t bytes) const {
    const std::size_t s = apostrophe + bytes;
    return s < text_.size() && (text_[s] == 's' || text_[s] == 'S') && !is_letter_at(s + 1);
  }

  void add(std::size_t first, std::size_t last, std::string word) {
    words_.push_back({std::move(word), TextSpan(offset_ + first, offset_ + last), WordWeight::kWording});
  }

  static bool is_year(std::string_view word) {
    return word.size() == 4 && std::ranges::all_of(word, is_digit) && word >= "1500" && word <= "2199";
  }

  void classify() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      PlainWord& word = words_[i];
      const std::string_view written = text_.substr(word.place.first() - offset_, word.place.size());
      const Char head = char_at(word.place.first() - offset_);
      const bool capital = utf8proc_category(head.code) == UTF8PROC_CATEGORY_LU || utf8proc_category(head.code) == UTF8PROC_CATEGORY_LT;
      if (word.weight == WordWeight::kFigure) {
        if (is_year(word.folded) && written.size() == 4 && !counted(i)) word.weight = WordWeight::kDate;
      } else if (word.folded.ends_with("n't")) {
        word.weight = WordWeight::kNegation;
      } else if (const auto listed = listed_weight(word.folded); listed && (listed != WordWeight::kDate || capital || word.folded.size() > 3)) {
        // "may" is a month with a capital alone.
        word.weight = *listed;
      } else if (word.folded == "may") {
        word.weight = WordWeight::kModality;
      } else if (std::ranges::any_of(word.folded, is_digit)) {
        word.weight = WordWeight::kFigure;
      } else if (capital && (i > 0 || written.size() > 1)) {
        word.weight = i > 0 || name_like(written) ? WordWeight::kName : WordWeight::kWording;
      }
    }
    // A day or a number beside a month belongs to the date.
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].weight != WordWeight::kFigure || words_[i].folded.size() > 2 || !is_digit(words_[i].folded[0])) continue;
      if ((i > 0 && is_month(i - 1)) || (i + 1 < words_.size() && is_month(i + 1))) words_[i].weight = WordWeight::kDate;
    }
  }

  /// "2024 students" and "$2021 million" are counts, no years.
  bool counted(std::size_t i) const {
    if (i > 0 && words_[i - 1].weight == WordWeight::kFigure && !is_digit(words_[i - 1].folded.back())) return true;
    if (i + 1 >= words_.size()) return false;
    const std::string_view next = words_[i + 1].folded;
    return next == "million" || next == "billion" || next == "percent" || next == "thousand" || next == "people" || next == "students";
  }

  bool is_month(std::size_t i) const { return words_[i].weight == WordWeight::kDate && !is_digit(words_[i].folded[0]); }

  /// At the beginning of a sentence a capital says nothing: two capitals, or no word that sentences begin with.
  static bool name_like(std::string_view written) {
    if (written.size() > 1 && written[1] >= 'A' && written[1] <= 'Z') return true;
    if (written.find('.') != std::string_view::npos) return true;
    static constexpr auto kOpeners = std::to_array<std::string_view>(
        {"The", "This", "These", "That", "Those", "There", "Then", "They", "Their", "Today", "Together", "Two", "Through", "Trade", "Total", "To", "In",
         "It", "Its", "If", "A", "An", "And", "As", "At", "After", "Also", "Although", "All", "Annual", "Another", "Agreements", "Assistance", "Bilateral",
         "Both", "But", "By", "Before", "Because", "Between", "Cooperation", "Current", "During", "Despite", "Diplomatic", "Direct", "Each", "Economic",
         "Education", "Exports", "Exchange", "Every", "Following", "For", "Foreign", "From", "Government", "Growth", "He", "Her", "His", "How", "However",
         "Imports", "Investment", "International", "Later", "Last", "Main", "Many", "Members", "More", "Most", "Much", "Military", "Moreover", "Nearly",
         "Officials", "On", "Of", "Once", "One", "Other", "Others", "Our", "Over", "Overall", "Relations", "Recent", "Regional", "Regular", "Security",
         "She", "Since", "So", "Some", "Several", "Such", "Students", "Under", "Until", "Visits", "We", "When", "Where", "While", "With", "Within", "Which",
         "What", "You", "Your", "Political", "People", "President", "Home", "Nothing", "Officers", "Leaders", "Ministers", "Neither", "No", "Not"});
    return std::ranges::find(kOpeners, written) == kOpeners.end();
  }

  std::string_view text_;
  std::size_t offset_;
  std::size_t at_ = 0;
  std::vector<PlainWord> words_;
};

}  // namespace

std::string_view word_weight_name(WordWeight weight) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"figure", "date", "name", "negation", "modality", "hedge", "direction", "wording"});
  return kNames[static_cast<std::size_t>(weight)];
}

std::vector<PlainWord> plain_words(std::string_view text, std::size_t offset) { return Splitter(text, offset).words(); }

}  // namespace paraph
