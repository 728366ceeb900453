#include "mention/figure.h"

#include <algorithm>
#include <array>
#include <string>

namespace paraph {
namespace {

using enum FigureWord;

constexpr std::size_t kMostDigits = 18;
constexpr int kMostPower = 15;  // "lakh crore" and "thousand million million", and no overflow

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether `text` is digits in groups: three at the end, two (Indian) or three before, one to three at the start.
bool in_groups(std::string_view text, char sign) {
  std::size_t end = text.rfind(sign);
  if (end == std::string_view::npos || text.size() - end - 1 != 3) return false;
  bool twos = false;
  bool threes = false;
  std::size_t stop = end;
  while (stop > 0) {
    const std::size_t before = text.rfind(sign, stop - 1);
    if (before == std::string_view::npos) return stop >= 1 && stop <= 3 && !(twos && (threes || stop > 2)) && text[0] != '0';
    const std::size_t size = stop - before - 1;
    twos = twos || size == 2;
    threes = threes || size == 3;
    if (size != 2 && size != 3) return false;
    stop = before;
  }
  return false;
}

std::optional<Numeral> numeral_of(std::string_view text, std::string_view decimals, bool grouped) {
  std::string plain;
  for (const char c : text) {
    if (c >= '0' && c <= '9') plain += c;
  }
  if (plain.size() + decimals.size() > kMostDigits || (!decimals.empty() && !all_digits(decimals))) return std::nullopt;
  Numeral numeral;
  Decimal::Units units = 0;
  for (const char c : plain + std::string(decimals)) {
    if (units != 0 || c != '0') ++numeral.digits;
    units = units * 10 + (c - '0');
  }
  numeral.decimals = static_cast<int>(decimals.size());
  numeral.value = Decimal(units, numeral.decimals);
  numeral.grouped = grouped;
  return numeral;
}

const NumeralForm* cardinal(const SentenceCursor& cursor, std::size_t at, std::size_t& last) {
  const auto found = cursor.numeral(at);
  if (!found) return nullptr;
  const NumeralForm& form = cursor.units().numerals().value(found->index);
  last = at + found->tokens;
  return form.kind == NumeralForm::Kind::kCardinal ? &form : nullptr;
}

/// "two hundred and fifty", "one thousand two hundred": adds smaller words behind "hundred" and "thousand".
void read_compound(const SentenceCursor& cursor, Numeral& numeral) {
  int ceiling = 20;  // Power of the multiplier before; what follows must be smaller.
  Decimal total;
  Decimal group = numeral.value;
  if (group == Decimal(100)) {  // "a hundred and twenty"
    const std::size_t next = cursor.is(numeral.last, kAnd) ? numeral.last + 1 : numeral.last;
    std::size_t last = next;
    const NumeralForm* more = cardinal(cursor, next, last);
    if (more != nullptr && more->value < Decimal(100) && !more->value.zero()) {
      group = group + more->value;
      numeral.last = last;
      numeral.decimals = 0;
    }
  }
  while (true) {
    const auto found = cursor.has(numeral.last) ? cursor.units().multipliers().longest(cursor.from(numeral.last)) : std::nullopt;
    if (!found) break;
    const MultiplierForm& form = cursor.units().multipliers().value(found->index);
    if (form.glued_only || form.factor != 1 || (form.power != 2 && form.power != 3) || form.power >= ceiling) break;
    std::size_t next = numeral.last + found->tokens;
    group = group.shifted(form.power);
    numeral.last = next;
    numeral.decimals -= form.power;
    if (form.power == 3) {
      total = total + group;
      group = Decimal();
      ceiling = 3;
    }
    if (cursor.is(next, kAnd)) ++next;
    std::size_t last = next;
    const NumeralForm* more = cardinal(cursor, next, last);
    const bool smaller = more != nullptr && more->value < Decimal(1).shifted(form.power) && !more->value.zero();
    if (!smaller) {
      if (form.power == 3) break;
      continue;  // "two hundred thousand"
    }
    group = group + more->value;
    numeral.last = last;
    numeral.decimals = 0;
  }
  numeral.value = total + group;
}

std::optional<Numeral> read_words(const SentenceCursor& cursor, std::size_t at) {
  const auto found = cursor.numeral(at);
  if (!found) return std::nullopt;
  const NumeralForm& form = cursor.units().numerals().value(found->index);
  if (form.kind == NumeralForm::Kind::kOrdinal) return std::nullopt;
  Numeral numeral;
  numeral.value = form.value;
  numeral.words = true;
  numeral.last = at + found->tokens;
  numeral.fraction = form.kind == NumeralForm::Kind::kFraction && form.value < Decimal(1);
  if (form.kind == NumeralForm::Kind::kFraction) return numeral;
  for (Decimal rest = form.value; numeral.decimals > -12 && !rest.zero() && rest.shifted(-1).scale() == 0; rest = rest.shifted(-1))
    --numeral.decimals;
  if (numeral.decimals > -6) numeral.decimals = 0;  // "a million" ends in zeros that count, "ten" does not
  read_compound(cursor, numeral);
  return numeral;
}

}  // namespace

std::optional<Numeral> read_digits(std::string_view text) {
  const std::size_t comma = text.find(',');
  const std::size_t point = text.find('.');
  const auto none = std::string_view::npos;
  if (comma == none && point == none) return all_digits(text) ? numeral_of(text, {}, false) : std::nullopt;
  if (comma == none) {
    if (text.find('.', point + 1) == none) return numeral_of(text.substr(0, point), text.substr(point + 1), false);
    return in_groups(text, '.') ? numeral_of(text, {}, true) : std::nullopt;
  }
  if (point == none) {
    if (in_groups(text, ',')) return numeral_of(text, {}, true);
    const bool one = text.find(',', comma + 1) == none;
    return one && text.size() - comma - 1 != 3 ? numeral_of(text.substr(0, comma), text.substr(comma + 1), false) : std::nullopt;
  }
  if (comma < point) {
    const std::string_view whole = text.substr(0, point);
    return text.find('.', point + 1) == none && in_groups(whole, ',') ? numeral_of(whole, text.substr(point + 1), true) : std::nullopt;
  }
  const std::string_view whole = text.substr(0, comma);  // "1.234,5"
  return text.find(',', comma + 1) == none && in_groups(whole, '.') ? numeral_of(whole, text.substr(comma + 1), true) : std::nullopt;
}

std::optional<Numeral> read_numeral(const SentenceCursor& cursor, std::size_t at) {
  if (!cursor.is_shape(at, TokenShape::kNumber)) return read_words(cursor, at);
  auto numeral = read_digits(cursor.written(at));
  if (!numeral) return std::nullopt;
  numeral->last = at + 1;
  // "28 500", "1 234 567.8": groups of three behind one plain space.
  const std::string_view head = cursor.written(at);
  if (all_digits(head) && head.size() <= 3 && head[0] != '0' && !cursor.number_runs_on(at)) {
    std::string joined(head);
    std::size_t next = at + 1;
    while (cursor.is_shape(next, TokenShape::kNumber)) {
      const std::string_view group = cursor.written(next);
      const bool three = group.size() == 3 || (group.size() > 3 && group[3] == '.');
      if (!cursor.number_runs_on(next) || !three || !all_digits(group.substr(0, 3))) break;
      joined += group;
      ++next;
      if (group.size() > 3) break;
    }
    if (next > at + 1 && !cursor.number_runs_on(next)) {
      const std::size_t point = joined.find('.');
      auto wide = numeral_of(joined.substr(0, point),
                             point == std::string::npos ? std::string_view() : std::string_view(joined).substr(point + 1), true);
      if (wide) {
        wide->last = next;
        numeral = wide;
      }
    }
  }
  // "2½"
  if (cursor.touches(numeral->last) && !cursor.is_shape(numeral->last, TokenShape::kNumber)) {
    const auto found = cursor.units().numerals().longest(cursor.from(numeral->last).first(1));
    if (found && cursor.units().numerals().value(found->index).kind == NumeralForm::Kind::kFraction &&
        !cursor.token(numeral->last).is_word()) {
      numeral->value = numeral->value + cursor.units().numerals().value(found->index).value;
      ++numeral->last;
    }
  }
  return numeral;
}

Multiplier read_multiplier(const SentenceCursor& cursor, std::size_t at, bool money) {
  Multiplier multiplier;
  multiplier.last = at;
  std::size_t start = at;
  if (cursor.is_shape(start, TokenShape::kDash) && cursor.touches(start) && cursor.touches(start + 1)) ++start;
  while (cursor.has(start)) {
    const auto found = cursor.units().multipliers().longest(cursor.from(start));
    if (!found) break;
    const MultiplierForm& form = cursor.units().multipliers().value(found->index);
    if (form.glued_only && !money && (!cursor.touches(start) || cursor.written(start) == "mm")) break;
    const bool dozens = form.factor != 1;
    if (multiplier.power + form.power > kMostPower) break;
    multiplier.factor = multiplier.factor * Decimal(form.factor).shifted(form.power);
    multiplier.power += form.power;
    start += found->tokens;
    multiplier.last = start;
    if (cursor.is_sign(start - 1, '.') && start == cursor.size()) --multiplier.last;  // "bn." at the end of the sentence
    if (dozens) break;
  }
  return multiplier;
}

std::optional<CurrencyUse> read_currency(const SentenceCursor& cursor, std::size_t at, bool before_figure) {
  std::size_t start = at;
  if (!before_figure && cursor.is_shape(at, TokenShape::kDash) && cursor.touches(at) && cursor.touches(at + 1)) ++start;
  if (!cursor.has(start)) return std::nullopt;
  const auto capitals_agree = [&](const CurrencyForm& form, std::span<const Token> tokens) {
    if (before_figure ? !form.before : !form.after) return false;
    const std::string_view written = cursor.text().substr(tokens.front().first, tokens.back().last - tokens.front().first);
    if (written.size() != form.form.size()) return tokens.size() > 1;  // other spaces inside
    if (tokens.size() > 1 && tokens[1].space_before && form.form.size() >= 2 && form.form[0] == 'A' && form.form[1] == ' ') return false;
    for (std::size_t i = 0; i < written.size(); ++i) {
      if (form.form[i] >= 'A' && form.form[i] <= 'Z' && written[i] != form.form[i]) return false;
    }
    return true;
  };
  const auto found = cursor.units().currencies().longest(cursor.from(start), capitals_agree);
  if (!found) return std::nullopt;
  return CurrencyUse{&cursor.units().currencies().value(found->index), start + found->tokens};
}

std::optional<UnitUse> read_unit(const SentenceCursor& cursor, std::size_t at) {
  std::size_t start = at;
  if (cursor.is_shape(at, TokenShape::kDash) && cursor.touches(at) && cursor.touches(at + 1)) ++start;
  if (!cursor.has(start)) return std::nullopt;
  const auto found = cursor.units().units().longest(cursor.from(start));
  if (!found) return std::nullopt;
  const std::size_t last = start + found->tokens;
  if (cursor.is_shape(last, TokenShape::kDash) && cursor.touches(last) && cursor.is_shape(last + 1, TokenShape::kNumber))
    return std::nullopt;  // "20 KT-7 jets"
  return UnitUse{&cursor.units().units().value(found->index), start + found->tokens};
}

bool names_ranked(const SentenceCursor& cursor, std::size_t at) {
  constexpr std::array<std::string_view, 3> kPlace = {"place", "rank", "position"};
  constexpr std::array<std::string_view, 7> kOfWhat = {"trade", "trading", "export", "import", "commercial", "bilateral", "foreign"};
  constexpr std::array<std::string_view, 5> kRanked = {"partner", "market", "supplier", "destination", "investor"};
  const auto one_of = [&](const auto& words, std::size_t token) { return std::ranges::find(words, cursor.written(token)) != words.end(); };
  return one_of(kPlace, at) || (one_of(kOfWhat, at) && one_of(kRanked, at + 1));
}

}  // namespace paraph
