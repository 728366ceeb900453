#include <algorithm>

#include "claim/scene.h"

namespace paraph {
namespace {

/// Claim span: from the subject where it stands near before the trigger, to the period behind.
std::pair<int, int> tie_stretch(const Scene& scene, const TriggerMatch& trigger) {
  int first = trigger.whole_first;
  int last = trigger.whole_last;
  if (const ActorUse* owner = scene.owner_before(trigger.first)) first = std::min<int>(first, owner->unit);
  if (last + 1 < scene.size() && scene.unit(last + 1).kind == UnitKind::kPeriod) last += 2;
  else if (last < scene.size() && scene.unit(last).kind == UnitKind::kPeriod) ++last;
  return {first, last};
}

/// "recognised the independence of Arnor": what was recognised, not when it came about.
bool is_recognised(const Scene& scene, const TriggerMatch& trigger) {
  return std::ranges::any_of(scene.frame.triggers, [&](const TriggerMatch& other) {
    if (scene.family(other) != RuleFamily::kRelations || scene.rule(other).event != static_cast<int>(RelationEvent::kRecognized)) return false;
    return other.first < trigger.last && (trigger.first < other.last || trigger.first - other.last <= 3) && scene.clause(other.first) == scene.clause(trigger.first) &&
           !scene.in_set(trigger.first, WordClass::kVerbs);
  });
}

/// "agreed to resume relations on 3 May": what two states agree on that day is done.
bool is_agreed(const Scene& scene, const TriggerMatch& trigger) {
  for (int at = trigger.first - 1; at >= 0 && trigger.first - at <= 4; --at) {
    if (scene.is_word(at, scene.w.agreed)) return true;
  }
  return false;
}

/// "they", "them": a pronoun that can stand for relations.
bool speaks_of_them(const Scene& scene, const TriggerMatch& trigger) {
  for (int at = trigger.whole_first; at < trigger.whole_last; ++at) {
    if (scene.is_word(at, scene.w.they) || scene.is_word(at, scene.w.them) || scene.is_word(at, scene.w.these)) return true;
  }
  return false;
}

/// "the 60th anniversary of …", "50 years of …": the date is not the one named.
bool counts_years(const Scene& scene, const TriggerMatch& trigger) {
  if (scene.is_word(trigger.first, scene.w.of)) return true;
  for (int at = trigger.first; at < trigger.last; ++at) {
    if (scene.is_word(at, scene.w.anniversary)) return true;
  }
  return false;
}

/// The year that an anniversary counts from: "the 60th anniversary in 2022" is of 1962. Empty where no number stands
/// before, or no year is near.
std::optional<ClaimPeriod> counted_back(const Scene& scene, const TriggerMatch& trigger, const std::optional<ClaimPeriod>& period) {
  for (int at = trigger.first - 1; at >= 0 && trigger.first - at <= 3; --at) {
    const UnitKind kind = scene.unit(at).kind;
    if (kind != UnitKind::kOrdinal && kind != UnitKind::kMeasure) continue;
    const Quantity& counted = scene.frame.quantity(at).quantity;
    if (kind == UnitKind::kMeasure && counted.unit != "year") return std::nullopt;
    const bool whole = counted.value && counted.value->scale() == 0 && counted.value->units() > 0 && counted.value->units() <= 500;
    if (!whole || !period || !period->period.single_year() || period->period.fiscal()) return std::nullopt;
    ClaimPeriod back = *period;
    back.period = CivilPeriod::year(*period->period.single_year() - static_cast<int>(counted.value->units()));
    back.implicit = true;
    return back;
  }
  return std::nullopt;
}

}  // namespace

void read_relations(Scene& scene) {
  Parties last;
  if (scene.context.last_ties) last = {{scene.context.last_ties->home}, {scene.context.last_ties->partner}};
  bool in_sentence = false;
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    const Rule& rule = scene.rule(trigger);
    if (rule.family != RuleFamily::kRelations || rule.event < 0) continue;
    // "they were restored in 1990", "… broken off in 1941 and resumed in 1947": the relations spoken of before.
    if (rule.reversed && (last.subjects.empty() || (!in_sentence && !speaks_of_them(scene, trigger)))) continue;
    const Parties parties = rule.reversed ? last : symmetric_parties(scene, trigger);
    const auto [first, end] = tie_stretch(scene, trigger);
    auto period = scene.event_near(trigger.first, trigger.last);
    if (counts_years(scene, trigger)) {
      period = counted_back(scene, trigger, period);
      if (!period) continue;
    }
    last = parties;
    in_sentence = true;
    for (const ActorId& subject : parties.subjects) {
      for (const ActorId& object : parties.objects) {
        if (subject == object) continue;
        Claim& claim = scene.add(Relations{static_cast<RelationEvent>(rule.event)}, first, end, subject, object);
        if (claim.modality == Modality::kPlanned && period && is_agreed(scene, trigger)) claim.modality = Modality::kAsserted;
        scene.set_period(claim, period);
      }
    }
  }
}

