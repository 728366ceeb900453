#include "lexicon/units.h"

#include <map>

#include <gtest/gtest.h>

namespace paraph {
namespace {

/// Small tables of a fictional world, with room for one broken row.
std::map<std::string, std::string, std::less<>> arda() {
  return {{"units/currencies.tsv",
           "code\tname\tvalid_from\tvalid_to\tstates\tsource\nARC\tCrown\t\t\tAA,BB\tx\nGOC\tCastar\t\t\tGO\tx\nOLD\tOld "
           "crown\t\t1990\tAA,GO\tx\n"},
          {"units/currency_forms.tsv",
           "form\tcode\tposition\tflags\tsource\nARC\tARC\teither\t\tx\ncrowns\tARC\tafter\thome\tx\ncrowns\tGOC\tafter\thome\tx\ncrowns\tO"
           "LD\tafter\thome\tx\n"
           "Crowns\tARC\tafter\thome\tx\nGo$\tGOC\tbefore\t\tx\nArnorian "
           "crowns\tARC\tafter\t\tx\nTop\tGOC\teither\thomonym\tx\nMC\tGOC\tafter\tmillion\tx\n"},
          {"units/multipliers.tsv",
           "form\tfactor\tposition\tflags\tsource\nmillion\t1000000\tafter\t\tx\nm\t1000000\tafter\tglued\tx\ndozen\t12\tafter\t\tx\nlakh "
           "crore\t1000000000000\tafter\t\tx\n"},
          {"units/numerals.tsv",
           "form\tvalue\tclass\tsource\nten\t10\tcardinal\tx\nsixteenth\t16\tordinal\tx\na third\t0.333333333\tfraction\tx\n"},
          {"units/units.tsv", "form\tunit\tfactor\tbase_unit\tsource\nsq. leagues\tleague\t23.31\tkm2\tx\n%\tpercent\t1\tpercent\tx\n"},
          {"units/months.tsv", "form\tmonth\tsource\nJune\t6\tx\nJun.\t6\tx\n"},
          {"units/fiscal_years.tsv", "actor\tstart_month\tstart_day\tnamed_by\tsource\nAA\t4\t1\tend\tx\nGO\t10\t1\tstart\tx\n"}};
}

Result<Units> load(const std::map<std::string, std::string, std::less<>>& tables, Vocabulary& vocabulary) {
  return Units::load(
      [&](std::string_view path) -> std::string_view {
        const auto found = tables.find(path);
        return found == tables.end() ? std::string_view() : std::string_view(found->second);
      },
      vocabulary);
}

class ArdaUnits : public testing::Test {
 protected:
  void SetUp() override {
    auto loaded = load(arda(), vocabulary_);
    ASSERT_TRUE(loaded) << loaded.error().message;
    units_ = std::move(*loaded);
  }

  template <typename Value>
  const Value* find(const TokenTrie<Value>& trie, std::string_view text) {
    tokens_.clear();
    tokenise(text, vocabulary_, tokens_);
    const auto found = trie.longest(tokens_);
    return found && found->tokens == tokens_.size() ? &trie.value(found->index) : nullptr;
  }

