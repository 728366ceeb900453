#include "mention/find_mentions.h"

#include <algorithm>

#include "mention/find_quantities.h"

namespace paraph {
namespace {

/// A name in its own capitals: "WHO" is not "who", "Jordan" is not "jordan"; headings in capitals count.
bool written_as_name(const NameMatch& match, std::span<const Token> tokens) {
  if (!tokens.front().capitalised()) {
    return tokens.front().shape == TokenShape::kNumber && tokens.size() > 1;
  }
  if (tokens.size() > 1) {
    return tokens.back().capitalised() || !tokens.back().is_word() || match.entries.front().form != NameForm::kName;
  }
  if (tokens.front().shape == TokenShape::kCaps) return true;
  return std::ranges::any_of(match.entries, [](const NameEntry& entry) { return entry.capitals == 0; });
}

void find_names(const Lexicon& lexicon, std::span<const Mention> taken, AnnotatedSentence& sentence, std::vector<Mention>& names) {
  const std::span<const Token> tokens = sentence.tokens;
  const auto& trie = lexicon.gazetteer().names();
  auto next_taken = taken.begin();
  for (std::size_t at = 0; at < tokens.size();) {
    while (next_taken != taken.end() && next_taken->last <= at) ++next_taken;
    if (next_taken != taken.end() && next_taken->first <= at) {
      at = next_taken->last;
      continue;
    }
    if (!tokens[at].may_start(WordMark::kName)) {
      ++at;
      continue;
    }
    const std::size_t limit = next_taken == taken.end() ? tokens.size() : next_taken->first;
    const auto found = trie.longest(tokens.subspan(at, limit - at), written_as_name);
    if (!found) {
      ++at;
      continue;
    }
    const auto first = static_cast<std::uint32_t>(at);
    at += found->tokens;
    Mention& name = names.emplace_back();  // in place: GCC 12 warns of the moved variant's other members
    name.first = first;
    name.last = static_cast<std::uint32_t>(at);
    name.body = NameMention{&trie.value(found->index)};
  }
}

}  // namespace

void find_mentions(std::string_view text, const Lexicon& lexicon, AnnotatedSentence& out) {
  out.text = text;
  out.tokens.clear();
  out.mentions.clear();
  tokenise(text, lexicon.vocabulary(), out.tokens);

  find_periods(text, out.tokens, lexicon, out.mentions);
  const std::size_t periods = out.mentions.size();
  thread_local std::vector<Mention> names;
  names.clear();
  find_names(lexicon, {out.mentions.data(), periods}, out, names);
  out.mentions.insert(out.mentions.end(), names.begin(), names.end());
  std::ranges::sort(out.mentions, {}, &Mention::first);

  thread_local std::vector<Mention> quantities;
  quantities.clear();
  find_quantities(text, out.tokens, lexicon, out.mentions, quantities);
  if (quantities.empty()) return;
  // "Canadian dollars": the currency wins over the name in it.
  std::erase_if(out.mentions, [&](const Mention& mention) {
    return std::ranges::any_of(quantities, [&](const Mention& quantity) { return quantity.first < mention.last && mention.first < quantity.last; });
  });
  out.mentions.insert(out.mentions.end(), quantities.begin(), quantities.end());
  std::ranges::sort(out.mentions, {}, &Mention::first);
}

}  // namespace paraph
