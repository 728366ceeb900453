#include <algorithm>

#include "claim/figures.h"

namespace paraph {
namespace {

bool is_figure(UnitKind kind) {
  return kind == UnitKind::kMoney || kind == UnitKind::kPercent || kind == UnitKind::kNumber || kind == UnitKind::kOrdinal || kind == UnitKind::kMeasure;
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

double cost(const Scene& scene, const TriggerMatch& trigger, int figure) {
  if (trigger.slot(SlotRole::kValue) == figure) return -1;
  const bool after = figure >= trigger.last;
  if (!after && figure >= trigger.first) return 0;
  const int from = after ? trigger.last : figure + 1;
  const int to = after ? figure : trigger.first;
  if (to - from > 40) return 1000;
  double cost = to - from;
  if (!after) {
    // "$1.8 billion in foreign assistance": nothing between but what joins figure and noun.
    bool tight = to - from <= 4;
    for (int at = from; at < to; ++at) {
      const Unit& unit = scene.unit(at);
      if (is_figure(unit.kind) || unit.kind == UnitKind::kPeriod || unit.kind == UnitKind::kSign || scene.is_word(at, scene.w.and_) || scene.in_set(at, WordClass::kVerbs)) tight = false;
    }
    bool joined = false;
    for (int at = from; at < to; ++at) joined = joined || scene.is_word(at, scene.w.and_) || scene.is_word(at, scene.w.while_) || scene.is_word(at, scene.w.semicolon);
    cost = tight ? cost * 0.4 : cost * 1.4 + (joined ? 12 : 4);
  }
  const Rule& rule = scene.rule(trigger);
  if (rule.family == RuleFamily::kShare && after && scene.is_word(figure - 1, scene.w.open) && scene.use_at(figure - 2) != nullptr) return 5;  // "markets: Arnor (24%), Rohan (9%)"
  if (rule.family == RuleFamily::kChange && figure > 0 && scene.in_set(figure - 1, WordClass::kChangeTo)) cost += 12;  // a level, not a movement
  // "two", "nine" count what stands right behind them and nothing else.
  if (rule.family == RuleFamily::kPeople && scene.frame.quantity(figure).quantity.digits == 0 && (after || to - from > 2)) return 1000;
  cost += 9.0 * std::abs(scene.clause(figure) - scene.clause(trigger.first));
  const UnitKind kind = scene.unit(figure).kind;
  for (int at = from; at < to; ++at) {
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
    case RuleFamily::kShare: return kind == UnitKind::kPercent || kind == UnitKind::kNumber;
    case RuleFamily::kChange: return kind == UnitKind::kPercent;
    case RuleFamily::kRank: return kind == UnitKind::kOrdinal;
    default: return false;
  }
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
  for (const Offer& offer : offers) {
    const auto figure = static_cast<std::size_t>(offer.measured.figure);
    const auto trigger = static_cast<std::size_t>(offer.measured.trigger);
    if (taken[figure]) continue;
    const RuleFamily family = scene.family(triggers[trigger]);
    // A count or a rank has one figure; money may be told for several years.
    const bool bracketed = family == RuleFamily::kShare && scene.is_word(offer.measured.figure - 1, scene.w.open);
    const bool one = (family == RuleFamily::kShare && !bracketed) || family == RuleFamily::kRank || family == RuleFamily::kChange || family == RuleFamily::kPeople || family == RuleFamily::kMilitary;
    const bool dated_again = family == RuleFamily::kPeople && uses[trigger] == 1 && offer.measured.figure > triggers[trigger].last &&
                             offer.measured.figure + 2 < scene.size() &&
                             (scene.unit(offer.measured.figure + 1).kind == UnitKind::kPeriod || scene.unit(offer.measured.figure + 2).kind == UnitKind::kPeriod);
    if (one && uses[trigger] > 0 && !dated_again) continue;
    taken[figure] = 1;
    ++uses[trigger];
    chosen.push_back(offer.measured);
  }
  std::ranges::sort(chosen, {}, &Measured::figure);
  return chosen;
}

Quantity claim_quantity(const Scene& scene, int unit, bool& unit_implicit) {
  const QuantityMention& mention = scene.frame.quantity(unit);
  Quantity quantity = mention.quantity;
  if (mention.kind == QuantityClass::kMoney && quantity.unit.empty() && !mention.home_form.empty()) {
    const auto home = scene.context.home_currency_of ? scene.context.home_currency_of
                      : scene.context.pair           ? std::optional(scene.context.pair->home)
                                                     : std::nullopt;
    if (home) quantity.unit = scene.context.lexicon->units().home_currency(mention.home_form, *home);
    // A publisher without a dollar of its own means that of the United States; where nobody publishes, nobody can tell.
    if (home && quantity.unit.empty() && mention.home_form == "$") quantity.unit = "USD";
    unit_implicit = true;
  }
  return quantity;
}

void set_quantity(const Scene& scene, Claim& claim, int unit) {
  bool implicit = false;
  claim.quantity = claim_quantity(scene, unit, implicit);
  if (implicit) add_implicit(claim, ClaimMember::kUnit);
}

std::pair<int, int> stretch(const Scene& scene, const TriggerMatch& trigger, int figure) {
  int first = std::min<int>(trigger.first, figure);
  int last = std::max<int>(trigger.last, figure + 1);
  if (const ActorUse* owner = scene.owner_before(first)) first = owner->unit;
  if (last < scene.size() && scene.is_word(last, scene.w.in) && last + 1 < scene.size() && scene.unit(last + 1).kind == UnitKind::kPeriod) last += 2;
  else if (last < scene.size() && scene.unit(last).kind == UnitKind::kPeriod) ++last;
  return {first, last};
}

void read_figures(Scene& scene) {
  std::vector<Measured> measured = measure_figures(scene);
  read_trade_figures(scene, measured);
  read_flow_figures(scene, measured);
  read_count_figures(scene, measured);
}

}  // namespace paraph
