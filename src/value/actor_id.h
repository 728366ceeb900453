#pragma once

#include "base/strong_id.h"

namespace paraph {

/// A state or territory (ISO 3166-1 alpha-2, or a former code: `SU`), `EU`, or an organisation ("NATO").
using ActorId = StrongId<struct ActorTag>;

}  // namespace paraph
