#include "mention/time_words.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "mention/figure.h"
#include "mention/lowered.h"

namespace paraph {
namespace {

using enum FigureWord;

/// "P3Y" is a duration of 3 Y; DE and CE are TIMEX3's decades and centuries, TH and TM its hours and minutes.
struct TimeUnit {
  std::string_view word;
  std::string_view code;
};
constexpr auto kTimeUnits = std::to_array<TimeUnit>({{"minute", "TM"}, {"minutes", "TM"}, {"hour", "TH"}, {"hours", "TH"}, {"day", "D"}, {"days", "D"},
                                                     {"week", "W"}, {"weeks", "W"}, {"month", "M"}, {"months", "M"}, {"quarters", "Q"}, {"year", "Y"},
                                                     {"years", "Y"}, {"decade", "DE"}, {"decades", "DE"}, {"century", "CE"}, {"centuries", "CE"}});
constexpr auto kWeekdays = std::to_array<std::string_view>({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});

struct Phrase {
  std::string_view words;
  TimeWordsKind kind;
  std::string_view value;
};
/// Longer phrases stand before the words that they start with.
constexpr auto kPhrases = std::to_array<Phrase>({
    {"at present", TimeWordsKind::kVague, "PRESENT_REF"},
    {"at the moment", TimeWordsKind::kVague, "PRESENT_REF"},
    {"currently", TimeWordsKind::kVague, "PRESENT_REF"},
    {"presently", TimeWordsKind::kVague, "PRESENT_REF"},
    {"nowadays", TimeWordsKind::kVague, "PRESENT_REF"},
    {"now", TimeWordsKind::kVague, "PRESENT_REF"},
    {"recent years", TimeWordsKind::kVague, "PAST_REF"},
    {"recent months", TimeWordsKind::kVague, "PAST_REF"},
    {"recent decades", TimeWordsKind::kVague, "PAST_REF"},
    {"recently", TimeWordsKind::kVague, "PAST_REF"},
    {"lately", TimeWordsKind::kVague, "PAST_REF"},
    {"in the past", TimeWordsKind::kVague, "PAST_REF"},
    {"in the near future", TimeWordsKind::kVague, "FUTURE_REF"},
    {"in the future", TimeWordsKind::kVague, "FUTURE_REF"},
    {"in coming years", TimeWordsKind::kVague, "FUTURE_REF"},
    {"the coming years", TimeWordsKind::kVague, "FUTURE_REF"},
    {"soon", TimeWordsKind::kVague, "FUTURE_REF"},
    {"per annum", TimeWordsKind::kSet, "P1Y"},
    {"annually", TimeWordsKind::kSet, "P1Y"},
    {"annual", TimeWordsKind::kSet, "P1Y"},
    {"yearly", TimeWordsKind::kSet, "P1Y"},
    {"biannually", TimeWordsKind::kSet, "P6M"},
    {"biannual", TimeWordsKind::kSet, "P6M"},
    {"biennially", TimeWordsKind::kSet, "P2Y"},
    {"biennial", TimeWordsKind::kSet, "P2Y"},
    {"quarterly", TimeWordsKind::kSet, "P1Q"},
    {"monthly", TimeWordsKind::kSet, "P1M"},
    {"weekly", TimeWordsKind::kSet, "P1W"},
    {"daily", TimeWordsKind::kSet, "P1D"},
});

class TimeWordsFinder {
 public:
  TimeWordsFinder(const AnnotatedSentence& sentence, const Units& units) : sentence_(sentence), c_(sentence.text, sentence.tokens, units), words_(sentence) {}

  std::vector<TimeWords> run() {
    const auto& mentions = sentence_.mentions;
    std::size_t next = 0;  // the first mention that ends behind `at`
    for (std::size_t at = 0; at < c_.size();) {
      for (; next < mentions.size() && mentions[next].last <= at; ++next) {
        if (std::holds_alternative<QuantityMention>(mentions[next].body)) figure_end_ = mentions[next].last;
      }
      const Mention* taken = next < mentions.size() && !std::holds_alternative<QuantityMention>(mentions[next].body) ? &mentions[next] : nullptr;
      limit_ = taken == nullptr ? c_.size() : taken->first;
      if (limit_ <= at) {
        at = taken->last;
        continue;
      }
      TimeWords found;
      found.first = static_cast<std::uint32_t>(at);
      if (read(at, found) && found.last <= limit_) {
        at = found.last;
        found_.push_back(std::move(found));
      } else {
        ++at;
      }
    }
    return std::move(found_);
  }

