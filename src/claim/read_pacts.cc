#include <algorithm>

#include "claim/scene.h"

namespace paraph {
namespace {

/// The nearest event trigger of a family around [first, last), with its distance; clauses count.
const TriggerMatch* nearest_event(const Scene& scene, RuleFamily family, const TriggerMatch& noun, int farthest) {
  const TriggerMatch* best = nullptr;
  int lowest = farthest;
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    if (scene.family(trigger) != family) continue;
    int cost = trigger.first >= noun.last ? trigger.first - noun.last : noun.first - trigger.last;
    cost += 6 * std::abs(scene.clause(trigger.first) - scene.clause(noun.first));
    // "has been in force": being there says least, so any other event beside it wins.
    if (family == RuleFamily::kAgreementEvent && static_cast<AgreementEvent>(scene.rule(trigger).event) == AgreementEvent::kExists && !scene.rule(trigger).negated) cost += 14;
    // Another noun of the family between belongs closer.
    for (const TriggerMatch& other : scene.frame.triggers) {
      if (&other == &noun || scene.family(other) != scene.family(noun)) continue;
      if ((other.first >= noun.last && other.last <= trigger.first) || (other.first >= trigger.last && other.last <= noun.first)) cost += trigger.first < noun.first ? 1 : 5;
    }
    if (cost < lowest) lowest = cost, best = &trigger;
  }
  return best;
}

/// The date stands in another clause, beside another agreement.
bool belongs_to_another(const Scene& scene, const TriggerMatch& trigger, const ClaimPeriod& period) {
  if (period.unit < 0 || scene.clause(period.unit) == scene.clause(trigger.first)) return false;
  return std::ranges::any_of(scene.frame.triggers, [&](const TriggerMatch& other) {
    return &other != &trigger && scene.family(other) == RuleFamily::kAgreement && scene.clause(other.first) == scene.clause(period.unit);
  });
}

/// Events that happen on a day; being in force or under negotiation lasts.
bool is_momentary(AgreementEvent event) {
  return event != AgreementEvent::kInForce && event != AgreementEvent::kExists && event != AgreementEvent::kNegotiating;
}

/// "(TIFA)" behind its own long name.
bool is_own_acronym(const Scene& scene, const TriggerMatch& trigger, const TriggerMatch* before) {
  return before != nullptr && scene.is_word(trigger.first - 1, scene.w.open) && trigger.first - before->last <= 4;
}

}  // namespace

void read_agreements(Scene& scene) {
  const TriggerMatch* before = nullptr;
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    const Rule& rule = scene.rule(trigger);
    if (rule.family != RuleFamily::kAgreement || rule.type < 0) continue;
    if (is_own_acronym(scene, trigger, before)) continue;
    before = &trigger;
    const TriggerMatch* event = rule.event >= 0 ? nullptr : nearest_event(scene, RuleFamily::kAgreementEvent, trigger, 36);
    const Parties parties = symmetric_parties(scene, trigger);
    if (parties.subjects.empty() || parties.objects.empty()) continue;
    auto happened = rule.event >= 0 ? static_cast<AgreementEvent>(rule.event) : event != nullptr ? static_cast<AgreementEvent>(scene.rule(*event).event) : AgreementEvent::kExists;
    const ListItem title = title_around(scene, trigger.first, trigger.last);
    auto period = scene.period_near(trigger.first, trigger.last);
    if (period && belongs_to_another(scene, trigger, *period)) period.reset();
    // A dated entry of a list of agreements was signed then; a list under "signed in 2018" as well.
    const bool dated = period && period->unit >= 0 && (scene.frame.period(period->unit).bracketed || scene.context.topic == Topic::kAgreements);
    if (rule.event < 0 && (event == nullptr || static_cast<AgreementEvent>(scene.rule(*event).event) == AgreementEvent::kExists) &&
        (event == nullptr || !scene.rule(*event).negated) && (dated || (scene.context.heading_signed && event == nullptr))) {
      event = nullptr;
      happened = AgreementEvent::kSigned;
      if (!period && scene.context.heading_period) period = ClaimPeriod{.period = *scene.context.heading_period, .fiscal_year_of = {}, .implicit = true, .unit = -1};
    }
    if (is_momentary(happened)) period = as_event(period);
    int first = title.first;
    int last = title.last;
    if (event != nullptr && std::abs(event->first - trigger.first) < 10) first = std::min<int>(first, event->first), last = std::max<int>(last, event->last);
    Agreement body{.agreement = static_cast<AgreementType>(rule.type), .event = happened, .title = std::string(scene.frame.words(title.first, title.last)), .parties = {}, .provisional = false};
    body.parties = parties.subjects;
    body.parties.insert(body.parties.end(), parties.objects.begin(), parties.objects.end());
    for (const ActorUse& use : scene.frame.actors) {  // "and other Central Asian countries": a group that joins by name
      if (use.form == NameForm::kGroup && use.unit >= first && !use.actors.empty()) {
        for (const ActorId& actor : use.actors) {
          if (std::ranges::find(body.parties, actor) == body.parties.end()) body.parties.push_back(actor);
        }
      }
    }
    for (int at = first; at < last && !body.provisional; ++at) body.provisional = scene.is_word(at, scene.w.provisionally) || scene.is_word(at, scene.w.provisional);
    for (const ActorId& subject : parties.subjects) {
      for (const ActorId& object : parties.objects) {
        if (subject == object) continue;
        Claim& claim = scene.add(body, first, last, subject, object);
        if (event != nullptr && scene.rule(*event).negated) claim.modality = Modality::kNegated;
        scene.set_period(claim, period);
        break;
      }
      break;
    }
    // "signed in 2008 and in force since 2010": a second event for the same agreement.
    if (event == nullptr) continue;
    for (const TriggerMatch& other : scene.frame.triggers) {
      if (&other == event || scene.family(other) != RuleFamily::kAgreementEvent || other.first < trigger.last) continue;
      const auto further = static_cast<AgreementEvent>(scene.rule(other).event);
      if (further == AgreementEvent::kExists || further == happened || other.first - trigger.last > 24) continue;
      if (nearest_event(scene, RuleFamily::kAgreement, other, 40) != &trigger) continue;
      auto later = scene.period_near(other.first, other.last);
      if (is_momentary(further)) later = as_event(later);
      body.event = further;
      Claim& claim = scene.add(body, first, std::max<int>(last, other.last), parties.subjects.front(), parties.objects.front());
      scene.set_period(claim, later);
    }
  }
}

