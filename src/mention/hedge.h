#pragma once

#include <cstddef>

#include "mention/mention.h"
#include "mention/sentence_cursor.h"

namespace paraph {

/// How the words in front bound a figure, and the first token that belongs to its mention with them.
struct Hedge {
  Comparator comparator = Comparator::kEqual;
  std::size_t first = 0;
};

/// "about", "more than", "at least" before token `first`, not before `floor`. Hedges become part of the mention; verbs
/// ("exceeding", "did not reach") bound it from outside.
Hedge hedge_before(const SentenceCursor& cursor, std::size_t first, std::size_t floor);

/// "or more", "or so", "+", "-odd" behind a figure: sets `comparator` where it is kEqual and returns the token after.
std::size_t hedge_after(const SentenceCursor& cursor, std::size_t last, std::size_t limit, Comparator& comparator);

/// "rose by 12%", "fell from", "up 5%", "12% growth": looks from `floor` to `limit` around the figure [first, last).
ChangeDirection change_around(const SentenceCursor& cursor, std::size_t first, std::size_t last, std::size_t floor, std::size_t limit);

}  // namespace paraph
