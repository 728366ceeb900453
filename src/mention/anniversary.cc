#include "mention/anniversary.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "mention/lowered.h"

namespace paraph {
namespace {

/// What has lasted, behind "50 years of".
constexpr auto kLasting = std::to_array<std::string_view>({"relations", "ties", "friendship", "cooperation", "partnership", "independence", "diplomacy"});
constexpr auto kBetween = std::to_array<std::string_view>({"diplomatic", "bilateral", "official", "formal", "unbroken", "close", "friendly", "their", "our", "its"});

template <std::size_t Size>
bool one_of(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// How many years a mention counts: "50th", "50 years"; empty for anything else.
std::optional<int> years_of(const Mention& mention) {
  const auto* quantity = std::get_if<QuantityMention>(&mention.body);
  if (quantity == nullptr || !quantity->quantity.value || quantity->quantity.comparator != Comparator::kEqual) return std::nullopt;
  const Decimal& value = *quantity->quantity.value;
  if (value.scale() != 0 || value < Decimal(1) || Decimal(500) < value) return std::nullopt;
  const bool years = quantity->kind == QuantityClass::kOrdinal || quantity->quantity.unit == "year";
  return years ? std::optional(static_cast<int>(value.units())) : std::nullopt;
}

/// Different years that the sentence names by themselves; a range or fiscal year tells nothing here.
std::vector<int> years_named(const AnnotatedSentence& sentence) {
  std::vector<int> years;
  for (const Mention& mention : sentence.mentions) {
    const auto* period = std::get_if<PeriodMention>(&mention.body);
    if (period == nullptr || period->anchor != PeriodAnchor::kNone || period->fiscal) continue;
    const auto year = period->period.single_year();
    if (year && std::ranges::find(years, *year) == years.end()) years.push_back(*year);
    if (years.size() > 2) break;
  }
  return years;
}

/// "… of the 1972 treaty", "… of relations established in 1972": a year that says what began, not when it is celebrated.
bool tells_the_beginning(const AnnotatedSentence& sentence, std::size_t anniversary, const LoweredWords& words) {
  for (std::size_t i = anniversary + 1; i < sentence.mentions.size(); ++i) {
    const Mention& mention = sentence.mentions[i];
    if (!std::holds_alternative<PeriodMention>(mention.body)) continue;
    const Token* next = mention.last < sentence.tokens.size() ? &sentence.tokens[mention.last] : nullptr;
    if (next != nullptr && next->shape == TokenShape::kLower && words.at(mention.first - 1) == "the") return true;
    for (std::size_t back = 1; back <= 3 && back <= mention.first; ++back) {
      const std::string& word = words.at(mention.first - back);
      if (word == "since" || (word.ends_with("ed") && word != "celebrated" && word != "marked" && word != "commemorated")) return true;
    }
    return words.at(mention.first) == "since";
  }
  return false;
}

}  // namespace

std::vector<Anniversary> find_anniversaries(const AnnotatedSentence& sentence) {
  std::vector<Anniversary> found;
  const bool may = std::ranges::any_of(sentence.mentions, [](const Mention& mention) { return years_of(mention).has_value(); });
  if (!may) return found;
  const std::vector<int> years = years_named(sentence);
  if (years.empty() || years.size() > 2) return found;
  const LoweredWords words(sentence);
  for (std::size_t i = 0; i < sentence.mentions.size(); ++i) {
    const Mention& mention = sentence.mentions[i];
    const auto count = years_of(mention);
    if (!count) continue;
    std::size_t last = mention.last;
    if (words.at(last) == "-" || words.at(last) == "year") ++last;
    if (words.at(last) == "anniversary") {
      ++last;
    } else if (words.at(last) == "of") {
      for (++last; one_of(kBetween, words.at(last));) ++last;
      if (!one_of(kLasting, words.at(last))) continue;
      ++last;
    } else {
      continue;
    }
    std::optional<int> when;
    if (years.size() == 1) {
      if (!tells_the_beginning(sentence, i, words)) when = years.front();
    } else if (std::abs(years[0] - years[1]) == *count) {
      when = std::max(years[0], years[1]);
    }
    if (when) found.push_back({mention.first, static_cast<std::uint32_t>(last), *when - *count});
  }
  return found;
}

}  // namespace paraph
