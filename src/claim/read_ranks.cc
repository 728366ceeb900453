#include <algorithm>

#include "claim/figures.h"

namespace paraph {
namespace {

/// The trade words behind a share or rank: "12% of its exports".
Flow flow_around(const Scene& scene, const TriggerMatch& trigger) {
  if (scene.rule(trigger).flow >= 0) return static_cast<Flow>(scene.rule(trigger).flow);
  const TriggerMatch* trade = nearest_trade(scene, trigger, true);
  return trade != nullptr ? flow_of(scene, *trade) : Flow::kTotal;
}

/// "Among the top five partners", "one of the ten largest markets": the number that bounds the place.
std::optional<int> among_first(const Scene& scene, const TriggerMatch& trigger) {
  bool among = false;
  std::optional<int> number;
  for (int at = std::max(0, trigger.first - 7); at < trigger.last; ++at) {
    if (scene.in_set(at, WordClass::kAmong)) among = true;
    if (scene.unit(at).kind != UnitKind::kNumber || !among) continue;
    const bool placed = scene.in_set(at - 1, WordClass::kChief) || scene.in_set(at + 1, WordClass::kSuperlative) || scene.in_set(at + 1, WordClass::kChief);
    const auto& value = scene.frame.quantity(at).quantity.value;
    if (placed && value && Decimal(1) < *value && *value < Decimal(51)) number = at;
  }
  return number;
}

/// Whose n-th partner whom: the owner next to the rank, or behind "of" and "for"; the other actor is the partner.
Parties rank_parties(const Scene& scene, const TriggerMatch& trigger, int from) {
  Parties parties;
  const ActorUse* owner = scene.owner_before(from);
  if (owner == nullptr) owner = scene.after(trigger.last, {ActorCue::kOf, ActorCue::kFor, ActorCue::kTo, ActorCue::kIn, ActorCue::kWith}, false, 8);
  if (owner == nullptr) {  // "For Arnor, it is the third partner"
    for (int at = from - 1; at >= 0 && owner == nullptr; --at) {
      const ActorUse* use = scene.use_at(at);
      if (use != nullptr && use->cue == ActorCue::kFor) owner = use;
    }
  }
  // "Arnor … is its 14th market": a partner is never its own, so "its" is the other's.
  if (owner != nullptr && owner->implicit && !owner->pair) {
    const ActorUse* subject = scene.subject_before(owner->unit);
    if (subject != nullptr && subject->actors == owner->actors && subject->actors.size() == 1) {
      if (const auto other = scene.context.other(subject->actors.front())) return {{*other}, subject->actors};
    }
  }
  if (owner != nullptr) parties.subjects = owner->actors;
  const int start = owner != nullptr && owner->unit < from ? owner->unit : from;
  const ActorUse* partner = nullptr;
  for (int at = start - 1; at >= 0; --at) {
    const ActorUse* use = scene.use_at(at);
    if (use == nullptr || use == owner || use->form == NameForm::kPlace || use->cue == ActorCue::kAfter) continue;
    if (owner != nullptr && use->actors == owner->actors) continue;
    if (scene.in_set(at - 1, WordClass::kOvertaking) || (scene.is_word(at - 1, scene.w.the) && scene.in_set(at - 2, WordClass::kOvertaking))) continue;
    if (use->possessive && use->cue == ActorCue::kPlain && use->form == NameForm::kName && !use->implicit && at + 2 < from) continue;
    partner = use;
    break;
  }
  if (partner == nullptr) {
    for (int at = trigger.last; at < scene.size() && at < trigger.last + 10; ++at) {
      const ActorUse* use = scene.use_at(at);
      if (use != nullptr && use != owner && use->cue != ActorCue::kAfter && use->form != NameForm::kPlace) {
        partner = use;
        break;
      }
    }
  }
  if (partner != nullptr) {
    if (partner->actors.size() == 1 || parties.subjects.empty()) parties.objects = partner->actors;
  }
  if (parties.objects.size() == 2 && parties.subjects.empty()) {
    parties.subjects = {parties.objects.front()};
    parties.objects.erase(parties.objects.begin());
  }
  complete_pair(parties, scene.context);
  separate(parties);
  complete_pair(parties, scene.context);
  return parties;
}

/// "Potash, which made up 85 per cent of our purchases": a share of goods, not of a partner.
bool subordinate(const Scene& scene, const TriggerMatch& trigger) {
  int at = trigger.first - 1;
  while (at >= 0 && scene.in_set(at, WordClass::kVerbs)) --at;
  return scene.is_word(at, scene.w.which) && scene.use_at(at - 1) == nullptr && scene.use_at(at - 2) == nullptr;
}

}  // namespace

void read_ranks(Scene& scene, const std::vector<Measured>& measured) {
  for (std::size_t t = 0; t < scene.frame.triggers.size(); ++t) {
    const TriggerMatch& trigger = scene.frame.triggers[t];
    const Rule& rule = scene.rule(trigger);
    if (rule.family != RuleFamily::kRank) continue;
    int from = trigger.first;
    std::optional<int> ordinal;
    for (const Measured& one : measured) {
      if (one.trigger == static_cast<int>(t)) ordinal = one.figure;
    }
    if (!ordinal && trigger.slot(SlotRole::kValue) >= 0) ordinal = trigger.slot(SlotRole::kValue);
    bool superlative = false;
    bool plural = false;
    for (int at = trigger.first; at < trigger.last; ++at) plural = plural || scene.in_set(at, WordClass::kPluralRank);
    for (int at = std::max(0, trigger.first - 4); at < trigger.last && !superlative; ++at) {
      superlative = scene.in_set(at, WordClass::kSuperlative) || (!plural && scene.in_set(at, WordClass::kChief));
    }
    const std::optional<int> among = plural && !ordinal ? among_first(scene, trigger) : std::nullopt;
    if (plural && !ordinal && !among) continue;
    if (!ordinal && !superlative && !among) continue;
    if (ordinal) from = std::min(from, *ordinal);
    while (from > 0 && (scene.in_set(from - 1, WordClass::kSuperlative) || scene.in_set(from - 1, WordClass::kChief) || scene.in_set(from - 1, WordClass::kRankAdjective))) --from;
    Parties parties = rank_parties(scene, trigger, from);
    Quantity quantity;
    quantity.unit = "rank";
    if (ordinal && *ordinal < scene.size()) {
      quantity.value = scene.frame.quantity(*ordinal).quantity.value;
      quantity.comparator = scene.frame.quantity(*ordinal).quantity.comparator;
    } else if (among) {
      quantity.value = scene.frame.quantity(*among).quantity.value;
      quantity.comparator = Comparator::kAtMost;
    } else {
      quantity.value = Decimal(1);
    }
    const int kind = rule.type;
    const int last = std::max<int>(trigger.last, ordinal ? *ordinal + 1 : 0);
    if (kind == 2 && !rule.reversed) std::swap(parties.subjects, parties.objects);  // subject is the donor
    if (kind == 1) std::swap(parties.subjects, parties.objects);                    // subject is the investor
    for (const ActorId& subject : parties.subjects) {
      for (const ActorId& object : parties.objects) {
        if (subject == object) continue;
        ClaimBody body = TradeRank{TradeScope{.flow = flow_around(scene, trigger), .coverage = {}, .product = {}, .scope = {}}};
        if (kind == 1) body = InvestmentRank{};
        if (kind == 2) body = AssistanceRank{rule.reversed ? RankSide::kRecipient : RankSide::kDonor, {}};
        Claim& claim = scene.add(std::move(body), from, last, subject, object);
        claim.quantity = quantity;
        scene.set_period(claim, scene.period_near(from, last));
      }
    }
  }
}

void read_shares(Scene& scene, const std::vector<Measured>& measured) {
  const ActorUse* last_owner = nullptr;
  for (const Measured& one : measured) {
    const TriggerMatch& trigger = scene.frame.triggers[static_cast<std::size_t>(one.trigger)];
    if (scene.family(trigger) != RuleFamily::kShare) continue;
    const TriggerMatch* trade = nearest_trade(scene, trigger, true);
    if (trade == nullptr && scene.rule(trigger).flow < 0) continue;
    const Flow flow = flow_around(scene, trigger);
    // Whose flow: the owner of the trade noun; of whom the share is: the actor that takes or supplies it.
    const int noun = trade != nullptr ? static_cast<int>(trade->first) : static_cast<int>(trigger.first);
    const ActorUse* owner = scene.owner_before(noun);
    if (owner == nullptr && trade != nullptr) owner = scene.after(trade->last, {ActorCue::kOf, ActorCue::kBy}, false, 5);
    if (owner == nullptr) owner = last_owner;  // "took 12% of Arnor's exports and supplied 8% of imports"
    if (owner != nullptr && last_owner != nullptr && owner->implicit && !owner->pair && !last_owner->implicit) owner = last_owner;
    if (subordinate(scene, trigger)) continue;
    last_owner = owner;
    Parties parties;
    if (owner != nullptr && !owner->pair) parties.subjects = {owner->actors.front()};
    const ActorUse* partner = nullptr;
    const int pivot = std::min(one.figure, noun);
    const bool bracketed = scene.is_word(one.figure - 1, scene.w.open);
    if (bracketed && scene.use_at(one.figure - 2) != nullptr) partner = scene.use_at(one.figure - 2);
    // "buys a third of its exports": "its" is never the buyer's own.
    if (owner != nullptr && owner->implicit && !owner->pair && partner == nullptr) {
      const ActorUse* subject = scene.subject_before(pivot);
      if (subject != nullptr && subject->actors == owner->actors) {
        if (const auto other = scene.context.other(subject->actors.front())) parties.subjects = {*other}, partner = subject;
      }
    }
    for (int at = pivot - 1; at >= 0 && partner == nullptr; --at) {
      const ActorUse* use = scene.use_at(at);
      if (use != nullptr && use != owner && use->form != NameForm::kPlace && (owner == nullptr || use->actors != owner->actors)) partner = use;
    }
    if (partner == nullptr) {
      for (int at = pivot; at < scene.size() && partner == nullptr; ++at) {
        const ActorUse* use = scene.use_at(at);
        if (use != nullptr && use != owner && (owner == nullptr || use->actors != owner->actors)) partner = use;
      }
    }
    if (partner == nullptr) continue;
    parties.objects = {partner->actors.front()};
    // "Major markets: Arnor (24%)" in the profile of one state: its own.
    if (owner == nullptr && scene.context.profile_of && *scene.context.profile_of != parties.objects.front()) parties.subjects = {*scene.context.profile_of};
    complete_pair(parties, scene.context);
    separate(parties);
    if (parties.subjects.empty() || parties.objects.empty()) continue;
    const int first = std::min<int>(one.figure, trigger.first);
    const int last = std::max<int>({one.figure + 1, static_cast<int>(trigger.last), trade != nullptr ? static_cast<int>(trade->last) : 0});
    TradeScope scope = trade != nullptr ? trade_scope(scene, *trade, flow) : TradeScope{.flow = flow, .coverage = {}, .product = {}, .scope = {}};
    scope.flow = flow;
    Claim& claim = scene.add(TradeShare{scope}, first, last, parties.subjects.front(), parties.objects.front());
    set_quantity(scene, claim, one.figure);
    if (scene.unit(one.figure).kind == UnitKind::kNumber && claim.quantity->value) {
      claim.quantity->value = claim.quantity->value->shifted(2);
      claim.quantity->digits = 0;
    }
    claim.quantity->unit = "percent";
    scene.set_period(claim, scene.period_near(first, last));
  }
}

}  // namespace paraph
