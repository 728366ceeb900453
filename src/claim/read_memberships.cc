#include <algorithm>

#include "claim/scene.h"

namespace paraph {
namespace {

/// Something that states join, as the sentence names it, units [first, last).
struct Body {
  ActorId id;
  std::string as_written;  ///< Empty for an organisation that goes by its id.
  int first = 0;
  int last = 0;
};

/// Empty for an organisation that goes by its id; else its acronym where the text gives one, else its name.
std::string organisation_as_written(const Scene& scene, int at, const NameEntry& entry) {
  if (scene.context.lexicon->gazetteer().has_settled_id(entry.actor)) return {};
  if (entry.form != NameForm::kAcronym && scene.is_word(at + 1, scene.w.open) && at + 2 < scene.size()) {
    const Unit& behind = scene.unit(at + 2);
    const bool caps = scene.frame.annotated->tokens[behind.first].shape == TokenShape::kCaps && behind.last == behind.first + 1;
    if (caps && scene.is_word(at + 3, scene.w.close)) return std::string(scene.frame.words(at + 2, at + 3));
  }
  return std::string(scene.frame.words(at, at + 1));
}

/// An organisation, the European Union, which is an actor too, or a pact that states accede to.
std::optional<Body> body_at(const Scene& scene, int at) {
  if (at < 0 || at >= scene.size()) return std::nullopt;
  if (scene.in_set(at, WordClass::kPactBodies)) {
    std::string name(scene.frame.words(at, at + 1));
    return Body{ActorId(name), std::move(name), at, at + 1};
  }
  const Unit& unit = scene.unit(at);
  const ActorUse* use = scene.use_at(at);
  if (unit.kind != UnitKind::kOrganisation && (use == nullptr || !use->body || unit.mention < 0)) return std::nullopt;
  const NameEntry* entry = choose_entry(*std::get<NameMention>(scene.frame.mention(at).body).match, scene.context);
  if (entry == nullptr) return std::nullopt;
  return Body{entry->actor, organisation_as_written(scene, at, *entry), at, at + 1};
}

class MembershipReader {
 public:
  explicit MembershipReader(Scene& scene) : scene_(scene) {
    for (const TriggerMatch& trigger : scene.frame.triggers) {
      if (scene.family(trigger) == RuleFamily::kMembership) triggers_.push_back(&trigger);
    }
  }

  void run() {
    for (std::size_t t = 0; t < triggers_.size(); ++t) read(*triggers_[t], t + 1 < triggers_.size() ? triggers_[t + 1]->first : scene_.size());
  }

 private:
  /// "the WTO, of which Arnor is a member", "…, which Arnor joined in 1996": the body right before the relative.
  std::optional<Body> before_relative(const TriggerMatch& trigger) const {
    for (int at = trigger.first - 1; at > 0 && trigger.first - at <= 6; --at) {
      if (body_at(scene_, at)) return std::nullopt;
      if (!scene_.is_word(at, scene_.w.which) && !scene_.is_word(at, scene_.w.where) && !scene_.is_word(at, scene_.w.whose)) continue;
      int before = at - 1;
      while (before >= 0 && (scene_.in_set(before, WordClass::kPreposition) || scene_.unit(before).kind == UnitKind::kSign)) --before;
      auto found = body_at(scene_, before);
      if (found && scene_.is_word(before - 1, scene_.w.open)) {  // "the Latin Union (LU), which …"
        if (auto named = body_at(scene_, before - 2)) return named;
      }
      return found;
    }
    return std::nullopt;
  }

  /// "a member of the UN, the OSCE and the IMF": what stands behind the status, until another statement begins.
  std::vector<Body> behind(const TriggerMatch& trigger, int until) const {
    std::vector<Body> bodies;
    int gap = 0;
    for (int at = trigger.last; at < until && gap <= 14; ++at) {
      if (auto body = body_at(scene_, at)) {
        bodies.push_back(*std::move(body));
        gap = 0;
        continue;
      }
      ++gap;
      if (scene_.is_word(at, scene_.w.semicolon) && bodies.empty()) break;
      if (!bodies.empty() && scene_.in_set(at, WordClass::kListEnd)) break;
      if (!bodies.empty() && (scene_.is_word(at, scene_.w.which) || scene_.is_word(at, scene_.w.whose))) break;
    }
    return bodies;
  }

  std::vector<Body> bodies_of(const TriggerMatch& trigger, int until) const {
    if (auto relative = before_relative(trigger)) return {*std::move(relative)};
    std::vector<Body> bodies = behind(trigger, until);
    for (int at = trigger.whole_first; at < trigger.whole_last && at < trigger.last; ++at) {
      if (auto body = body_at(scene_, at)) bodies.insert(bodies.begin(), *std::move(body));
    }
    const int reach = scene_.rule(trigger).reversed ? 9 : 5;
    for (int at = trigger.first - 1; bodies.empty() && at >= 0 && trigger.first - at <= reach; --at) {  // "a NATO member", "APEC's host"
      if (auto body = body_at(scene_, at)) bodies.push_back(*std::move(body));
    }
    return bodies;
  }

