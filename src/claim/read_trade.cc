#include <algorithm>

#include "claim/figures.h"
#include "claim/in_order.h"

namespace paraph {
namespace {

/// The change trigger that a trade trigger's figures move by: in its clause, nearest.
const TriggerMatch* change_near(const Scene& scene, int first, int last) {
  const TriggerMatch* best = nullptr;
  int lowest = 16;
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    if (scene.family(trigger) != RuleFamily::kChange) continue;
    const int cost = (trigger.first >= last ? trigger.first - last : first - trigger.last) + 6 * std::abs(scene.clause(trigger.first) - scene.clause(first));
    if (cost < lowest) lowest = cost, best = &trigger;
  }
  return best;
}

bool led_by(const Scene& scene, int figure, WordClass set) {
  for (int at = figure - 1; at >= 0 && figure - at <= 3; --at) {
    if (scene.in_set(at, set)) return true;
    if (!scene.in_set(at, WordClass::kHedge)) return false;
  }
  return false;
}

struct TradeTopic {
  Parties parties;
  Flow flow = Flow::kTotal;
  TradeScope scope;
};

/// "Arnor's exports were …, while imports came to …": whose they are was said before, in the sentence or its passage.
Parties told_before(const Scene& scene, const TriggerMatch& trigger) {
  for (auto claim = scene.claims.rbegin(); claim != scene.claims.rend(); ++claim) {
    const auto* told = std::get_if<TradeValue>(&claim->body);
    if (told == nullptr || told->trade.flow == Flow::kTotal || !claim->subject || !claim->object) continue;
    if (claim->span.first() > scene.frame.text_span(trigger.first, trigger.last).first()) continue;
    return {{*claim->subject}, {*claim->object}};
  }
  if (const auto& before = scene.context.last_traders) return {{before->home}, {before->partner}};
  return {};
}

TradeTopic topic_at(const Scene& scene, const TriggerMatch& trigger) {
  TradeTopic topic;
  topic.flow = flow_of(scene, trigger);
  topic.parties = traders(scene, trigger, topic.flow);
  topic.scope = trade_scope(scene, trigger, topic.flow);
  return topic;
}

bool is_day(const CivilPeriod& period) { return period.from() && period.from() == period.to() && period.from()->day != 0; }

/// The figure's own date, else that of the trade read before it in the sentence or the passage, else the section's.
std::optional<ClaimPeriod> figure_period(const Scene& scene, int figure) {
  const auto home = scene.context.pair ? std::optional(scene.context.pair->home) : std::nullopt;
  if (const auto ordered = period_in_order(scene, figure)) return scene.resolve(*ordered, home);
  const bool start = led_by(scene, figure, WordClass::kChangeFrom);
  if (auto own = start ? scene.period_behind(figure, home) : scene.period_near(figure, figure + 1, home)) {
    if (is_day(own->period)) return std::nullopt;  // "the year that ended on 7 July": nothing is traded in a day
    return own;
  }
  if (start) return std::nullopt;  // "rose from 90 million": when, nobody says
  for (const Claim& told : scene.claims) {
    if (told.kind() != ClaimKind::kTradeValue || !told.period) continue;
    return ClaimPeriod{.period = *told.period, .fiscal_year_of = told.fiscal_year_of, .implicit = true, .unit = -1};
  }
  const auto& before = scene.context.last_trade_period ? scene.context.last_trade_period : scene.context.heading_period;
  if (!before) return std::nullopt;
  return ClaimPeriod{.period = *before, .fiscal_year_of = before->fiscal() ? scene.context.last_fiscal_owner : std::nullopt, .implicit = true, .unit = -1};
}

/// With several partners the figure is of all together, but for rows that "respectively" pairs.
const ActorId* one_of(const Scene& scene, const std::vector<ActorId>& actors, int figure) {
  if (actors.size() == 1) return &actors.front();
  const auto place = row_place(scene, figure);
  return place && place->size == static_cast<int>(actors.size()) ? &actors[static_cast<std::size_t>(place->index)] : nullptr;
}

/// "Exports: $436 million" in the profile of one state: all it sells, to whomever.
bool add_total(Scene& scene, const TriggerMatch& trigger, Flow flow, int figure) {
  if (!scene.context.profile_of || flow == Flow::kBalance || flow == Flow::kTotal) return false;
  if (scene.after(trigger.last - 1, {ActorCue::kTo, ActorCue::kFrom, ActorCue::kWith}, true, 9) != nullptr) return false;
  const ActorUse* owner = scene.owner_before(trigger.first);
  if (owner != nullptr && owner->actors != std::vector{*scene.context.profile_of}) return false;
  const auto [first, last] = stretch(scene, trigger, figure);
  const auto period = figure_period(scene, figure);
  Claim& claim = scene.add(Indicator{flow == Flow::kExports ? IndicatorKind::kExportsTotal : IndicatorKind::kImportsTotal}, first, last, *scene.context.profile_of, std::nullopt);
  set_quantity(scene, claim, figure);
  scene.set_period(claim, period);
  return true;
}

void add_value(Scene& scene, const TriggerMatch& trigger, const TradeTopic& topic, int figure) {
  if (add_total(scene, trigger, topic.flow, figure)) return;
  const auto [first, last] = stretch(scene, trigger, figure);
  const ActorId* subject = one_of(scene, topic.parties.subjects, figure);
  const ActorId* object = one_of(scene, topic.parties.objects, figure);
  if (subject == nullptr || object == nullptr || *subject == *object) return;
  const auto period = figure_period(scene, figure);
  Claim& claim = scene.add(TradeValue{topic.scope}, first, last, *subject, *object);
  set_quantity(scene, claim, figure);
  scene.set_period(claim, period);
  if (topic.flow == Flow::kBalance && claim.quantity && claim.quantity->value && scene.rule(trigger).negated) claim.quantity->value = -*claim.quantity->value;
}

/// One claim for a movement: from and to where the figures say so, the percentage where it is given.
void add_change(Scene& scene, const TriggerMatch& change, const TriggerMatch& trade, std::optional<int> percent, std::span<const int> money) {
  const TradeTopic topic = topic_at(scene, trade);
  const Rule& rule = scene.rule(change);
  std::optional<int> from;
  std::optional<int> to;
  for (const int figure : money) {
    if (led_by(scene, figure, WordClass::kChangeFrom)) from = figure;
    else if (led_by(scene, figure, WordClass::kChangeTo) && !to) to = figure;
  }
  if (!percent && !from && rule.percent == 0 && !(to && rule.direction >= 0)) {
    if (!scene.period_near(change.first, change.last)) return;
  }
  int first = std::min<int>(change.first, trade.first);
  int last = std::max<int>(change.last, trade.last);
  for (const auto& unit : {percent, from, to}) {
    if (unit) first = std::min(first, *unit), last = std::max(last, *unit + 1);
  }
  if (const ActorUse* owner = scene.owner_before(first)) first = owner->unit;
  const auto home = scene.context.pair ? std::optional(scene.context.pair->home) : std::nullopt;
  for (const ActorId& subject : topic.parties.subjects) {
    for (const ActorId& object : topic.parties.objects) {
      if (subject == object) continue;
      TradeChange body;
      body.trade = topic.scope;
      if (rule.direction >= 0) body.direction = static_cast<Direction>(rule.direction);
      bool implicit = false;
      if (from) body.from_value = claim_quantity(scene, *from, implicit);
      if (to) body.to_value = claim_quantity(scene, *to, implicit);
      const auto from_period = from ? scene.period_near(*from, *from + 1, home) : std::nullopt;
      const auto to_period = to ? scene.period_near(*to, *to + 1, home) : std::nullopt;
      if (from && to) {
        if (from_period) body.from_period = from_period->period;
        if (to_period) body.to_period = to_period->period;
        if (body.from_period == body.to_period) body.from_period.reset();
      }
      Claim& claim = scene.add(std::move(body), first, last, subject, object);
      if (percent) {
        set_quantity(scene, claim, *percent);
        claim.quantity->unit = "percent";
      } else if (rule.percent != 0) {
        Quantity stated;
        stated.value = Decimal(rule.percent);
        stated.unit = "percent";
        claim.quantity = stated;
      }
      scene.set_period(claim, to_period ? to_period : scene.period_near(change.first, percent ? *percent + 1 : static_cast<int>(change.last), home));
    }
  }
}

/// "Exports rose by 8 per cent and imports (by) 12 per cent": the verb holds for the second flow.
void add_further_changes(Scene& scene, const TriggerMatch& change, const TriggerMatch& trade, int percent, const std::vector<Measured>& measured) {
  for (const TriggerMatch& other : scene.frame.triggers) {
    if (scene.family(other) != RuleFamily::kTrade || other.first <= percent || other.first <= change.last || flow_of(scene, other) == flow_of(scene, trade)) continue;
    int at = other.last;
    while (at < scene.size() && (scene.in_set(at, WordClass::kHedge) || scene.in_set(at, WordClass::kChangeBy))) ++at;
    if (at >= scene.size() || scene.unit(at).kind != UnitKind::kPercent || scene.clause(at) != scene.clause(percent)) continue;
    if (std::ranges::any_of(measured, [&](const Measured& one) { return one.figure == at; })) continue;
    add_change(scene, change, other, at, {});
  }
}

void read_changes(Scene& scene, const std::vector<Measured>& measured) {
  for (std::size_t c = 0; c < scene.frame.triggers.size(); ++c) {
    const TriggerMatch& change = scene.frame.triggers[c];
    if (scene.family(change) != RuleFamily::kChange) continue;
    const bool made_up = std::ranges::any_of(scene.frame.triggers, [&](const TriggerMatch& other) {
      return scene.family(other) == RuleFamily::kShare && other.first < change.first && other.last > change.first;
    });
    if (made_up) continue;  // "made up 85 per cent of …"
    std::optional<int> percent;
    for (const Measured& one : measured) {
      if (one.trigger == static_cast<int>(c)) percent = one.figure;
    }
    // GDP and population grow too: the nearest measured topic owns the change.
    const TriggerMatch* trade = nearest_trade(scene, change, false, false);
    if (trade == nullptr || scene.family(*trade) != RuleFamily::kTrade) continue;
    if (trade->first > change.last && trade->first - change.last > 12) continue;
    if (std::abs(scene.clause(trade->first) - scene.clause(change.first)) > 1) continue;
    std::vector<int> money;
    for (const Measured& one : measured) {
      const TriggerMatch& trigger = scene.frame.triggers[static_cast<std::size_t>(one.trigger)];
      if (scene.family(trigger) == RuleFamily::kTrade && &trigger == trade) money.push_back(one.figure);
    }
    add_change(scene, change, *trade, percent, money);
    if (percent) add_further_changes(scene, change, *trade, *percent, measured);
  }
}

}  // namespace

