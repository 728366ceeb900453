#include <algorithm>

#include "claim/nearest_event.h"
#include "claim/scene.h"

namespace paraph {
namespace {

struct Post {
  std::optional<ActorId> host;
  std::string place;
  int unit = 0;
};

bool is_name(const Scene& scene, int at) {
  return at < scene.size() && scene.unit(at).kind == UnitKind::kWord && scene.unit(at).actor < 0 &&
         scene.frame.annotated->tokens[scene.unit(at).first].capitalised();
}

bool opens_place(const Scene& scene, int at) {
  return scene.is_word(at, scene.w.in) || scene.is_word(at, scene.w.at) || scene.is_word(at, scene.w.colon) ||
         scene.is_word(at, scene.w.to) || scene.is_word(at, scene.w.open);
}

/// "12 Elm Street, Osgiliath": an address; the city stands behind the street.
std::optional<Post> address_behind(const Scene& scene, int from) {
  for (int at = from; at < scene.size() && at < from + 13; ++at) {
    const ActorUse* city = scene.use_at(at);
    if (city != nullptr && city->place) return Post{city->actors.front(), std::string(scene.frame.words(at, at + 1)), at};
  }
  return std::nullopt;
}

/// The places behind a post: "in Houston, New York and Chicago"; each with the state it lies in.
std::vector<Post> places_behind(const Scene& scene, int from) {
  std::vector<Post> posts;
  bool open = false;
  for (int at = from; at < scene.size() && at < from + 40; ++at) {
    if (!open) {
      if (opens_place(scene, at)) {
        open = true;
        continue;
      }
      if (at - from > 6 || scene.in_set(at, WordClass::kMissionNouns) || scene.in_set(at, WordClass::kListEnd)) break;
      const ActorUse* use = scene.use_at(at);
      if (use == nullptr || use->form != NameForm::kCapital || at - from > 1) continue;
      open = true;
    }
    const ActorUse* use = scene.use_at(at);
    if (use != nullptr && !use->place && !posts.empty() && !posts.back().place.empty() && posts.back().unit >= at - 3) {
      // "in Osgiliath, Gondor": where the town lies; "in Osgiliath, and Gondor …": the next statement's.
      if (use->actors.size() == 1 && posts.back().host == use->actors.front() && scene.is_word(at - 1, scene.w.comma) &&
          !scene.in_set(at + 1, WordClass::kVerbs) && !scene.is_word(at + 1, scene.w.by))
        continue;
      break;
    }
    if (use != nullptr) {
      for (const ActorId& host : use->actors)
        posts.push_back({host, use->place ? std::string(scene.frame.words(at, at + 1)) : std::string(), at});
      continue;
    }
    const Unit& unit = scene.unit(at);
    if (unit.kind == UnitKind::kNumber && posts.empty()) {
      if (auto post = address_behind(scene, at + 1)) posts.push_back(*std::move(post));
      break;
    }
    if (is_name(scene, at)) {
      int end = at + 1;
      while (is_name(scene, end)) ++end;
      posts.push_back({std::nullopt, std::string(scene.frame.words(at, end)), at});
      at = end - 1;
      continue;
    }
    if (scene.is_word(at, scene.w.comma) || scene.is_word(at, scene.w.and_) || scene.is_word(at, scene.w.the) ||
        scene.is_word(at, scene.w.ampersand) || unit.kind == UnitKind::kPeriod)
      continue;
    break;
  }
  return posts;
}

/// Whose post, where, and which: what further events of the sentence, and "its own", refer to.
struct Posting {
  MissionType mission = MissionType::kEmbassy;
  ActorId subject;
  ActorId object;
  std::string place;
};

class MissionReader {
 public:
  explicit MissionReader(Scene& scene) : scene_(scene) {
    for (const TriggerMatch& trigger : scene.frame.triggers) {
      if (scene.family(trigger) == RuleFamily::kMission) nouns_.push_back(&trigger);
    }
    if (scene.context.last_mission) {
      const Claim& before = *scene.context.last_mission;
      const auto& mission = std::get<Mission>(before.body);
      last_ = Posting{mission.mission, *before.subject, *before.object, mission.place};
    }
  }