  /// "… brings Arnor together with Gondor and Rohan": all that the clause names behind.
  std::vector<ActorId> gathered(const TriggerMatch& trigger) const {
    std::vector<ActorId> members;
    for (int at = trigger.whole_first; at < scene_.size() && scene_.clause(at) == scene_.clause(trigger.first); ++at) {
      const ActorUse* use = scene_.use_at(at);
      if (at >= trigger.last && (scene_.in_set(at, WordClass::kVerbs) || scene_.unit(at).kind == UnitKind::kOrganisation)) break;
      if (use == nullptr || use->body || use->place || use->possessive || at < trigger.first) continue;
      for (const ActorId& actor : use->actors) {
        if (std::ranges::find(members, actor) == members.end()) members.push_back(actor);
      }
    }
    return members;
  }

  std::vector<ActorId> members_of(const TriggerMatch& trigger) {
    if (scene_.rule(trigger).reversed) return gathered(trigger);
    const ActorUse* subject = scene_.use_at(trigger.slot(SlotRole::kSubject));
    if (subject == nullptr) subject = scene_.subject_before(trigger.first);
    if (subject == nullptr) subject = scene_.after(trigger.last, {ActorCue::kOf, ActorCue::kBy}, false, 5);
    std::vector<ActorId> members;
    if (subject != nullptr && subject->actors.size() <= 6) members = subject->actors;
    else if (!last_members_.empty()) members = last_members_;
    else if (scene_.context.focus) members = {*scene_.context.focus};
    else if (scene_.context.pair) members = {scene_.context.pair->partner};
    // "which Arnor founded together with Gondor and Rohan"
    const ActorUse* company = scene_.after(trigger.last, {ActorCue::kWith}, false, 8);
    if (company != nullptr && company->unit > 0 && scene_.is_word(company->unit - 2, scene_.w.together)) members.insert(members.end(), company->actors.begin(), company->actors.end());
    return members;
  }

  void read(const TriggerMatch& trigger, int until) {
    const Rule& rule = scene_.rule(trigger);
    std::vector<Body> bodies = bodies_of(trigger, until);
    // "an observer since 2015 and a full member since 2024": the same organisation.
    if (bodies.empty() && last_body_ && !rule.reversed) bodies.push_back(*last_body_);
    // "both are parties to RCEP": that is the agreement's business.
    if (scene_.is_word(trigger.first, scene_.w.party) || scene_.is_word(trigger.first, scene_.w.parties))
      std::erase_if(bodies, [&](const Body& body) { return scene_.in_set(body.first, WordClass::kPactBodies); });
    if (bodies.empty()) return;
    last_body_ = bodies.back();
    const std::vector<ActorId> members = members_of(trigger);
    if (!rule.reversed) last_members_ = members;
    const auto status = static_cast<MembershipStatus>(std::max<int>(rule.type, 0));
    std::vector<ActorId> told;  // a name and its acronym in brackets are one organisation
    for (const Body& body : bodies) {
      if (std::ranges::find(told, body.id) != told.end()) continue;
      told.push_back(body.id);
      const auto periods = periods_of(trigger, body, bodies.size());
      for (const ActorId& member : members) {
        if (member == body.id) continue;
        for (const auto& period : periods) {
          Claim& claim = scene_.add(Membership{status, body.as_written}, std::min<int>(trigger.first, body.first), std::max<int>(trigger.last, body.last), member, body.id);
          scene_.set_period(claim, period);
        }
      }
    }
  }

  /// The date of a membership; two for "its host in 2008 and 2016". One empty where the sentence gives none.
  std::vector<std::optional<ClaimPeriod>> periods_of(const TriggerMatch& trigger, const Body& body, std::size_t bodies) const {
    const Rule& rule = scene_.rule(trigger);
    const bool before = body.last <= trigger.first;  // the status says when, where the body stands before it
    auto period = before ? scene_.period_near(trigger.first, trigger.last) : scene_.period_near(body.first, body.last);
    if (!period || (bodies > 1 && std::abs(period->unit - body.first) > 4 && rule.event < 0 && period->unit >= trigger.first)) return {std::nullopt};
    std::vector<std::optional<ClaimPeriod>> periods = {period};
    const bool repeats = static_cast<MembershipStatus>(rule.type) == MembershipStatus::kHost || static_cast<MembershipStatus>(rule.type) == MembershipStatus::kChair;
    for (int at = period->unit + 1; repeats && period->unit >= 0 && at + 1 < scene_.size(); at += 2) {
      while (scene_.is_word(at, scene_.w.comma) && scene_.is_word(at + 1, scene_.w.and_)) ++at;
      if ((!scene_.is_word(at, scene_.w.and_) && !scene_.is_word(at, scene_.w.comma)) || scene_.unit(at + 1).kind != UnitKind::kPeriod) break;
      if (auto more = scene_.resolve(at + 1, {})) periods.push_back(more);
    }
    return periods;
  }

  Scene& scene_;
  std::vector<const TriggerMatch*> triggers_;
  std::vector<ActorId> last_members_;
  std::optional<Body> last_body_;
};

}  // namespace

void read_memberships(Scene& scene) { MembershipReader(scene).run(); }

}  // namespace paraph
