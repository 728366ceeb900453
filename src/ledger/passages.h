#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/text_span.h"
#include "claim/extraction.h"
#include "ledger/plain_words.h"

namespace paraph {

/// What part a passage has in its sheet.
enum class PassageRole : std::uint8_t {
  kText,       ///< A sentence, list item, table row or heading.
  kAbout,      ///< Title, dateline, byline: says something about the edition.
  kFurniture,  ///< What was set aside; never a change, but other text may be found again in it.
};

/// A sentence of an edition, in the words that count.
struct Passage {
  PassageRole role = PassageRole::kText;
  BlockKind block = BlockKind::kParagraph;
  TextSpan text{0, 0};    ///< In Document::text().
  TextSpan origin{0, 0};  ///< In the original bytes.
  std::vector<PlainWord> words;
  std::uint64_t digest = 0;         ///< Of the folded words: equal for passages that differ only in form.
  std::vector<std::size_t> claims;  ///< Of Reading::claims, ascending.
};

/// An edition's passages in document order, without those that hold no words.
struct Passages {
  std::vector<Passage> all;
  std::vector<std::size_t> orphans;  ///< Claims whose sentence is no passage: reported, never anchored elsewhere.
};

Passages find_passages(const Extraction& extraction);

}  // namespace paraph
