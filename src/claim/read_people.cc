#include <algorithm>

#include "claim/figures.h"

namespace paraph {
namespace {

/// A count that was read, for those that lean on it.
struct ToldCount {
  std::size_t claim = 0;
  int last = 0;  ///< Unit behind its words.
};

/// Where people come from and where they are: the adjective before the noun or "from"; "in", "at", "to".
Parties people_parties(const Scene& scene, const TriggerMatch& trigger, int figure) {
  Parties parties;
  const int first = std::min<int>(trigger.first, figure);
  const int last = std::max<int>(trigger.last, figure + 1);
  const auto single = [](const ActorUse* use) { return use != nullptr && use->actors.size() == 1; };
  const ActorUse* named_origin = scene.use_at(trigger.slot(SlotRole::kSubject));
  const ActorUse* named_place = scene.use_at(trigger.slot(SlotRole::kObject));
  if (single(named_origin) && single(named_place)) return {named_origin->actors, named_place->actors};
  if (scene.rule(trigger).reversed &&
      scene.rule(trigger).type == static_cast<int>(PeopleGroup::kStudents)) {  // "offers 100 scholarships to Arnor"
    const ActorUse* giver = scene.owner_before(first);
    if (giver == nullptr) giver = scene.after(last, {ActorCue::kBy, ActorCue::kFrom}, false, 8);
    if (giver == nullptr) giver = scene.subject_before(first);
    const ActorUse* taker = scene.after(last, {ActorCue::kTo, ActorCue::kFor}, false, 10);
    if (single(giver)) parties.objects = giver->actors;
    if (single(taker) && taker->actors != parties.objects) parties.subjects = taker->actors;
    complete_pair(parties, scene.context);
    return parties;
  }
  const ActorUse* origin = nullptr;
  for (int at = first; at < last && origin == nullptr; ++at) {  // "about 400 Arnorian students", "5,000 Arnorians"
    const ActorUse* use = scene.use_at(at);
    const bool sends =
        use != nullptr && use->form == NameForm::kAgency && scene.rule(trigger).type == static_cast<int>(PeopleGroup::kVolunteers);
    const bool people = use != nullptr && (sends || use->form == NameForm::kAdjective || use->form == NameForm::kDemonym ||
                                           use->form == NameForm::kDemonymPlural);
    if (use != nullptr && (use->possessive || people) && !use->place) origin = use;
  }
  for (int at = trigger.whole_first; at < trigger.whole_last; ++at) {  // "residents of Arnor who were born in Gondor"
    if (!scene.in_set(at, WordClass::kBorn)) continue;
    if (const ActorUse* birthplace = scene.after(at + 1, {ActorCue::kIn}, true, 4); single(birthplace)) {
      parties.subjects = birthplace->actors;
      for (int before = at - 1; before >= 0 && parties.objects.empty(); --before) {
        const ActorUse* use = scene.use_at(before);
        if (single(use) && use->actors != parties.subjects) parties.objects = use->actors;
      }
      complete_pair(parties, scene.context);
      return parties;
    }
  }
  if (origin == nullptr) {
    const ActorUse* owner = scene.owner_before(first);
    if (owner != nullptr && !scene.rule(trigger).reversed) origin = owner;
  }
  if (origin == nullptr) origin = scene.after(last, {ActorCue::kFrom, ActorCue::kOf}, false, 8);
  if (origin == nullptr) origin = scene.after(last, {ActorCue::kBy}, false, 8);
  const ActorUse* place = scene.after(last, {ActorCue::kIn, ActorCue::kTo}, true, 14);
  if (place == nullptr) {
    for (int at = first - 1; at >= 0 && place == nullptr; --at) {
      const ActorUse* use = scene.use_at(at);
      if (use == nullptr || use == origin || scene.clause(at) != scene.clause(first)) continue;
      if (use->cue == ActorCue::kIn || use->cue == ActorCue::kTo) place = use;
    }
  }
  const ActorUse* subject = scene.subject_before(first);
  if (subject != nullptr && scene.clause(subject->unit) != scene.clause(first)) subject = nullptr;
  // "The campus has 400 students": only a state sends or takes them where their origin is not said.
  if (origin == nullptr && !single(subject) && scene.rule(trigger).type == static_cast<int>(PeopleGroup::kStudents)) return parties;
  // "A mine with 1,400 workers": whose they are must be said.
  if (origin == nullptr && scene.rule(trigger).type == static_cast<int>(PeopleGroup::kWorkers) && trigger.slot(SlotRole::kSubject) < 0)
    return parties;
  if (single(origin)) parties.subjects = origin->actors;
  if (single(place) && place->actors != parties.subjects) parties.objects = place->actors;
  if (single(subject) && subject != origin) {
    // "Arnor hosts 400 students from Gondor", "Arnor has sent 300 volunteers": the verb tells the side.
    bool hosts = scene.rule(trigger).reversed;
    for (int at = subject->unit + 1; at < first; ++at) hosts = hosts || scene.in_set(at, WordClass::kHostVerbs);
    if (hosts && parties.objects.empty() && subject->actors != parties.subjects)
      parties.objects = subject->actors;
    else if (!hosts && parties.subjects.empty() && subject->actors != parties.objects)
      parties.subjects = subject->actors;
    else if (!hosts && parties.objects.empty() && !parties.subjects.empty() && subject->actors != parties.subjects && place == nullptr)
      parties.objects = subject->actors;
  }
  complete_pair(parties, scene.context);
  separate(parties);
  complete_pair(parties, scene.context);
  // "93 volunteers served in 2019": those of the state that tells it.
  const bool volunteers = scene.rule(trigger).type == static_cast<int>(PeopleGroup::kVolunteers);
  if (volunteers && trigger.last - trigger.first >= 2 && parties.subjects.empty() && parties.objects.empty() && scene.frame.actors.empty())
    complete_symmetric(parties, scene.context);
  return parties;
}

/// Those who are served: theirs is the object's side, the other side serves.
Parties served_parties(const Scene& scene, const TriggerMatch& trigger, int figure) {
  Parties parties;
  const int first = std::min<int>(trigger.first, figure);
  const int last = std::max<int>(trigger.last, figure + 1);
  const ActorUse* giver = scene.owner_before(first);
  if (giver == nullptr) giver = scene.after(trigger.first, {ActorCue::kFrom, ActorCue::kBy}, false, 12);
  if (giver == nullptr) giver = scene.subject_before(first);
  const ActorUse* place = scene.after(last, {ActorCue::kIn}, true, 12);
  if (place != nullptr && place->actors.size() == 1) parties.objects = place->actors;
  if (giver != nullptr && giver->actors.size() == 1 && giver->actors != parties.objects) parties.subjects = giver->actors;
  if (scene.context.pair && parties.objects.empty() && parties.subjects == std::vector{scene.context.pair->partner})
    return {{scene.context.pair->home}, parties.subjects};
  complete_pair(parties, scene.context);
  return parties;
}

/// "of whom 5,200 are workers", "of these, 300 …": part of a count told before.
bool part_of_told(const Scene& scene, int figure) {
  if (scene.is_word(figure + 1, scene.w.of) && scene.in_set(figure + 2, WordClass::kThem)) return true;
  for (int at = figure - 1; at > 0 && figure - at <= 4; --at) {
    if (scene.in_set(at, WordClass::kThem)) return scene.is_word(at - 1, scene.w.of);
    if (!scene.in_set(at, WordClass::kHedge) && !scene.is_word(at, scene.w.comma)) return false;
  }
  return false;
}

Claim& add_count(Scene& scene, PeopleGroup group, const Parties& parties, int first, int last, int figure) {
  std::string per;
  for (int at = last; at < scene.size() && at < last + 8 && per.empty(); ++at) {
    if (scene.in_set(at, WordClass::kAnnually)) per = "year";
  }
  Claim& claim = scene.add(PeopleCount{group, std::move(per)}, first, last,
                           parties.subjects.empty() ? std::nullopt : std::optional(parties.subjects.front()),
                           parties.objects.empty() ? std::nullopt : std::optional(parties.objects.front()));
  set_quantity(scene, claim, figure);
  claim.quantity->unit = "people";
  return claim;
}

Parties parties_of(const Claim& claim) {
  Parties parties;
  if (claim.subject) parties.subjects = {*claim.subject};
  if (claim.object) parties.objects = {*claim.object};
  return parties;
}

std::optional<ToldCount> add_people(Scene& scene, const TriggerMatch& trigger, int figure, const std::optional<ToldCount>& told) {
  const Rule& rule = scene.rule(trigger);
  const Parties parties = told && part_of_told(scene, figure)                          ? parties_of(scene.claims[told->claim])
                          : rule.type == static_cast<int>(PeopleGroup::kBeneficiaries) ? served_parties(scene, trigger, figure)
                                                                                       : people_parties(scene, trigger, figure);
  if (parties.subjects.empty() && parties.objects.empty()) return std::nullopt;
  const int first = std::min<int>(trigger.first, figure);
  const int last = std::max<int>(trigger.last, figure + 1);
  const auto group = static_cast<PeopleGroup>(std::max<int>(rule.type, 0));
  const bool start = scene.in_set(figure - 1, WordClass::kChangeFrom);
  Claim& claim = add_count(scene, group, parties, first, last, figure);
  scene.set_period(claim, start                    ? scene.period_behind(figure)
                          : figure >= trigger.last ? scene.period_near(figure, figure + 1)
                                                   : scene.period_near(first, last));
  return ToldCount{scene.claims.size() - 1, last};
}

/// Between a count and one that leans on it stand only a joint and what hedges: "and about", "but only", ", down from".
bool leans(const Scene& scene, int figure) {
  int at = figure - 1;
  while (at > 0 && scene.in_set(at, WordClass::kHedge)) --at;
  return scene.is_word(at, scene.w.and_) || scene.is_word(at, scene.w.but) || scene.is_word(at, scene.w.while_) ||
         scene.is_word(at, scene.w.whereas) || scene.is_word(at, scene.w.comma) || scene.is_word(at, scene.w.semicolon) ||
         scene.in_set(at, WordClass::kChangeFrom) || scene.in_set(at, WordClass::kChangeTo) || scene.is_word(at, scene.w.to);
}

/// "Of them", "have served there", "in Rohan", "in 2021" behind a number without a noun: more of the people told before.
void add_further(Scene& scene, int figure, const ToldCount& told) {
  if (!leans(scene, figure)) return;
  const auto group = std::get<PeopleCount>(scene.claims[told.claim].body).group;
  Parties parties = parties_of(scene.claims[told.claim]);
  const ActorUse* people = scene.use_at(figure + 1);
  int next = figure + 1;
  bool said = false;
  if (people != nullptr) {  // "against some 700 Gondorians in Arnor"
    if (people->form != NameForm::kDemonymPlural || people->actors.size() != 1) return;
    if (parties.subjects != people->actors) std::swap(parties.subjects, parties.objects);
    if (parties.subjects != people->actors) return;
    ++next;
    said = true;
  } else if (!stands_alone(scene, figure, true)) {
    return;
  }
  if (scene.is_word(next, scene.w.of) && scene.in_set(next + 1, WordClass::kThem)) said = true;
  if (scene.in_set(next, WordClass::kPerfect)) {
    for (int at = next; at < scene.size() && at <= next + 4; ++at) said = said || scene.in_set(at, WordClass::kThere);
  }
  const ActorUse* place = scene.after(figure + 1, {ActorCue::kIn, ActorCue::kTo}, true, 5);
  if (place != nullptr && place->actors.size() == 1 && place->actors != parties.subjects) {
    if (people == nullptr && scene.claims[told.claim].object && place->actors.front() == *scene.claims[told.claim].object &&
        !scene.period_behind(figure))
      return;
    parties.objects = place->actors;
    said = true;
  }
  auto period = scene.period_behind(figure);
  said = said || period;
  if (!said) return;
  if (!period) period = scene.period_near(figure, figure + 1);
  Claim& claim = add_count(scene, group, parties, figure, next, figure);
  scene.set_period(claim, period);
}

}  // namespace

void read_people(Scene& scene, const std::vector<Measured>& measured) {
  std::optional<ToldCount> told;
  std::size_t next = 0;
  for (int at = 0; at < scene.size(); ++at) {
    if (next < measured.size() && measured[next].figure == at) {
      const Measured& one = measured[next++];
      const TriggerMatch& trigger = scene.frame.triggers[static_cast<std::size_t>(one.trigger)];
      if (scene.family(trigger) != RuleFamily::kPeople) continue;
      if (const auto added = add_people(scene, trigger, at, told)) told = added;
    } else if (told && at > told->last - 1 && at - told->last <= 24 && scene.unit(at).kind == UnitKind::kNumber) {
      add_further(scene, at, *told);
    }
  }
}

}  // namespace paraph
