#include "mention/find_quantities.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "mention/figure.h"
#include "mention/hedge.h"

namespace paraph {
namespace {

using enum FigureWord;

/// A figure with what stands around it, before hedges.
struct Figure {
  Numeral numeral;
  Multiplier multiplier;
  const CurrencyForm* currency = nullptr;
  const UnitForm* unit = nullptr;
  bool unit_inside = false;  ///< The unit's words belong to the mention; those of counted things stay outside.
  std::size_t first = 0;
  std::size_t last = 0;

  Decimal plain() const { return numeral.value; }
  Decimal value() const { return numeral.value * multiplier.factor; }
  bool bare() const { return currency == nullptr && unit == nullptr && !multiplier.present(); }
};

/// Things that are counted, not measured: their noun is for the claim to read.
bool counted(const UnitForm& unit) {
  const std::string& base = unit.base_unit;
  return base == "people" || base == "household" || base == "family" || base == "company" || base == "aircraft" || base == "vehicle" ||
         base == "dose";
}
bool is_percent(const UnitForm& unit) { return unit.base_unit == "percent"; }
bool is_points(const UnitForm& unit) { return unit.base_unit == "percentage-point"; }
bool is_time(const UnitForm& unit) { return unit.base_unit == "day" || unit.base_unit == "year"; }

class QuantityFinder {
 public:
  QuantityFinder(const SentenceCursor& cursor, std::span<const Mention> taken, std::vector<Mention>& mentions)
      : c_(cursor), taken_(taken), mentions_(mentions) {}

  void run() {
    std::size_t next_taken = 0;
    for (std::size_t at = 0; at < c_.size();) {
      while (next_taken < taken_.size() && taken_[next_taken].last <= at) ++next_taken;
      limit_ = next_taken < taken_.size() ? taken_[next_taken].first : c_.size();
      if (limit_ <= at) {
        const Mention& mention = taken_[next_taken];
        limit_ = next_taken + 1 < taken_.size() ? taken_[next_taken + 1].first : c_.size();
        const bool name = std::holds_alternative<NameMention>(mention.body);
        const std::size_t after = name && mention.first == at ? money_over_name(at, mention.last) : 0;
        if (after == 0) floor_ = mention.last;
        at = after > 0 ? after : mention.last;
        continue;
      }
      const std::size_t after = may_start(at) ? read(at) : 0;
      at = after > at ? after : at + 1;
    }
  }

 private:
  bool may_start(std::size_t at) const {
    const Token& token = c_.token(at);
    if (token.shape == TokenShape::kNumber || token.shape == TokenShape::kOrdinal) return true;
    return token.may_start(WordMark::kFigure) || (token.capitalised() && glued_digits(at) > 0);
  }

  /// "US dollars", "Canadian $": a currency whose first words the names have taken.
  std::size_t money_over_name(std::size_t at, std::size_t name_last) {
    const auto currency = read_currency(c_, at, true);
    if (!currency || currency->last <= name_last) return 0;
    return read(at);
  }

  std::size_t read(std::size_t at) {
    if (const std::size_t after = ordinal(at)) return after;
    auto figure = read_figure(at);
    if (!figure) return 0;
    std::optional<Figure> second = range_end(*figure);
    if (!second && !counts(*figure)) return std::max(figure->numeral.last, skip_to_);
    return add(*figure, second);
  }

  // --- one figure -------------------------------------------------------------------------------------------------

  /// Where the digits of "Rs500" or "USD5" begin; 0 when the token is no such thing.
  std::size_t glued_digits(std::size_t at) const {
    const std::string_view text = c_.written(at);
    std::size_t letters = 0;
    while (letters < text.size() && ((text[letters] >= 'A' && text[letters] <= 'Z') || (text[letters] >= 'a' && text[letters] <= 'z')))
      ++letters;
    if (letters < 2 || letters > 3 || letters == text.size() || !SentenceCursor::digits_of(text.substr(letters))) return 0;
    return letters;
  }