Flow flow_of(const Scene& scene, const TriggerMatch& trigger) {
  const Rule& rule = scene.rule(trigger);
  return rule.flow >= 0 ? static_cast<Flow>(rule.flow) : Flow::kTotal;
}

const TriggerMatch* nearest_trade(const Scene& scene, const TriggerMatch& to, bool after_first, bool trade_only) {
  const TriggerMatch* best = nullptr;
  int lowest = 1000;
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    const RuleFamily family = scene.family(trigger);
    const bool other = family == RuleFamily::kIndicator || family == RuleFamily::kPeople || family == RuleFamily::kInvestment || family == RuleFamily::kAssistance;
    if (family != RuleFamily::kTrade && (trade_only || !other)) continue;
    int cost = trigger.first >= to.last ? trigger.first - to.last + (after_first ? 0 : 6) : to.first - trigger.last + (after_first ? 6 : 0);
    cost += 10 * std::abs(scene.clause(trigger.first) - scene.clause(to.first));
    if (cost < lowest) lowest = cost, best = &trigger;
  }
  return best;
}

Parties trade_parties(const Scene& scene, const TriggerMatch& trigger, Flow flow) {
  Parties parties;
  if (trigger.slot(SlotRole::kSubject) >= 0) {
    if (const ActorUse* use = scene.use_at(trigger.slot(SlotRole::kSubject))) parties.subjects = use->actors;
  }
  if (trigger.slot(SlotRole::kObject) >= 0) {
    if (const ActorUse* use = scene.use_at(trigger.slot(SlotRole::kObject))) parties.objects = use->actors;
  }
  const ActorUse* owner = scene.owner_before(trigger.first);
  const ActorUse* to = scene.after(trigger.last, {ActorCue::kTo, ActorCue::kIn, ActorCue::kFor}, false, 9);
  const ActorUse* from = scene.after(trigger.last, {ActorCue::kFrom}, false, 9);
  const ActorUse* with = scene.after(trigger.last, {ActorCue::kWith}, false, 9);
  const ActorUse* between = scene.after(trigger.last, {ActorCue::kBetween}, false, 9);
  const ActorUse* of = scene.after(trigger.last, {ActorCue::kOf, ActorCue::kBy}, false, 5);
  const ActorUse* subject = scene.subject_before(trigger.first);
  const auto set = [](std::vector<ActorId>& side, const ActorUse* use) {
    if (side.empty() && use != nullptr) side = use->actors;
  };
  const auto drop_pair = [&](const ActorUse*& use) {  // "the two countries' exports": both, so the flow has no side
    if (use != nullptr && use->actors.size() > 1 && flow != Flow::kTotal && flow != Flow::kBalance) use = nullptr;
  };
  drop_pair(owner);
  if (owner != nullptr && owner->actors.size() == 2 && parties.subjects.empty()) {
    parties.subjects = {owner->actors[0]};
    parties.objects = {owner->actors[1]};
  }
  if (between != nullptr && between->actors.size() == 2 && parties.subjects.empty()) {
    parties.subjects = {between->actors[0]};
    parties.objects = {between->actors[1]};
  }
  const bool verb = scene.in_set(trigger.first, WordClass::kTradeVerbs);
  if (flow == Flow::kImports) {
    set(parties.subjects, owner);
    set(parties.objects, from);
    if (verb) set(parties.subjects, subject);
    set(parties.subjects, to);
    set(parties.objects, with);
    set(parties.subjects, of);
  } else if (flow == Flow::kExports) {
    set(parties.subjects, owner);
    set(parties.objects, to);
    if (verb) set(parties.subjects, subject);
    set(parties.subjects, from);
    set(parties.objects, with);
    set(parties.subjects, of);
  } else {
    set(parties.subjects, owner);
    set(parties.objects, with);
    if (parties.subjects.empty() && parties.objects.empty() && subject != nullptr && subject->actors.size() == 2) set(parties.subjects, subject);
    if (!parties.objects.empty() || verb) set(parties.subjects, subject);
    set(parties.objects, to);
    set(parties.objects, from);
  }
  if (parties.subjects == parties.objects) parties.objects.clear();
  const bool none = parties.subjects.empty() && parties.objects.empty();
  if (none && subject != nullptr && subject->actors.size() == 1 && scene.clause(subject->unit) == scene.clause(trigger.first)) parties.subjects = subject->actors;
  else if (none && scene.context.heading_subject && scene.context.in_pair(*scene.context.heading_subject) && scene.context.heading_actors.size() < 3 &&
           flow != Flow::kTotal)
    parties.subjects = {*scene.context.heading_subject};
  // Reversed goods stand before their verb; whose exports they are stays.
  const bool turned = scene.rule(trigger).reversed && scene.family(trigger) != RuleFamily::kProducts;
  if (turned) std::swap(parties.subjects, parties.objects);
  const auto complete = flow == Flow::kTotal ? complete_symmetric : complete_pair;
  complete(parties, scene.context);
  separate(parties);
  complete(parties, scene.context);
  return parties;
}

