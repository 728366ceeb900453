#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/extraction.h"
#include "ledger/align_passages.h"
#include "ledger/change.h"
#include "ledger/claim_features.h"
#include "ledger/passages.h"
#include "ledger/word_edits.h"

namespace paraph {

/// A statement in two editions; indices into each Reading::claims.
struct ClaimChange {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
  StatementChange change;
};

/// A passage in two editions; indices into each Passages::all. Both are there unless it was added or dropped.
struct PassageChange {
  ChangeKind kind = ChangeKind::kKept;  ///< The heaviest of what follows.
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
  bool moved = false;
  double likeness = 1.0;
  std::vector<WordEdit> edits;
  HardDifference hard;              ///< Figures, dates, names and negations that left or came.
  std::vector<std::size_t> claims;  ///< Of Comparison::claims: those that stand here, in the new edition where they do.
};

/// A member of the edition's description that differs: title, publisher, date.
struct AboutChange {
  std::string member;
  std::string before;
  std::string after;
};

/// Two editions beside each other: every passage and every claim of both exactly once.
struct Comparison {
  Passages old_passages;
  Passages new_passages;
  std::vector<PassageChange> passages;  ///< In the order of the new edition; dropped ones where they stood.
  std::vector<ClaimChange> claims;      ///< Old claims in document order, then the added ones.
  std::vector<AboutChange> about;

  std::size_t count(ChangeKind kind) const;  ///< Passages of this kind.
  /// Whether anything but form, order and furniture differs; the description counts.
  bool differs() const;
  /// The same, for the text alone: what a reader is told of.
  bool text_differs() const;
};

/// Compares two editions that were read by the same tables.
Comparison compare(const Extraction& before, const Extraction& after);

}  // namespace paraph
