#include <algorithm>

#include "claim/figures.h"

namespace paraph {
namespace {

/// Where people come from and where they are: the adjective before the noun or "from"; "in", "at", "to".
Parties people_parties(const Scene& scene, const TriggerMatch& trigger, int figure) {
  Parties parties;
  const int first = std::min<int>(trigger.first, figure);
  const int last = std::max<int>(trigger.last, figure + 1);
  const auto single = [](const ActorUse* use) { return use != nullptr && use->actors.size() == 1; };
  const ActorUse* origin = nullptr;
  for (int at = first; at < last && origin == nullptr; ++at) {  // "about 400 Arnorian students", "5,000 Arnorians"
    const ActorUse* use = scene.use_at(at);
    const bool people = use != nullptr && (use->form == NameForm::kAdjective || use->form == NameForm::kDemonym || use->form == NameForm::kDemonymPlural);
    if (use != nullptr && (use->possessive || people) && !use->place) origin = use;
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
  if (single(origin)) parties.subjects = origin->actors;
  if (single(place) && place->actors != parties.subjects) parties.objects = place->actors;
  if (single(subject) && subject != origin) {
    // "Arnor hosts 400 students from Gondor", "Arnor has sent 300 volunteers": the verb tells the side.
    bool hosts = scene.rule(trigger).reversed;
    for (int at = subject->unit + 1; at < first; ++at) hosts = hosts || scene.in_set(at, WordClass::kHostVerbs);
    if (hosts && parties.objects.empty() && subject->actors != parties.subjects) parties.objects = subject->actors;
    else if (!hosts && parties.subjects.empty() && subject->actors != parties.objects) parties.subjects = subject->actors;
    else if (!hosts && parties.objects.empty() && !parties.subjects.empty() && subject->actors != parties.subjects && place == nullptr) parties.objects = subject->actors;
  }
  complete_pair(parties, scene.context);
  separate(parties);
  complete_pair(parties, scene.context);
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
  if (scene.context.pair && parties.objects.empty() && parties.subjects == std::vector{scene.context.pair->partner}) return {{scene.context.pair->home}, parties.subjects};
  complete_pair(parties, scene.context);
  return parties;
}

void add_people(Scene& scene, const TriggerMatch& trigger, int figure) {
  const Rule& rule = scene.rule(trigger);
  const Parties parties = rule.type == static_cast<int>(PeopleGroup::kBeneficiaries) ? served_parties(scene, trigger, figure) : people_parties(scene, trigger, figure);
  if (parties.subjects.empty() && parties.objects.empty()) return;
  const int first = std::min<int>(trigger.first, figure);
  const int last = std::max<int>(trigger.last, figure + 1);
  const auto group = static_cast<PeopleGroup>(std::max<int>(rule.type, 0));
  std::string per;
  for (int at = last; at < scene.size() && at < last + 8 && per.empty(); ++at) {
    if (scene.in_set(at, WordClass::kAnnually)) per = "year";
  }
  Claim& claim = scene.add(PeopleCount{group, std::move(per)}, first, last, parties.subjects.empty() ? std::nullopt : std::optional(parties.subjects.front()),
                           parties.objects.empty() ? std::nullopt : std::optional(parties.objects.front()));
  set_quantity(scene, claim, figure);
  claim.quantity->unit = "people";
  scene.set_period(claim, scene.period_near(first, last));
}

bool has_event(const Scene& scene, MilitaryEvent event) {
  return std::ranges::any_of(scene.frame.triggers, [&](const TriggerMatch& trigger) {
    return scene.family(trigger) == RuleFamily::kMilitary && scene.rule(trigger).event == static_cast<int>(event);
  });
}

void add_military(Scene& scene, const TriggerMatch& trigger, std::optional<int> figure) {
  const Rule& rule = scene.rule(trigger);
  const int first = figure ? std::min<int>(trigger.first, *figure) : trigger.first;
  const int last = figure ? std::max<int>(trigger.last, *figure + 1) : trigger.last;
  auto event = static_cast<MilitaryEvent>(std::max<int>(rule.event, 0));
  if (event == MilitaryEvent::kTransfer) {  // money given for equipment is assistance
    for (int at = first; at < last; ++at) {
      if (scene.unit(at).kind == UnitKind::kMoney) return;
    }
  }
  // "60 troops took part in the exercise": who takes part is no deployment.
  if (event == MilitaryEvent::kDeployment && figure && has_event(scene, MilitaryEvent::kExercise)) event = MilitaryEvent::kExercise;
  Parties parties;
  const ActorUse* owner = nullptr;
  for (int at = first; at < last && owner == nullptr; ++at) {
    const ActorUse* use = scene.use_at(at);
    if (use != nullptr && !use->place) owner = use;
  }
  if (owner == nullptr) owner = scene.owner_before(first);
  if (owner == nullptr) owner = scene.after(last, {ActorCue::kFrom, ActorCue::kBy}, false, 8);
  const ActorUse* subject = scene.subject_before(first);
  const ActorUse* place = scene.after(last, {ActorCue::kIn, ActorCue::kTo, ActorCue::kFor, ActorCue::kWith}, true, 12);
  const bool supplies = event == MilitaryEvent::kTransfer || event == MilitaryEvent::kTraining;
  if (supplies) {
    if (subject != nullptr) parties.subjects = subject->actors;
    else if (owner != nullptr) parties.subjects = owner->actors;
    if (place != nullptr) parties.objects = place->actors;
    else if (owner != nullptr && owner->actors != parties.subjects) parties.objects = owner->actors;
    if (rule.reversed) std::swap(parties.subjects, parties.objects);
  } else {
    if (owner != nullptr) parties.subjects = owner->actors;
    else if (subject != nullptr) parties.subjects = subject->actors;
    if (place != nullptr && place->actors != parties.subjects) parties.objects = place->actors;
    else if (subject != nullptr && subject->actors != parties.subjects) parties.objects = subject->actors;
  }
  if (event == MilitaryEvent::kExercise && parties.subjects.empty()) parties = symmetric_parties(scene, trigger);
  if (parties.subjects.size() > 2) parties.subjects.resize(2);
  complete_pair(parties, scene.context);
  separate(parties);
  complete_pair(parties, scene.context);
  if (parties.subjects.empty()) return;
  std::string title;
  if (event == MilitaryEvent::kExercise) {
    int left = trigger.first;
    while (left > 0 && scene.unit(left - 1).kind == UnitKind::kWord && scene.frame.annotated->tokens[scene.unit(left - 1).first].capitalised()) --left;
    int right = trigger.last;
    while (right < scene.size() && scene.unit(right).kind <= UnitKind::kSign &&
           (scene.frame.annotated->tokens[scene.unit(right).first].capitalised() || scene.is_word(right, scene.w.quote) || scene.is_word(right, scene.w.quote))) {
      ++right;
    }
    title = std::string(scene.frame.words(left, right));
  }
  Claim& claim = scene.add(Military{event, std::move(title)}, first, last, parties.subjects.front(),
                           parties.objects.empty() ? std::nullopt : std::optional(parties.objects.front()));
  if (figure) {
    set_quantity(scene, claim, *figure);
    if (claim.quantity->unit.empty()) claim.quantity->unit = "people";
  }
  scene.set_period(claim, scene.period_near(first, last));
}

void add_indicator(Scene& scene, const TriggerMatch& trigger, int figure) {
  const auto kind = static_cast<IndicatorKind>(std::max<int>(scene.rule(trigger).type, 0));
  const std::optional<ActorId> subject = indicator_subject(scene, trigger);
  if (!subject) return;
  const auto [first, last] = stretch(scene, trigger, figure);
  Claim& claim = scene.add(Indicator{kind}, first, last, subject, std::nullopt);
  set_quantity(scene, claim, figure);
  if (kind == IndicatorKind::kPopulation) claim.quantity->unit = "people";
  auto period = scene.period_near(figure, figure + 1, subject);
  if (!period && scene.context.heading_period) period = ClaimPeriod{.period = *scene.context.heading_period, .fiscal_year_of = {}, .implicit = true, .unit = -1};
  scene.set_period(claim, period);
}

}  // namespace

std::optional<ActorId> indicator_subject(const Scene& scene, const TriggerMatch& trigger) {
  const ActorUse* owner = scene.owner_before(trigger.first);
  if (owner == nullptr) owner = scene.after(trigger.last, {ActorCue::kOf, ActorCue::kIn}, false, 4);
  if (owner == nullptr) owner = scene.subject_before(trigger.first);
  if (owner != nullptr && owner->actors.size() == 1) return owner->actors.front();
  if (scene.context.heading_actors.size() == 1) return scene.context.heading_actors.front();
  if (scene.context.pair) return scene.context.pair->partner;
  return std::nullopt;
}

void read_count_figures(Scene& scene, const std::vector<Measured>& measured) {
  std::vector<char> measured_triggers(scene.frame.triggers.size(), 0);
  for (const Measured& one : measured) {
    const TriggerMatch& trigger = scene.frame.triggers[static_cast<std::size_t>(one.trigger)];
    measured_triggers[static_cast<std::size_t>(one.trigger)] = 1;
    switch (scene.family(trigger)) {
      case RuleFamily::kPeople: add_people(scene, trigger, one.figure); break;
      case RuleFamily::kMilitary: add_military(scene, trigger, one.figure); break;
      case RuleFamily::kIndicator: add_indicator(scene, trigger, one.figure); break;
      default: break;
    }
  }
  for (std::size_t t = 0; t < scene.frame.triggers.size(); ++t) {
    const TriggerMatch& trigger = scene.frame.triggers[t];
    // A rule that wants a figure has nothing to say without one.
    if (scene.family(trigger) != RuleFamily::kMilitary || measured_triggers[t] || scene.rule(trigger).unit >= 0) continue;
    // "a contingent of 65 soldiers deployed": told once, with its figure.
    const bool told = std::ranges::any_of(scene.claims, [&](const Claim& claim) {
      const auto* said = std::get_if<Military>(&claim.body);
      const auto event = static_cast<MilitaryEvent>(std::max<int>(scene.rule(trigger).event, 0));
      return said != nullptr && claim.quantity && (said->event == event || (event == MilitaryEvent::kDeployment && said->event == MilitaryEvent::kExercise));
    });
    if (!told) add_military(scene, trigger, std::nullopt);
  }
}

}  // namespace paraph
