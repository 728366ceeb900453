#include "mention/quantity_finder.h"

namespace paraph {

using enum FigureWord;

namespace {

/// Things that are counted, not measured: their noun is for the claim to read.
bool counted(const UnitForm& unit) {
  const std::string& base = unit.base_unit;
  return base == "people" || base == "household" || base == "family" || base == "company" || base == "aircraft" || base == "vehicle" ||
         base == "dose";
}

}  // namespace

/// Where the digits of "Rs500" or "USD5" begin; 0 when the token is no such thing.
std::size_t QuantityFinder::glued_digits(std::size_t at) const {
  const std::string_view text = c_.written(at);
  std::size_t letters = 0;
  while (letters < text.size() && ((text[letters] >= 'A' && text[letters] <= 'Z') || (text[letters] >= 'a' && text[letters] <= 'z')))
    ++letters;
  if (letters < 1 || letters > 3 || letters == text.size() || !SentenceCursor::digits_of(text.substr(letters))) return 0;
  return letters;
}

std::optional<Figure> QuantityFinder::read_glued(std::size_t at) const {
  const std::size_t letters = glued_digits(at);
  if (letters == 0) return std::nullopt;
  const CurrencyForm* form = c_.units().glued_currency(c_.written(at).substr(0, letters));
  if (form == nullptr || (form->homonym && letters > 1)) return std::nullopt;
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
  if (figure.currency == nullptr) return std::nullopt;  // "K5" without a multiplier
  return figure;
}

std::optional<Figure> QuantityFinder::read_figure(std::size_t at) const {
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
  if (figure.currency == nullptr && ratio(figure)) return figure;
  finish(figure);
  return figure;
}

/// "One in five", "1 in every 5", "nine in ten", "two out of three": makes a share of it.
bool QuantityFinder::ratio(Figure& figure) const {
  Numeral& part = figure.numeral;
  std::size_t next = part.last;
  const bool out_of = c_.written(next) == "out" && c_.is(next + 1, kOf);
  if (!out_of && !c_.is(next, kIn)) return false;
  next += out_of ? 2 : 1;
  if (c_.written(next) == "every") ++next;
  const auto whole = next < limit_ ? read_numeral(c_, next) : std::nullopt;
  if (!whole || whole->last > limit_ || whole->words != part.words || part.decimals != 0 || whole->decimals != 0) return false;
  if (!(part.value < whole->value) || Decimal(100) < whole->value || part.value.zero()) return false;
  if (!out_of && part.value != Decimal(1) && whole->value != Decimal(10)) return false;
  const FigureWord behind = c_.use(whole->last);
  if (behind == kYear || behind == kYears || behind == kMonths || behind == kDecade) return false;
  if (!c_.lower_word(whole->last) && !c_.capitalised(whole->last)) return false;
  if (c_.units().multipliers().longest(c_.from(whole->last))) return false;
  part.value = Decimal::divide(part.value, whole->value, 9);
  part.fraction = true;
  part.ratio = true;
  part.last = whole->last;
  figure.last = whole->last;
  figure.multiplier.last = whole->last;
  return true;
}

/// "Three million five hundred thousand", "12 lakh 50 thousand": the smaller part behind a large one.
void QuantityFinder::add_smaller(Figure& figure) const {
  if (figure.multiplier.power < 5 || figure.numeral.decimals != 0 || figure.last >= limit_) return;
  const auto more = read_numeral(c_, figure.last);
  if (!more || more->fraction || more->words != figure.numeral.words || more->decimals > 0 || more->last > limit_) return;
  const Multiplier small = read_multiplier(c_, more->last, false);
  const Decimal value = more->value * small.factor;
  if (small.last > limit_ || value < Decimal(1000) || !(value < figure.multiplier.factor) || (!small.present() && !more->words)) return;
  figure.numeral.value = (figure.value() + value).shifted(-small.power);
  figure.numeral.last = more->last;
  if (!figure.numeral.words) figure.numeral.digits = static_cast<int>(figure.numeral.value.str().size());
  figure.multiplier = small;
  figure.last = small.last;
}

/// Multiplier, currency or unit behind the numeral.
void QuantityFinder::finish(Figure& figure) const {
  figure.multiplier = read_multiplier(c_, figure.numeral.last, figure.currency != nullptr);
  figure.last = figure.multiplier.last;
  add_smaller(figure);
  if (figure.currency != nullptr && figure.currency->homonym && !large(figure)) figure.currency = nullptr;
  const bool milestone = use_before(figure.first) == kThe && c_.written(figure.last) == "mark";  // "the 5 million mark"
  if (const auto after = milestone ? std::nullopt : read_currency(c_, figure.last, false)) {
    const bool clear = !after->form->homonym || large(figure);
    // "$10 million CAD": the code tells whose dollar it is.
    if (clear && (figure.currency == nullptr || (figure.currency->home && !after->form->home))) {
      figure.currency = after->form;
      figure.last = after->last;
      if (after->form->power != 0 && !figure.multiplier.present()) {
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

bool QuantityFinder::large(const Figure& figure) { return figure.multiplier.present() || figure.numeral.grouped; }

/// The upper end of "A–B", "A to B", "between A and B" behind `low`; shares multiplier, currency and unit.
std::optional<Figure> QuantityFinder::range_end(Figure& low) const {
  const std::size_t joint = low.last;
  if (joint >= limit_ || low.numeral.fraction) return std::nullopt;
  const FigureWord before = use_before(low.first);
  const bool between = before == kBetween;
  const bool dash = c_.is_shape(joint, TokenShape::kDash) && c_.touches(joint) == c_.touches(joint + 1);
  const bool from = before == kFrom && use_before(low.first - 1) != kRange;
  const bool word =
      (c_.is(joint, kTo) && !from) || (between && c_.is(joint, kAnd)) || (c_.is(joint, kOr) && low.bare());
  if (!dash && !word) return std::nullopt;
  if (c_.is_shape(joint + 1, TokenShape::kOrdinal)) return std::nullopt;
  auto high = read_figure(joint + 1);
  if (!high || high->numeral.fraction || high->numeral.words != low.numeral.words) return std::nullopt;
  if (c_.is(joint, kOr) && low.numeral.words && high->plain() != low.plain() + Decimal(1)) return std::nullopt;  // "two or three"
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

/// What the figure behind says for both: "from 5 to 7 per cent", "$1.2 and $3.4 billion". The mention stays as long as it is.
void QuantityFinder::borrow(Figure& low) const {
  const std::size_t joint = low.last;
  if (joint >= limit_ || low.multiplier.present() || low.unit != nullptr || low.numeral.fraction) return;
  const bool change = c_.is(joint, kTo) && use_before(low.first) == kFrom;
  if (!change && !c_.is(joint, kAnd)) return;
  const auto high = read_figure(joint + 1);
  if (!high || high->numeral.fraction) return;
  const bool percent = high->unit != nullptr && (is_percent(*high->unit) || is_points(*high->unit));
  if (low.currency != nullptr) {
    if (high->currency != low.currency || !high->multiplier.present()) return;
    if (!change && low.numeral.decimals == 0 && c_.written(high->last) != "respectively" && c_.written(high->last + 1) != "respectively") return;
    low.multiplier.factor = high->multiplier.factor;
    low.multiplier.power = high->multiplier.power;
    return;
  }
  if (!change && (!percent || low.numeral.words)) return;
  if (high->bare()) return;
  low.currency = high->currency;
  low.unit = high->unit;
  low.unit_inside = high->unit_inside;
  low.multiplier.factor = high->multiplier.factor;
  low.multiplier.power = high->multiplier.power;
}

}  // namespace paraph