  std::optional<Figure> read_glued(std::size_t at) const {
    const std::size_t letters = glued_digits(at);
    if (letters == 0) return std::nullopt;
    const CurrencyForm* form = nullptr;
    for (const CurrencyForm& known : c_.units().currencies().values()) {
      if (known.before && !known.homonym && known.form == c_.written(at).substr(0, letters)) form = &known;
    }
    if (form == nullptr) return std::nullopt;
    std::size_t last = at + 1;
    std::size_t end = c_.token(at).last;
    while (c_.touches(last + 1) && c_.touches(last) && (c_.is_sign(last, ',') || c_.is_sign(last, '.')) &&
           c_.is_shape(last + 1, TokenShape::kNumber)) {
      end = c_.token(last + 1).last;
      last += 2;
    }
    auto numeral = read_digits(c_.text().substr(c_.token(at).first + letters, end - c_.token(at).first - letters));
    if (!numeral) return std::nullopt;
    numeral->last = last;
    Figure figure;
    figure.numeral = *numeral;
    figure.currency = form;
    figure.first = at;
    finish(figure);
    return figure;
  }

  std::optional<Figure> read_figure(std::size_t at) const {
    Figure figure;
    figure.first = at;
    std::size_t next = at;
    if (!c_.is_shape(at, TokenShape::kNumber)) {
      if (auto glued = c_.capitalised(at) ? read_glued(at) : std::nullopt) return glued;
      if (const auto currency = read_currency(c_, at, true);
          currency && c_.is_shape(currency->last, TokenShape::kNumber) && currency->last < limit_) {
        figure.currency = currency->form;
        next = currency->last;
      }
    }
    const auto numeral = read_numeral(c_, next);
    if (!numeral || numeral->last > limit_) return std::nullopt;
    figure.numeral = *numeral;
    finish(figure);
    return figure;
  }

  /// Multiplier, currency or unit behind the numeral.
  void finish(Figure& figure) const {
    figure.multiplier = read_multiplier(c_, figure.numeral.last, figure.currency != nullptr);
    figure.last = figure.multiplier.last;
    if (figure.currency != nullptr && figure.currency->homonym && !large(figure)) figure.currency = nullptr;
    if (const auto after = read_currency(c_, figure.last, false)) {
      const bool clear = !after->form->homonym || large(figure);
      // "$10 million CAD": the code tells whose dollar it is.
      if (clear && (figure.currency == nullptr || (figure.currency->home && !after->form->home))) {
        figure.currency = after->form;
        figure.last = after->last;
        if (after->form->power > 0 && !figure.multiplier.present()) {
          figure.multiplier.factor = Decimal(1).shifted(after->form->power);
          figure.multiplier.power = after->form->power;
        }
      }
    }
    if (figure.currency != nullptr || figure.numeral.digits + figure.multiplier.power > 20) return;  // a factor more could overflow
    const auto unit = read_unit(c_, figure.last);
    if (!unit || (unit->last > limit_ && figure.last < limit_)) return;
    figure.unit = unit->form;
    figure.unit_inside = !counted(*unit->form);
    if (figure.unit_inside) figure.last = unit->last;
  }

  static bool large(const Figure& figure) { return figure.multiplier.present() || figure.numeral.grouped; }

  // --- ranges -----------------------------------------------------------------------------------------------------