  Vocabulary vocabulary_;
  Units units_;
  std::vector<Token> tokens_;
};

TEST_F(ArdaUnits, ReadsCurrencyFormsWithTheirPlaces) {
  const CurrencyForm* code = find(units_.currencies(), "ARC");
  ASSERT_NE(code, nullptr);
  EXPECT_EQ(code->code, "ARC");
  EXPECT_TRUE(code->before && code->after && !code->home && !code->homonym);
  const CurrencyForm* sign = find(units_.currencies(), "Go$");
  ASSERT_NE(sign, nullptr);
  EXPECT_TRUE(sign->before && !sign->after);
  const CurrencyForm* words = find(units_.currencies(), "Arnorian crowns");
  ASSERT_NE(words, nullptr);
  EXPECT_EQ(words->code, "ARC");
  EXPECT_TRUE(find(units_.currencies(), "Top")->homonym);
  EXPECT_EQ(find(units_.currencies(), "MC")->power, 6);
}

TEST_F(ArdaUnits, LeavesAFormOfSeveralCurrenciesToTheHomeCountry) {
  const CurrencyForm* crowns = find(units_.currencies(), "Crowns");
  ASSERT_NE(crowns, nullptr);
  EXPECT_TRUE(crowns->home);
  EXPECT_EQ(crowns->code, "");
  EXPECT_EQ(crowns->form, "crowns");
  EXPECT_EQ(units_.home_currency(crowns->form, ActorId("GO")), "GOC");
  EXPECT_EQ(units_.home_currency(crowns->form, ActorId("BB")), "ARC");
  EXPECT_EQ(units_.home_currency(crowns->form, ActorId("ZZ")), "");
  EXPECT_EQ(units_.home_currency("Go$", ActorId("GO")), "");
}

TEST_F(ArdaUnits, PrefersALivingCurrencyAtHome) { EXPECT_EQ(units_.home_currency("crowns", ActorId("AA")), "ARC"); }

TEST_F(ArdaUnits, SplitsFactorsIntoPowersOfTen) {
  const auto* million = find(units_.multipliers(), "million");
  ASSERT_NE(million, nullptr);
  EXPECT_EQ(million->power, 6);
  EXPECT_EQ(million->factor, 1);
  EXPECT_TRUE(find(units_.multipliers(), "m")->glued_only);
  EXPECT_EQ(find(units_.multipliers(), "dozen")->factor, 12);
  EXPECT_EQ(find(units_.multipliers(), "lakh crore")->power, 12);
}

TEST_F(ArdaUnits, ReadsNumeralsMeasuresMonthsAndFiscalYears) {
  EXPECT_EQ(find(units_.numerals(), "ten")->value, Decimal(10));
  EXPECT_EQ(find(units_.numerals(), "Sixteenth")->kind, NumeralForm::Kind::kOrdinal);
  EXPECT_EQ(find(units_.numerals(), "a third")->kind, NumeralForm::Kind::kFraction);
  EXPECT_EQ(find(units_.units(), "sq. leagues")->base_unit, "km2");
  EXPECT_EQ(units_.month(vocabulary_.find("june")), 6);
  EXPECT_EQ(units_.month(vocabulary_.find("jun")), 6);
  EXPECT_EQ(units_.month(vocabulary_.find("ten")), 0);
  EXPECT_EQ(units_.month(kUnknownWord), 0);
  ASSERT_TRUE(units_.fiscal_year(ActorId("GO")));
  EXPECT_EQ(units_.fiscal_year(ActorId("GO"))->start_month, 10);
  EXPECT_FALSE(units_.fiscal_year(ActorId("GO"))->named_by_end);
  EXPECT_TRUE(units_.fiscal_year(ActorId("AA"))->named_by_end);
  EXPECT_FALSE(units_.fiscal_year(ActorId("BB")));
}

TEST_F(ArdaUnits, KnowsThePlainWordsAroundFigures) {
  EXPECT_EQ(units_.figure_word(vocabulary_.find("until")), FigureWord::kUntil);
  EXPECT_EQ(units_.figure_word(vocabulary_.find("approximately")), FigureWord::kAbout);
  EXPECT_EQ(units_.figure_word(vocabulary_.find("crowns")), FigureWord::kNone);
  EXPECT_EQ(units_.figure_word(kUnknownWord), FigureWord::kNone);
}

TEST(Units, SaysWhereARowIsBroken) {
  const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
      {"units/currencies.tsv", "AB\tx\t\t\tAA\tx\n", "currencies.tsv:5"},
      {"units/currency_forms.tsv", "nix\tNIX\tafter\t\tx\n", "currency_forms.tsv:11"},
      {"units/currency_forms.tsv", "nix\tARC\tabove\t\tx\n", "currency_forms.tsv:11"},
      {"units/multipliers.tsv", "myriad\t0\tafter\t\tx\n", "multipliers.tsv:6"},
      {"units/numerals.tsv", "many\tmany\tcardinal\tx\n", "numerals.tsv:5"},
      {"units/numerals.tsv", "many\t3\tplenty\tx\n", "numerals.tsv:5"},
      {"units/units.tsv", "ell\tell\t-1\tkm\tx\n", "units.tsv:4"},
      {"units/months.tsv", "Yule\t13\tx\n", "months.tsv:4"},
      {"units/fiscal_years.tsv", "BB\t4\t32\tend\tx\n", "fiscal_years.tsv:4"},
      {"units/fiscal_years.tsv", "BB\t4\t1\tmiddle\tx\n", "fiscal_years.tsv:4"},
      {"units/fiscal_years.tsv", "BB\t4\n", "fiscal_years.tsv:4"}};
  for (const auto& [path, row, place] : cases) {
    auto tables = arda();
    tables[path] += row;
    Vocabulary vocabulary;
    const auto loaded = load(tables, vocabulary);
    ASSERT_FALSE(loaded) << row;
    EXPECT_NE(loaded.error().message.find(place), std::string::npos) << loaded.error().message;
  }
  auto tables = arda();
  tables.erase("units/months.tsv");
  Vocabulary vocabulary;
  const auto loaded = load(tables, vocabulary);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::kNotFound);
}

TEST(Units, TheCarriedTablesLoad) {
  Vocabulary vocabulary;
  const auto loaded = Units::load(embedded_table_files(), vocabulary);
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(loaded->home_currency("$", ActorId("US")), "USD");
  EXPECT_EQ(loaded->home_currency("$", ActorId("AU")), "AUD");
  EXPECT_EQ(loaded->home_currency("$", ActorId("CA")), "CAD");
  EXPECT_EQ(loaded->home_currency("dollars", ActorId("NZ")), "NZD");
  EXPECT_EQ(loaded->home_currency("rupees", ActorId("IN")), "INR");
  EXPECT_EQ(loaded->home_currency("francs", ActorId("CH")), "CHF");
  EXPECT_EQ(loaded->home_currency("$", ActorId("DE")), "");
  ASSERT_TRUE(loaded->fiscal_year(ActorId("US")));
  EXPECT_EQ(loaded->fiscal_year(ActorId("US"))->start_month, 10);
}

}  // namespace
}  // namespace paraph