 private:
  static std::string_view code_of(std::string_view word) {
    const auto found = std::ranges::find(kTimeUnits, word, &TimeUnit::word);
    return found == kTimeUnits.end() ? std::string_view() : found->code;
  }
  static std::string length(std::string_view count, std::string_view code) {
    return code.starts_with('T') ? fmt::format("PT{}{}", count, code.substr(1)) : fmt::format("P{}{}", count, code);
  }
  static bool set(TimeWords& found, std::size_t last, TimeWordsKind kind, std::string value) {
    found.last = static_cast<std::uint32_t>(last);
    found.kind = kind;
    found.value = std::move(value);
    return true;
  }
  static bool step(TimeWords& found, std::size_t last, int steps, char unit) {
    found.steps = steps;
    found.unit = unit;
    return set(found, last, TimeWordsKind::kStep, {});
  }
  const std::string& word(std::size_t at) const { return words_.at(at); }

  bool read(std::size_t at, TimeWords& found) {
    return clock(at, found) || often(at, found) || near(at, found) || lasting(at, found) || phrase(at, found);
  }

  /// "10:30", "10.30 a.m.", "3 p.m.".
  bool clock(std::size_t at, TimeWords& found) const {
    if (!c_.is_shape(at, TokenShape::kNumber)) return false;
    auto hour = c_.plain_number(at);
    int minute = 0;
    std::size_t last = at + 1;
    const bool colon = hour && c_.is_sign(at + 1, ':') && c_.touches(at + 1) && c_.touches(at + 2) && c_.written(at + 2).size() == 2;
    if (colon) {
      const auto minutes = c_.plain_number(at + 2);
      if (!minutes || *minutes > 59 || (at > 0 && c_.touches(at))) return false;
      minute = *minutes;
      last = at + 3;
    } else if (!hour && c_.written(at).size() <= 5) {
      const std::string_view text = c_.written(at);
      const std::size_t point = text.find('.');
      if (point == std::string_view::npos || text.size() - point != 3) return false;
      hour = SentenceCursor::digits_of(text.substr(0, point));
      minute = SentenceCursor::digits_of(text.substr(point + 1)).value_or(60);
    }
    std::size_t half = last;
    std::string letters;
    while (half < last + 4 && half < c_.size() && letters.size() < 2 && (letters.empty() || c_.touches(half))) {
      for (const char c : word(half)) {
        if (c != '.') letters += c;
      }
      ++half;
    }
    const bool named = letters == "am" || letters == "pm";
    if (named && c_.is_sign(half, '.') && c_.touches(half) && c_.has(half + 1)) ++half;
    if (!hour || *hour > (named ? 12 : 23) || minute > 59 || (!named && !colon)) return false;
    if (letters == "pm" && *hour < 12) *hour += 12;
    if (letters == "am" && *hour == 12) *hour = 0;
    return set(found, named ? half : last, TimeWordsKind::kTime, fmt::format("T{:02}:{:02}", *hour, minute));
  }

  /// "every year", "each month", "per day", "every two years", "twice a year", "$5 million a year".
  bool often(std::size_t at, TimeWords& found) const {
    const std::string& head = word(at);
    if (head == "every" || head == "each" || head == "per") {
      if (const auto code = code_of(word(at + 1)); !code.empty() && head != "every") return set(found, at + 2, TimeWordsKind::kSet, length("1", code));
      if (head != "every") return false;
      if (word(at + 1) == "other" || word(at + 1) == "second") {
        if (const auto code = code_of(word(at + 2)); !code.empty()) return set(found, at + 3, TimeWordsKind::kSet, length("2", code));
      }
      if (const auto code = code_of(word(at + 1)); !code.empty()) return set(found, at + 2, TimeWordsKind::kSet, length("1", code));
      const auto numeral = read_numeral(c_, at + 1);
      if (!numeral || numeral->decimals > 0) return false;
      const auto code = code_of(word(numeral->last));
      return !code.empty() && set(found, numeral->last + 1, TimeWordsKind::kSet, length(numeral->value.str(), code));
    }
    if (head == "once" || head == "twice" || head == "times") {
      const auto code = code_of(word(at + 2));
      return (word(at + 1) == "a" || word(at + 1) == "per" || word(at + 1) == "each") && !code.empty() &&
             set(found, at + 3, TimeWordsKind::kSet, length("1", code));
    }
    // "$5 million a year", "3,000 students a year": behind a figure or what it counts.
    if (head != "a" || at == 0 || code_of(word(at + 1)).empty() || c_.use_before(at) != kNone) return false;
    if (!code_of(word(at - 1)).empty() || c_.is(at + 2, kAgo) || c_.is(at + 2, kEarlier) || c_.is(at + 2, kLater)) return false;
    return figure_end_ > 0 && figure_end_ + 4 >= at && set(found, at + 2, TimeWordsKind::kSet, length("1", code_of(word(at + 1))));
  }