  /// The upper end of "A–B", "A to B", "between A and B" behind `low`; shares multiplier, currency and unit.
  std::optional<Figure> range_end(Figure& low) const {
    const std::size_t joint = low.last;
    if (joint >= limit_ || low.numeral.fraction) return std::nullopt;
    const FigureWord before = use_before(low.first);
    const bool between = before == kBetween;
    const bool dash = c_.is_shape(joint, TokenShape::kDash) && c_.touches(joint) == c_.touches(joint + 1);
    const bool from = before == kFrom && use_before(low.first - 1) != kRange;
    const bool word =
        (c_.is(joint, kTo) && !from) || (between && c_.is(joint, kAnd)) || (c_.is(joint, kOr) && !low.numeral.words && low.bare());
    if (!dash && !word) return std::nullopt;
    if (c_.is_shape(joint + 1, TokenShape::kOrdinal)) return std::nullopt;
    auto high = read_figure(joint + 1);
    if (!high || high->numeral.fraction || high->numeral.words != low.numeral.words) return std::nullopt;
    if (dash && c_.is_shape(high->last, TokenShape::kDash) && c_.is_shape(high->last + 1, TokenShape::kNumber))
      return std::nullopt;  // telephone
    if (low.numeral.value.scale() == 0 && c_.written(low.numeral.last - 1).starts_with('0')) return std::nullopt;
    if (high->bare() && c_.written(high->numeral.last - 1).starts_with('0')) return std::nullopt;
    // What one end says alone it must say for both: "$10 to 12 million", never "$10 million to 12 villages".
    if (!between && !dash && low.currency != nullptr && high->currency == nullptr &&
        (low.multiplier.present() || !high->multiplier.present()))
      return std::nullopt;
    if (low.unit != nullptr && low.unit_inside && high->unit != low.unit) return std::nullopt;
    if (low.currency != nullptr && high->currency != nullptr && low.currency != high->currency &&
        low.currency->code != high->currency->code)
      return std::nullopt;
    if (low.currency == nullptr && high->currency != nullptr && low.unit != nullptr) return std::nullopt;
    if (!low.multiplier.present() && high->multiplier.present() && low.plain() < high->plain())
      low.multiplier.factor = high->multiplier.factor, low.multiplier.power = high->multiplier.power;
    if (!(low.value() < high->value())) return std::nullopt;
    if (high->currency == nullptr) high->currency = low.currency;
    if (low.currency == nullptr) low.currency = high->currency;
    if (low.unit == nullptr) low.unit = high->unit, low.unit_inside = high->unit_inside;
    return high;
  }

  // --- what is no quantity ----------------------------------------------------------------------------------------

  FigureWord use_before(std::size_t at) const { return at > floor_ ? c_.use_before(at) : kNone; }

  bool counts(const Figure& figure) {
    skip_to_ = 0;
    const Numeral& numeral = figure.numeral;
    if (figure.currency != nullptr) return !(numeral.fraction && !figure.multiplier.present());  // "a third yen loan"
    if (figure.unit != nullptr && (is_percent(*figure.unit) || is_points(*figure.unit))) return true;
    if (numeral.fraction) return figure.multiplier.present() || stands_as_share(figure);
    if (numeral.words) return word_counts(figure);
    if (figure.multiplier.present()) return true;
    if (attributive_time(figure)) return false;
    const std::size_t at = figure.first;
    const std::size_t last = numeral.last;
    const std::string_view text = c_.written(at);
    if (at == 0 && (c_.is_sign(last, ')') || (c_.is_sign(last, '.') && c_.has(last + 1)))) return false;  // "1. Trade"
    const bool open = at > 0 && (c_.is_sign(at - 1, '(') || c_.is_sign(at - 1, '['));
    const bool closed = c_.is_sign(last, ')') || c_.is_sign(last, ']');
    if (open && closed && (text.size() <= 2 || c_.is_sign(at - 1, '[') || c_.is_shape(last + 1, TokenShape::kNumber))) return false;
    if (at == 1 && c_.is_sign(0, '(') && closed) return false;
    if (text.size() > 1 && text[0] == '0' && text[1] != '.' && text[1] != ',') return false;
    if (designated(at)) {
      designated_ = last;
      return false;
    }
    if (joined_before(at) || joined_after(last)) return false;
    if (c_.number_runs_on(last)) return skip_numbers(last);
    const bool small = !numeral.grouped && numeral.decimals == 0 && text.size() <= 5;
    const bool proper = at > 1 && at > floor_ && c_.capitalised(at - 1) && c_.use(at - 1) == kNone;
    if (small && proper && (figure.unit == nullptr || !figure.unit_inside)) return false;  // "Apollo 11", "two Fellbeast 787 planes"
    if (figure.unit != nullptr) return true;
    if (c_.touches(last) && c_.token(last).is_word()) return false;  // "5G", "20s"
    if (small && at > 0 && c_.capitalised(at - 1) && c_.use(at - 1) == kNone && (at > 1 || !c_.lower_word(last))) return false;
    if (small && c_.use_before_is(at, kAt) && c_.capitalised(last)) return false;  // "at 9 Mallorn Street"
    if (small && c_.written(last) == "times") return false;
    const bool like_year = !numeral.grouped && text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
    return !like_year || c_.lower_word(last);
  }

