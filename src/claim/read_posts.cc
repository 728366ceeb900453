#include <algorithm>

#include "claim/scene.h"

namespace paraph {
namespace {

struct Post {
  std::optional<ActorId> host;
  std::string place;
  int unit = 0;
};

/// The places behind a post: "in Houston, New York and Chicago"; each with the state it lies in.
std::vector<Post> places_behind(const Scene& scene, int from) {
  std::vector<Post> posts;
  bool open = false;
  for (int at = from; at < scene.size() && at < from + 40; ++at) {
    if (!open) {
      if (scene.is_word(at, scene.w.in) || scene.is_word(at, scene.w.at) || scene.is_word(at, scene.w.colon) || scene.is_word(at, scene.w.to) || scene.is_word(at, scene.w.open)) {
        open = true;
        continue;
      }
      if (at - from > 6 || scene.in_set(at, WordClass::kMissionNouns) || scene.in_set(at, WordClass::kListEnd)) break;
      const ActorUse* use = scene.use_at(at);
      if (use != nullptr && use->form == NameForm::kCapital && at - from <= 1) open = true;
      else continue;
    }
    const ActorUse* use = scene.use_at(at);
    if (use != nullptr && use->actors.size() == 1) {
      posts.push_back({use->actors.front(), use->place ? std::string(scene.frame.words(at, at + 1)) : std::string(), at});
      continue;
    }
    const Unit& unit = scene.unit(at);
    if (unit.kind == UnitKind::kNumber && posts.empty()) {  // an address: the city stands behind the street
      for (int behind = at + 1; behind < scene.size() && behind < at + 14; ++behind) {
        const ActorUse* city = scene.use_at(behind);
        if (city == nullptr || !city->place) continue;
        posts.push_back({city->actors.front(), std::string(scene.frame.words(behind, behind + 1)), behind});
        break;
      }
      break;
    }
    if (unit.kind == UnitKind::kWord && scene.frame.annotated->tokens[unit.first].capitalised() && unit.actor < 0) {
      int end = at + 1;
      while (end < scene.size() && scene.unit(end).kind == UnitKind::kWord && scene.unit(end).actor < 0 && scene.frame.annotated->tokens[scene.unit(end).first].capitalised()) ++end;
      posts.push_back({std::nullopt, std::string(scene.frame.words(at, end)), at});
      at = end - 1;
      continue;
    }
    if (scene.is_word(at, scene.w.comma) || scene.is_word(at, scene.w.and_) || scene.is_word(at, scene.w.the) || scene.is_word(at, scene.w.ampersand) || unit.kind == UnitKind::kPeriod) continue;
    break;
  }
  return posts;
}

/// "Elanor Gamgee has been Arnor's ambassador": two or three names that open the sentence, before a verb and the office.
std::string name_at_start(const Scene& scene, int office) {
  int end = 0;
  while (end < scene.size() && scene.unit(end).kind == UnitKind::kWord && scene.unit(end).actor < 0 && scene.frame.annotated->tokens[scene.unit(end).first].capitalised()) ++end;
  if (end < 2 || end > 3 || office - end > 8 || !scene.in_set(end, WordClass::kVerbs)) return {};
  return std::string(scene.frame.words(0, end));
}

/// The event that stands nearest to a post: a verb of its own family.
std::optional<MissionEvent> event_of(const Scene& scene, const TriggerMatch& mission) {
  std::optional<MissionEvent> best;
  int lowest = 12;
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    if (scene.family(trigger) != RuleFamily::kMissionEvent) continue;
    int cost = trigger.first >= mission.last ? trigger.first - mission.last : mission.first - trigger.last;
    cost += 6 * std::abs(scene.clause(trigger.first) - scene.clause(mission.first));
    if (cost < lowest) lowest = cost, best = static_cast<MissionEvent>(scene.rule(trigger).event);
  }
  return best;
}

}  // namespace

