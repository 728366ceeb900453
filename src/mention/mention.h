#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "lexicon/gazetteer.h"
#include "lexicon/tokens.h"
#include "value/civil_period.h"
#include "value/quantity.h"

namespace paraph {

/// What kind of figure a quantity mention is.
enum class QuantityClass : std::uint8_t {
  kMoney,            ///< unit is ISO 4217, or empty with `home_form` set
  kPercent,          ///< "12%", "12 per cent"
  kPercentagePoint,  ///< "2.5 percentage points"
  kOrdinal,          ///< "16th", "sixteenth", "second-largest": unit "rank"
  kMeasure,          ///< with a unit of measure: km2, tonnes, barrels
  kNumber,           ///< bare: "3,900", "ten", "5.2 lakh"; the noun counted is the claim's business
};

/// Which way a figure moves: "rose by 12%", "fell from".
enum class ChangeDirection : std::uint8_t { kNone, kUp, kDown };

/// "$424.6 million", "about 28,500", "between 10,000 and 12,000", "34.5 per cent", "41st".
struct QuantityMention {
  Quantity quantity;
  QuantityClass kind = QuantityClass::kNumber;
  std::string_view home_form;  ///< "$", "Rs.", "francs": a currency that only the document's home country tells; else empty.
  ChangeDirection change = ChangeDirection::kNone;
};

/// How a preposition bounds a date: part of the mention's period already, kept for the grammar.
enum class PeriodBound : std::uint8_t { kPlain, kSince, kUntil, kBetween };

/// What a relative expression needs before it is a date.
enum class PeriodAnchor : std::uint8_t {
  kNone,         ///< Absolute: "in March 2002".
  kPublished,    ///< "last year", "this year", "next spring": needs the document's own date.
  kPrevious,     ///< "the same year", "that year", "a year earlier", "the previous year": needs the text before.
  kMonthOfYear,  ///< "in March", "on 26 June": needs a year from the text around.
};

/// "1992", "since March 2010", "from 1 to 13 August 2022", "FY2021-22", "the second half of 2024".
struct PeriodMention {
  CivilPeriod period = CivilPeriod::year(1);  ///< Meaningful when anchor is kNone; else the part that is known (month, day).
  PeriodBound bound = PeriodBound::kPlain;
  PeriodAnchor anchor = PeriodAnchor::kNone;
  int offset_years = 0;   ///< For kPublished and kPrevious: "last year" is -1.
  bool fiscal = false;    ///< The text says fiscal or financial year.
  bool split_year = false;///< Written "2022-23" or "2022/23": `period` is 2022/2023, a fiscal year where the home country has one.
  bool bracketed = false; ///< Stands alone in brackets: "(2019)".
};

/// A name from the gazetteer: the candidates that it may mean, best first. Owned by the lexicon.
struct NameMention {
  const NameMatch* match = nullptr;
};

/// A capitalised stretch with a title or role in front: "Prime Minister Hun Sen".
struct PersonMention {
  std::uint32_t name_first_token = 0;  ///< First token of the name behind the title; equals last when none follows.
};

/// One thing that a sentence names, over whole tokens [first, last) of its sentence.
struct Mention {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::variant<NameMention, QuantityMention, PeriodMention, PersonMention> body;
};

/// A sentence in tokens, with what it names. Offsets of tokens are relative to `text`.
struct AnnotatedSentence {
  std::string_view text;  ///< A view into the document; valid while that lives.
  std::vector<Token> tokens;
  std::vector<Mention> mentions;  ///< Ascending, disjoint.
};

}  // namespace paraph