  /// "Article 5", "Resolutions 1267 and 1373", "No. 4", "# 3".
  bool designated(std::size_t at) const {
    if (at == 0) return false;
    const std::size_t before = at - 1;
    if (c_.is_sign(before, '#') || c_.is(before, kDesignator)) return true;
    if (c_.is_sign(before, '.') && before > 0 && (c_.is(before - 1, kNo) || c_.is(before - 1, kDesignator)) && c_.capitalised(before - 1))
      return true;
    const bool listed = c_.is(before, kAnd) || c_.is_sign(before, ',') || c_.is(before, kTo) || c_.is_shape(before, TokenShape::kDash);
    return listed && designated_ > 0 && designated_ == before;
  }

  /// "COVID-19", "F-16", "9/11", "10:30", "+1", "12.30" behind another figure.
  bool joined_before(std::size_t at) {
    if (at == 0 || !c_.touches(at)) return false;
    if (c_.is_sign(at - 1, '+')) {
      skip_numbers(at + 1);
      return true;
    }
    if (c_.is_shape(at - 1, TokenShape::kDash)) return c_.touches(at - 1) && at >= 2 && !c_.is(at - 2, kPart);
    if (c_.is_sign(at - 1, '/') || c_.is_sign(at - 1, ':') || c_.is_sign(at - 1, '.') || c_.is_sign(at - 1, '@') || c_.is_sign(at - 1, '_'))
      return at >= 2;
    return c_.token(at - 1).is_word();
  }

  bool joined_after(std::size_t last) {
    if (!c_.touches(last) || !c_.touches(last + 1)) return false;
    const bool number = c_.is_shape(last + 1, TokenShape::kNumber);
    if ((c_.is_sign(last, '/') || c_.is_sign(last, ':') || c_.is_shape(last, TokenShape::kDash)) && number) {
      skip_numbers(last + 1);
      return true;
    }
    return c_.is_sign(last, '+') && number;
  }

  /// Over a run of numbers and joints, such as a telephone number.
  bool skip_numbers(std::size_t at) {
    while (at < limit_ &&
           (c_.is_shape(at, TokenShape::kNumber) || ((c_.is_shape(at, TokenShape::kDash) || c_.is_sign(at, '/') || c_.is_sign(at, ':')) &&
                                                     c_.is_shape(at + 1, TokenShape::kNumber))))
      ++at;
    skip_to_ = at;
    return false;
  }

  /// "a three-day visit", "two-way": how long or of what kind, not how many.
  bool attributive_time(const Figure& figure) const {
    const std::size_t dash = figure.numeral.last;
    if (!c_.is_shape(dash, TokenShape::kDash) || !c_.touches(dash) || !c_.touches(dash + 1)) return false;
    const std::string_view noun = c_.written(dash + 1);
    return (figure.unit != nullptr && is_time(*figure.unit)) || noun == "way" || noun == "month" || noun == "hour" || noun == "fold" ||
           noun == "sided" || noun == "tier";
  }