void read_missions(Scene& scene) {
  std::optional<ActorId> last_sender;
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    const Rule& rule = scene.rule(trigger);
    if (rule.family != RuleFamily::kMission) continue;
    const ActorUse* owner = scene.use_at(trigger.slot(SlotRole::kSubject));
    if (owner == nullptr) owner = scene.owner_before(trigger.first);
    if (owner == nullptr) owner = scene.after(trigger.last, {ActorCue::kOf}, false, 4);
    const ActorUse* host = scene.use_at(trigger.slot(SlotRole::kObject));
    const ActorUse* subject = scene.subject_before(trigger.first);
    if (subject != nullptr && scene.clause(subject->unit) != scene.clause(trigger.first)) subject = nullptr;
    std::vector<Post> posts = places_behind(scene, trigger.last);
    const auto event = rule.event >= 0 ? std::optional(static_cast<MissionEvent>(rule.event)) : event_of(scene, trigger);
    const bool happened = event && *event != MissionEvent::kExists;
    auto period = scene.period_near(trigger.first, trigger.last);
    if (happened) period = as_event(period);
    if (posts.empty()) {  // the place may stand inside: "turned its consulate in Osgiliath into an embassy"
      for (int at = trigger.first; at < trigger.last; ++at) {
        const ActorUse* use = scene.use_at(at);
        if (use != nullptr && use->cue == ActorCue::kIn && use->actors.size() == 1) posts.push_back({use->actors.front(), use->place ? std::string(scene.frame.words(at, at + 1)) : std::string(), at});
      }
    }
    if (posts.empty() && scene.is_word(trigger.last, scene.w.possessive)) continue;  // "the Embassy's library"
    // A post that the sentence says nothing of (its ambassador, its address) is there; so much is claimed only where
    // somebody owns it and it has a place.
    Parties parties;
    if (owner != nullptr) parties.subjects = owner->actors;
    else if (subject != nullptr) parties.subjects = subject->actors;
    if (host != nullptr) parties.objects = host->actors;
    const bool stated = event.has_value() || owner != nullptr || subject != nullptr || last_sender.has_value();
    if (!stated) {
      const bool placed = std::ranges::any_of(posts, [](const Post& post) { return post.host.has_value(); });
      if (!placed) continue;
    }
    if (posts.empty() && host == nullptr && !event && (owner == nullptr || rule.event < 0)) continue;
    if (posts.empty()) posts.push_back({std::nullopt, "", trigger.last - 1});
    if (parties.subjects.empty() && last_sender && !std::ranges::any_of(posts, [&](const Post& post) { return post.host == last_sender; })) parties.subjects = {*last_sender};
    for (const Post& post : posts) {
      Parties of = parties;
      if (post.host && of.objects.empty()) of.objects = {*post.host};
      if (of.subjects.size() == 2 && of.objects.size() == 1) std::erase(of.subjects, of.objects.front());
      if (of.subjects == of.objects) of.subjects.clear();
      if (of.subjects.size() == 2 && of.objects.empty()) {  // embassies of both in each other's capital
        for (int side = 0; side < 2; ++side) {
          Claim& claim = scene.add(Mission{event.value_or(MissionEvent::kExists), static_cast<MissionType>(std::max<int>(rule.type, 0)), post.place}, trigger.first,
                                   trigger.last, of.subjects[static_cast<std::size_t>(side)], of.subjects[static_cast<std::size_t>(1 - side)]);
          scene.set_period(claim, period);
        }
        continue;
      }
      complete_pair(of, scene.context);
      separate(of);
      if (of.subjects.empty() || of.objects.empty()) continue;
      const int last = std::max<int>(trigger.last, post.unit + 1);
      const int first = owner != nullptr && owner->unit < trigger.first ? owner->unit : trigger.first;
      Claim& claim = scene.add(Mission{event.value_or(MissionEvent::kExists), static_cast<MissionType>(std::max<int>(rule.type, 0)), post.place}, std::min(first, last - 1), last,
                               of.subjects.front(), of.objects.front());
      auto own = posts.size() > 1 ? scene.period_near(post.unit, post.unit + 1) : period;
      if (happened) own = as_event(own);
      scene.set_period(claim, own);
      last_sender = of.subjects.front();
    }
  }
}

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
