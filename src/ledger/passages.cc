#include "ledger/passages.h"

#include <algorithm>

#include <xxhash.h>

namespace paraph {
namespace {

std::uint64_t digest_of(const std::vector<PlainWord>& words) {
  std::string line;
  for (const PlainWord& word : words) line.append(word.folded).push_back(' ');
  return XXH3_64bits(line.data(), line.size());
}

void add(const Extraction& extraction, PassageRole role, BlockKind block, TextSpan text, TextSpan origin, Passages& out) {
  Passage passage{.role = role, .block = block, .text = text, .origin = origin, .words = {}, .digest = 0, .claims = {}};
  passage.words = plain_words(text.of(extraction.document.text()), text.first());
  if (passage.words.empty()) return;
  passage.digest = digest_of(passage.words);
  out.all.push_back(std::move(passage));
}

/// Short lines without a figure between title and dateline say who publishes.
void mark_bylines(std::vector<Passage>& all) {
  constexpr std::size_t kHead = 6;
  constexpr std::size_t kLongestByline = 10;
  std::size_t last = 0;
  for (std::size_t i = 0; i < std::min(all.size(), kHead); ++i) {
    if (all[i].block == BlockKind::kMetadata) last = i;
  }
  for (std::size_t i = 1; i < last; ++i) {
    Passage& passage = all[i];
    const bool figure = std::ranges::any_of(passage.words, [](const PlainWord& word) { return word.weight == WordWeight::kFigure || word.weight == WordWeight::kDate; });
    if (passage.role == PassageRole::kText && passage.claims.empty() && !figure && passage.words.size() <= kLongestByline) passage.role = PassageRole::kAbout;
  }
}

}  // namespace

Passages find_passages(const Extraction& extraction) {
  const Document& document = extraction.document;
  Passages out;
  for (const Block& block : document.blocks) {
    if (block.sentences.empty()) {
      const PassageRole role = block.kind == BlockKind::kBoilerplate ? PassageRole::kFurniture : PassageRole::kAbout;
      add(extraction, role, block.kind, block.text, document.origin(block.text), out);
      continue;
    }
    for (const Sentence& sentence : block.sentences) {
      const PassageRole role = block.kind == BlockKind::kMetadata ? PassageRole::kAbout : PassageRole::kText;
      add(extraction, role, block.kind, sentence.text, sentence.origin, out);
    }
  }
  // By place of origin: a table or a page layout may have moved words.
  std::vector<std::size_t> order(out.all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::size_t i) { return out.all[i].origin.first(); });
  const auto& claims = extraction.reading.claims;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const TextSpan span = claims[i].span;
    auto above = std::ranges::upper_bound(order, span.first(), {}, [&](std::size_t p) { return out.all[p].origin.first(); });
    bool found = false;
    while (above != order.begin() && !found) {
      --above;
      Passage& passage = out.all[*above];
      if (passage.origin.contains(span)) {
        passage.claims.push_back(i);
        found = true;
      } else if (passage.origin.last() <= span.first()) {
        break;
      }
    }
    if (!found) out.orphans.push_back(i);
  }
  mark_bylines(out.all);
  return out;
}

}  // namespace paraph
