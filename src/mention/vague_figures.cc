#include "mention/vague_figures.h"

#include <algorithm>
#include <array>

#include "mention/figure.h"
#include "mention/hedge.h"
#include "mention/lowered.h"

namespace paraph {
namespace {

using enum FigureWord;

struct Scale {
  std::string_view plural;
  std::string_view singular;
  std::int64_t value;
};
constexpr auto kScales = std::to_array<Scale>({{"tens", "ten", 10}, {"dozens", "dozen", 12}, {"scores", "score", 20}, {"hundreds", "hundred", 100},
                                               {"thousands", "thousand", 1'000}, {"lakhs", "lakh", 100'000}, {"millions", "million", 1'000'000},
                                               {"crores", "crore", 10'000'000}, {"billions", "billion", 1'000'000'000},
                                               {"trillions", "trillion", 1'000'000'000'000}});

struct Multiple {
  std::string_view word;
  int percent;  ///< Negative for less; of kFolds how many times.
};
constexpr auto kFolds = std::to_array<Multiple>({{"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9},
                                                 {"ten", 10}, {"twelve", 12}, {"twenty", 20}, {"hundred", 100}});
constexpr auto kMultiples = std::to_array<Multiple>({{"doubled", 100}, {"doubling", 100}, {"tripled", 200}, {"tripling", 200}, {"trebled", 200},
                                                     {"trebling", 200}, {"quadrupled", 300}, {"quadrupling", 300}, {"quintupled", 400},
                                                     {"halved", -50}, {"halving", -50}});
/// Verbs only behind "to" and "will": "double taxation" is no change.
constexpr auto kBaseMultiples =
    std::to_array<Multiple>({{"double", 100}, {"triple", 200}, {"treble", 200}, {"quadruple", 300}, {"quintuple", 400}, {"halve", -50}});

template <std::size_t Size>
int percent_of(const std::array<Multiple, Size>& multiples, std::string_view word) {
  const auto found = std::ranges::find(multiples, word, &Multiple::word);
  return found == multiples.end() ? 0 : found->percent;
}

class VagueFigureFinder {
 public:
  VagueFigureFinder(const AnnotatedSentence& sentence, const Units& units)
      : sentence_(sentence), c_(sentence.text, sentence.tokens, units), words_(sentence) {}

  std::vector<Mention> run() {
    const auto& mentions = sentence_.mentions;
    std::size_t next = 0;
    for (std::size_t at = 0; at < c_.size();) {
      while (next < mentions.size() && mentions[next].last <= at) floor_ = mentions[next++].last;
      limit_ = next < mentions.size() ? mentions[next].first : c_.size();
      if (limit_ <= at) {
        // "three times the level": the words of the figure are its own only when it is none by itself.
        at = mentions[next].last;
        continue;
      }
      const std::size_t after = scales(at) ? last_ : multiple(at) ? last_ : fold_of(at) ? last_ : times(at) ? last_ : rank(at) ? last_ : at;
      if (after > at) floor_ = after;
      at = std::max(after, at + 1);
    }
    return std::move(found_);
  }

 private:
  const std::string& word(std::size_t at) const { return words_.at(at); }

  void add(std::size_t first, std::size_t last, QuantityClass kind, Decimal value, std::string unit, Comparator comparator, ChangeDirection change) {
    QuantityMention figure;
    figure.kind = kind;
    figure.quantity.value = value;
    figure.quantity.unit = std::move(unit);
    figure.quantity.comparator = comparator;
    figure.change = change;
    last_ = last;
    found_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), std::move(figure)});
  }

  static const Scale* plural_at(std::string_view word) {
    const auto found = std::ranges::find(kScales, word, &Scale::plural);
    return found == kScales.end() ? nullptr : &*found;
  }
  static const Scale* singular_at(std::string_view word) {
    const auto found = std::ranges::find(kScales, word, &Scale::singular);
    return found == kScales.end() ? nullptr : &*found;
  }

