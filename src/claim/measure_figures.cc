#include <algorithm>

#include "claim/figures.h"
#include "claim/in_order.h"

namespace paraph {
namespace {

bool is_figure(UnitKind kind) {
  return kind == UnitKind::kMoney || kind == UnitKind::kPercent || kind == UnitKind::kNumber || kind == UnitKind::kOrdinal ||
         kind == UnitKind::kMeasure;
}

bool takes_figures(RuleFamily family) {
  switch (family) {
    case RuleFamily::kTrade:
    case RuleFamily::kInvestment:
    case RuleFamily::kAssistance:
    case RuleFamily::kPeople:
    case RuleFamily::kMilitary:
    case RuleFamily::kIndicator:
    case RuleFamily::kChange:
    case RuleFamily::kRank:
    case RuleFamily::kShare: return true;
    default: return false;
  }
}

UnitKind kind_of_slot(SlotType slot) {
  switch (slot) {
    case SlotType::kMoney: return UnitKind::kMoney;
    case SlotType::kPercent: return UnitKind::kPercent;
    case SlotType::kOrdinal: return UnitKind::kOrdinal;
    default: return UnitKind::kNumber;
  }
}

bool accepts_indicator(IndicatorKind indicator, UnitKind kind) {
  switch (indicator) {
    case IndicatorKind::kPopulation: return kind == UnitKind::kNumber;
    case IndicatorKind::kGdp:
    case IndicatorKind::kGdpPerCapita:
    case IndicatorKind::kTradeTotal:
    case IndicatorKind::kExportsTotal:
    case IndicatorKind::kImportsTotal:
    case IndicatorKind::kReserves: return kind == UnitKind::kMoney;
    case IndicatorKind::kDebt: return kind == UnitKind::kMoney || kind == UnitKind::kPercent;
    case IndicatorKind::kArea: return kind == UnitKind::kMeasure;
    case IndicatorKind::kLifeExpectancy: return kind == UnitKind::kNumber || kind == UnitKind::kMeasure;
    default: return kind == UnitKind::kPercent;
  }
}

/// How far a trigger reaches for its figure, in units.
double reach(RuleFamily family) {
  switch (family) {
    case RuleFamily::kRank: return 9;
    case RuleFamily::kChange: return 10;
    case RuleFamily::kPeople:
    case RuleFamily::kMilitary: return 13;
    case RuleFamily::kShare: return 15;
    default: return 26;
  }
}

/// Counted things stand before their number only where a word says so: "numbers", "stood at", ":", "(".
bool introduced(const Scene& scene, const TriggerMatch& trigger, int figure) {
  int before = figure - 1;
  while (before > trigger.last && scene.in_set(before, WordClass::kHedge)) --before;
  if (before < trigger.last) {
    if (trigger.last - trigger.first < 2) return false;
    return scene.is_word(before, scene.w.of) || scene.is_word(before, scene.w.colon) || !scene.in_set(before, WordClass::kPreposition);
  }
  return scene.in_set(before, WordClass::kLevel) || scene.is_word(before, scene.w.colon) || scene.is_word(before, scene.w.open) ||
         scene.is_word(before, scene.w.dash) || scene.is_em_dash(before) || (before == trigger.last && scene.is_word(before, scene.w.of)) ||
         scene.in_set(before, WordClass::kChangeTo) || scene.in_set(before, WordClass::kChangeFrom);
}

/// Whether a number that stands behind `trigger` or between two triggers is its count: "employ 408,000 people" counts no companies.
bool counts_what_stands_before(const Scene& scene, const TriggerMatch& trigger, int figure) {
  return introduced(scene, trigger, figure) && stands_alone(scene, figure, scene.family(trigger) != RuleFamily::kInvestment);
}

bool counts_things(const Rule& rule) {
  return rule.family == RuleFamily::kPeople || rule.unit == static_cast<int>(SlotType::kNumber) ||
         (rule.family == RuleFamily::kIndicator && rule.type == static_cast<int>(IndicatorKind::kPopulation));
}

/// "70 per cent of its imports": the trade word says what the share is of.
bool whole_of_share(const Scene& scene, const TriggerMatch& trigger) {
  for (int at = trigger.first - 1; at >= 0 && trigger.first - at <= 6; --at) {
    if (scene.unit(at).kind == UnitKind::kPercent) return true;
    if (is_figure(scene.unit(at).kind) || scene.unit(at).kind == UnitKind::kSign || scene.in_set(at, WordClass::kVerbs)) return false;
  }
  return false;
}

bool of_all_trade(const Rule& rule) {
  return rule.family == RuleFamily::kIndicator &&
         (rule.type == static_cast<int>(IndicatorKind::kTradeTotal) || rule.type == static_cast<int>(IndicatorKind::kExportsTotal) ||
          rule.type == static_cast<int>(IndicatorKind::kImportsTotal));
}

/// "Arnor's total exports" are a figure about one state, "total exports to Gondor" are trade: the trigger that does not fit is out.
bool whole_world(const Scene& scene, const TriggerMatch& trigger) {
  const Rule& rule = scene.rule(trigger);
  const auto with_partner = [&](const TriggerMatch& said) {
    return scene.after(said.last - 1, {ActorCue::kTo, ActorCue::kFrom, ActorCue::kWith, ActorCue::kBetween}, false, 6) != nullptr;
  };
  if (of_all_trade(rule)) return with_partner(trigger);
  if (rule.family != RuleFamily::kTrade || rule.type >= 0) return false;
  return std::ranges::any_of(scene.frame.triggers, [&](const TriggerMatch& other) {
    return of_all_trade(scene.rule(other)) && other.first < trigger.last && trigger.first < other.last && !with_partner(other);
  });
}

double cost(const Scene& scene, const TriggerMatch& trigger, int figure) {
  if (trigger.slot(SlotRole::kValue) == figure) return -1;
  const bool after = figure >= trigger.last;
  if (!after && figure >= trigger.first) return 0;
  const int from = after ? trigger.last : figure + 1;
  const int to = after ? figure : trigger.first;
  if (to - from > 60) return 1000;
  const Rule& rule = scene.rule(trigger);
  const int named = trigger.slot(SlotRole::kValue);
  if (named >= 0 && named != figure && rule.family != RuleFamily::kShare && rule.family != RuleFamily::kRank &&
      figure != next_in_list(scene, named))
    return 1000;
  if (whole_world(scene, trigger)) return 1000;
  // A rule of forces and arms that can do without a figure takes one only from close before its words: "six boats were delivered".
  if (rule.family == RuleFamily::kMilitary && rule.unit < 0 && (after || to - from > 2)) return 1000;
  if (counts_things(rule) && after && !counts_what_stands_before(scene, trigger, figure)) return 1000;
  // What stands between dashes is told by the way.
  const int clauses = std::abs(scene.clause(figure) - scene.clause(trigger.first));
  double cost = 0;
  for (int at = from; at < to; ++at)
    cost += scene.clause(at) == scene.clause(figure) || scene.clause(at) == scene.clause(trigger.first) ? 1 : 0;
  if (cost > 40) return 1000;
  if (!after) {
    // "$1.8 billion in foreign assistance": nothing between but what joins figure and noun.
    bool tight = to - from <= 4;
    for (int at = from; at < to; ++at) {
      const Unit& unit = scene.unit(at);
      if (is_figure(unit.kind) || unit.kind == UnitKind::kPeriod || unit.kind == UnitKind::kSign || scene.is_word(at, scene.w.and_) ||
          scene.in_set(at, WordClass::kVerbs))
        tight = false;
    }
    bool joined = false;
    for (int at = from; at < to; ++at)
      joined = joined || scene.is_word(at, scene.w.and_) || scene.is_word(at, scene.w.while_) || scene.is_word(at, scene.w.semicolon);
    cost = tight ? cost * 0.4 : cost * 1.4 + (joined ? 12 : 4);
    if (counts_things(rule)) {  // "120 projects for students" counts no students
      for (int at = from; at < to; ++at) {
        if (scene.in_set(at, WordClass::kPreposition) && !scene.is_word(at, scene.w.of)) cost += 6;
      }
    }
  }
  cost -= 0.05 * trigger.literals;  // the rule that says more has it
  if (rule.family == RuleFamily::kTrade && after && whole_of_share(scene, trigger)) cost += 16;
  if (rule.family == RuleFamily::kShare && after && scene.is_word(figure - 1, scene.w.open) && scene.use_at(figure - 2) != nullptr)
    return 5;  // "markets: Arnor (24%), Rohan (9%)"
  if (rule.family == RuleFamily::kChange && figure > 0 && scene.in_set(figure - 1, WordClass::kChangeTo))
    cost += 12;  // a level, not a movement
  // "two", "nine" count what stands right behind them and nothing else.
  if (rule.family == RuleFamily::kPeople && scene.frame.quantity(figure).quantity.digits == 0 && (after || to - from > 2)) return 1000;
  cost += 9.0 * clauses;
  const UnitKind kind = scene.unit(figure).kind;
  for (int at = from; at < to; ++at) {
    if (scene.clause(at) != scene.clause(figure) && scene.clause(at) != scene.clause(trigger.first)) continue;
    if (scene.unit(at).kind == kind) cost += after ? 1.0 : 4.0;
    if (scene.is_word(at, scene.w.comma)) cost += 1.0;
  }
  for (const TriggerMatch& other : scene.frame.triggers) {
    if (&other == &trigger || !takes_figures(scene.family(other)) || scene.family(other) == RuleFamily::kChange) continue;
    if (other.first >= from && other.last <= to && accepts_figure(scene.rule(other), kind)) cost += 4;
  }
  return cost;
}

}  // namespace

bool accepts_figure(const Rule& rule, UnitKind kind) {
  if (rule.family == RuleFamily::kIndicator) return accepts_indicator(static_cast<IndicatorKind>(std::max<int>(rule.type, 0)), kind);
  if (rule.unit >= 0) return kind == kind_of_slot(static_cast<SlotType>(rule.unit));
  switch (rule.family) {
    case RuleFamily::kTrade:
    case RuleFamily::kInvestment:
    case RuleFamily::kAssistance: return kind == UnitKind::kMoney;
    case RuleFamily::kPeople: return kind == UnitKind::kNumber;
    case RuleFamily::kMilitary:
      return kind == UnitKind::kNumber && rule.event != static_cast<int>(MilitaryEvent::kBase) &&
             rule.event != static_cast<int>(MilitaryEvent::kExercise);
    case RuleFamily::kShare: return kind == UnitKind::kPercent || kind == UnitKind::kNumber;
    case RuleFamily::kChange: return kind == UnitKind::kPercent;
    case RuleFamily::kRank: return kind == UnitKind::kOrdinal;
    default: return false;
  }
}

int next_in_list(const Scene& scene, int figure) {
  for (int at = figure + 1; at < scene.size() && at <= figure + 9; ++at) {
    if (scene.unit(at).kind != scene.unit(figure).kind) continue;
    for (int joint = at - 1; joint > figure && joint >= at - 4; --joint) {
      if (scene.is_word(joint, scene.w.and_)) return at;
      if (!scene.in_set(joint, WordClass::kHedge)) break;
    }
    return -1;
  }
  return -1;
}

bool stands_alone(const Scene& scene, int figure, bool people) {
  int next = figure + 1;
  if (people && next < scene.size() && scene.in_set(next, WordClass::kPersons)) return true;
  if (next >= scene.size() || scene.unit(next).kind != UnitKind::kWord || scene.unit(next).actor >= 0)
    return next >= scene.size() || scene.use_at(next) == nullptr;
  return scene.in_set(next, WordClass::kPreposition) || scene.in_set(next, WordClass::kVerbs) ||
         scene.in_set(next, WordClass::kAfterCount) || scene.is_word(next, scene.w.and_) || scene.is_word(next, scene.w.or_) ||
         scene.is_word(next, scene.w.but) || scene.is_word(next, scene.w.while_) || scene.is_word(next, scene.w.whereas);
}

std::vector<Measured> measure_figures(const Scene& scene) {
  struct Offer {
    double cost;
    Measured measured;
  };
  std::vector<Offer> offers;
  const auto& triggers = scene.frame.triggers;
  for (int at = 0; at < scene.size(); ++at) {
    const UnitKind kind = scene.unit(at).kind;
    if (!is_figure(kind)) continue;
    for (std::size_t t = 0; t < triggers.size(); ++t) {
      const Rule& rule = scene.rule(triggers[t]);
      if (!takes_figures(rule.family) || !accepts_figure(rule, kind)) continue;
      if (rule.family == RuleFamily::kShare && kind == UnitKind::kNumber) {
        const auto& value = scene.frame.quantity(at).quantity.value;
        if (!value || *value >= Decimal(1) || value->zero()) continue;  // only "a third", "half"
      }
      const double offered = cost(scene, triggers[t], at);
      if (offered <= reach(rule.family)) offers.push_back({offered, {at, static_cast<int>(t)}});
    }
  }
  std::ranges::sort(offers, [](const Offer& a, const Offer& b) {
    return std::tie(a.cost, a.measured.figure, a.measured.trigger) < std::tie(b.cost, b.measured.figure, b.measured.trigger);
  });
  std::vector<Measured> chosen;
  std::vector<char> taken(scene.frame.units.size(), 0);
  std::vector<int> uses(triggers.size(), 0);
  for (const Measured& one : measure_in_order(scene)) {
    taken[static_cast<std::size_t>(one.figure)] = 1;
    ++uses[static_cast<std::size_t>(one.trigger)];
    chosen.push_back(one);
  }
  for (const Offer& offer : offers) {
    const auto figure = static_cast<std::size_t>(offer.measured.figure);
    const auto trigger = static_cast<std::size_t>(offer.measured.trigger);
    if (taken[figure]) continue;
    const RuleFamily family = scene.family(triggers[trigger]);
    // A count or a rank has one figure; money may be told for several years.
    const bool bracketed = family == RuleFamily::kShare && scene.is_word(offer.measured.figure - 1, scene.w.open);
    const bool one = (family == RuleFamily::kShare && !bracketed) || family == RuleFamily::kRank || family == RuleFamily::kChange ||
                     family == RuleFamily::kPeople || family == RuleFamily::kMilitary || family == RuleFamily::kIndicator ||
                     scene.rule(triggers[trigger]).unit == static_cast<int>(SlotType::kNumber);
    const bool dated_again = (family == RuleFamily::kPeople || family == RuleFamily::kIndicator) && uses[trigger] >= 1 &&
                             offer.measured.figure > triggers[trigger].last && offer.measured.figure + 2 < scene.size() &&
                             (scene.unit(offer.measured.figure + 1).kind == UnitKind::kPeriod ||
                              scene.unit(offer.measured.figure + 2).kind == UnitKind::kPeriod);
    if (one && uses[trigger] > 0 && !dated_again) continue;
    taken[figure] = 1;
    ++uses[trigger];
    chosen.push_back(offer.measured);
  }
  std::ranges::sort(chosen, {}, &Measured::figure);
  return chosen;
}

}  // namespace paraph
