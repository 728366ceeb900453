#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paraph {

/// What became of a statement from one edition to another. From light to heavy: a passage has the heaviest of its changes.
enum class ChangeKind : std::uint8_t {
  kKept,          ///< The same words, or words that differ only in form.
  kMoved,         ///< The same words in another order; no change of the sheet.
  kReworded,      ///< Other words that say the same.
  kAdded,         ///< Only in the new edition.
  kDropped,       ///< Only in the old edition.
  kWidened,       ///< A list with more items.
  kNarrowed,      ///< A list with fewer items.
  kUpdated,       ///< A later figure, or a status that has moved on.
  kAltered,       ///< Figures, dates, names or negations differ in words that were not read as a claim.
  kContradicted,  ///< The same statement with another figure, date or actor, or denied.
};

inline constexpr std::array<ChangeKind, 10> kChangeKinds = {ChangeKind::kKept,    ChangeKind::kMoved,    ChangeKind::kReworded, ChangeKind::kAdded,
                                                            ChangeKind::kDropped, ChangeKind::kWidened,  ChangeKind::kNarrowed, ChangeKind::kUpdated,
                                                            ChangeKind::kAltered, ChangeKind::kContradicted};

/// "kept", "moved", "reworded", …
std::string_view change_kind_name(ChangeKind kind);
std::optional<ChangeKind> change_kind_named(std::string_view name);

/// Order and form alone are none.
constexpr bool is_change(ChangeKind kind) { return kind > ChangeKind::kMoved; }

}  // namespace paraph