  /// "hundreds of", "tens of thousands of", "several hundred million", "a couple of dozen"; more than what they name.
  bool scales(std::size_t at) {
    std::size_t next = at;
    Decimal value(1);
    Comparator comparator = Comparator::kMore;
    const std::string& head = word(at);
    const Scale* scale = plural_at(head);
    if (scale == nullptr && (head == "several" || head == "many" || head == "few" || head == "couple")) {
      next = at + 1;
      if (head == "couple") {
        if (!c_.is(next++, kOf)) return false;
        value = Decimal(2);
        comparator = Comparator::kAbout;
      }
      scale = singular_at(word(next));
    } else if (scale == nullptr && head == "score" && at > 0 && c_.is(at - 1, kArticle) && c_.is(at + 1, kOf)) {
      scale = singular_at(head);
      comparator = Comparator::kAbout;
    }
    if (scale == nullptr) return false;
    while (scale != nullptr && next < limit_) {
      if (Decimal(1'000'000'000'000'000) < value * Decimal(scale->value)) break;
      value = value * Decimal(scale->value);
      ++next;
      const std::size_t more = c_.is(next, kOf) ? next + 1 : next;
      scale = plural_at(word(more)) != nullptr ? plural_at(word(more)) : more == next ? singular_at(word(more)) : nullptr;
      if (scale != nullptr) next = more;
    }
    std::string unit;
    QuantityClass kind = QuantityClass::kNumber;
    std::string_view home;
    const std::size_t of = c_.is(next, kOf) ? next + 1 : next;
    if (const auto currency = read_currency(c_, of, false)) {
      kind = QuantityClass::kMoney;
      unit = currency->form->code;
      if (currency->form->home) home = currency->form->form;
      next = currency->last;
    }
    const bool article = at > floor_ && c_.is(at - 1, kArticle) && (head == "few" || head == "couple" || head == "score");
    const Hedge hedge = hedge_before(c_, at, floor_);
    const std::size_t first = article ? at - 1 : hedge.first;
    if (!article && hedge.comparator != Comparator::kEqual && comparator == Comparator::kAbout) comparator = hedge.comparator;
    add(first, next, kind, value, std::move(unit), comparator, change_around(c_, first, next, floor_, limit_));
    std::get<QuantityMention>(found_.back().body).home_form = home;
    return true;
  }

  /// "doubled", "has more than tripled", "to halve".
  bool multiple(std::size_t at) {
    int percent = percent_of(kMultiples, word(at));
    if (percent == 0 && at > 0 && (c_.is(at - 1, kTo) || word(at - 1) == "will")) percent = percent_of(kBaseMultiples, word(at));
    if (percent == 0) return false;
    const Hedge hedge = hedge_before(c_, at, floor_);
    add(hedge.first, at + 1, QuantityClass::kPercent, Decimal(std::abs(percent)), "percent", hedge.comparator,
        percent > 0 ? ChangeDirection::kUp : ChangeDirection::kDown);
    return true;
  }

  /// "grew fivefold", "a tenfold increase", "increased 12-fold".
  bool fold_of(std::size_t at) {
    std::size_t last = at + 1;
    std::optional<Decimal> times;
    const std::string& head = word(at);
    if (head.size() > 5 && head.ends_with("fold")) {
      const auto found = std::ranges::find(kFolds, std::string_view(head).substr(0, head.size() - 4), &Multiple::word);
      if (found != kFolds.end()) times = Decimal(found->percent);
    } else if (c_.is_shape(at, TokenShape::kNumber) || c_.numeral(at)) {
      const auto numeral = read_numeral(c_, at);
      std::size_t fold = numeral ? numeral->last : at;
      if (numeral && c_.is_shape(fold, TokenShape::kDash) && c_.touches(fold)) ++fold;
      if (numeral && word(fold) == "fold") times = numeral->value, last = fold + 1;
    }
    if (!times || !(Decimal(1) < *times)) return false;
    const bool grew = moved(at, last, kRise);
    if (!grew && !moved(at, last, kFall)) return false;
    const Hedge hedge = hedge_before(c_, at, floor_);
    const Decimal percent = grew ? (*times - Decimal(1)).shifted(2) : Decimal(100) - Decimal::divide(Decimal(100), *times, 2);
    add(hedge.first, last, QuantityClass::kPercent, percent, "percent", hedge.comparator, grew ? ChangeDirection::kUp : ChangeDirection::kDown);
    return true;
  }
  /// A word of rising or falling near [first, last).
  bool moved(std::size_t first, std::size_t last, FigureWord way) const {
    for (std::size_t back = 1; back <= 4 && back <= first; ++back) {
      if (c_.is(first - back, way)) return true;
    }
    return c_.is(last, way) || c_.is(last + 1, way);
  }

  /// "twice the 2015 level", "three times as many", "increased four times".
  bool times(std::size_t at) {
    std::optional<Decimal> value;
    std::size_t last = at + 1;
    if (word(at) == "twice") {
      value = Decimal(2);
    } else if (c_.is_shape(at, TokenShape::kNumber) || c_.numeral(at)) {
      const auto numeral = read_numeral(c_, at);
      if (numeral && word(numeral->last) == "times") value = numeral->value, last = numeral->last + 1;
    }
    if (!value) return false;
    const FigureWord behind = c_.use(last);
    const bool compares = behind == kThe || behind == kAs || behind == kMore || behind == kHigher || behind == kThat || behind == kPossessive ||
                          word(last) == "larger" || word(last) == "bigger" || word(last) == "its" || word(last) == "what";
    const bool grew = moved(at, last, kRise);
    if (!compares && !grew) return false;
    if (behind == kThe && word(last + 1) == "first") return false;
    const Hedge hedge = hedge_before(c_, at, floor_);
    add(hedge.first, last, QuantityClass::kMeasure, *value, "times", hedge.comparator, grew ? ChangeDirection::kUp : ChangeDirection::kNone);
    return true;
  }

  /// "ranked No. 3", "ranks number one".
  bool rank(std::size_t at) {
    if (!word(at).starts_with("rank")) return false;
    std::size_t next = at + 1;
    if (c_.is(next, kAs) || c_.is(next, kAt)) ++next;
    if (word(next) != "no" && word(next) != "number" && !c_.is_sign(next, '#')) return false;
    const std::size_t first = next++;
    if (c_.is_sign(next, '.')) ++next;
    const auto numeral = next < limit_ ? read_numeral(c_, next) : std::nullopt;
    if (!numeral || numeral->decimals > 0 || numeral->fraction) return false;
    add(first, numeral->last, QuantityClass::kOrdinal, numeral->value, "rank", Comparator::kEqual, ChangeDirection::kNone);
    return true;
  }

  const AnnotatedSentence& sentence_;
  SentenceCursor c_;
  LoweredWords words_;
  std::size_t limit_ = 0;  ///< First token of the next mention.
  std::size_t floor_ = 0;  ///< Token after the mention before.
  std::size_t last_ = 0;   ///< Token after what was found last.
  std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> find_vague_figures(const AnnotatedSentence& sentence, const Units& units) { return VagueFigureFinder(sentence, units).run(); }

}  // namespace paraph
