#include <algorithm>

#include "claim/nearest_event.h"
#include "claim/scene.h"

namespace paraph {
namespace {

AgreementEvent event_of(const Scene& scene, const TriggerMatch& trigger) { return static_cast<AgreementEvent>(scene.rule(trigger).event); }

/// The date stands in another clause, beside another agreement.
bool belongs_to_another(const Scene& scene, const TriggerMatch& trigger, const ClaimPeriod& period) {
  if (period.unit < 0 || scene.clause(period.unit) == scene.clause(trigger.first)) return false;
  return std::ranges::any_of(scene.frame.triggers, [&](const TriggerMatch& other) {
    return &other != &trigger && scene.family(other) == RuleFamily::kAgreement && scene.clause(other.first) == scene.clause(period.unit);
  });
}

/// Talks and mere existence last; all else happens on a day: "in force since D" is in force at D.
bool is_momentary(AgreementEvent event) { return event != AgreementEvent::kExists && event != AgreementEvent::kNegotiating; }

/// "applied to accede to the CPTPP": a club that states join.
bool is_acceded_to(const Scene& scene, const TriggerMatch& trigger) {
  if (!scene.in_set(trigger.first, WordClass::kPactBodies)) return false;
  return std::ranges::any_of(scene.frame.triggers, [&](const TriggerMatch& other) {
    return scene.family(other) == RuleFamily::kMembership && other.last <= trigger.first && trigger.first - other.last <= 2 &&
           !scene.is_word(other.first, scene.w.party) && !scene.is_word(other.first, scene.w.parties);
  });
}

/// The agreements that the sentence names; "(TIFA)" behind its own long name is none of its own.
std::vector<const TriggerMatch*> pacts_of(const Scene& scene) {
  std::vector<const TriggerMatch*> pacts;
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    if (scene.family(trigger) != RuleFamily::kAgreement || scene.rule(trigger).type < 0) continue;
    const bool acronym = !pacts.empty() && scene.is_word(trigger.first - 1, scene.w.open) && trigger.first - pacts.back()->last <= 5;
    if (!acronym && !is_acceded_to(scene, trigger)) pacts.push_back(&trigger);
  }
  return pacts;
}

/// An entry of a list: a title and a date, no verb.
bool is_entry(const Scene& scene) {
  for (int at = 0; at < scene.size(); ++at) {
    if (scene.in_set(at, WordClass::kVerbs)) return false;
  }
  return true;
}

/// An organisation that is itself a party: "a trade agreement with MERCOSUR", "SACU, which signed …".
std::optional<ActorId> organisation_at(const Scene& scene, int at) {
  if (at < 0 || at >= scene.size() || scene.unit(at).kind != UnitKind::kOrganisation) return std::nullopt;
  const NameEntry* entry = choose_entry(*std::get<NameMention>(scene.frame.mention(at).body).match, scene.context);
  return entry != nullptr ? std::optional(entry->actor) : std::nullopt;
}

std::optional<ActorId> organisation_with(const Scene& scene, const TriggerMatch& trigger) {
  for (int at = trigger.last; at < scene.size() && at < trigger.last + 7; ++at) {
    if (scene.use_at(at) != nullptr || scene.in_set(at, WordClass::kVerbs)) return std::nullopt;
    if (!scene.is_word(at, scene.w.with)) continue;
    return organisation_at(scene, scene.is_word(at + 1, scene.w.the) ? at + 2 : at + 1);
  }
  return std::nullopt;
}

/// "SACU, which signed …", "the EAEU, with which …": the organisation right before the relative.
std::optional<ActorId> organisation_which(const Scene& scene, const TriggerMatch& trigger) {
  for (int at = trigger.first - 1; at > 0 && trigger.first - at <= 9; --at) {
    if (!scene.is_word(at, scene.w.which)) continue;
    int before = at - 1;
    while (before >= 0 &&
           (scene.is_word(before, scene.w.comma) || scene.is_word(before, scene.w.with) || scene.is_word(before, scene.w.close)))
      --before;
    if (auto found = organisation_at(scene, before)) {
      if (scene.is_word(before - 1, scene.w.open)) {  // "the Southern African Customs Union (SACU)"
        if (auto named = organisation_at(scene, before - 2)) return named;
      }
      return found;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

/// Who made it: the states around it, an organisation in the place of one, the other one for whom it is in force.
Parties makers(const Scene& scene, const TriggerMatch& trigger, const TriggerMatch* event) {
  Parties parties = symmetric_parties(scene, trigger);
  const auto among = [&](const ActorId& actor) {
    return std::ranges::find(parties.subjects, actor) != parties.subjects.end() ||
           std::ranges::find(parties.objects, actor) != parties.objects.end();
  };
  // "Rohan, whose trade agreement with Arnor …"
  for (int at = trigger.first - 1; at > 0 && trigger.first - at <= 5; --at) {
    if (!scene.is_word(at, scene.w.whose)) continue;
    const ActorUse* owner = scene.use_at(scene.is_word(at - 1, scene.w.comma) ? at - 2 : at - 1);
    const ActorUse* with = scene.after(trigger.last, {ActorCue::kWith}, false, 6);
    if (owner != nullptr && with != nullptr && owner->actors.size() == 1 && with->actors.size() == 1) return {owner->actors, with->actors};
  }
  if (const auto with = organisation_with(scene, trigger)) {
    if (parties.subjects.empty()) return parties;
    const ActorUse* subject = scene.subject_before(trigger.first);
    return {subject != nullptr && subject->actors.size() == 1 ? subject->actors : std::vector{parties.subjects.front()}, {*with}};
  }
  if (const auto which = organisation_which(scene, trigger); which && !parties.subjects.empty()) {
    const ActorUse* with = scene.after(trigger.last, {ActorCue::kWith}, false, 6);
    const ActorUse* acting = scene.subject_before(trigger.first);
    if (with != nullptr && with->actors.size() == 1) return {{*which}, with->actors};
    if (acting != nullptr && acting->actors.size() == 1 && acting->cue == ActorCue::kPlain) return {acting->actors, {*which}};
  }
  // "entered into force for Rohan in 2011", of a treaty that others made too.
  if (event != nullptr && (event_of(scene, *event) == AgreementEvent::kInForce || event_of(scene, *event) == AgreementEvent::kRatified)) {
    const ActorUse* whom = scene.after(event->last, {ActorCue::kFor, ActorCue::kBetween}, false, 3);
    if (whom != nullptr && whom->actors.size() == 2 && whom->cue == ActorCue::kBetween) return {{whom->actors[0]}, {whom->actors[1]}};
    if (whom != nullptr && whom->actors.size() == 1 && !among(whom->actors.front())) {
      if (const auto other = scene.context.other(whom->actors.front())) return {{*other}, whom->actors};
    }
  }
  return parties;
}

/// The title as written; what an "agreement on …" is on belongs to it.
ListItem pact_title(const Scene& scene, const TriggerMatch& trigger) {
  const int end_of_words = trigger.slot(SlotRole::kPeriod) >= 0 ? trigger.whole_last : trigger.last;  // "treaty of 1920"
  ListItem title = title_around(scene, trigger.first, end_of_words);
  if (title.last > end_of_words || !scene.in_set(title.last - 1, WordClass::kPreposition)) return title;
  int end = title.last;
  while (end < scene.size() && end - title.last < 8 && (scene.unit(end).kind == UnitKind::kWord || scene.is_word(end, scene.w.dash)) &&
         scene.unit(end).actor < 0 && !scene.in_set(end, WordClass::kVerbs) && !scene.in_set(end, WordClass::kListEnd) &&
         !scene.is_word(end, scene.w.between) && !scene.is_word(end, scene.w.with) && !scene.is_word(end, scene.w.by))
    ++end;
  return {title.first, end};
}

class PactReader {
 public:
  explicit PactReader(Scene& scene) : scene_(scene), pacts_(pacts_of(scene)) {}

  void run() {
    for (const TriggerMatch* pact : pacts_) read(*pact);
    if (pacts_.empty() && scene_.context.last_agreement) read_pronoun();
  }

 private:
  const TriggerMatch* event_for(const TriggerMatch& trigger) const {
    if (scene_.rule(trigger).event >= 0) return nullptr;
    const TriggerMatch* event = nearest_event(scene_, RuleFamily::kAgreementEvent, trigger, pacts_, 36);
    if (event == nullptr || !scene_.rule(*event).negated) return event;
    // "no treaty is in force": what it denies is said behind.
    for (const TriggerMatch& other : scene_.frame.triggers) {
      if (scene_.family(other) != RuleFamily::kAgreementEvent || other.first < trigger.last || other.first - trigger.last > 6) continue;
      if (event_of(scene_, other) != AgreementEvent::kExists && scene_.clause(other.first) == scene_.clause(trigger.first)) return &other;
    }
    return event;
  }

  bool is_denied(const TriggerMatch& trigger) const {
    return std::ranges::any_of(scene_.frame.triggers, [&](const TriggerMatch& other) {
      return scene_.family(other) == RuleFamily::kAgreementEvent && scene_.rule(other).negated && other.last <= trigger.first &&
             trigger.first - other.last <= 4;
    });
  }

  void read(const TriggerMatch& trigger) {
    const Rule& rule = scene_.rule(trigger);
    const TriggerMatch* event = event_for(trigger);
    const Parties parties = makers(scene_, trigger, event);
    if (parties.subjects.empty() || parties.objects.empty()) return;
    auto happened = rule.event >= 0    ? static_cast<AgreementEvent>(rule.event)
                    : event != nullptr ? event_of(scene_, *event)
                                       : AgreementEvent::kExists;
    const ListItem title = pact_title(scene_, trigger);
    // "a convention, signed in 2007, …": behind the noun, the event has its date beside it.
    auto period = event != nullptr && event->first >= trigger.last && event->first - trigger.last <= 4
                      ? scene_.period_near(event->first, event->last)
                      : scene_.period_near(trigger.first, trigger.last);
    if (period && belongs_to_another(scene_, trigger, *period)) period.reset();
    const bool negated = event != nullptr && (scene_.rule(*event).negated || is_denied(trigger));
    // A dated entry of a list of agreements was signed then, or came into force under such a heading; a list under "signed in 2018" as
    // well.
    const bool dated = period && period->unit >= 0 &&
                       (scene_.frame.period(period->unit).bracketed || scene_.context.topic == Topic::kAgreements || is_entry(scene_));
    if (rule.event < 0 && !negated && happened == AgreementEvent::kExists &&
        (dated || (scene_.context.heading_signed && event == nullptr))) {
      event = nullptr;
      happened = scene_.context.heading_in_force ? AgreementEvent::kInForce : AgreementEvent::kSigned;
      if (!period && scene_.context.heading_period)
        period = ClaimPeriod{.period = *scene_.context.heading_period, .fiscal_year_of = {}, .implicit = true, .unit = -1};
    } else if (rule.event < 0 && event == nullptr && scene_.context.topic != Topic::kAgreements) {
      return;  // named in passing: nothing is said of it
    }
    if (is_momentary(happened)) period = as_event(period);
    int first = title.first;
    int last = title.last;
    if (event != nullptr && std::abs(event->first - trigger.first) < 10)
      first = std::min<int>(first, event->first), last = std::max<int>(last, event->last);
    Agreement body{.agreement = static_cast<AgreementType>(rule.type),
                   .event = happened,
                   .title = std::string(scene_.frame.words(title.first, title.last)),
                   .parties = {},
                   .provisional = false};
    body.parties = parties.subjects;
    body.parties.insert(body.parties.end(), parties.objects.begin(), parties.objects.end());
    for (const ActorUse& use : scene_.frame.actors) {  // "and other Central Asian countries": a group that joins by name
      if (use.form != NameForm::kGroup || use.unit < first) continue;
      for (const ActorId& actor : use.actors) {
        if (std::ranges::find(body.parties, actor) == body.parties.end()) body.parties.push_back(actor);
      }
    }
    for (int at = first; at < last && !body.provisional; ++at)
      body.provisional = scene_.is_word(at, scene_.w.provisionally) || scene_.is_word(at, scene_.w.provisional);
    if (parties.subjects.front() == parties.objects.front()) return;
    Claim& claim = scene_.add(body, first, last, parties.subjects.front(), parties.objects.front());
    if (negated) claim.modality = Modality::kNegated;
    scene_.set_period(claim, period);
    if (event != nullptr && !negated) read_further(trigger, *event, body, period ? period->unit : -1, first, last, parties);
  }

  /// "signed in 2008 and in force since 2010": further events of the same agreement, each with a date of its own or denied.
  void read_further(const TriggerMatch& trigger, const TriggerMatch& event, Agreement body, int taken, int first, int last,
                    const Parties& parties) {
    const AgreementEvent told = body.event;
    for (const TriggerMatch& other : scene_.frame.triggers) {
      if (&other == &event || scene_.family(other) != RuleFamily::kAgreementEvent || other.first < trigger.last) continue;
      const AgreementEvent further = event_of(scene_, other);
      if (further == AgreementEvent::kExists || further == told || other.first - trigger.last > 30) continue;
      if (nearest_noun(scene_, other, pacts_, 46) != &trigger) continue;
      auto later = scene_.period_near(other.first, other.last);
      if (later && (later->unit < 0 || later->unit == taken || later->unit < event.first)) later.reset();
      if (is_momentary(further)) later = as_event(later);
      body.event = further;
      Claim& claim = scene_.add(body, first, std::max<int>(last, other.last), parties.subjects.front(), parties.objects.front());
      if (!later && claim.modality != Modality::kNegated) {
        scene_.claims.pop_back();
        continue;
      }
      scene_.set_period(claim, later);
    }
  }

  /// "It entered into force in 1998", "that pact took effect …": of the agreement that the sentence before named.
  void read_pronoun() {
    const Claim before = *scene_.context.last_agreement;
    for (const TriggerMatch& event : scene_.frame.triggers) {
      if (scene_.family(event) != RuleFamily::kAgreementEvent || scene_.rule(event).negated) continue;
      const AgreementEvent happened = event_of(scene_, event);
      if (happened == AgreementEvent::kExists || happened == AgreementEvent::kConcluded || happened == AgreementEvent::kNegotiating)
        continue;
      if (!stands_for_pact(event.first)) continue;
      const auto period = as_event(scene_.period_near(event.first, event.last));
      if (!period || period->unit < 0) continue;
      Agreement body = std::get<Agreement>(before.body);
      body.event = happened;
      Claim& claim = scene_.add(std::move(body), 0, event.last, before.subject, before.object);
      scene_.set_period(claim, period);
    }
  }

  /// Nothing but "it", "the agreement", "the latter" stands before the verb.
  bool stands_for_pact(int verb) const {
    for (int at = 0; at < verb; ++at) {
      const ActorUse* use = scene_.use_at(at);
      if (use != nullptr && !(use->implicit && at <= 1)) return false;
      if (scene_.unit(at).kind == UnitKind::kPerson) return false;
    }
    const bool pronoun = scene_.use_at(0) != nullptr || scene_.is_word(0, scene_.w.they);
    const bool noun = scene_.in_set(1, WordClass::kPactNouns) &&
                      (scene_.is_word(0, scene_.w.the) || scene_.is_word(0, scene_.w.this_) || scene_.is_word(0, scene_.w.that));
    return (pronoun && verb <= 4) || (noun && verb <= 8);
  }

  Scene& scene_;
  std::vector<const TriggerMatch*> pacts_;
};

}  // namespace

void read_agreements(Scene& scene) { PactReader(scene).run(); }

}  // namespace paraph