  void run() {
    for (const TriggerMatch* noun : nouns_) {
      if (scene_.rule(*noun).reversed)
        read_own(*noun);
      else
        read(*noun);
    }
    if (nouns_.empty() && last_) read_pronoun();
  }

 private:
  /// The event that stands nearest to a post: a verb of its own family.
  const TriggerMatch* event_for(const TriggerMatch& mission) const {
    const TriggerMatch* best = nullptr;
    int lowest = 12;
    for (const TriggerMatch& trigger : scene_.frame.triggers) {
      if (scene_.family(trigger) != RuleFamily::kMissionEvent) continue;
      int cost = trigger.first >= mission.last ? trigger.first - mission.last : mission.first - trigger.last;
      if (cost >= lowest || governs_another(trigger, &mission)) continue;
      cost += 6 * std::abs(scene_.clause(trigger.first) - scene_.clause(mission.first));
      for (const TriggerMatch* other : nouns_) {  // another post between belongs closer, unless the verb heads both
        if (other != &mission && other->first >= mission.last && other->last <= trigger.first) cost += 5;
      }
      if (cost < lowest) lowest = cost, best = &trigger;
    }
    return best;
  }

  /// "established relations": the verb of something else; not where the post is its subject too: "relations and the
  /// embassy were established".
  bool governs_another(const TriggerMatch& event, const TriggerMatch* mission = nullptr) const {
    return std::ranges::any_of(scene_.frame.triggers, [&](const TriggerMatch& other) {
      const RuleFamily family = scene_.family(other);
      if (family != RuleFamily::kRelations && family != RuleFamily::kAgreement && family != RuleFamily::kDialogue) return false;
      if (mission != nullptr && other.first < mission->first && mission->last <= event.first) return false;
      return other.first < event.last && event.first < other.last;
    });
  }

  MissionEvent meaning(const TriggerMatch& event) const { return static_cast<MissionEvent>(scene_.rule(event).event); }

  std::optional<ClaimPeriod> when(int first, int last, bool happened) const {
    return happened ? scene_.event_near(first, last) : scene_.period_near(first, last);
  }

  void add(const Posting& posting, MissionEvent event, int first, int last, const std::optional<ClaimPeriod>& period) {
    Claim& claim = scene_.add(Mission{event, posting.mission, posting.place}, first, last, posting.subject, posting.object);
    scene_.set_period(claim, period);
    last_ = posting;
  }

