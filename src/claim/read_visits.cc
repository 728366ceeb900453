#include <algorithm>

#include "claim/scene.h"

namespace paraph {
namespace {

/// The state that a person's words give: "Prime Minister Eomer of Rohan", "the Arnorian President".
std::optional<ActorId> state_of_person(const Scene& scene, int person) {
  for (int at = person + 1; at < scene.size() && at <= person + 3; ++at) {
    const ActorUse* use = scene.use_at(at);
    if (use != nullptr && use->cue == ActorCue::kOf && use->actors.size() == 1) return use->actors.front();
    if (use != nullptr) break;
  }
  for (int at = person - 1; at >= 0 && at >= person - 4; --at) {
    const ActorUse* use = scene.use_at(at);
    if (use != nullptr) return use->possessive && use->actors.size() == 1 && !use->place ? std::optional(use->actors.front()) : std::nullopt;
    if (scene.unit(at).kind != UnitKind::kWord && !scene.is_word(at, scene.w.possessive)) break;
    if (scene.in_set(at, WordClass::kPreposition)) break;
  }
  return std::nullopt;
}

struct VisitScene {
  std::vector<int> persons;
  const TriggerMatch* trigger = nullptr;
};

const TriggerMatch* trigger_for(const Scene& scene, int person, int next) {
  const TriggerMatch* best = nullptr;
  int lowest = 1000;
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    if (scene.family(trigger) != RuleFamily::kVisit) continue;
    int cost = trigger.first > person ? trigger.first - person : (person - trigger.last) + (scene.rule(trigger).reversed ? 0 : 6);
    if (trigger.first > next) cost += 8;
    cost += 3 * std::abs(scene.clause(trigger.first) - scene.clause(person));
    if (cost < lowest) lowest = cost, best = &trigger;
  }
  return best;
}

/// "with Foreign Minister Arwen", "with Arwen and Eomer": whom the visitor met.
bool is_company(const Scene& scene, int person) {
  for (int at = person - 1; at >= 0 && person - at <= 8; --at) {
    if (scene.is_word(at, scene.w.with)) return true;
    const UnitKind kind = scene.unit(at).kind;
    if (kind != UnitKind::kPerson && kind != UnitKind::kActor && !scene.is_word(at, scene.w.and_) && !scene.is_word(at, scene.w.comma) && !scene.is_word(at, scene.w.the)) return false;
  }
  return false;
}

}  // namespace

void read_visits(Scene& scene) {
  const bool triggered = std::ranges::any_of(scene.frame.triggers, [&](const TriggerMatch& trigger) { return scene.family(trigger) == RuleFamily::kVisit; });
  const bool listed = scene.context.topic == Topic::kVisits;
  if (!triggered && !listed) return;
  std::vector<int> persons;
  for (int at = 0; at < scene.size(); ++at) {
    if (scene.unit(at).kind == UnitKind::kPerson) persons.push_back(at);
  }
  if (persons.empty()) return;
  for (std::size_t p = 0; p < persons.size(); ++p) {
    const int person = persons[p];
    const int next = p + 1 < persons.size() ? persons[p + 1] : scene.size();
    const TriggerMatch* trigger = trigger_for(scene, person, next);
    if (trigger != nullptr) {
      const bool reversed = scene.rule(*trigger).reversed;
      // The host of a meeting: the person behind "called on", before "received".
      if (!reversed && trigger->last <= person && p > 0 && persons[p - 1] < trigger->first && person - trigger->last <= 3) continue;
      if (reversed && trigger->first > person && next < scene.size() && next - trigger->last <= 6) continue;
      if (!reversed && trigger->first < person && is_company(scene, person)) continue;
    } else if (!listed) {
      continue;
    }
    std::vector<int> periods;
    for (int at = person + 1; at < next; ++at) {
      if (scene.unit(at).kind == UnitKind::kPeriod && (periods.empty() || at - periods.back() <= 6)) periods.push_back(at);
    }
    if (periods.empty() && p + 1 < persons.size()) {  // "Arwen and Eomer, to Minas Tirith, 3 June 2022"
      const int following = p + 2 < persons.size() ? persons[p + 2] : scene.size();
      for (int at = next + 1; at < following && periods.empty(); ++at) {
        if (scene.unit(at).kind == UnitKind::kPeriod) periods.push_back(at);
      }
    }
    if (periods.empty()) {
      for (int at = person - 1; at >= 0 && periods.empty(); --at) {
        if (scene.unit(at).kind == UnitKind::kPeriod) periods.push_back(at);
      }
    }
    const ActorUse* destination = nullptr;
    const int from = trigger != nullptr ? std::min<int>(person + 1, trigger->last) : person + 1;
    for (int at = from; at < scene.size() && destination == nullptr; ++at) {
      const ActorUse* use = scene.use_at(at);
      if (use == nullptr || use->actors.size() != 1) continue;
      const bool direct = trigger != nullptr && at >= trigger->last && at - trigger->last <= 2 && use->cue == ActorCue::kPlain && !use->possessive;
      if (use->cue == ActorCue::kIn || use->cue == ActorCue::kTo || direct) destination = use;
    }
    std::optional<ActorId> subject = state_of_person(scene, person);
    if (!subject && scene.context.heading_subject && scene.context.in_pair(*scene.context.heading_subject) && listed) subject = scene.context.heading_subject;
    std::optional<ActorId> object = destination != nullptr ? std::optional(destination->actors.front()) : std::nullopt;
    if (!object) {
      for (int at = person - 1; at >= 0 && !object; --at) {
        const ActorUse* use = scene.use_at(at);
        if (use != nullptr && use->actors.size() == 1 && (use->cue == ActorCue::kIn || use->cue == ActorCue::kTo)) object = use->actors.front();
        else if (use != nullptr && use->actors.size() == 1 && use->cue == ActorCue::kFrom && !subject) subject = use->actors.front();
      }
    }
    if (!object && trigger != nullptr && scene.rule(*trigger).reversed && trigger->last <= person) {  // "Arnor welcomed King Theoden": the host
      const ActorUse* host = scene.subject_before(trigger->first);
      if (host != nullptr && host->actors.size() == 1) object = host->actors.front();
    }
    if (subject && object && *subject == *object) object.reset();
    if (!object && subject) object = scene.context.other(*subject);
    if (!subject && object) subject = scene.context.other(*object);
    if (!subject || !object) continue;
    const int first = trigger != nullptr && trigger->first < person && person - trigger->last < 8 ? trigger->first : person;
    int last = person + 1;
    if (trigger != nullptr && trigger->last > last && trigger->first < next) last = trigger->last;
    if (periods.empty()) {
      if (trigger == nullptr) continue;
      scene.add(Visit{std::string(scene.frame.words(person, person + 1))}, first, last, subject, object);
      continue;
    }
    for (const int period : periods) {
      Claim& claim = scene.add(Visit{std::string(scene.frame.words(person, person + 1))}, std::min(first, period), std::max(last, period + 1), subject, object);
      scene.set_period(claim, scene.resolve(period, {}));
    }
  }
}

}  // namespace paraph
