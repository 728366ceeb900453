#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "engine/engine.h"

namespace paraph {

/// Words of a sheet to put in the place of others, so that one of its claims becomes true.
struct SheetEdit {
  struct Replacement {
    TextSpan place;  ///< Of the original bytes.
    std::string words;
  };
  std::vector<Replacement> replacements;  ///< Ascending: a figure, and its year where that moves too.
  std::string reason;                     ///< "refuted: no reading agrees: …", "outdated: …"
};

/// A claim that is not true and that no small edit mends.
struct UnmendedClaim {
  std::string quote;
  std::string reason;
};

/// The smallest edits that make a sheet true. Each was tried: the sheet with it was read and judged again, and has fewer
/// claims that are refuted or outdated.
struct SheetUpdate {
  std::string name;
  std::string original;
  std::string updated;
  std::vector<SheetEdit> edits;  ///< By place; they do not overlap.
  std::vector<UnmendedClaim> unmended;
};

/// Fails as Engine::check does. Claims that sources dispute are left as they stand.
Result<SheetUpdate> propose_update(const Engine& engine, const std::string& input, const AuditOptions& options, const ObservationSource& shelf);

/// A unified diff without context lines that `patch` takes; the reason stands behind each "@@". What no edit mends is
/// listed before it, where `patch` passes it over.
std::string update_diff(const SheetUpdate& update);

}  // namespace paraph
