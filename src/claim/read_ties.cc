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

/// An organisation, or the European Union, which is an actor too.
bool is_body(const Scene& scene, int at) {
  if (scene.unit(at).kind == UnitKind::kOrganisation) return true;
  const ActorUse* use = scene.use_at(at);
  return use != nullptr && use->body && scene.unit(at).mention >= 0;
}

/// Empty for an organisation that goes by its id; else its acronym where the text gives one, else its name.
std::string organisation_as_written(const Scene& scene, int at, const NameEntry& entry) {
  if (scene.context.lexicon->gazetteer().has_settled_id(entry.actor)) return {};
  if (entry.form != NameForm::kAcronym && scene.is_word(at + 1, scene.w.open) && at + 2 < scene.size()) {
    const Unit& behind = scene.unit(at + 2);
    const bool caps = scene.frame.annotated->tokens[behind.first].shape == TokenShape::kCaps && behind.last == behind.first + 1;
    if (caps && scene.is_word(at + 3, scene.w.close)) return std::string(scene.frame.words(at + 2, at + 3));
  }
  return std::string(scene.frame.words(at, at + 1));
}

}  // namespace

void read_relations(Scene& scene) {
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    const Rule& rule = scene.rule(trigger);
    if (rule.family != RuleFamily::kRelations || rule.event < 0) continue;
    const Parties parties = symmetric_parties(scene, trigger);
    const auto [first, last] = tie_stretch(scene, trigger);
    const auto period = as_event(scene.period_near(trigger.first, trigger.last));
    for (const ActorId& subject : parties.subjects) {
      for (const ActorId& object : parties.objects) {
        if (subject == object) continue;
        Claim& claim = scene.add(Relations{static_cast<RelationEvent>(rule.event)}, first, last, subject, object);
        scene.set_period(claim, period);
      }
    }
  }
}

void read_state_events(Scene& scene) {
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    const Rule& rule = scene.rule(trigger);
    if (rule.family == RuleFamily::kStateEvent && rule.event >= 0) {
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
      const auto period = scene.period_near(trigger.first, trigger.last);
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

/// Organisations behind (or right before) each status word; one claim for each member and organisation.
void read_memberships(Scene& scene) {
  std::vector<const TriggerMatch*> triggers;
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    if (scene.family(trigger) == RuleFamily::kMembership) triggers.push_back(&trigger);
  }
  std::vector<ActorId> last_subjects;
  int last_organisation = -1;
  for (std::size_t t = 0; t < triggers.size(); ++t) {
    const TriggerMatch& trigger = *triggers[t];
    const Rule& rule = scene.rule(trigger);
    const int until = t + 1 < triggers.size() ? triggers[t + 1]->first : scene.size();
    std::vector<int> organisations;
    int gap = 0;
    for (int at = trigger.last; at < until && gap <= 14; ++at) {
      if (is_body(scene, at)) {
        organisations.push_back(at);
        gap = 0;
      } else {
        ++gap;
        if (scene.is_word(at, scene.w.semicolon) && organisations.empty()) break;
        if (!organisations.empty() && scene.in_set(at, WordClass::kListEnd)) break;
      }
    }
    for (int at = trigger.whole_first; at < trigger.whole_last; ++at) {
      if (is_body(scene, at) && at < trigger.last) organisations.insert(organisations.begin(), at);
    }
    if (organisations.empty()) {  // "a NATO member", "the WTO, which Arnor joined"
      for (int at = trigger.first - 1; at >= 0 && trigger.first - at <= 5; --at) {
        if (is_body(scene, at)) {
          organisations.push_back(at);
          break;
        }
      }
    }
    // "an observer since 2015 and a full member since 2024": the same organisation.
    if (organisations.empty() && last_organisation >= 0) organisations.push_back(last_organisation);
    if (organisations.empty()) continue;
    last_organisation = organisations.back();
    const ActorUse* subject = scene.use_at(trigger.slot(SlotRole::kSubject));
    if (subject == nullptr) subject = scene.subject_before(trigger.first);
    if (subject == nullptr) subject = scene.after(trigger.last, {ActorCue::kOf, ActorCue::kBy}, false, 5);
    std::vector<ActorId> members;
    if (subject != nullptr && subject->actors.size() <= 6) members = subject->actors;
    else if (!last_subjects.empty()) members = last_subjects;
    else if (scene.context.focus) members = {*scene.context.focus};
    else if (scene.context.pair) members = {scene.context.pair->partner};
    last_subjects = members;
    const auto status = static_cast<MembershipStatus>(std::max<int>(rule.type, 0));
    std::vector<ActorId> told;  // a name and its acronym in brackets are one organisation
    for (const int organisation : organisations) {
      const auto& name = std::get<NameMention>(scene.frame.mention(organisation).body);
      const NameEntry* entry = choose_entry(*name.match, scene.context);
      if (entry == nullptr || std::ranges::find(told, entry->actor) != told.end()) continue;
      told.push_back(entry->actor);
      for (const ActorId& member : members) {
        if (member == entry->actor) continue;
        Claim& claim = scene.add(Membership{status, organisation_as_written(scene, organisation, *entry)}, std::min<int>(trigger.first, organisation), std::max<int>(trigger.last, organisation + 1), member, entry->actor);
        const auto period = scene.period_near(organisation, organisation + 1);
        if (period && (organisations.size() == 1 || std::abs(period->unit - organisation) <= 4 || rule.event >= 0 || period->unit < trigger.first)) scene.set_period(claim, period);
      }
    }
  }
}

}  // namespace paraph