  bool word_counts(const Figure& figure) const {
    const std::size_t at = figure.first;
    const std::size_t last = figure.numeral.last;
    if (figure.multiplier.present()) return true;
    if (attributive_time(figure)) return false;
    const std::string_view head = c_.written(at);
    if (c_.capitalised(at) && at > 0 && c_.capitalised(at - 1) && c_.use(at - 1) == kNone) return false;  // "Article Ten"
    if (designated(at)) return false;
    if (last - at == 1) {
      if (head == "once" || head == "Once" || head == "twice" || head == "Twice" || head == "thrice" || head == "nil" || head == "nought" ||
          head == "zero")
        return false;
      const bool one = figure.numeral.value == Decimal(1);
      if (one && use_before(at) != kLeast && !(figure.unit != nullptr && figure.unit_inside)) return false;
      const bool pair = figure.numeral.value == Decimal(2);
      const FigureWord owner = c_.use_before(at);
      if (c_.written(last) == "times" || (pair && (owner == kThe || owner == kPossessive))) return false;
      if (pair && (c_.is(last, kPairNoun) || c_.is(last + 1, kPairNoun))) return false;
      if (c_.is(last, kOf) && at > 0 && c_.is(at - 1, kThe)) return false;
    }
    const FigureWord before = c_.use_before(at);
    return !(before == kThe && !c_.lower_word(last));  // "the two", "the Seven"
  }

  /// "a third of its imports", "fell by half": a share.
  bool stands_as_share(const Figure& figure) const {
    const std::size_t at = figure.first;
    const std::size_t last = figure.numeral.last;
    if (at > 0 && (c_.ordinal(at - 1) || c_.is(at - 1, kLatter) || c_.is(at - 1, kLast))) return false;
    if (c_.is_shape(last, TokenShape::kDash) && c_.touches(last)) return false;
    if (c_.is(last, kOf)) return !(c_.is(last + 1, kThis) || c_.is(last + 1, kLast)) || last - at > 1;
    if (use_before(at) == kBy) return true;
    const bool plural_or_joint = last - at >= 2 && !c_.is(at, kArticle);
    return plural_or_joint || (c_.is(at, kHalf) && (c_.is(last, kThe) || c_.is(last, kPossessive)));
  }

  // --- ordinals ---------------------------------------------------------------------------------------------------

  /// "16th", "sixteenth", "second-largest". "First" to "third" only where they rank.
  std::size_t ordinal(std::size_t at) {
    int value = 0;
    std::size_t last = at + 1;
    bool word = false;
    if (c_.is_shape(at, TokenShape::kOrdinal)) {
      const auto read = c_.ordinal(at);
      if (!read) return 0;
      value = *read;
    } else {
      const auto found = c_.numeral(at);
      if (!found) return 0;
      const NumeralForm& form = c_.units().numerals().value(found->index);
      if (form.kind != NumeralForm::Kind::kOrdinal) return 0;
      value = static_cast<int>(form.value.units());
      last = at + found->tokens;
      word = true;
    }
    if (last > limit_) return 0;
    if (word) {
      if (c_.capitalised(at) && c_.capitalised(last)) return 0;  // "Second Chamber"
      if (value <= 3 && !ranks(at, last)) return 0;
    }
    QuantityMention mention;
    mention.kind = QuantityClass::kOrdinal;
    mention.quantity.value = Decimal(value);
    mention.quantity.unit = "rank";
    mentions_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(last), std::move(mention)});
    floor_ = last;
    return last;
  }

