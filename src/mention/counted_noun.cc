#include "mention/counted_noun.h"

#include <algorithm>
#include <array>

#include "mention/sentence_cursor.h"

namespace paraph {
namespace {

using enum FigureWord;

/// How many tokens behind a figure its noun or rate may stand.
constexpr std::size_t kReach = 6;

struct Irregular {
  std::string_view plural;
  std::string_view singular;
};
constexpr auto kIrregular = std::to_array<Irregular>({{"people", "people"}, {"men", "man"}, {"women", "woman"}, {"children", "child"}, {"staff", "staff"},
                                                      {"personnel", "personnel"}, {"aircraft", "aircraft"}, {"police", "police"}, {"series", "series"},
                                                      {"criteria", "criterion"}, {"alumni", "alumnus"}, {"livestock", "livestock"}, {"cattle", "cattle"}});
/// Words in -s that are no plural, and words that end a noun phrase.
constexpr auto kNoNoun = std::to_array<std::string_view>({"was", "is", "has", "as", "its", "his", "this", "thus", "plus", "less", "across", "towards", "besides", "perhaps",
                                                          "versus", "were", "are", "have", "had", "will", "would", "who", "which", "that", "with", "worth", "per", "into",
                                                          "including", "came", "went", "took", "studied", "worked", "lived", "took", "received", "each", "every", "makes", "does"});

std::string singular_of(std::string_view plural) {
  const auto found = std::ranges::find(kIrregular, plural, &Irregular::plural);
  if (found != kIrregular.end()) return std::string(found->singular);
  const auto stem = [&](std::size_t cut, std::string_view end) { return std::string(plural.substr(0, plural.size() - cut)).append(end); };
  if (plural.ends_with("ies") && plural.size() > 4) return stem(3, "y");
  for (const std::string_view end : {"sses", "shes", "ches", "xes", "zes"}) {
    if (plural.ends_with(end)) return stem(2, "");
  }
  return stem(1, "");
}

bool is_plural(std::string_view word) {
  if (std::ranges::find(kIrregular, word, &Irregular::plural) != kIrregular.end()) return true;
  return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
}

bool ends_phrase(const SentenceCursor& cursor, std::size_t at) {
  if (!cursor.has(at)) return true;
  const std::string_view word = cursor.written(at);
  if (std::ranges::find(kNoNoun, word) != kNoNoun.end()) return true;
  const Token& token = cursor.token(at);
  if (token.shape == TokenShape::kDash) return !cursor.touches(at) || !cursor.touches(at + 1);
  return !token.is_word() || cursor.use(at) != kNone;
}

}  // namespace

std::string counted_noun(const AnnotatedSentence& sentence, const Mention& mention, const Units& units) {
  const SentenceCursor c(sentence.text, sentence.tokens, units);
  std::size_t at = c.is(mention.last, kOf) ? mention.last + 1 : c.is(mention.last, kOr) ? mention.last + 2 : mention.last;  // "20 or so students"
  for (const std::size_t end = at + kReach; at < end; ++at) {
    const std::string_view word = c.written(at);
    const bool noun = c.lower_word(at) && is_plural(word) && std::ranges::find(kNoNoun, word) == kNoNoun.end();
    const FigureWord use = c.use(at);
    if (noun && (use == kNone || use == kPairNoun || use == kMonths || use == kYears || use == kDecade || use == kCentury)) return singular_of(word);
    if (ends_phrase(c, at)) return {};
  }
  return {};
}

std::string rate_of(const AnnotatedSentence& sentence, const Mention& mention, const Units& units) {
  const SentenceCursor c(sentence.text, sentence.tokens, units);
  const auto named = [&](std::size_t at) -> std::string {
    if (const auto unit = c.has(at) ? units.units().longest(c.from(at)) : std::nullopt) {
      const UnitForm& form = units.units().value(unit->index);
      return form.factor == Decimal(1) ? form.base_unit : form.unit;
    }
    return c.lower_word(at) ? std::string(c.written(at)) : std::string();
  };
  for (std::size_t at = mention.last; at < mention.last + kReach && c.has(at); ++at) {
    const std::string_view word = c.written(at);
    if (word == "per" || word == "each" || word == "every") return c.written(at + 1) == "annum" ? "year" : named(at + 1);
    if (word == "annually" || word == "yearly") return "year";
    if (word == "monthly") return "month";
    if (word == "daily") return "day";
    if (c.is_sign(at, '/') && c.touches(at) && c.lower_word(at + 1)) return named(at + 1);
    if (c.is(at, kArticle)) {
      const std::string_view noun = c.written(at + 1);
      constexpr auto kEach = std::to_array<std::string_view>({"year", "month", "week", "day", "barrel", "tonne", "ton", "head", "litre", "kilo", "person", "share"});
      const bool rate = std::ranges::find(kEach, noun) != kEach.end() && !c.is(at + 2, kAgo) && !c.is(at + 2, kEarlier) && !c.is(at + 2, kLater);
      return rate ? named(at + 1) : std::string();
    }
    if (c.is(at, kOf)) continue;
    if (ends_phrase(c, at)) return {};
  }
  return {};
}

}  // namespace paraph
