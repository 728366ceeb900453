#include <algorithm>

#include "mention/quantity_finder.h"

namespace paraph {

using enum FigureWord;

/// "a.m." or "pm" at a token, however it is cut into tokens.
bool QuantityFinder::clock_half(std::size_t at) const {
  const std::string_view word = c_.written(at);
  if (word == "am" || word == "pm" || word == "a.m." || word == "p.m." || word == "a.m" || word == "p.m") return true;
  return (word == "a" || word == "p") && c_.is_sign(at + 1, '.') && c_.written(at + 2) == "m" && c_.touches(at + 2);
}

/// "in constant 2015 dollars": the year of the prices.
bool QuantityFinder::of_prices(std::size_t at) const {
  return at > 0 && c_.is_shape(at, TokenShape::kNumber) && c_.written(at).size() == 4 && c_.written(at - 1) == "constant";
}

bool QuantityFinder::counts(const Figure& figure) {
  skip_to_ = 0;
  const Numeral& numeral = figure.numeral;
  if (of_prices(figure.first)) return false;
  if (figure.currency != nullptr) return !(numeral.fraction && !figure.multiplier.present());  // "a third yen loan"
  if (figure.unit != nullptr && (is_percent(*figure.unit) || is_points(*figure.unit))) return true;
  if (numeral.ratio) return true;
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
  if (at > 1 && closed && c_.is_sign(at - 1, '^') && c_.is_sign(at - 2, '[')) return false;  // "[^12]", a footnote mark
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
  if (small && clock_half(last)) return false;  // "at 3 p.m."
  const bool like_year = !numeral.grouped && numeral.decimals == 0 && text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
  return !like_year || c_.lower_word(last);
}

/// "Article 5", "Resolutions 1267 and 1373", "No. 4", "# 3".
bool QuantityFinder::designated(std::size_t at) const {
  if (at == 0) return false;
  const std::size_t before = at - 1;
  if (c_.is_sign(before, '#') || c_.is(before, kDesignator)) return true;
  if (c_.is_sign(before, '.') && before > 0 && (c_.is(before - 1, kNo) || c_.is(before - 1, kDesignator)) && c_.capitalised(before - 1))
    return true;
  const bool listed = c_.is(before, kAnd) || c_.is_sign(before, ',') || c_.is(before, kTo) || c_.is_shape(before, TokenShape::kDash);
  return listed && designated_ > 0 && designated_ == before;
}

/// "COVID-19", "F-16", "9/11", "10:30", "+1", "12.30" behind another figure.
bool QuantityFinder::joined_before(std::size_t at) {
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

bool QuantityFinder::joined_after(std::size_t last) {
  if (!c_.touches(last) || !c_.touches(last + 1)) return false;
  const bool number = c_.is_shape(last + 1, TokenShape::kNumber);
  if ((c_.is_sign(last, '/') || c_.is_sign(last, ':') || c_.is_shape(last, TokenShape::kDash)) && number) {
    skip_numbers(last + 1);
    return true;
  }
  return c_.is_sign(last, '+') && number;
}

/// Over a run of numbers and joints, such as a telephone number.
bool QuantityFinder::skip_numbers(std::size_t at) {
  while (at < limit_ &&
         (c_.is_shape(at, TokenShape::kNumber) || ((c_.is_shape(at, TokenShape::kDash) || c_.is_sign(at, '/') || c_.is_sign(at, ':')) &&
                                                   c_.is_shape(at + 1, TokenShape::kNumber))))
    ++at;
  skip_to_ = at;
  return false;
}

/// "a three-day visit", "two-way": how long or of what kind, not how many.
bool QuantityFinder::attributive_time(const Figure& figure) const {
  const std::size_t dash = figure.numeral.last;
  if (!c_.is_shape(dash, TokenShape::kDash) || !c_.touches(dash) || !c_.touches(dash + 1)) return false;
  const std::string_view noun = c_.written(dash + 1);
  return (figure.unit != nullptr && is_time(*figure.unit)) || noun == "way" || noun == "month" || noun == "hour" || noun == "fold" ||
         noun == "sided" || noun == "tier";
}

bool QuantityFinder::word_counts(const Figure& figure) const {
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
bool QuantityFinder::stands_as_share(const Figure& figure) const {
  const std::size_t at = figure.first;
  const std::size_t last = figure.numeral.last;
  if (at > 0 && (c_.ordinal(at - 1) || c_.is(at - 1, kLatter) || c_.is(at - 1, kLast))) return false;
  if (c_.is_shape(last, TokenShape::kDash) && c_.touches(last)) return false;
  if (c_.is(last, kOf)) return !(c_.is(last + 1, kThis) || c_.is(last + 1, kLast)) || last - at > 1;
  if (use_before(at) == kBy) return true;
  const bool plural_or_joint = last - at >= 2 && !c_.is(at, kArticle);
  return plural_or_joint || (c_.is(at, kHalf) && (c_.is(last, kThe) || c_.is(last, kPossessive)));
}

}  // namespace paraph
