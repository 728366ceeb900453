#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "mention/sentence_cursor.h"
#include "value/decimal.h"

namespace paraph {

/// A written numeral without its multiplier: "1,234.5", "ten", "two hundred and fifty", "two-thirds".
struct Numeral {
  Decimal value;
  int digits = 0;    ///< As written, leading zeros dropped; 0 for words.
  int decimals = 0;  ///< Digits behind the point.
  bool words = false;
  bool grouped = false;   ///< "1,234": thousands marked.
  bool fraction = false;  ///< "a third", "half": below one.
  bool ratio = false;     ///< "one in five": a share wherever it stands.
  std::size_t last = 0;   ///< Token after it.
};

/// Reads digits with grouping by comma ("1,234", "1,23,456"), point ("1.234.567") or none; a comma before one or two
/// digits, or before more than three, is a decimal comma. Empty for anything else: dates, versions, over 18 digits.
std::optional<Numeral> read_digits(std::string_view text);

/// The numeral that starts at token `at`, in digits ("1 234 567" is one) or words.
std::optional<Numeral> read_numeral(const SentenceCursor& cursor, std::size_t at);

/// What multiplies a numeral right behind it: "million", "lakh crore", "bn", "-billion".
struct Multiplier {
  Decimal factor = Decimal(1);
  int power = 0;         ///< Of the trailing zeros that it adds.
  std::size_t last = 0;  ///< Token after it; where it would begin when there is none.

  bool present() const { return factor != Decimal(1); }
};

/// `money` says that a currency stands in front: then "$5 m" is five million.
Multiplier read_multiplier(const SentenceCursor& cursor, std::size_t at, bool money);

/// A currency at token `at`, in the position asked for; empty where capitals or spaces say otherwise ("all", "A $5 grant").
struct CurrencyUse {
  const CurrencyForm* form = nullptr;
  std::size_t last = 0;
};
std::optional<CurrencyUse> read_currency(const SentenceCursor& cursor, std::size_t at, bool before_figure);

/// A unit of measure, percent or counted thing at `at` or behind one hyphen.
struct UnitUse {
  const UnitForm* form = nullptr;
  std::size_t last = 0;
};
std::optional<UnitUse> read_unit(const SentenceCursor& cursor, std::size_t at);

/// What an ordinal in front puts in order: "place", "position", "trading partner", "export market".
bool names_ranked(const SentenceCursor& cursor, std::size_t at);

}  // namespace paraph
