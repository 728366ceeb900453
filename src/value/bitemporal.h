#pragma once

#include <chrono>
#include <compare>

namespace paraph {

/// When something was so in the world: a day. Not comparable with `RecordedAt`.
struct ValidTime {
  std::chrono::sys_days day;
  friend auto operator<=>(const ValidTime&, const ValidTime&) = default;
};

/// When somebody could have known it: the day a vintage or edition was published or recorded.
struct RecordedAt {
  std::chrono::sys_days day;
  friend auto operator<=>(const RecordedAt&, const RecordedAt&) = default;
};

}  // namespace paraph