  void read(const TriggerMatch& trigger) {
    const Rule& rule = scene_.rule(trigger);
    const auto type = static_cast<MissionType>(std::max<int>(rule.type, 0));
    const ActorUse* owner = scene_.use_at(trigger.slot(SlotRole::kSubject));
    if (owner == nullptr) owner = scene_.owner_before(trigger.first);
    if (owner == nullptr) owner = scene_.after(trigger.last, {ActorCue::kOf}, false, 4);
    const ActorUse* host = scene_.use_at(trigger.slot(SlotRole::kObject));
    const ActorUse* subject = scene_.subject_before(trigger.first);
    if (subject != nullptr && scene_.clause(subject->unit) != scene_.clause(trigger.first)) subject = nullptr;
    std::vector<Post> posts = places_behind(scene_, trigger.last);
    const TriggerMatch* verb = rule.event >= 0 ? nullptr : event_for(trigger);
    const auto event = rule.event >= 0   ? std::optional(static_cast<MissionEvent>(rule.event))
                       : verb != nullptr ? std::optional(meaning(*verb))
                                         : std::nullopt;
    const bool happened = event && *event != MissionEvent::kExists;
    // "The legation, set up in 1955, became an embassy in 1959": a long phrasing's date stands by its end.
    const int near = rule.event >= 0 && trigger.last - trigger.first > 5 ? trigger.last - 1 : trigger.first;
    const auto period = when(near, trigger.last, happened);
    if (posts.empty()) {  // the place may stand inside: "turned its consulate in Osgiliath into an embassy"
      for (int at = trigger.first; at < trigger.last; ++at) {
        const ActorUse* use = scene_.use_at(at);
        if (use != nullptr && use->cue == ActorCue::kIn && use->actors.size() == 1)
          posts.push_back({use->actors.front(), use->place ? std::string(scene_.frame.words(at, at + 1)) : std::string(), at});
      }
    }
    // "The legation in Osgiliath was raised to an embassy"
    for (int at = trigger.first - 1; posts.empty() && rule.event >= 0 && at >= 0 && trigger.first - at <= 6; --at) {
      const ActorUse* use = scene_.use_at(at);
      if (use != nullptr && use->cue == ActorCue::kIn && use->actors.size() == 1)
        posts.push_back({use->actors.front(), use->place ? std::string(scene_.frame.words(at, at + 1)) : std::string(), at});
    }
    if (posts.empty() && scene_.is_word(trigger.last, scene_.w.possessive)) return;  // "the Embassy's library"
    // A post that the sentence says nothing of (its ambassador, its address) is there; so much is claimed only where
    // somebody owns it and it has a place.
    Parties parties;
    if (owner != nullptr)
      parties.subjects = owner->actors;
    else if (subject != nullptr)
      parties.subjects = subject->actors;
    if (host != nullptr) parties.objects = host->actors;
    const bool stated = event.has_value() || owner != nullptr || subject != nullptr || sender_.has_value();
    if (!stated && !std::ranges::any_of(posts, [](const Post& post) { return post.host.has_value(); })) return;
    if (posts.empty() && host == nullptr && !event && (owner == nullptr || rule.event < 0)) return;
    if (posts.empty()) posts.push_back({std::nullopt, "", trigger.last - 1});
    // "an embassy in Osgiliath, a consulate in Fornost, and honorary consuls in nine cities": whose the first was.
    if (parties.subjects.empty() && sender_ && !std::ranges::any_of(posts, [&](const Post& post) { return post.host == sender_; }))
      parties.subjects = {*sender_};
    const std::size_t before = scene_.claims.size();
    for (const Post& post : posts) {
      Parties of = parties;
      if (post.host && of.objects.empty()) of.objects = {*post.host};
      if (of.subjects.size() >= 2 && of.objects.size() == 1) std::erase(of.subjects, of.objects.front());
      if (of.subjects == of.objects) of.subjects.clear();
      if (of.subjects.size() == 2 && of.objects.empty()) {  // embassies of both in each other's capital
        for (std::size_t side = 0; side < 2; ++side)
          add({type, of.subjects[side], of.subjects[1 - side], post.place}, event.value_or(MissionEvent::kExists), trigger.first,
              trigger.last, period);
        continue;
      }
      complete_pair(of, scene_.context);
      separate(of);
      // "The embassy was closed in 1991": the one named in the sentence before.
      if ((of.subjects.empty() || of.objects.empty()) && last_ && last_->mission == type && event) of = {{last_->subject}, {last_->object}};
      if (of.subjects.empty() || of.objects.empty()) continue;
      const int last = std::max<int>(trigger.last, post.unit + 1);
      const int first = owner != nullptr && owner->unit < trigger.first ? owner->unit : trigger.first;
      const auto own = posts.size() > 1 ? when(post.unit, post.unit + 1, happened) : period;
      for (const ActorId& sender : of.subjects) {  // "Arnor, Gondor and Rohan have embassies in …"
        if (sender != of.objects.front())
          add({type, sender, of.objects.front(), post.place}, event.value_or(MissionEvent::kExists), std::min(first, last - 1), last, own);
      }
      sender_ = of.subjects.front();
    }
    if (verb != nullptr && happened) read_further(trigger, *verb, before, period ? period->unit : -1);
  }

