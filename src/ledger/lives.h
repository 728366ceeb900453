#pragma once

#include <string>
#include <vector>

#include "ledger/ledger_storage.h"

namespace paraph {

/// One step in the life of a statement.
struct LifeStep {
  EditionPlace edition;
  ChangeKind kind = ChangeKind::kAdded;
  bool back = false;   ///< It had been dropped from this source before.
  KnownClaim claim;    ///< What is said from here on; for kDropped, what was said.
  friend auto operator<=>(const LifeStep&, const LifeStep&) = default;
};

/// A statement through its editions: the claim asked for, those that it became and those that became it.
struct ClaimLife {
  std::vector<std::string> ids;  ///< In the order in which they were found.
  std::vector<LifeStep> steps;   ///< In the order of the editions.
};

/// kNotFound when no edition stated the claim.
Result<ClaimLife> life_of(const LedgerStorage& ledger, std::string_view claim);

/// The lives of all claims between two actors; each statement once.
Result<std::vector<ClaimLife>> lives_between(const LedgerStorage& ledger, std::string_view a, std::string_view b);

/// Checks every link, every record and every document; gives the last link. kMalformed names the first edition that
/// is not what was recorded.
Result<std::string> verify_chain(const LedgerStorage& ledger);

}  // namespace paraph
