#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "ledger/compare.h"

namespace paraph {

/// A document that may be the parent of others: an edition, or another copy.
struct Traced {
  const Extraction* edition = nullptr;
  bool original = false;  ///< An edition of the sheet itself; false for what is to be traced.
  /// A day on which the edition was not there yet: its source still said something else.
  std::optional<std::chrono::sys_days> absent_on = std::nullopt;
};

/// How one document may come from another.
struct Lineage {
  std::size_t parent = 0;    ///< Index of what was handed in.
  double cost = 0;           ///< What the copy must have changed, weighed; 0 for the same words.
  double confidence = 0;     ///< 0..1 against the other originals and against none of them.
  bool older_than_parent = false;  ///< The copy is dated before the parent was there: speaks against it.
};

/// Where a document comes from.
struct Descent {
  std::size_t copy = 0;
  std::vector<Lineage> originals;      ///< Best first.
  std::optional<std::size_t> parent;   ///< The original, or the other copy, that it was most likely made from; empty for none.
  double parent_confidence = 0;        ///< 0..1 that `parent` is it.
  double unknown = 0;                  ///< Confidence that it comes from none of the originals.
  bool certain = false;                ///< The best original stands clearly before the next.
};

/// What turning one document into the other costs: additions weigh most, since a copy seldom knows more than its
/// original; figures that changed next; omissions little.
double descent_cost(const Comparison& comparison);

/// Traces every document that is no original. Parents among copies make a tree: a copy's parent stands nearer to the
/// originals than itself.
std::vector<Descent> trace(const std::vector<Traced>& documents);

/// The first of `originals` and those behind it that fit exactly as well: 1 where the best is alone.
std::size_t tied_originals(const Descent& descent);

/// Order in which alterations are told: figures, dates, names and negations first, then what was dropped, then added.
std::vector<std::size_t> by_weight(const Comparison& comparison);

}  // namespace paraph