  /// "opened in 1992, closed in 2003 and reopened in 2010": further events of the posts just read, each with its own date.
  void read_further(const TriggerMatch& trigger, const TriggerMatch& verb, std::size_t before, int taken) {
    const std::vector<Claim> told(scene_.claims.begin() + static_cast<std::ptrdiff_t>(before), scene_.claims.end());
    for (const TriggerMatch& other : scene_.frame.triggers) {
      if (&other == &verb || scene_.family(other) != RuleFamily::kMissionEvent || other.first < std::max(trigger.last, verb.last)) continue;
      if (other.first - trigger.last > 40 || governs_another(other)) continue;
      const MissionEvent further = meaning(other);
      if (further == MissionEvent::kExists || nearest_noun(scene_, other, nouns_, 40) != &trigger ||
          names_another(trigger.last, other.first, told))
        continue;
      const auto later = scene_.event_near(other.first, other.last);
      if (!later || later->unit < trigger.last || later->unit == taken) continue;
      for (const Claim& claim : told) add(posting_of(claim), further, trigger.first, other.last, later);
      taken = later->unit;
    }
  }

  static Posting posting_of(const Claim& claim) {
    const auto& mission = std::get<Mission>(claim.body);
    return {mission.mission, *claim.subject, *claim.object, mission.place};
  }

  /// A state that is neither sender nor host acts between units `from` and `to`.
  bool names_another(int from, int to, const std::vector<Claim>& told) const {
    for (int at = from; at < to; ++at) {
      const ActorUse* use = scene_.use_at(at);
      if (use == nullptr || use->place) continue;
      const bool known = std::ranges::any_of(told, [&](const Claim& claim) { return use->actors.front() == *claim.subject; });
      if (!known) return true;
    }
    return false;
  }

  /// "… and Rohan opened its own in Minas Tirith in 2007", "Rohan's, in Minas Tirith, followed in 2008": the kind of post
  /// named last, between the same two.
  void read_own(const TriggerMatch& trigger) {
    if (!last_) return;
    const ActorUse* subject = scene_.use_at(trigger.slot(SlotRole::kSubject));
    if (subject == nullptr) subject = scene_.subject_before(trigger.first);
    if (subject == nullptr || subject->actors.size() != 1 ||
        (subject->actors.front() != last_->object && subject->actors.front() != last_->subject))
      return;
    const ActorId sender = subject->actors.front();
    const ActorId host = sender == last_->object ? last_->subject : last_->object;
    Posting posting{last_->mission, sender, host, {}};
    int last = trigger.last;
    for (const Post& post : places_behind(scene_, trigger.whole_last)) {
      if (post.host != host) continue;
      posting.place = post.place;
      last = std::max(last, post.unit + 1);
      break;
    }
    const auto event = scene_.rule(trigger).event >= 0 ? static_cast<MissionEvent>(scene_.rule(trigger).event) : MissionEvent::kExists;
    const auto period = when(trigger.first, trigger.last, event != MissionEvent::kExists);
    add(posting, event, trigger.whole_first, last, period);
  }

  /// "It was closed in 1984 and reopened in 2006": of the post that the sentence before named.
  void read_pronoun() {
    const ActorUse* it = scene_.use_at(0);
    if (it == nullptr || !it->implicit || it->pair || it->speaker) return;
    const Posting posting = *last_;
    int taken = -1;
    for (const TriggerMatch& event : scene_.frame.triggers) {
      if (scene_.family(event) != RuleFamily::kMissionEvent || governs_another(event)) continue;
      if (meaning(event) != MissionEvent::kOpened && meaning(event) != MissionEvent::kClosed) continue;
      const auto period = scene_.event_near(event.first, event.last);
      const bool free = event.first <= 4 || taken >= 0;
      if (!free || !period || period->unit < 0 || period->unit == taken) continue;
      for (int at = 1; at < event.first; ++at) {
        const ActorUse* use = scene_.use_at(at);
        if (use != nullptr && !use->place) return;
      }
      add(posting, meaning(event), 0, event.last, period);
      taken = period->unit;
    }
  }

  Scene& scene_;
  std::vector<const TriggerMatch*> nouns_;
  std::optional<ActorId> sender_;
  std::optional<Posting> last_;
};

}  // namespace

void read_missions(Scene& scene) { MissionReader(scene).run(); }

}  // namespace paraph
