#include <algorithm>

#include "claim/scene.h"

namespace paraph {
namespace {

/// "Elanor Gamgee has been Arnor's ambassador": two or three names that open the sentence, before a verb and the office.
std::string name_at_start(const Scene& scene, int office) {
  int end = 0;
  while (end < scene.size() && scene.unit(end).kind == UnitKind::kWord && scene.unit(end).actor < 0 && scene.frame.annotated->tokens[scene.unit(end).first].capitalised()) ++end;
  if (end < 2 || end > 3 || office - end > 8 || !scene.in_set(end, WordClass::kVerbs)) return {};
  return std::string(scene.frame.words(0, end));
}

}  // namespace

void read_officials(Scene& scene) {
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    const Rule& rule = scene.rule(trigger);
    if (rule.family != RuleFamily::kOfficial || rule.type < 0) continue;
    std::string name;
    int last = trigger.last;
    int first = trigger.first;
    for (int at = trigger.first; at < std::min<int>(scene.size(), trigger.last + 4) && name.empty(); ++at) {
      if (scene.unit(at).kind == UnitKind::kPerson) name = std::string(scene.frame.words(at, at + 1)), last = std::max(last, at + 1);
    }
    for (int at = trigger.last; at < std::min<int>(scene.size(), trigger.last + 3) && name.empty(); ++at) {
      if (scene.unit(at).kind != UnitKind::kWord || !scene.frame.annotated->tokens[scene.unit(at).first].capitalised()) continue;
      int end = at;
      while (end < scene.size() && scene.unit(end).kind == UnitKind::kWord && scene.unit(end).actor < 0 && scene.frame.annotated->tokens[scene.unit(end).first].capitalised()) ++end;
      if (end - at >= 2) name = std::string(scene.frame.words(at, end)), last = std::max(last, end);
    }
    for (int at = trigger.first - 1; at >= 0 && trigger.first - at <= 8 && name.empty(); --at) {
      if (scene.unit(at).kind == UnitKind::kPerson) name = std::string(scene.frame.words(at, at + 1)), first = at;
    }
    if (name.empty()) {
      name = name_at_start(scene, trigger.first);
      if (!name.empty()) first = 0;
    }
    const auto period = scene.period_near(trigger.first, trigger.last);
    if (name.empty() && (rule.event < 0 || !period)) continue;
    const ActorUse* owner = scene.owner_before(trigger.first);
    if (owner == nullptr) owner = scene.after(trigger.last, {ActorCue::kOf}, false, 4);
    // "… has led the embassy of Arnor in Minas Tirith": the post's own words tell whose it is and where.
    if (owner == nullptr) owner = scene.after(trigger.last, {ActorCue::kPlain}, false, 9);
    const ActorUse* to = scene.after(trigger.last, {ActorCue::kTo, ActorCue::kIn}, true, 12);
    Parties parties;
    if (owner != nullptr && owner->actors.size() == 1) parties.subjects = owner->actors;
    if (to != nullptr && to->actors.size() == 1 && to->actors != parties.subjects) parties.objects = to->actors;
    complete_pair(parties, scene.context);
    separate(parties);
    if (parties.subjects.empty() || parties.objects.empty()) continue;
    const auto event = rule.event >= 0 ? static_cast<OfficialEvent>(rule.event) : OfficialEvent::kServing;
    Claim& claim = scene.add(Official{static_cast<OfficialRole>(rule.type), event, std::move(name)}, first, last, parties.subjects.front(), parties.objects.front());
    scene.set_period(claim, period);
  }
}

}  // namespace paraph
