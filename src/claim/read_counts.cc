#include <algorithm>

#include "claim/figures.h"

namespace paraph {
namespace {

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
  const bool leaves = event == MilitaryEvent::kWithdrawal;
  if (owner == nullptr && !leaves) owner = scene.after(last, {ActorCue::kFrom, ActorCue::kBy}, false, 8);
  const ActorUse* subject = scene.subject_before(first);
  const ActorUse* place = leaves ? scene.after(last, {ActorCue::kFrom, ActorCue::kIn, ActorCue::kPlain}, true, 8)
                                 : scene.after(last, {ActorCue::kIn, ActorCue::kTo, ActorCue::kFor, ActorCue::kWith}, true, 12);
  if (place == nullptr && figure && event == MilitaryEvent::kDeployment) {  // "leads a battlegroup in Gondor with 900 soldiers"
    for (int at = first - 1; at >= 0 && place == nullptr && scene.clause(at) == scene.clause(first); --at) {
      const ActorUse* use = scene.use_at(at);
      if (use != nullptr && (use->cue == ActorCue::kIn || use->cue == ActorCue::kTo)) place = use;
    }
  }
  const bool supplies = event == MilitaryEvent::kTransfer || event == MilitaryEvent::kTraining;
  const ActorUse* giver = scene.use_at(trigger.slot(SlotRole::kSubject));
  const ActorUse* taker = scene.use_at(trigger.slot(SlotRole::kObject));
  if (giver != nullptr || taker != nullptr) {  // the rule tells whose they are
    if (giver != nullptr) parties.subjects = giver->actors;
    if (taker != nullptr) parties.objects = taker->actors;
    if (giver == nullptr && subject != nullptr && subject->actors != parties.objects && scene.clause(subject->unit) == scene.clause(first))
      parties.subjects = subject->actors;
    if (giver == nullptr && parties.subjects.empty()) {
      const ActorUse* where =
          scene.after(last, {ActorCue::kIn, ActorCue::kBy, ActorCue::kFrom, ActorCue::kWith, ActorCue::kPlain}, true, 12);
      if (where != nullptr && where->actors != parties.objects) parties.subjects = where->actors;
    }
    if (taker == nullptr && place != nullptr && place->actors != parties.subjects) parties.objects = place->actors;
  } else if (supplies) {
    if (subject != nullptr)
      parties.subjects = subject->actors;
    else if (owner != nullptr)
      parties.subjects = owner->actors;
    if (place != nullptr)
      parties.objects = place->actors;
    else if (owner != nullptr && owner->actors != parties.subjects)
      parties.objects = owner->actors;
    if (rule.reversed) std::swap(parties.subjects, parties.objects);
  } else {
    if (owner != nullptr)
      parties.subjects = owner->actors;
    else if (subject != nullptr)
      parties.subjects = subject->actors;
    if (place != nullptr && place->actors != parties.subjects)
      parties.objects = place->actors;
    else if (subject != nullptr && subject->actors != parties.subjects)
      parties.objects = subject->actors;
  }
  if (event == MilitaryEvent::kExercise && parties.subjects.empty()) parties = symmetric_parties(scene, trigger);
  if (parties.subjects.size() > 2) parties.subjects.resize(2);
  // "Arnor has 6,200 troops": where they stand is not said.
  if (event == MilitaryEvent::kDeployment && figure && place == nullptr && parties.objects.empty() &&
      !scene.in_set(trigger.last - 1, WordClass::kStationed))
    return;
  complete_pair(parties, scene.context);
  separate(parties);
  complete_pair(parties, scene.context);
  if (parties.subjects.empty()) return;
  std::string title;
  if (event == MilitaryEvent::kExercise) {
    int left = trigger.first;
    while (left > 0 && scene.unit(left - 1).kind == UnitKind::kWord &&
           scene.frame.annotated->tokens[scene.unit(left - 1).first].capitalised())
      --left;
    int right = trigger.last;
    while (right < scene.size() && scene.unit(right).kind <= UnitKind::kSign &&
           (scene.frame.annotated->tokens[scene.unit(right).first].capitalised() || scene.is_word(right, scene.w.quote) ||
            scene.is_word(right, scene.w.quote))) {
      ++right;
    }
    title = std::string(scene.frame.words(left, right));
  }
  Claim& claim = scene.add(Military{event, std::move(title)}, first, last, parties.subjects.front(),
                           parties.objects.empty() ? std::nullopt : std::optional(parties.objects.front()));
  if (figure) {
    set_quantity(scene, claim, *figure);
    if (claim.quantity->unit.empty()) {
      const bool things =
          event == MilitaryEvent::kTransfer && *figure + 1 < trigger.last && scene.unit(*figure + 1).kind == UnitKind::kWord;
      claim.quantity->unit = things ? std::string(scene.frame.words(*figure + 1, trigger.last)) : "people";
    }
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
  if (!period && scene.context.heading_period)
    period = ClaimPeriod{.period = *scene.context.heading_period, .fiscal_year_of = {}, .implicit = true, .unit = -1};
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
  read_people(scene, measured);
  std::vector<char> measured_triggers(scene.frame.triggers.size(), 0);
  for (const Measured& one : measured) {
    const TriggerMatch& trigger = scene.frame.triggers[static_cast<std::size_t>(one.trigger)];
    measured_triggers[static_cast<std::size_t>(one.trigger)] = 1;
    switch (scene.family(trigger)) {
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
      return said != nullptr && claim.quantity &&
             (said->event == event || (event == MilitaryEvent::kDeployment && said->event == MilitaryEvent::kExercise));
    });
    if (!told) add_military(scene, trigger, std::nullopt);
  }
}

}  // namespace paraph
