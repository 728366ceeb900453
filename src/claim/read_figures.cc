#include "claim/figures.h"

namespace paraph {

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
