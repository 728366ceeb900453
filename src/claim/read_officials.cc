#include <algorithm>

#include "claim/scene.h"

namespace paraph {
namespace {

bool is_initial(const Scene& scene, int at) {
  if (at >= scene.size() || scene.unit(at).kind != UnitKind::kWord) return false;
  const Token& token = scene.frame.annotated->tokens[scene.unit(at).first];
  return token.shape == TokenShape::kCaps && token.last - token.first <= 2;
}

/// The end of the name that starts at `at`, two capitalised words or more: "Rosie B. Cotton"; a place may be its first word ("Virginia").
int name_end(const Scene& scene, int at) {
  const auto named = [&](int unit) {
    return unit < scene.size() && scene.unit(unit).kind == UnitKind::kWord && scene.unit(unit).actor < 0 &&
           scene.frame.annotated->tokens[scene.unit(unit).first].capitalised();
  };
  const ActorUse* place = at < scene.size() ? scene.use_at(at) : nullptr;
  int end = at;
  if (place != nullptr && place->form == NameForm::kPlace && scene.unit(at).last == scene.unit(at).first + 1U && named(at + 1)) ++end;
  while (named(end) && !scene.in_set(end, WordClass::kMissionNouns)) {
    const bool initial = is_initial(scene, end);
    ++end;
    if (initial && scene.is_word(end, scene.w.period) && named(end + 1)) ++end;
  }
  return end - at >= 2 ? end : at;
}

/// Another trigger of the sentence tells more of the same person: "(credentials presented in 2014)", "appointed in 2014".
/// "Ambassador of Arnor to Gondor: … (credentials presented in 2014)": the office of whom an event is told; the event's own trigger
/// where none stands before it.
const TriggerMatch& office_of(const Scene& scene, const TriggerMatch& trigger) {
  const TriggerMatch* office = &trigger;
  if (scene.rule(trigger).event < 0) return trigger;
  for (const TriggerMatch& other : scene.frame.triggers) {
    if (scene.family(other) == RuleFamily::kOfficial && scene.rule(other).event < 0 && other.last <= trigger.first &&
        trigger.first - other.last <= 16)
      office = &other;
  }
  return *office;
}

bool told_by_another(const Scene& scene, const TriggerMatch& trigger) {
  if (scene.rule(trigger).event >= 0) return false;
  return std::ranges::any_of(scene.frame.triggers, [&](const TriggerMatch& other) {
    return scene.family(other) == RuleFamily::kOfficial && scene.rule(other).event >= 0 &&
           scene.clause(other.first) - scene.clause(trigger.first) <= 1 && other.first > trigger.first;
  });
}

/// "Elanor Gamgee has been Arnor's ambassador": two or three names that open the sentence, before a verb and the office.
std::string name_at_start(const Scene& scene, int office) {
  int end = 0;
  while (end < scene.size() && scene.unit(end).kind == UnitKind::kWord && scene.unit(end).actor < 0 &&
         scene.frame.annotated->tokens[scene.unit(end).first].capitalised())
    ++end;
  if (end == 1 && scene.is_word(1, scene.w.dash)) end = name_end(scene, 2);  // "Ann-Marie Brandybuck"
  if (end < 2 || end > 5 || office - end > 8 || (!scene.in_set(end, WordClass::kVerbs) && office - end > 2)) return {};
  return std::string(scene.frame.words(0, end));
}

}  // namespace

void read_officials(Scene& scene) {
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    const Rule& rule = scene.rule(trigger);
    if (rule.family != RuleFamily::kOfficial || rule.type < 0 || told_by_another(scene, trigger)) continue;
    std::string name;
    int last = trigger.last;
    int first = trigger.first;
    for (int at = trigger.first; at < std::min<int>(scene.size(), trigger.last + 7) && name.empty(); ++at) {
      if (scene.unit(at).kind == UnitKind::kPerson) name = std::string(scene.frame.words(at, at + 1)), last = std::max(last, at + 1);
    }
    for (int at = trigger.last; at < std::min<int>(scene.size(), trigger.last + 6) && name.empty() && !scene.is_word(at, scene.w.semicolon);
         ++at) {
      if (const int end = name_end(scene, at); end > at) name = std::string(scene.frame.words(at, end)), last = std::max(last, end);
    }
    for (int at = trigger.first - 1; at >= 0 && trigger.first - at <= 12 && name.empty(); --at) {
      if (scene.unit(at).kind == UnitKind::kPerson) name = std::string(scene.frame.words(at, at + 1)), first = at;
    }
    if (name.empty()) {
      name = name_at_start(scene, trigger.first);
      if (!name.empty()) first = 0;
    }
    const auto period = scene.period_near(trigger.first, trigger.last);
    if (name.empty() && (rule.event < 0 || !period)) continue;
    const TriggerMatch& office = office_of(scene, trigger);
    const ActorUse* owner = scene.owner_before(office.first);
    if (owner == nullptr) owner = scene.after(office.last, {ActorCue::kOf}, false, 4);
    // "… has led the embassy of Arnor in Minas Tirith": the post's own words tell whose it is and where.
    if (owner == nullptr) owner = scene.after(office.last, {ActorCue::kPlain}, false, 9);
    const ActorUse* to = scene.after(office.last, {ActorCue::kTo, ActorCue::kIn}, true, 12);
    Parties parties;
    if (owner != nullptr && owner->actors.size() == 1) parties.subjects = owner->actors;
    if (to != nullptr && to->actors.size() == 1 && to->actors != parties.subjects) parties.objects = to->actors;
    complete_pair(parties, scene.context);
    separate(parties);
    complete_symmetric(parties, scene.context);  // "Elanor Gamgee has been ambassador since 2014": the publisher's
    if (parties.subjects.empty() || parties.objects.empty()) continue;
    const auto event = rule.event >= 0 ? static_cast<OfficialEvent>(rule.event) : OfficialEvent::kServing;
    Claim& claim = scene.add(Official{static_cast<OfficialRole>(scene.rule(office).type), event, std::move(name)}, first, last,
                             parties.subjects.front(), parties.objects.front());
    scene.set_period(claim, period);
  }
}

}  // namespace paraph