  /// "last month", "this week", "yesterday", "on Monday", "three weeks ago".
  bool near(std::size_t at, TimeWords& found) const {
    const std::string& head = word(at);
    if (head == "yesterday") return step(found, at + 1, -1, 'D');
    if (head == "today" || head == "tonight") return step(found, at + 1, 0, 'D');
    if (head == "tomorrow") return step(found, at + 1, 1, 'D');
    const int way = head == "last" || head == "past" ? -1 : head == "next" ? 1 : 0;
    if (way != 0 || head == "this") {
      const std::string& noun = word(at + 1);
      const bool definite = at > 0 && c_.is(at - 1, kThe);  // "the last month": how long, not which
      const char unit = noun == "month" ? 'M' : noun == "week" ? 'W' : noun == "quarter" ? 'Q' : '-';
      if (unit != '-' && !definite && head != "past") return step(found, at + 2, way, unit);
    }
    if (c_.capitalised(at) && std::ranges::find(kWeekdays, head) != kWeekdays.end() && !c_.is_sign(at + 1, ',')) {
      return at > 0 && c_.is(at - 1, kOn) && set(found, at + 1, TimeWordsKind::kVague, {});
    }
    const auto numeral = c_.is(at, kArticle) ? std::optional<Numeral>() : read_numeral(c_, at);
    const std::size_t noun = numeral ? numeral->last : at + 1;
    if (!numeral && !c_.is(at, kArticle)) return false;
    const auto code = code_of(word(noun));
    if (code != "D" && code != "W" && code != "M") return false;
    const int count = numeral ? static_cast<int>(numeral->value.to_double()) : 1;
    if (!c_.is(noun + 1, kAgo) || (numeral && (numeral->decimals > 0 || Decimal(5000) < numeral->value))) return false;
    return step(found, noun + 2, -count, code.front());
  }

  /// "three years", "a two-day visit", "the last decade", "several months", "half a year".
  bool lasting(std::size_t at, TimeWords& found) const {
    const std::string& head = word(at);
    if (head == "several" || head == "many" || head == "few" || head == "some" || head == "numerous") {
      const auto code = code_of(word(at + 1));
      return !code.empty() && word(at + 1).ends_with('s') && set(found, at + 2, TimeWordsKind::kDuration, length("X", code));
    }
    if ((head == "decades" || head == "centuries" || head == "years" || head == "months") && at > 0 && (c_.is(at - 1, kFor) || c_.is(at + 1, kOf))) {
      return set(found, at + 1, TimeWordsKind::kDuration, length("X", code_of(head)));
    }
    const bool article = c_.is(at, kArticle) && head.size() <= 2;
    const bool span = (head == "last" || head == "past" || head == "next" || head == "coming") && at > 0 && c_.is(at - 1, kThe);
    if (article || span) {
      const auto code = code_of(word(at + 1));
      if (code.empty() || word(at + 1).ends_with('s') || c_.is_shape(at + 2, TokenShape::kDash)) return false;
      const FigureWord before = c_.use_before(at);
      const bool measured = before == kFor || before == kOver || before == kIn || before == kNearly || before == kAbout || before == kThan || before == kAfter ||
                            before == kDuring || before == kLast;
      return (span || measured) && set(found, at + 2, TimeWordsKind::kDuration, length("1", code));
    }
    if (head == "half" && word(at + 1) == "a" && word(at + 2) == "year") return set(found, at + 3, TimeWordsKind::kDuration, "P6M");
    if (!c_.is_shape(at, TokenShape::kNumber) && !c_.numeral(at)) return false;
    const auto numeral = read_numeral(c_, at);
    if (!numeral || numeral->ratio) return false;
    std::size_t noun = numeral->last;
    if (c_.is_shape(noun, TokenShape::kDash) && c_.touches(noun) && c_.touches(noun + 1)) ++noun;
    const auto code = code_of(word(noun));
    if (code.empty() || (numeral->fraction && numeral->value < Decimal(1))) return false;
    return set(found, noun + 1, TimeWordsKind::kDuration, length(numeral->value.str(), code));
  }

  bool phrase(std::size_t at, TimeWords& found) const {
    for (const Phrase& phrase : kPhrases) {
      if (const std::size_t last = words_.match(at, phrase.words); last > at) return set(found, last, phrase.kind, std::string(phrase.value));
    }
    return false;
  }

  const AnnotatedSentence& sentence_;
  SentenceCursor c_;
  LoweredWords words_;
  std::size_t limit_ = 0;       ///< First token of the next name or period.
  std::size_t figure_end_ = 0;  ///< Token after the last figure.
  std::vector<TimeWords> found_;
};

}  // namespace

std::vector<TimeWords> find_time_words(const AnnotatedSentence& sentence, const Units& units) { return TimeWordsFinder(sentence, units).run(); }

}  // namespace paraph
