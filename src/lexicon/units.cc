#include "lexicon/units.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/check.h"

namespace paraph {
namespace {

bool has_flag(std::string_view flags, std::string_view flag) {
  while (!flags.empty()) {
    const std::size_t comma = flags.find(',');
    if (flags.substr(0, comma) == flag) return true;
    if (comma == std::string_view::npos) break;
    flags.remove_prefix(comma + 1);
  }
  return false;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::unexpected<Error> malformed(const Table& table, std::size_t row, std::string_view column, std::string_view found,
                                 std::string_view wanted) {
  return fail(ErrorCode::kMalformed, fmt::format("{}: {} '{}' is not {}", table.place(row), column, found, wanted));
}

std::size_t lower_case_letters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c >= 'a' && c <= 'z'; }));
}

/// What is known of a currency: who uses it, and whether it is still money.
struct Currency {
  std::vector<std::string> states;
  bool current = true;
};

std::string home_key(std::string_view form, std::string_view actor) { return fmt::format("{}\t{}", form, actor); }

/// How well a currency answers to "whose dollar is it": a living one first, then the one named for the state.
int fitness(std::string_view code, const Currency& currency, std::string_view actor) {
  return (currency.current ? 2 : 0) + (code.starts_with(actor) ? 1 : 0);
}

/// Turns one word list into trie keys.
class Words {
 public:
  explicit Words(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  std::span<const Token> of(std::string_view form) {
    tokens_.clear();
    tokenise_and_intern(form, vocabulary_, tokens_);
    return tokens_;
  }

 private:
  Vocabulary& vocabulary_;
  std::vector<Token> tokens_;
};

Result<std::map<std::string, Currency, std::less<>>> load_currencies(const TableFiles& files) {
  auto table = Table::read("data/units/currencies.tsv", files("units/currencies.tsv"), {"code", "valid_to", "states"});
  if (!table) return std::unexpected(table.error());
  std::map<std::string, Currency, std::less<>> currencies;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const std::string_view code = table->cell(row, 0);
    if (code.size() != 3) return malformed(*table, row, "code", code, "a currency's code of three letters");
    Currency& currency = currencies[std::string(code)];
    currency.current = table->cell(row, 1).empty();
    std::string_view states = table->cell(row, 2);
    while (!states.empty()) {
      const std::size_t comma = states.find(',');
      currency.states.emplace_back(states.substr(0, comma));
      states.remove_prefix(comma == std::string_view::npos ? states.size() : comma + 1);
    }
  }
  return currencies;
}

}  // namespace

