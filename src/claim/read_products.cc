#include <algorithm>

#include "claim/figures.h"

namespace paraph {
namespace {

bool names_trade(const Scene& scene, int at) {
  return scene.is_word(at, scene.w.exports) || scene.is_word(at, scene.w.imports) || scene.in_set(at, WordClass::kTradeVerbs);
}

/// Whether the words of an item can be goods: no figure, date or person, no verb, nothing that only joins.
bool is_goods(const Scene& scene, const ListItem& item) {
  for (int at = item.first; at < item.last; ++at) {
    const UnitKind kind = scene.unit(at).kind;
    if (names_trade(scene, at) || scene.in_set(at, WordClass::kVerbs)) return false;
    if (kind == UnitKind::kMoney || kind == UnitKind::kPercent || kind == UnitKind::kPeriod || kind == UnitKind::kPerson || kind == UnitKind::kNumber) return false;
  }
  if (scene.in_set(item.first, WordClass::kPreposition) || scene.in_set(item.first, WordClass::kListEnd)) return false;
  return item.last - item.first > 1 || scene.use_at(item.first) == nullptr;
}

/// "We buy ore and sell wool": where the other flow begins, the list is over.
void cut_at_other_flow(const Scene& scene, std::vector<ListItem>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (int at = items[i].first; at < items[i].last; ++at) {
      if (!names_trade(scene, at)) continue;
      items[i].last = at;
      items.resize(items[i].first < at ? i + 1 : i);
      return;
    }
  }
}

/// "exports …, chiefly wheat and wool": the exports or imports that the list behind is of; null where the clause names none.
const TriggerMatch* flow_named_before(const Scene& scene, const TriggerMatch& trigger) {
  const TriggerMatch* found = nullptr;
  for (const TriggerMatch& other : scene.frame.triggers) {
    if (other.first >= trigger.first) break;
    if (scene.family(other) != RuleFamily::kTrade || scene.clause(other.first) != scene.clause(trigger.first)) continue;
    const int flow = scene.rule(other).flow;
    if (flow == static_cast<int>(Flow::kExports) || flow == static_cast<int>(Flow::kImports)) found = &other;
  }
  return found;
}

std::vector<ListItem> goods_before(const Scene& scene, const TriggerMatch& trigger) {
  int start = trigger.whole_first;
  while (start > 0 && scene.clause(start - 1) == scene.clause(trigger.first) && !scene.is_word(start - 1, scene.w.while_)) --start;
  std::vector<ListItem> items = list_items(scene, start);
  std::erase_if(items, [&](const ListItem& item) { return item.first >= trigger.whole_first; });
  if (!items.empty()) items.back().last = std::min<int>(items.back().last, trigger.whole_first);
  return items;
}

/// The goods that follow a trigger; none where the list starts with anything else.
std::vector<ListItem> goods_behind(const Scene& scene, const TriggerMatch& trigger) {
  std::vector<ListItem> items = list_items(scene, trigger.last);
  cut_at_other_flow(scene, items);
  const bool broken = scene.is_word(trigger.last, scene.w.comma);  // "exports, re-exports included, end up there"
  return broken || items.empty() || !is_goods(scene, items.front()) ? std::vector<ListItem>() : items;
}

/// "Exports were worth 3 million and imports 5 million, mainly oil": the goods are the second flow's.
bool passes_other_flow(const Scene& scene, const TriggerMatch& trigger, Flow flow) {
  return std::ranges::any_of(scene.frame.triggers, [&](const TriggerMatch& other) {
    if (scene.family(other) != RuleFamily::kTrade || other.first <= trigger.first || other.last > trigger.last) return false;
    const Flow meant = flow_of(scene, other);
    return (meant == Flow::kExports || meant == Flow::kImports) && meant != flow;
  });
}

Parties product_parties(const Scene& scene, const TriggerMatch& trigger, Flow flow) {
  for (int at = trigger.whole_first; at < trigger.whole_last; ++at) {  // "lead Arnor's exports"
    const ActorUse* owner = scene.use_at(at);
    if (owner == nullptr || !owner->possessive || owner->actors.size() != 1 || trigger.slot(SlotRole::kSubject) >= 0) continue;
    Parties parties{owner->actors, {}};
    const ActorUse* partner = scene.after(at + 1, {ActorCue::kTo, ActorCue::kFrom, ActorCue::kWith}, false, 8);
    if (partner != nullptr && partner->actors != owner->actors) parties.objects = partner->actors;
    complete_pair(parties, scene.context);
    if (!parties.objects.empty()) return parties;
  }
  return traders(scene, trigger, flow);
}

}  // namespace

void read_products(Scene& scene) {
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    const Rule& rule = scene.rule(trigger);
    if (rule.family != RuleFamily::kProducts) continue;
    const TriggerMatch* named = rule.flow < 0 ? flow_named_before(scene, trigger) : nullptr;
    if (rule.flow < 0 && named == nullptr) continue;
    const Flow flow = static_cast<Flow>(named != nullptr ? scene.rule(*named).flow : rule.flow);
    // "To Arnor: beef, wool" is a label of its own only at the head of a line about trade.
    const bool label = scene.is_word(trigger.first, scene.w.to) || scene.is_word(trigger.first, scene.w.from);
    if (label && (trigger.whole_first != 0 || scene.context.topic != Topic::kTrade)) continue;
    if (passes_other_flow(scene, trigger, flow)) continue;
    std::vector<ListItem> items = rule.reversed ? goods_before(scene, trigger) : goods_behind(scene, trigger);
    std::erase_if(items, [&](const ListItem& item) { return !is_goods(scene, item); });
    // "Arnor exports wool and oil": a lone word behind the verb may be anything.
    const bool verb_alone = trigger.slot(SlotRole::kSubject) >= 0 && trigger.last - trigger.first == 1;
    const bool any_kind = named != nullptr && rule.negated;  // "exports, led by …": a lone item may be a cause
    if (items.size() < (verb_alone || any_kind ? 2U : 1U)) continue;
    Parties parties = named != nullptr ? traders(scene, *named, flow) : product_parties(scene, trigger, flow);
    if (scene.context.profile_of && scene.after(trigger.first, {ActorCue::kTo, ActorCue::kFrom, ActorCue::kWith}, false, 9) == nullptr) parties = {{*scene.context.profile_of}, {}};
    if (parties.subjects.size() == 1 && parties.objects.empty() && scene.context.profile_of) {  // "Exports: rice, gold" of the state that the section describes
      TradeProducts body{.trade = {.flow = flow, .coverage = {}, .product = {}, .scope = {}}, .products = item_words(scene, items)};
      scene.add(std::move(body), std::min<int>(trigger.first, items.front().first), std::max<int>(trigger.last, items.back().last), parties.subjects.front(), std::nullopt);
      continue;
    }
    if (parties.subjects.empty() || parties.objects.empty()) continue;
    TradeProducts body{.trade = {.flow = flow, .coverage = {}, .product = {}, .scope = {}}, .products = item_words(scene, items)};
    Claim& claim = scene.add(std::move(body), std::min<int>(trigger.first, items.front().first), std::max<int>(trigger.last, items.back().last), parties.subjects.front(), parties.objects.front());
    scene.set_period(claim, scene.period_near(trigger.first, trigger.last));
  }
}

}  // namespace paraph
