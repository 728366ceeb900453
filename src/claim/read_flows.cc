#include <algorithm>

#include <fmt/format.h>

#include "claim/figures.h"

namespace paraph {
namespace {

std::optional<ActorId> fiscal_owner(const Scene& scene, const Parties& parties) {
  if (!parties.subjects.empty() && scene.context.lexicon->units().fiscal_year(parties.subjects.front())) return parties.subjects.front();
  return scene.context.pair ? std::optional(scene.context.pair->home) : std::nullopt;
}

/// Who receives: "to", "for", "in" whom, but neither the programme that the money stands in nor "its police".
const ActorUse* receiver_after(const Scene& scene, int index, int reach) {
  for (int at = index; at < scene.size() && at < index + reach && scene.clause(at) == scene.clause(std::min(index, scene.size() - 1)); ++at) {
    const ActorUse* use = scene.use_at(at);
    if (use == nullptr || use->form == NameForm::kAgency || (use->implicit && use->possessive)) continue;
    if (use->cue == ActorCue::kTo || use->cue == ActorCue::kFor || use->cue == ActorCue::kIn) return use;
  }
  return nullptr;
}

/// Giver and receiver: "by", possessors and subjects give; "to", "for", "in" receive; `reversed` verbs turn the subject.
Parties flow_parties(const Scene& scene, const TriggerMatch& trigger, int figure, bool investment) {
  const bool reversed = scene.rule(trigger).reversed;
  const int first = std::min<int>(trigger.first, figure);
  const int last = std::max<int>(trigger.last, figure + 1);
  Parties parties;
  const auto set = [](std::vector<ActorId>& side, const ActorUse* use) {
    if (side.empty() && use != nullptr && use->actors.size() <= 2) side = use->actors;
  };
  const auto here = [&](const ActorUse* use) { return use != nullptr && scene.clause(use->unit) == scene.clause(trigger.first) ? use : nullptr; };
  const ActorUse* owner = scene.owner_before(trigger.first);
  if (reversed && owner != nullptr && !owner->possessive) owner = nullptr;  // "Arnor received": no owner but the receiver
  const ActorUse* subject = here(scene.subject_before(first));
  // "Arnor provided Gondor with …": the receiver stands between the giver and the sum.
  const ActorUse* receiver = nullptr;
  if (subject != nullptr && scene.is_word(subject->unit + 1, scene.w.with)) {
    const ActorUse* giver = here(scene.subject_before(subject->unit));
    if (giver != nullptr && giver->actors != subject->actors) receiver = subject, subject = giver;
  }
  const ActorUse* by = here(scene.with_cue(trigger.last, {ActorCue::kBy, ActorCue::kFrom}, false));
  const ActorUse* to = receiver_after(scene, trigger.last, 22);
  if (to == nullptr) to = receiver_after(scene, last, 12);
  if (to == nullptr) {  // "to Arnor, Gondor has given", "in Arnor"
    for (int at = first - 1; at >= 0 && to == nullptr; --at) {
      const ActorUse* use = scene.use_at(at);
      if (use != nullptr && (use->cue == ActorCue::kTo || use->cue == ActorCue::kIn) && scene.clause(at) == scene.clause(trigger.first)) to = use;
    }
  }
  if (reversed) {
    set(parties.objects, subject);
    set(parties.subjects, by);
    set(parties.subjects, owner);
  } else {
    set(parties.subjects, owner);
    set(parties.subjects, by);
    set(parties.subjects, subject);
    set(parties.objects, receiver);
    set(parties.objects, to);
    if (parties.objects.empty()) {
      const ActorUse* after = scene.after(trigger.last, {ActorCue::kPlain, ActorCue::kWith, ActorCue::kOf}, false, 10);
      if (after != nullptr && after->actors != parties.subjects && after->form != NameForm::kAgency) set(parties.objects, after);
    }
  }
  // A programme or agency named on the way ("under the Peace Corps", "JICA basis") gives, never receives.
  for (const ActorUse& use : scene.frame.actors) {
    if (use.form != NameForm::kAgency || scene.clause(use.unit) != scene.clause(trigger.first)) continue;
    if (parties.subjects.empty() && use.actors != parties.objects) parties.subjects = use.actors;
  }
  if (parties.subjects == parties.objects) {
    if (owner != nullptr && owner->actors == parties.subjects) parties.objects.clear();
    else parties.subjects.clear();
  }
  if (parties.subjects.size() == 2 && parties.objects.empty()) parties.subjects.clear();
  if (parties.subjects.empty() && parties.objects.empty()) {
    if (scene.context.heading_subject && scene.context.heading_object) {
      parties.subjects = {*scene.context.heading_subject};
      parties.objects = {*scene.context.heading_object};
    } else if (scene.context.heading_object) {
      parties.objects = {*scene.context.heading_object};
    } else if (scene.context.heading_subject && scene.context.pair) {
      const bool partner = *scene.context.heading_subject == scene.context.pair->partner;
      (partner && !investment ? parties.objects : parties.subjects) = {*scene.context.heading_subject};
    }
  }
  complete_pair(parties, scene.context);
  separate(parties);
  complete_pair(parties, scene.context);
  return parties;
}

/// "The World Bank lent 3 million": an organisation that stands as the verb's subject gives, and no state.
std::optional<ActorId> giving_organisation(const Scene& scene, const TriggerMatch& trigger, int figure) {
  const int first = std::min<int>(trigger.first, figure);
  for (int at = first - 1; at >= 0 && scene.clause(at) == scene.clause(trigger.first); --at) {
    if (const ActorUse* use = scene.use_at(at); use != nullptr && !use->place && use->cue == ActorCue::kPlain) return std::nullopt;
    if (scene.unit(at).kind != UnitKind::kOrganisation) continue;
    if (at > 0 && scene.in_set(at - 1, WordClass::kPreposition)) continue;
    if (at > 1 && scene.is_word(at - 1, scene.w.the) && scene.in_set(at - 2, WordClass::kPreposition)) continue;
    const auto* name = std::get_if<NameMention>(&scene.frame.mention(at).body);
    const NameEntry* entry = name != nullptr ? choose_entry(*name->match, scene.context) : nullptr;
    if (entry != nullptr) return entry->actor;
  }
  return std::nullopt;
}

/// "120 Arnorian firms", "120 firms from Arnor": firms whose home nobody names may be anyone's.
bool names_whose(const Scene& scene, const TriggerMatch& trigger, int figure) {
  for (int at = std::min<int>(trigger.first, figure); at < std::max<int>(trigger.last, figure + 1); ++at) {
    if (scene.use_at(at) != nullptr) return true;
  }
  return scene.owner_before(std::min<int>(trigger.first, figure)) != nullptr || scene.after(trigger.last, {ActorCue::kFrom}, false, 4) != nullptr ||
         scene.use_at(trigger.slot(SlotRole::kSubject)) != nullptr;
}

/// "$5.7 million of it", "of which 3 million": a part of a sum told before, for a time that the sum's date does not tell.
bool part_of_sum(const Scene& scene, int figure) {
  if (!scene.is_word(figure + 1, scene.w.of)) return false;
  const ActorUse* it = scene.use_at(figure + 2);
  return scene.in_set(figure + 2, WordClass::kThem) || (it != nullptr && it->implicit && !it->possessive && !it->pair);
}

/// "for water and sanitation", "in health": the words behind the preposition, up to a mention or sign.
std::string words_behind(const Scene& scene, int from, WordId preposition) {
  for (int at = from; at < scene.size() && at < from + 4; ++at) {
    if (!scene.is_word(at, preposition)) continue;
    int end = at + 1;
    while (end < scene.size() && scene.unit(end).kind == UnitKind::kWord && scene.unit(end).actor < 0 && end - at < 8 && !scene.in_set(end, WordClass::kVerbs)) ++end;
    if (end > at + 1) return std::string(scene.frame.words(at + 1, end));
    return {};
  }
  return {};
}

/// "in constant fiscal year 2024 dollars": "constant FY2024".
std::string prices_of(const Scene& scene) {
  for (int at = 0; at < scene.size(); ++at) {
    if (!scene.is_word(at, scene.w.constant)) continue;
    if (at + 1 == scene.size()) return "constant";
    const Unit& next = scene.unit(at + 1);
    if (next.kind == UnitKind::kPeriod) return "constant " + scene.frame.period(at + 1).period.str();
    if (scene.frame.annotated->tokens[next.first].shape == TokenShape::kNumber) return fmt::format("constant {}", scene.frame.words(at + 1, at + 2));
    return "constant";
  }
  return {};
}

}  // namespace

void read_flow_figures(Scene& scene, const std::vector<Measured>& measured) {
  for (const Measured& one : measured) {
    const TriggerMatch& trigger = scene.frame.triggers[static_cast<std::size_t>(one.trigger)];
    const Rule& rule = scene.rule(trigger);
    const bool investment = rule.family == RuleFamily::kInvestment;
    if (!investment && rule.family != RuleFamily::kAssistance) continue;
    const bool count = scene.unit(one.figure).kind == UnitKind::kNumber;
    if (part_of_sum(scene, one.figure)) continue;
    if (investment && count && !names_whose(scene, trigger, one.figure)) continue;
    Parties parties = flow_parties(scene, trigger, one.figure, investment);
    if (const auto giver = rule.reversed ? std::nullopt : giving_organisation(scene, trigger, one.figure)) parties.subjects = {*giver};
    const auto [first, last] = stretch(scene, trigger, one.figure);
    for (const ActorId& subject : parties.subjects) {
      for (const ActorId& object : parties.objects) {
        if (subject == object) continue;
        ClaimBody body;
        if (investment && count) body = InvestmentRank{};
        else if (investment) body = InvestmentValue{rule.type >= 0 ? std::optional(static_cast<InvestmentMeasure>(rule.type)) : std::nullopt};
        else body = AssistanceValue{.sector = words_behind(scene, last, scene.w.for_), .channel = {}, .form = rule.form >= 0 ? std::optional(static_cast<AssistanceForm>(rule.form)) : std::nullopt, .prices = prices_of(scene)};
        Claim& claim = scene.add(std::move(body), first, last, subject, object);
        set_quantity(scene, claim, one.figure);
        if (count) claim.quantity->unit = "companies";
        auto period = scene.period_near(one.figure, one.figure + 1, fiscal_owner(scene, parties));
        if (!period && scene.context.heading_period) period = ClaimPeriod{.period = *scene.context.heading_period, .fiscal_year_of = scene.context.heading_fiscal_owner, .implicit = true, .unit = -1};
        scene.set_period(claim, period);
      }
    }
  }
}

}  // namespace paraph