void read_state_events(Scene& scene) {
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    const Rule& rule = scene.rule(trigger);
    if (rule.family == RuleFamily::kStateEvent && rule.event >= 0) {
      if (is_recognised(scene, trigger)) continue;
      const ActorUse* owner = scene.use_at(trigger.slot(SlotRole::kSubject));
      if (owner == nullptr) owner = scene.owner_before(trigger.first);
      if (owner == nullptr) owner = scene.subject_before(trigger.first);
      if (owner == nullptr) owner = scene.after(trigger.last, {ActorCue::kOf, ActorCue::kPlain}, false, 6);
      // "… relations with Gondor, following its independence": "its" is the state named last before.
      if (owner != nullptr && owner->implicit && !owner->pair) {
        for (int at = owner->unit - 1; at >= 0; --at) {
          const ActorUse* named = scene.use_at(at);
          if (named == nullptr || named->implicit || named->place || named->actors.size() != 1) continue;
          owner = named;
          break;
        }
      }
      const ActorUse* from = scene.after(trigger.last, {ActorCue::kFrom}, false, 8);
      std::optional<ActorId> subject;
      if (owner != nullptr && owner != from && owner->actors.size() == 1) subject = owner->actors.front();
      else if (scene.context.pair) subject = scene.context.pair->partner;
      if (!subject) continue;
      const auto [first, last] = tie_stretch(scene, trigger);
      StateEvent body{static_cast<StateEventKind>(rule.event), {}};
      if (from != nullptr && from->actors.size() == 1 && from->actors.front() != *subject) body.from = from->actors.front();
      const auto period = scene.event_near(trigger.first, trigger.last);
      if (!period && !body.from) continue;  // "independence" alone says nothing to check
      Claim& claim = scene.add(std::move(body), first, last, subject, std::nullopt);
      scene.set_period(claim, period);
    } else if (rule.family == RuleFamily::kDesignation && rule.type >= 0) {
      Parties parties = symmetric_parties(scene, trigger);
      if (rule.reversed) std::swap(parties.subjects, parties.objects);  // "Arnor is eligible for …": who holds it comes first
      if (const ActorUse* holder = scene.use_at(trigger.slot(SlotRole::kObject))) {
        const ActorUse* giver = scene.subject_before(trigger.whole_first);
        parties = {giver != nullptr ? giver->actors : std::vector<ActorId>(), holder->actors};
        complete_pair(parties, scene.context);
      }
      if (parties.subjects.empty() || parties.objects.empty()) continue;
      const auto [first, last] = tie_stretch(scene, trigger);
      const ListItem title = title_around(scene, trigger.first, trigger.last);
      const auto event = rule.event >= 0 ? static_cast<DesignationEvent>(rule.event) : DesignationEvent::kHeld;
      Claim& claim = scene.add(Designation{static_cast<DesignationKind>(rule.type), event, std::string(scene.frame.words(title.first, title.last))}, first, last,
                               parties.subjects.front(), parties.objects.front());
      scene.set_period(claim, scene.period_near(trigger.first, trigger.last));
    }
  }
}

}  // namespace paraph
