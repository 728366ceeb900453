#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/claim.h"
#include "ledger/change.h"

namespace paraph {

/// A claim taken apart into what it is about and what it says about it, the same members for every kind.
struct ClaimFeatures {
  ClaimKind kind{};
  std::string subject;
  std::string object;
  std::string topic;               ///< What is spoken of: "embassy tashkent", "exports goods", a title; folded.
  std::string state;               ///< What is said of it: "opened", "observer", "up".
  std::vector<std::string> items;  ///< Of a list, folded, sorted: products, areas, threats.
  std::optional<Quantity> quantity;
  std::optional<CivilPeriod> period;
  Modality modality = Modality::kAsserted;
  std::string attributed_to;
};

ClaimFeatures features_of(const Claim& claim);

/// How much speaks for two claims being one statement in two editions; 0 where they cannot be. At least
/// kOneStatement where they may be.
double statement_likeness(const ClaimFeatures& before, const ClaimFeatures& after);
inline constexpr double kOneStatement = 5.0;

/// What happened to a statement, and in which members.
struct StatementChange {
  ChangeKind kind = ChangeKind::kKept;
  std::vector<std::string> members;  ///< "value", "period", "object", "event", …: those that differ.
  std::vector<std::string> items_added;
  std::vector<std::string> items_dropped;
  friend auto operator<=>(const StatementChange&, const StatementChange&) = default;
};

/// Says the relation of a statement to its successor. Claims with equal ids are kReworded at most; whether their words
/// differ is the caller's to see.
StatementChange change_of_statement(const Claim& before, const Claim& after);

}  // namespace paraph