void read_dialogues(Scene& scene) {
  std::string last_title = scene.context.last_dialogue;
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    const Rule& rule = scene.rule(trigger);
    if (rule.family != RuleFamily::kDialogue) continue;
    const TriggerMatch* event = rule.event >= 0 ? nullptr : nearest_event(scene, RuleFamily::kDialogueEvent, trigger, 18);
    const auto period = scene.period_near(trigger.first, trigger.last);
    ListItem title = title_around(scene, trigger.first, trigger.last);
    // "dialogue on security and migration", "consultations at state-secretary level": what it is on belongs to its title.
    if (title.last == trigger.last && (scene.is_word(title.last, scene.w.on) || scene.is_word(title.last, scene.w.at))) {
      int end = title.last + 1;
      while (end < scene.size() && end - title.last < 9 && (scene.unit(end).kind == UnitKind::kWord || scene.is_word(end, scene.w.dash)) && scene.unit(end).actor < 0 && !scene.in_set(end, WordClass::kVerbs) && !scene.in_set(end, WordClass::kListEnd)) ++end;
      if (end > title.last + 1 && scene.unit(title.last + 1).kind == UnitKind::kWord) title.last = end;
    }
    std::string name(scene.frame.words(title.first, title.last));
    if (rule.reversed) {  // "its second round": the dialogue named last
      if (event == nullptr || last_title.empty()) continue;
      name = last_title;
    }
    const bool proper = scene.frame.annotated->tokens[scene.unit(trigger.first).first].capitalised();
    if (event == nullptr && rule.event < 0 && !proper) continue;
    const Parties parties = symmetric_parties(scene, trigger);
    if (parties.subjects.empty() || parties.objects.empty()) continue;
    auto happened = rule.event >= 0 ? static_cast<DialogueEvent>(rule.event) : event != nullptr ? static_cast<DialogueEvent>(scene.rule(*event).event) : DialogueEvent::kHeld;
    const bool told = std::ranges::any_of(scene.claims, [&](const Claim& claim) {
      const auto* said = std::get_if<Dialogue>(&claim.body);
      return said != nullptr && rule.reversed && said->title == name && said->event == happened;
    });
    if (told) continue;
    last_title = name;
    Dialogue body{.title = name, .parties = {parties.subjects.front(), parties.objects.front()}, .event = happened};
    int first = title.first;
    int last = title.last;
    if (event != nullptr) first = std::min<int>(first, event->first), last = std::max<int>(last, event->last);
    const auto add = [&](DialogueEvent what, const std::optional<ClaimPeriod>& when, int end) {
      body.event = what;
      Claim& claim = scene.add(body, first, std::max(last, end), parties.subjects.front(), parties.objects.front());
      if (what == DialogueEvent::kPlanned) claim.modality = Modality::kPlanned;
      scene.set_period(claim, when);
    };
    if (happened == DialogueEvent::kLaunched || event == nullptr) add(happened, as_event(event != nullptr ? scene.period_near(event->first, event->last) : period), last);
    else add(happened, scene.period_near(event->first, event->last), last);
    // "launched in 2017, last held in 2021": what else the sentence says of it.
    if (event == nullptr) continue;
    for (const TriggerMatch& other : scene.frame.triggers) {
      if (&other == event || scene.family(other) != RuleFamily::kDialogueEvent || other.first < event->last || scene.rule(other).event == scene.rule(*event).event) continue;
      if (nearest_event(scene, RuleFamily::kDialogue, other, 40) != &trigger) continue;
      const auto when = scene.period_near(other.first, other.last);
      if (when && when->unit >= 0 && when->unit > event->first) add(static_cast<DialogueEvent>(scene.rule(other).event), when, other.last);
      break;
    }
  }
}

}  // namespace paraph
