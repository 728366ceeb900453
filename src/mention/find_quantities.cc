#include "mention/find_quantities.h"

#include <algorithm>
#include <cmath>

#include "mention/hedge.h"
#include "mention/quantity_finder.h"

namespace paraph {

using enum FigureWord;

void QuantityFinder::run() {
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

bool QuantityFinder::may_start(std::size_t at) const {
  const Token& token = c_.token(at);
  if (token.shape == TokenShape::kNumber || token.shape == TokenShape::kOrdinal) return true;
  return token.may_start(WordMark::kFigure) || (token.capitalised() && glued_digits(at) > 0);
}

/// "US dollars", "Canadian $": a currency whose first words the names have taken.
std::size_t QuantityFinder::money_over_name(std::size_t at, std::size_t name_last) {
  const auto currency = read_currency(c_, at, true);
  if (!currency || currency->last <= name_last) return 0;
  return read(at);
}

std::size_t QuantityFinder::read(std::size_t at) {
  if (const std::size_t after = ordinal(at)) return after;
  auto figure = read_figure(at);
  if (!figure) return 0;
  std::optional<Figure> second = range_end(*figure);
  if (!second) borrow(*figure);
  if (!second && !counts(*figure)) return std::max(figure->numeral.last, skip_to_);
  return add(*figure, second);
}

/// "16th", "sixteenth", "second-largest". "First" to "third" only where they rank.
std::size_t QuantityFinder::ordinal(std::size_t at) {
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
bool QuantityFinder::ranks(std::size_t at, std::size_t last) const {
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

void QuantityFinder::set_base(Quantity& quantity, const Figure& figure) {
  quantity.digits = figure.numeral.digits;
  quantity.exponent = figure.multiplier.power - figure.numeral.decimals;
  if (figure.unit == nullptr || is_percent(*figure.unit)) return;
  quantity.exponent += static_cast<int>(std::floor(std::log10(figure.unit->factor.to_double())));
}

Decimal QuantityFinder::based(const Figure& figure) { return figure.unit == nullptr ? figure.value() : figure.value() * figure.unit->factor; }

std::size_t QuantityFinder::add(const Figure& figure, const std::optional<Figure>& second) {
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
  if (const std::size_t sign = minus_before(figure); !second && sign < figure.first) {
    quantity.value = -*quantity.value;
    first = std::min(first, sign);
  }
  const FigureWord joint = use_before(first);
  if (quantity.comparator == Comparator::kEqual && joint == kThe && use_before(first - 1) == kAbout && c_.written(last) == "mark") {
    quantity.comparator = Comparator::kAbout;  // "around the 5 million mark"
    first -= 2;
  }
  const bool time = figure.unit != nullptr && is_time(*figure.unit);  // "over five years it grew": the years did not
  mention.change = time ? ChangeDirection::kNone : change_around(c_, first, last, floor_, limit_);
  if (mention.change == ChangeDirection::kNone && joint == kTo) mention.change = fallen_from_;
  fallen_from_ = joint == kFrom ? mention.change : ChangeDirection::kNone;
  mentions_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), std::move(mention)});
  floor_ = last;
  return last;
}

/// The sign or word that makes a figure negative: "-2.1 percent", "minus 3 per cent"; the figure's own start when none.
std::size_t QuantityFinder::minus_before(const Figure& figure) const {
  const std::size_t at = figure.first;
  const bool signed_kind = figure.currency != nullptr || (figure.unit != nullptr && (is_percent(*figure.unit) || is_points(*figure.unit)));
  if (!signed_kind || at <= floor_ || at == 0) return at;
  const std::size_t sign = at - 1;
  if (c_.written(sign) == "minus" || c_.written(sign) == "negative") return sign;
  const bool dash = c_.is_shape(sign, TokenShape::kDash) && c_.touches(at) && (sign == 0 || c_.token(sign).space_before || c_.is_sign(sign - 1, '('));
  return dash ? sign : at;
}

void QuantityFinder::classify(const Figure& figure, QuantityMention& mention) {
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

void find_quantities(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon, std::span<const Mention> taken,
                     std::vector<Mention>& mentions) {
  const SentenceCursor cursor(text, tokens, lexicon.units());
  QuantityFinder(cursor, taken, mentions).run();
}

}  // namespace paraph