Parties traders(const Scene& scene, const TriggerMatch& trigger, Flow flow) {
  Parties parties = trade_parties(scene, trigger, flow);
  if (parties.subjects.empty() && parties.objects.empty() && flow != Flow::kTotal) parties = told_before(scene, trigger);
  return parties;
}

TradeScope trade_scope(const Scene& scene, const TriggerMatch& trigger, Flow flow) {
  TradeScope scope{.flow = flow, .coverage = {}, .product = {}, .scope = {}};
  const Rule& rule = scene.rule(trigger);
  bool goods = false;
  bool services = false;
  for (int at = std::max(0, trigger.first - 3); at < std::min<int>(scene.size(), trigger.last + 5); ++at) {
    if (scene.clause(at) != scene.clause(trigger.first)) continue;
    if (scene.in_set(at, WordClass::kGoods)) goods = true;
    if (scene.in_set(at, WordClass::kServices)) services = true;
    if (at >= trigger.last && (scene.use_at(at) != nullptr || scene.unit(at).mention >= 0)) break;
  }
  if (rule.coverage >= 0) scope.coverage = static_cast<Coverage>(rule.coverage);
  else if (goods && services) scope.coverage = Coverage::kGoodsServices;
  else if (goods) scope.coverage = Coverage::kGoods;
  else if (services) scope.coverage = Coverage::kServices;
  // "exports of raw sugar": the words behind "of" until a preposition or mention.
  int at = trigger.last;
  if (scene.is_word(at, scene.w.of) && !scope.coverage) {
    const int start = ++at;
    while (at < scene.size() && scene.unit(at).kind == UnitKind::kWord && scene.unit(at).actor < 0 && !scene.in_set(at, WordClass::kPreposition) && !scene.in_set(at, WordClass::kVerbs) &&
           at - start < 6) {
      ++at;
    }
    if (at > start && !scene.in_set(start, WordClass::kHedge)) scope.product = std::string(scene.frame.words(start, at));
  }
  return scope;
}

void read_trade_figures(Scene& scene, std::vector<Measured>& measured) {
  for (const Measured& one : measured) {
    const TriggerMatch& trigger = scene.frame.triggers[static_cast<std::size_t>(one.trigger)];
    if (scene.family(trigger) == RuleFamily::kTrade) {
      if (led_by(scene, one.figure, WordClass::kChangeBy) && change_near(scene, one.figure, one.figure + 1) != nullptr) continue;
      add_value(scene, trigger, topic_at(scene, trigger), one.figure);
    }
  }
  read_changes(scene, measured);
  read_ranks(scene, measured);
  read_shares(scene, measured);
}

}  // namespace paraph
