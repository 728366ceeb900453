#pragma once

#include <compare>

#include "value/actor_id.h"

namespace paraph {

/// The two states a sheet is about; `home` is the publisher's where known, else the first named.
struct ActorPair {
  ActorId home;
  ActorId partner;

  friend auto operator<=>(const ActorPair&, const ActorPair&) = default;
};

}  // namespace paraph
