#pragma once

#include <span>

#include "claim/scene.h"

namespace paraph {

/// The trigger of a family of events that belongs to `noun`, one of `nouns`; null where none stands within `farthest`
/// units, another clause and another noun between counted in.
const TriggerMatch* nearest_event(const Scene& scene, RuleFamily family, const TriggerMatch& noun, std::span<const TriggerMatch* const> nouns, int farthest);
/// The one of `nouns` that an event belongs to, by the same measure.
const TriggerMatch* nearest_noun(const Scene& scene, const TriggerMatch& event, std::span<const TriggerMatch* const> nouns, int farthest);

}  // namespace paraph
