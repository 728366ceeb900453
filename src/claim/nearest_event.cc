#include "claim/nearest_event.h"

#include <cstdlib>

namespace paraph {
namespace {

/// Units between the two.
int gap(const TriggerMatch& event, const TriggerMatch& noun) { return event.first >= noun.last ? event.first - noun.last : noun.first - event.last; }

int distance(const Scene& scene, const TriggerMatch& event, const TriggerMatch& noun, std::span<const TriggerMatch* const> nouns) {
  int cost = gap(event, noun);
  cost += 6 * std::abs(scene.clause(event.first) - scene.clause(noun.first));
  for (const TriggerMatch* other : nouns) {  // another noun between belongs closer
    if (other == &noun) continue;
    if (other->first >= noun.last && other->last <= event.first) cost += 5;
    if (other->first >= event.last && other->last <= noun.first) cost += 1;
  }
  return cost;
}

}  // namespace

const TriggerMatch* nearest_event(const Scene& scene, RuleFamily family, const TriggerMatch& noun, std::span<const TriggerMatch* const> nouns, int farthest) {
  const TriggerMatch* best = nullptr;
  int lowest = farthest;
  for (const TriggerMatch& event : scene.frame.triggers) {
    if (scene.family(event) != family || gap(event, noun) >= lowest || (event.first < noun.last && noun.first < event.last)) continue;
    // "no treaty", "they do not have a treaty": what denies a noun stands before it.
    if (scene.rule(event).negated && (event.first >= noun.last || scene.clause(event.first) != scene.clause(noun.first))) continue;
    int cost = distance(scene, event, noun, nouns);
    // "has been in force": being there says least, so any other event beside it wins.
    const bool idle = family == RuleFamily::kAgreementEvent && static_cast<AgreementEvent>(scene.rule(event).event) == AgreementEvent::kExists;
    if (idle && !scene.rule(event).negated) cost += 14;
    if (cost < lowest) lowest = cost, best = &event;
  }
  return best;
}

const TriggerMatch* nearest_noun(const Scene& scene, const TriggerMatch& event, std::span<const TriggerMatch* const> nouns, int farthest) {
  const TriggerMatch* best = nullptr;
  int lowest = farthest;
  for (const TriggerMatch* noun : nouns) {
    if (gap(event, *noun) >= lowest) continue;
    const int cost = distance(scene, event, *noun, nouns);
    if (cost < lowest) lowest = cost, best = noun;
  }
  return best;
}

}  // namespace paraph