  /// A superlative behind, or "ranked" in front.
  bool ranks(std::size_t at, std::size_t last) const {
    std::size_t next = last;
    if (c_.is_shape(next, TokenShape::kDash)) ++next;
    for (std::size_t i = next; i < next + 2; ++i) {
      if (c_.is(i, kMost)) return true;
      const std::string_view text = c_.written(i);
      if (c_.lower_word(i) && text.size() > 5 && text.ends_with("est") && text != "interest" && text != "request" && text != "forest" &&
          text != "protest")
        return true;
    }
    if (names_ranked(c_, next)) return true;
    for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
      if (c_.written(at - back).starts_with("rank")) return true;
    }
    return false;
  }

  // --- the mention ------------------------------------------------------------------------------------------------

  static void set_base(Quantity& quantity, const Figure& figure) {
    quantity.digits = figure.numeral.digits;
    quantity.exponent = figure.multiplier.power - figure.numeral.decimals;
    if (figure.unit == nullptr || is_percent(*figure.unit)) return;
    quantity.exponent += static_cast<int>(std::floor(std::log10(figure.unit->factor.to_double())));
  }
  static Decimal based(const Figure& figure) { return figure.unit == nullptr ? figure.value() : figure.value() * figure.unit->factor; }

  std::size_t add(const Figure& figure, const std::optional<Figure>& second) {
    QuantityMention mention;
    Quantity& quantity = mention.quantity;
    std::size_t first = figure.first;
    std::size_t last = second ? second->last : figure.last;
    set_base(quantity, second ? *second : figure);
    if (second) {
      quantity.low = based(figure);
      quantity.high = based(*second);
      quantity.comparator = Comparator::kRange;
      quantity.digits = std::min(quantity.digits, figure.numeral.digits);
      quantity.exponent = std::min(quantity.exponent, figure.multiplier.power - figure.numeral.decimals);
      if (use_before(first) == kBetween)
        --first;
      else if (use_before(first) == kAbout)
        --first;
      else if (use_before(first) == kFrom && use_before(first - 1) == kRange)
        --first;
    } else {
      quantity.value = based(figure);
      const Hedge hedge = hedge_before(c_, first, floor_);
      quantity.comparator = hedge.comparator;
      first = hedge.first;
      last = hedge_after(c_, last, limit_, quantity.comparator);
    }
    classify(figure, mention);
    mention.change = change_around(c_, first, last, floor_, limit_);
    mentions_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), std::move(mention)});
    floor_ = last;
    return last;
  }

  static void classify(const Figure& figure, QuantityMention& mention) {
    Quantity& quantity = mention.quantity;
    if (figure.currency != nullptr) {
      mention.kind = QuantityClass::kMoney;
      quantity.unit = figure.currency->code;
      if (figure.currency->home) mention.home_form = figure.currency->form;
      return;
    }
    if (figure.numeral.fraction && !figure.multiplier.present() && figure.unit == nullptr) {
      // "A third" is 33.33 percent, about: words give no more digits than that.
      mention.kind = QuantityClass::kPercent;
      quantity.unit = "percent";
      const bool endless = figure.numeral.value.scale() >= 9;
      quantity.value = Decimal::divide(figure.numeral.value.shifted(2), Decimal(1), 2);
      quantity.exponent = 0;
      if (endless && quantity.comparator == Comparator::kEqual) quantity.comparator = Comparator::kAbout;
      return;
    }
    if (figure.unit == nullptr) return;
    quantity.unit = figure.unit->base_unit;
    if (is_percent(*figure.unit))
      mention.kind = QuantityClass::kPercent;
    else if (is_points(*figure.unit))
      mention.kind = QuantityClass::kPercentagePoint;
    else if (figure.unit_inside)
      mention.kind = QuantityClass::kMeasure;
  }

  const SentenceCursor& c_;
  std::span<const Mention> taken_;
  std::vector<Mention>& mentions_;
  std::size_t limit_ = 0;       ///< First token of the next mention that others have taken.
  std::size_t floor_ = 0;       ///< Words before this token belong to another mention.
  std::size_t skip_to_ = 0;     ///< Where a run of numbers that count nothing ends.
  std::size_t designated_ = 0;  ///< Token after the last "Article 5".
};

}  // namespace

void find_quantities(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon, std::span<const Mention> taken,
                     std::vector<Mention>& mentions) {
  const SentenceCursor cursor(text, tokens, lexicon.units());
  QuantityFinder(cursor, taken, mentions).run();
}

}  // namespace paraph
