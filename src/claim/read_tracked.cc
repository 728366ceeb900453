#include <algorithm>

#include "claim/scene.h"

namespace paraph {
namespace {

int end_of(const std::vector<ListItem>& items, int otherwise) { return items.empty() ? otherwise : items.back().last; }

void add_support(Scene& scene, const TriggerMatch& trigger) {
  const ActorUse* subject = scene.use_at(trigger.slot(SlotRole::kSubject));
  if (subject == nullptr) subject = scene.owner_before(trigger.first);
  if (subject == nullptr) subject = scene.subject_before(trigger.first);
  const ActorUse* object = scene.use_at(trigger.slot(SlotRole::kObject));
  for (int at = trigger.first; at < trigger.last && object == nullptr; ++at) object = scene.use_at(at);  // "supports Arnor's integrity"
  if (object == nullptr) object = scene.after(trigger.last, {ActorCue::kTo, ActorCue::kPlain, ActorCue::kFor, ActorCue::kIn, ActorCue::kOf}, false, 8);
  std::optional<ActorId> whom;
  if (object != nullptr && object->actors.size() == 1) whom = object->actors.front();
  if (!whom) {  // "it continues to support the country": the state named last before, not the subject
    for (auto use = scene.frame.actors.rbegin(); use != scene.frame.actors.rend() && !whom; ++use) {
      if (use->implicit || use->actors.size() != 1 || use->unit > trigger.first || use->place) continue;
      if (subject != nullptr && use->actors == subject->actors) continue;
      whom = use->actors.front();
    }
  }
  if (subject == nullptr || subject->actors.size() != 1) return;
  // "Arnor supports demining through …": whom it helps is the other of the two.
  if (!whom || *whom == subject->actors.front()) whom = scene.context.other(subject->actors.front());
  if (!whom) return;
  Support body;
  int last = trigger.last;
  for (int at = trigger.last - 1; at < scene.size() && at < trigger.last + 14; ++at) {
    if (scene.unit(at).kind == UnitKind::kMoney) return;  // a sum: assistance
    if (!scene.is_word(at, scene.w.through) && !scene.is_word(at, scene.w.by) && !scene.is_word(at, scene.w.with)) continue;
    const auto items = list_items(scene, at + 1);
    body.means = item_words(scene, items);
    last = end_of(items, last);
    break;
  }
  scene.add(std::move(body), subject->unit < trigger.first ? subject->unit : trigger.first, std::max<int>(last, trigger.whole_last), subject->actors.front(), *whom);
}

/// "Agreement on Cooperation in Health": the title of an agreement, no statement of its own.
bool in_title(const Scene& scene, const TriggerMatch& trigger) {
  return std::ranges::any_of(scene.frame.triggers, [&](const TriggerMatch& other) {
    return scene.family(other) == RuleFamily::kAgreement && other.first <= trigger.first && trigger.first - other.last <= 2;
  });
}

/// The list before a verb, from the start of its clause.
std::vector<ListItem> items_before(const Scene& scene, const TriggerMatch& trigger) {
  int start = trigger.first;
  while (start > 0 && scene.clause(start - 1) == scene.clause(trigger.first)) --start;
  auto items = list_items(scene, start);
  std::erase_if(items, [&](const ListItem& item) { return item.first >= trigger.first; });
  if (!items.empty()) items.back().last = std::min<int>(items.back().last, trigger.first);
  return items;
}

void add_cooperation(Scene& scene, const TriggerMatch& trigger) {
  if (in_title(scene, trigger)) return;
  const auto items = scene.rule(trigger).reversed ? items_before(scene, trigger) : list_items(scene, trigger.last);
  // Working together within organisations is membership's business; areas are ordinary words.
  std::vector<ListItem> areas;
  for (const ListItem& item : items) {
    const bool organisation = std::any_of(scene.frame.units.begin() + item.first, scene.frame.units.begin() + item.last, [](const Unit& unit) { return unit.kind == UnitKind::kOrganisation; });
    if (organisation && areas.empty()) return;
    const bool word = item.last - item.first > 1 || !scene.in_set(item.first, WordClass::kPreposition);
    const bool figure = std::any_of(scene.frame.units.begin() + item.first, scene.frame.units.begin() + item.last, [](const Unit& unit) { return unit.kind == UnitKind::kMoney || unit.kind == UnitKind::kPercent; });
    if (!organisation && word && !figure) areas.push_back(item);
  }
  if (areas.empty()) return;
  const Parties parties = symmetric_parties(scene, trigger);
  if (parties.subjects.empty() || parties.objects.empty()) return;
  scene.add(Cooperation{item_words(scene, areas)}, std::min<int>(trigger.first, areas.front().first), std::max<int>(trigger.last, end_of(areas, trigger.last)), parties.subjects.front(), parties.objects.front());
}

void add_threat(Scene& scene, const TriggerMatch& trigger) {
  std::vector<ListItem> items;
  int first = trigger.first;
  if (scene.rule(trigger).reversed) {  // "X, Y and Z threaten …": the list stands before
    items = items_before(scene, trigger);
    if (!items.empty()) first = items.front().first;
  } else {
    items = list_items(scene, trigger.last);
  }
  if (items.empty()) return;
  const ActorUse* place = scene.after(trigger.last, {ActorCue::kTo, ActorCue::kIn, ActorCue::kPlain, ActorCue::kFor}, false, 6);
  std::optional<ActorId> subject;
  if (place != nullptr && place->actors.size() == 1) subject = place->actors.front();
  scene.add(Threat{item_words(scene, items)}, first, std::max<int>(trigger.last, end_of(items, trigger.last)), subject, std::nullopt);
}

void add_stance(Scene& scene, const TriggerMatch& trigger) {
  const ActorUse* subject = scene.subject_before(trigger.first);
  if (subject == nullptr) return;
  const ActorUse* object = scene.after(trigger.last, {ActorCue::kTo, ActorCue::kWith, ActorCue::kPlain, ActorCue::kFor, ActorCue::kOf}, false, 8);
  if (object != nullptr && object->actors == subject->actors) object = nullptr;
  int last = trigger.last;
  while (last < scene.size() && scene.clause(last) == scene.clause(trigger.first) && !scene.is_word(last, scene.w.period)) ++last;
  Parties parties{subject->actors, object != nullptr ? object->actors : std::vector<ActorId>()};
  if (parties.subjects.size() == 2 && parties.objects.empty()) {
    parties.objects = {parties.subjects[1]};
    parties.subjects.resize(1);
  }
  scene.add(Stance{std::string(scene.frame.words(subject->unit, last))}, subject->unit, last, parties.subjects.front(), parties.objects.empty() ? std::nullopt : std::optional(parties.objects.front()));
}

}  // namespace

void read_tracked(Scene& scene) {
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    switch (scene.family(trigger)) {
      case RuleFamily::kSupport: add_support(scene, trigger); break;
      case RuleFamily::kCooperation: add_cooperation(scene, trigger); break;
      case RuleFamily::kThreat: add_threat(scene, trigger); break;
      case RuleFamily::kStance: add_stance(scene, trigger); break;
      default: break;
    }
  }
}

}  // namespace paraph
