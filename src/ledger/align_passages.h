#pragma once

#include <cstddef>
#include <vector>

#include "ledger/passages.h"

namespace paraph {

/// A passage of the old edition and the one that stands for it in the new; a passage that was split or joined stands in
/// several pairs.
struct PassagePair {
  std::size_t before = 0;
  std::size_t after = 0;
  bool same = false;      ///< The same words.
  double likeness = 1.0;  ///< 0..1; of words, rare ones first.
  bool moved = false;     ///< Stands in another order among the others.
  bool joined = false;    ///< One side of a split or join: the words are the same over all its pairs.
};

struct PassageAlignment {
  std::vector<PassagePair> pairs;      ///< Ascending by `before`, then `after`.
  std::vector<std::size_t> only_old;   ///< Without counterpart; furniture is left out.
  std::vector<std::size_t> only_new;
};

/// How much alike two passages must be to be one that was changed.
inline constexpr double kLikeEnough = 0.45;
/// The likeness of a pair that only its claims make.
inline constexpr double kByClaims = 0.25;

PassageAlignment align_passages(const Passages& before, const Passages& after);

}  // namespace paraph
