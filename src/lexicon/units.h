#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "lexicon/figure_words.h"
#include "lexicon/table.h"
#include "lexicon/token_trie.h"
#include "lexicon/tokens.h"
#include "value/actor_id.h"
#include "value/decimal.h"

namespace paraph {

/// A currency as written: "US$", "Canadian dollars", "€".
struct CurrencyForm {
  std::string code;  ///< ISO 4217; empty when only the home country tells.
  std::string form;
  bool before = false;  ///< May stand before the figure.
  bool after = false;
  bool home = false;    ///< `code` is only what the home country of the text makes it.
  bool homonym = false; ///< Also an ordinary word or another abbreviation: counts only beside a large figure.
  int power = 0;        ///< "M€" counts in millions: 6; "pence" in hundredths: -2.
};

struct MultiplierForm {
  int power = 0;        ///< Ten to this power.
  std::int64_t factor = 1;
  bool glued_only = false;  ///< "m", "k": only glued to the figure or after money.
};

struct NumeralForm {
  Decimal value;
  enum class Kind : std::uint8_t { kCardinal, kOrdinal, kFraction } kind = Kind::kCardinal;
};

struct UnitForm {
  std::string unit;
  Decimal factor;
  std::string base_unit;
};

struct FiscalYearRule {
  int start_month = 1;
  int start_day = 1;
  bool named_by_end = true;
};

/// Everything about figures and dates that tables under data/units tell. Forms are looked up by token sequences.
class Units {
 public:
  static Result<Units> load(const TableFiles& files, Vocabulary& vocabulary);

  const TokenTrie<CurrencyForm>& currencies() const { return currencies_; }
  /// The currency that these letters mean right before a digit: "USD5", "Rs500", "R500"; null when none.
  const CurrencyForm* glued_currency(std::string_view letters) const;
  const TokenTrie<MultiplierForm>& multipliers() const { return multipliers_; }
  const TokenTrie<NumeralForm>& numerals() const { return numerals_; }
  const TokenTrie<UnitForm>& units() const { return units_; }
  /// 1..12, or 0 when the word is no month.
  int month(WordId word) const { return word < months_.size() ? months_[word] : 0; }
  /// What a plain word does around figures and dates.
  FigureWord figure_word(WordId word) const { return word < figure_words_.size() ? figure_words_[word] : FigureWord::kNone; }
  /// Notes with each word whether a figure or a date may start at it.
  void mark_words(Vocabulary& vocabulary) const;
  std::optional<FiscalYearRule> fiscal_year(const ActorId& actor) const;
  /// The currency that "$", "rupees", "francs" means at home; empty when unknown.
  std::string home_currency(std::string_view form, const ActorId& home) const;

 private:
  TokenTrie<CurrencyForm> currencies_;
  TokenTrie<MultiplierForm> multipliers_;
  TokenTrie<NumeralForm> numerals_;
  TokenTrie<UnitForm> units_;
  std::vector<std::pair<std::string, std::uint32_t>> glued_currencies_;  ///< Ascending, with the index into currencies_.
  std::vector<std::uint8_t> months_;      ///< By WordId.
  std::vector<FigureWord> figure_words_;  ///< By WordId.
  std::unordered_map<ActorId, FiscalYearRule> fiscal_years_;
  std::unordered_map<std::string, std::string> home_currencies_;  ///< "form\tactor" to code; the form as CurrencyForm::form.
};

}  // namespace paraph