Result<Units> Units::load(const TableFiles& files, Vocabulary& vocabulary) {
  Units units;
  Words words(vocabulary);

  const auto currencies = load_currencies(files);
  if (!currencies) return std::unexpected(currencies.error());
  auto forms = Table::read("data/units/currency_forms.tsv", files("units/currency_forms.tsv"), {"form", "code", "position", "flags"});
  if (!forms) return std::unexpected(forms.error());
  // The spelling with the fewest capitals speaks for its node; both passes look the node up, the second knows its form.
  for (std::size_t row = 0; row < forms->rows(); ++row) {
    const std::string_view form = forms->cell(row, 0);
    const std::string_view code = forms->cell(row, 1);
    const std::string_view position = forms->cell(row, 2);
    const std::string_view flags = forms->cell(row, 3);
    if (!currencies->contains(code)) return malformed(*forms, row, "code", code, "in data/units/currencies.tsv");
    if (position != "before" && position != "after" && position != "either") {
      return malformed(*forms, row, "position", position, "before, after or either");
    }
    const auto tokens = words.of(form);
    if (tokens.empty()) return malformed(*forms, row, "form", form, "a word or a sign");
    CurrencyForm& entry = units.currencies_[tokens];
    const bool home = has_flag(flags, "home");
    if (entry.form.empty()) {
      entry.code = code;
      entry.home = home;
      entry.homonym = has_flag(flags, "homonym");
    } else {
      entry.home = entry.home || home || entry.code != code;
      entry.homonym = entry.homonym && has_flag(flags, "homonym");
    }
    if (entry.form.empty() || lower_case_letters(form) > lower_case_letters(entry.form)) entry.form = form;
    entry.before = entry.before || position != "after";
    entry.after = entry.after || position != "before";
    if (has_flag(flags, "million")) entry.power = 6;
    if (has_flag(flags, "hundredth")) entry.power = -2;
  }
  for (std::size_t row = 0; row < forms->rows(); ++row) {
    const std::string_view code = forms->cell(row, 1);
    const CurrencyForm& entry = units.currencies_[words.of(forms->cell(row, 0))];
    if (!entry.home) continue;
    const Currency& currency = currencies->find(code)->second;
    for (const std::string& state : currency.states) {
      std::string& known = units.home_currencies_[home_key(entry.form, state)];
      if (known.empty() || fitness(code, currency, state) > fitness(known, currencies->find(known)->second, state)) known = code;
    }
  }
  for (CurrencyForm& entry : units.currencies_.values()) {
    if (entry.home) entry.code.clear();
    const bool letters = std::ranges::all_of(entry.form, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
    if (!entry.before || !letters || entry.form.size() > 3) continue;
    units.glued_currencies_.emplace_back(entry.form, static_cast<std::uint32_t>(&entry - units.currencies_.values().data()));
  }
  std::ranges::sort(units.glued_currencies_);

  auto multipliers = Table::read("data/units/multipliers.tsv", files("units/multipliers.tsv"), {"form", "factor", "flags"});
  if (!multipliers) return std::unexpected(multipliers.error());
  for (std::size_t row = 0; row < multipliers->rows(); ++row) {
    const auto factor = whole_number(multipliers->cell(row, 1));
    const auto tokens = words.of(multipliers->cell(row, 0));
    if (!factor || *factor <= 0) return malformed(*multipliers, row, "factor", multipliers->cell(row, 1), "a whole number above 0");
    if (tokens.empty()) return malformed(*multipliers, row, "form", multipliers->cell(row, 0), "a word");
    MultiplierForm entry{0, *factor, has_flag(multipliers->cell(row, 2), "glued")};
    while (entry.factor % 10 == 0) {
      entry.factor /= 10;
      ++entry.power;
    }
    MultiplierForm& known = units.multipliers_[tokens];
    // "M" and "m" share a node: glued unless some spelling stands alone.
    if (known.power != 0 || known.factor != 1) entry.glued_only = entry.glued_only && known.glued_only;
    known = entry;
  }

  auto numerals = Table::read("data/units/numerals.tsv", files("units/numerals.tsv"), {"form", "value", "class"});
  if (!numerals) return std::unexpected(numerals.error());
  for (std::size_t row = 0; row < numerals->rows(); ++row) {
    const auto value = Decimal::parse(numerals->cell(row, 1));
    const std::string_view kind = numerals->cell(row, 2);
    const auto tokens = words.of(numerals->cell(row, 0));
    if (!value) return malformed(*numerals, row, "value", numerals->cell(row, 1), "a decimal");
    if (tokens.empty()) return malformed(*numerals, row, "form", numerals->cell(row, 0), "a word");
    if (kind != "cardinal" && kind != "ordinal" && kind != "fraction")
      return malformed(*numerals, row, "class", kind, "cardinal, ordinal or fraction");
    using Kind = NumeralForm::Kind;
    units.numerals_[tokens] = {*value, kind == "cardinal" ? Kind::kCardinal : kind == "ordinal" ? Kind::kOrdinal : Kind::kFraction};
  }

  auto measures = Table::read("data/units/units.tsv", files("units/units.tsv"), {"form", "unit", "factor", "base_unit"});
  if (!measures) return std::unexpected(measures.error());
  for (std::size_t row = 0; row < measures->rows(); ++row) {
    const auto factor = Decimal::parse(measures->cell(row, 2));
    const auto tokens = words.of(measures->cell(row, 0));
    if (!factor || factor->zero() || factor->negative())
      return malformed(*measures, row, "factor", measures->cell(row, 2), "a decimal above 0");
    if (tokens.empty()) return malformed(*measures, row, "form", measures->cell(row, 0), "a word or a sign");
    units.units_[tokens] = {std::string(measures->cell(row, 1)), *factor, std::string(measures->cell(row, 3))};
  }

  auto months = Table::read("data/units/months.tsv", files("units/months.tsv"), {"form", "month"});
  if (!months) return std::unexpected(months.error());
  for (std::size_t row = 0; row < months->rows(); ++row) {
    const auto month = whole_number(months->cell(row, 1));
    const auto tokens = words.of(months->cell(row, 0));
    if (!month || *month < 1 || *month > 12) return malformed(*months, row, "month", months->cell(row, 1), "1 to 12");
    if (tokens.empty()) return malformed(*months, row, "form", months->cell(row, 0), "a word");
    // "Jan." is the word and its full stop; readers step over the stop.
    const WordId word = tokens.front().word;
    if (word >= units.months_.size()) units.months_.resize(word + 1, 0);
    units.months_[word] = static_cast<std::uint8_t>(*month);
  }

  auto fiscal =
      Table::read("data/units/fiscal_years.tsv", files("units/fiscal_years.tsv"), {"actor", "start_month", "start_day", "named_by"});
  if (!fiscal) return std::unexpected(fiscal.error());
  for (std::size_t row = 0; row < fiscal->rows(); ++row) {
    const auto month = whole_number(fiscal->cell(row, 1));
    const auto day = whole_number(fiscal->cell(row, 2));
    const std::string_view named_by = fiscal->cell(row, 3);
    if (!month || *month < 1 || *month > 12) return malformed(*fiscal, row, "start_month", fiscal->cell(row, 1), "1 to 12");
    if (!day || *day < 1 || *day > 31) return malformed(*fiscal, row, "start_day", fiscal->cell(row, 2), "1 to 31");
    if (named_by != "start" && named_by != "end") return malformed(*fiscal, row, "named_by", named_by, "start or end");
    units.fiscal_years_[ActorId(fiscal->cell(row, 0))] = {static_cast<int>(*month), static_cast<int>(*day), named_by == "end"};
  }

  for (const auto& [form, use] : figure_words()) {
    const auto tokens = words.of(form);
    PARAPH_CHECK(tokens.size() == 1, "A plain word is one token.");
    const WordId word = tokens.front().word;
    if (word >= units.figure_words_.size()) units.figure_words_.resize(word + 1, FigureWord::kNone);
    units.figure_words_[word] = use;
  }
  return units;
}

void Units::mark_words(Vocabulary& vocabulary) const {
  const auto figure = [&](WordId word) { vocabulary.mark(word, WordMark::kFigure); };
  currencies_.each_first_word(figure);
  numerals_.each_first_word([&](WordId word) {
    figure(word);
    vocabulary.mark(word, WordMark::kDate);
  });
  for (WordId word = 0; word < months_.size(); ++word) {
    if (months_[word] > 0) vocabulary.mark(word, WordMark::kDate);
  }
  for (WordId word = 0; word < figure_words_.size(); ++word) {
    if (starts_figure(figure_words_[word])) figure(word);
    if (starts_date(figure_words_[word])) vocabulary.mark(word, WordMark::kDate);
  }
}

const CurrencyForm* Units::glued_currency(std::string_view letters) const {
  const auto found = std::ranges::lower_bound(glued_currencies_, letters, {}, [](const auto& known) { return std::string_view(known.first); });
  return found == glued_currencies_.end() || found->first != letters ? nullptr : &currencies_.value(found->second);
}

std::optional<FiscalYearRule> Units::fiscal_year(const ActorId& actor) const {
  const auto found = fiscal_years_.find(actor);
  return found == fiscal_years_.end() ? std::nullopt : std::optional(found->second);
}

std::string Units::home_currency(std::string_view form, const ActorId& home) const {
  const auto found = home_currencies_.find(home_key(form, home.str()));
  return found == home_currencies_.end() ? std::string() : found->second;
}

}  // namespace paraph
