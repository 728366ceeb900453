#include "ledger/change.h"

#include <algorithm>

namespace paraph {
namespace {

constexpr std::array<std::string_view, 10> kNames = {"kept",    "moved",    "reworded", "added",   "dropped",
                                                     "widened", "narrowed", "updated",  "altered", "contradicted"};

}  // namespace

std::string_view change_kind_name(ChangeKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<ChangeKind> change_kind_named(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<ChangeKind>(found - kNames.begin());
}

}  // namespace paraph
