#include <algorithm>

#include "claim/scene.h"

namespace paraph {
namespace {

/// Somebody who may visit, units [first, last): a title with a name, a name alone, an office, and what stands beside it in apposition.
struct Visitor {
  int first = 0;
  int last = 0;
  int name_first = 0;  ///< Units of the name as the claim gives it.
  int name_last = 0;
  bool told = false;  ///< "He": whoever the visit before was of.

  Visitor(int from, int to) : first(from), last(to), name_first(from), name_last(to) {}
};

/// The state that a person's words give: "Prime Minister Eomer of Rohan", "the Arnorian President".
std::optional<ActorId> state_of(const Scene& scene, const Visitor& visitor) {
  if (const ActorUse* own = scene.use_at(visitor.first); own != nullptr && own->actors.size() == 1) return own->actors.front();
  for (int at = visitor.last; at < scene.size() && at < visitor.last + 3; ++at) {
    const ActorUse* use = scene.use_at(at);
    if (use != nullptr && use->cue == ActorCue::kOf && use->actors.size() == 1) return use->actors.front();
    if (use != nullptr) break;
  }
  for (int at = visitor.first - 1; at >= 0 && at >= visitor.first - 4; --at) {
    const ActorUse* use = scene.use_at(at);
    if (use != nullptr)
      return use->possessive && use->actors.size() == 1 && !use->place ? std::optional(use->actors.front()) : std::nullopt;
    if (scene.unit(at).kind != UnitKind::kWord && !scene.is_word(at, scene.w.possessive)) break;
    if (scene.in_set(at, WordClass::kPreposition)) break;
  }
  return std::nullopt;
}

std::string_view family_name(const Scene& scene, const Visitor& visitor) {
  const auto& tokens = scene.frame.annotated->tokens;
  const Token& last = tokens[scene.unit(visitor.name_last - 1).last - 1U];
  return scene.frame.annotated->text.substr(last.first, last.last - last.first);
}

bool is_name_word(const Scene& scene, int at) {
  return at >= 0 && at < scene.size() && scene.unit(at).kind == UnitKind::kWord && scene.unit(at).actor < 0 &&
         scene.frame.annotated->tokens[scene.unit(at).first].capitalised();
}

/// The end of a name without a title that starts at `at`: two capitalised words or more; `unknown` where no table knows one of them.
int name_end(const Scene& scene, int at, bool& unknown) {
  unknown = false;
  if (!is_name_word(scene, at) || is_name_word(scene, at - 1)) return at;
  int end = at;
  int words = 0;
  while (is_name_word(scene, end)) {
    unknown = unknown || scene.unit(end).word == kUnknownWord;
    ++words;
    ++end;
    if (scene.is_word(end, scene.w.dash) && end + 1 < scene.size() && scene.unit(end + 1).kind == UnitKind::kWord)
      unknown = unknown || scene.unit(end + 1).word == kUnknownWord, end += 2;
  }
  return words >= 2 ? end : at;
}

class VisitReader {
 public:
  explicit VisitReader(Scene& scene) : scene_(scene), listed_(scene.context.topic == Topic::kVisits) {
    for (const TriggerMatch& trigger : scene.frame.triggers) {
      if (scene.family(trigger) == RuleFamily::kVisit) triggers_.push_back(&trigger);
    }
  }

  void run() {
    if (triggers_.empty() && !listed_) return;
    find_visitors();
    for (std::size_t v = 0; v < visitors_.size(); ++v) read(v);
  }

 private:
  bool starts_trigger(int at) const {
    return std::ranges::any_of(triggers_,
                               [&](const TriggerMatch* trigger) { return trigger->first == at && !scene_.rule(*trigger).reversed; });
  }

  /// "the Arnorian prime minister": an office in lower case stands for its holder where an adjective gives the state.
  int office_end(int at) const {
    const ActorUse* use = scene_.use_at(at);
    if (use == nullptr || use->form != NameForm::kAdjective || use->actors.size() != 1) return at;
    if (at > 0 && scene_.unit(at - 1).kind == UnitKind::kOrdinal) return at;  // "the first Arnorian president to do so"
    for (int end = at + 1; end < scene_.size() && end <= at + 2; ++end) {
      if (scene_.unit(end).kind != UnitKind::kWord || scene_.unit(end).actor >= 0) return at;
      if (scene_.in_set(end, WordClass::kOfficeNouns)) return end + 1;
    }
    return at;
  }

  /// "…, and", "when", "since", or nothing before: where a name may begin a statement.
  bool opens_statement(int at) const {
    if (at == 0) return true;
    const EngineWords& w = scene_.w;
    if (scene_.unit(at - 1).kind == UnitKind::kPeriod) return true;
    return scene_.is_word(at - 1, w.comma) || scene_.is_word(at - 1, w.and_) || scene_.is_word(at - 1, w.by) ||
           scene_.is_word(at - 1, w.since) || scene_.is_word(at - 1, w.after) || scene_.is_word(at - 1, w.which) ||
           scene_.is_word(at - 1, w.but) || scene_.is_word(at - 1, w.while_) || scene_.is_word(at - 1, w.semicolon) ||
           scene_.is_word(at - 1, w.colon);
  }

  /// "Elanor Gamgee, the first minister, came to …": behind a name and its apposition, a verb.
  bool verb_behind_apposition(int end) const {
    if (!scene_.is_word(end, scene_.w.comma)) return false;
    for (int at = end + 1; at < scene_.size() && at <= end + 12; ++at) {
      if (scene_.is_word(at, scene_.w.comma)) return starts_trigger(at + 1);
      if (scene_.unit(at).kind == UnitKind::kPeriod || scene_.in_set(at, WordClass::kVerbs)) return false;
    }
    return false;
  }

  /// A title that names nobody: "the President", "Minister of Trade".
  bool is_bare(const Visitor& visitor) const {
    if (scene_.unit(visitor.first).kind != UnitKind::kPerson) return false;
    const Unit& unit = scene_.unit(visitor.first);
    const auto& tokens = scene_.frame.annotated->tokens;
    std::size_t at = unit.first;
    while (at < unit.last) {
      const auto title = scene_.grammar.titles().longest({tokens.data() + at, static_cast<std::size_t>(unit.last - at)});
      if (!title) break;
      at += title->tokens;
    }
    return at == unit.last || tokens[at].word == scene_.w.of || tokens[at].word == scene_.w.for_;
  }

  /// "His Majesty Eomer, King of Rohan, …": one visitor, not two.
  bool is_apposition(const Visitor& before, const Visitor& next) const {
    // "General Secretary and President Eomer": one who holds two offices.
    if (next.first == before.last + 1 && scene_.is_word(before.last, scene_.w.and_) && is_bare(before) && !is_bare(next) &&
        !scene_.is_word(before.first - 1, scene_.w.the))
      return true;
    if (next.first - before.last > 5 || next.first == before.last || is_bare(before) == is_bare(next)) return false;
    bool comma = false;
    for (int at = before.last; at < next.first; ++at) {
      const ActorUse* use = scene_.use_at(at);
      if (scene_.is_word(at, scene_.w.comma))
        comma = true;
      else if (use == nullptr && !scene_.is_word(at, scene_.w.the) && !scene_.is_word(at, scene_.w.of) &&
               !scene_.is_word(at, scene_.w.possessive))
        return false;
    }
    return comma;
  }

  void add_visitor(Visitor visitor) {
    if (!visitors_.empty() && is_apposition(visitors_.back(), visitor)) {
      Visitor& whole = visitors_.back();
      if (is_bare(whole)) whole.name_first = visitor.name_first, whole.name_last = visitor.name_last;
      whole.last = visitor.last;
      return;
    }
    visitors_.push_back(visitor);
  }

  void find_visitors() {
    for (int at = 0; at < scene_.size(); ++at) {
      if (scene_.unit(at).kind == UnitKind::kPerson) {
        add_visitor({at, at + 1});
        continue;
      }
      if (const int end = office_end(at); end > at) {
        add_visitor({at, end});
        at = end - 1;
        continue;
      }
      if ((scene_.is_word(at, scene_.w.he) || scene_.is_word(at, scene_.w.she)) && opens_statement(at) && starts_trigger(at + 1) &&
          (scene_.context.last_visit || !visitors_.empty())) {
        Visitor same(at, at + 1);
        same.told = true;
        visitors_.push_back(same);
        continue;
      }
      bool unknown = false;
      const int end = name_end(scene_, at, unknown);
      if (end == at) continue;
      // "… in 2009, and Theoden Ednew in May 2012", "since Theoden Ednew in 2014"; "Theoden Ednew came to …".
      const bool dated = (scene_.is_word(end, scene_.w.in) || scene_.is_word(end, scene_.w.on) || scene_.is_word(end, scene_.w.open)) &&
                         end + 1 < scene_.size() && scene_.unit(end + 1).kind == UnitKind::kPeriod;
      const bool acts = starts_trigger(end) || (unknown && at == 0 && verb_behind_apposition(end));
      if (opens_statement(at) && ((unknown && dated && !visitors_.empty()) || acts)) add_visitor({at, end});
      at = end - 1;
    }
  }

  const TriggerMatch* trigger_for(const Visitor& visitor, int next) const {
    const TriggerMatch* best = nullptr;
    int lowest = 1000;
    for (const TriggerMatch* trigger : triggers_) {
      int cost = trigger->first >= visitor.last ? trigger->first - visitor.last
                                                : (visitor.first - trigger->last) + (scene_.rule(*trigger).reversed ? 0 : 6);
      if (trigger->first > next) cost += 8;
      cost += 3 * std::abs(scene_.clause(trigger->first) - scene_.clause(visitor.first));
      if (cost < lowest) lowest = cost, best = trigger;
    }
    return best;
  }

  /// "with Foreign Minister Arwen", "with Arwen and Eomer": whom the visitor met.
  bool is_company(int person) const {
    for (int at = person - 1; at >= 0 && person - at <= 8; --at) {
      if (scene_.is_word(at, scene_.w.with)) return true;
      const UnitKind kind = scene_.unit(at).kind;
      if (kind != UnitKind::kPerson && kind != UnitKind::kActor && !scene_.is_word(at, scene_.w.and_) &&
          !scene_.is_word(at, scene_.w.comma) && !scene_.is_word(at, scene_.w.the))
        return false;
    }
    return false;
  }

  bool is_host(std::size_t v, const TriggerMatch& trigger) const {
    const Visitor& visitor = visitors_[v];
    const bool reversed = scene_.rule(trigger).reversed;
    const int next = v + 1 < visitors_.size() ? visitors_[v + 1].first : scene_.size();
    // The host of a meeting: the person behind "called on", before "received".
    const bool chain = scene_.is_word(trigger.first, scene_.w.followed);
    if (!reversed && !chain && trigger.last <= visitor.first && v > 0 && visitors_[v - 1].first < trigger.first &&
        visitor.first - trigger.last <= 3)
      return true;
    if (reversed && trigger.first > visitor.first && next < scene_.size() && next - trigger.last <= 6) return true;
    return !reversed && trigger.first < visitor.first && is_company(visitor.first);
  }

  /// "in 2007, in 2016 and, most recently, on 10 January": no name and no verb between two dates.
  bool only_joints(int from, int to) const {
    for (int at = from + 1; at < to; ++at) {
      if (scene_.unit(at).kind > UnitKind::kSign || scene_.in_set(at, WordClass::kVerbs) || to - from > 10) return false;
    }
    return true;
  }

  /// "2010 Their Highnesses were not able to come": an entry that denies.
  bool is_denied() const {
    return std::ranges::any_of(scene_.frame.triggers, [&](const TriggerMatch& other) {
      return scene_.family(other) == RuleFamily::kModality && scene_.rule(other).event == static_cast<int>(Modality::kNegated);
    });
  }

  std::vector<int> periods_of(std::size_t v) const {
    const Visitor& visitor = visitors_[v];
    const int next = v + 1 < visitors_.size() ? visitors_[v + 1].first : scene_.size();
    const auto is_period = [&](int at) { return scene_.unit(at).kind == UnitKind::kPeriod; };
    std::vector<int> periods;
    for (int at = visitor.last; at < next; ++at) {
      if (is_period(at) && (periods.empty() || at - periods.back() <= 6 || only_joints(periods.back(), at))) periods.push_back(at);
    }
    if (periods.empty() && v + 1 < visitors_.size()) {  // "Arwen and Eomer, to Minas Tirith, 3 June 2022"
      const int following = v + 2 < visitors_.size() ? visitors_[v + 2].first : scene_.size();
      for (int at = next + 1; at < following && periods.empty(); ++at) {
        if (is_period(at)) periods.push_back(at);
      }
    }
    if (!periods.empty()) return periods;
    for (int at = visitor.first - 1; at >= 0; --at) {  // "2004, 2010 – President Theoden": all of a row
      if (is_period(at))
        periods.insert(periods.begin(), at);
      else if (!periods.empty() && !scene_.is_word(at, scene_.w.comma) && !scene_.is_word(at, scene_.w.and_) &&
               !scene_.is_word(at, scene_.w.ampersand))
        break;
    }
    return periods;
  }

  const ActorUse* destination_of(const Visitor& visitor, const TriggerMatch* trigger) const {
    const int from = trigger != nullptr ? std::min<int>(visitor.last, trigger->last) : visitor.last;
    for (int at = from; at < scene_.size(); ++at) {
      const ActorUse* use = scene_.use_at(at);
      if (use == nullptr || use->actors.size() != 1) continue;
      const bool direct =
          trigger != nullptr && at >= trigger->last && at - trigger->last <= 2 && use->cue == ActorCue::kPlain && !use->possessive;
      if (use->cue == ActorCue::kIn || use->cue == ActorCue::kTo || direct) return use;
    }
    return nullptr;
  }

  void read(std::size_t v) {
    const Visitor& visitor = visitors_[v];
    const int next = v + 1 < visitors_.size() ? visitors_[v + 1].first : scene_.size();
    const TriggerMatch* trigger = trigger_for(visitor, next);
    if (trigger != nullptr ? is_host(v, *trigger) : !listed_ || is_denied()) return;
    const ActorUse* destination = destination_of(visitor, trigger);
    std::optional<ActorId> subject = visitor.told ? told_subject() : state_of(scene_, visitor);
    if (visitor.told && !subject) return;
    if (!subject && listed_ && scene_.context.heading_subject && scene_.context.in_pair(*scene_.context.heading_subject))
      subject = scene_.context.heading_subject;
    std::optional<ActorId> object = destination != nullptr ? std::optional(destination->actors.front()) : std::nullopt;
    if (!object) {
      for (int at = visitor.first - 1; at >= 0 && !object; --at) {
        const ActorUse* use = scene_.use_at(at);
        if (use != nullptr && use->actors.size() == 1 && (use->cue == ActorCue::kIn || use->cue == ActorCue::kTo))
          object = use->actors.front();
        else if (use != nullptr && use->actors.size() == 1 && use->cue == ActorCue::kFrom && !subject)
          subject = use->actors.front();
      }
    }
    if (!object && trigger != nullptr && scene_.rule(*trigger).reversed &&
        trigger->last <= visitor.first) {  // "Arnor welcomed King Theoden": the host
      const ActorUse* host = scene_.subject_before(trigger->first);
      if (host != nullptr && host->actors.size() == 1) object = host->actors.front();
    }
    // Under "To Arnor": all go there.
    if (listed_ && !subject && !object && scene_.context.heading_object && scene_.context.in_pair(*scene_.context.heading_object))
      object = scene_.context.heading_object;
    // A meeting on the margins of something elsewhere is no visit of one to the other.
    if (object && trigger != nullptr && scene_.is_word(trigger->first, scene_.w.met) && !scene_.context.in_pair(*object)) return;
    if (!subject) subject = scene_.context.state_of_person(family_name(scene_, visitor));
    if (!subject && !object && v > 0) {  // "…, followed by Prime Minister Eomer in 2016": where the one before went
      if (const Claim* before = told_here()) subject = before->subject, object = before->object;
    }
    if (subject && object && *subject == *object) object.reset();
    if (!object && subject) object = scene_.context.other(*subject);
    if (!subject && object) subject = scene_.context.other(*object);
    if (!subject || !object) return;
    add(visitor, trigger, next, *subject, *object, periods_of(v));
  }

  const Claim* told_here() const {
    for (auto claim = scene_.claims.rbegin(); claim != scene_.claims.rend(); ++claim) {
      if (claim->kind() == ClaimKind::kVisit) return &*claim;
    }
    return nullptr;
  }

  /// The visit told last, in this sentence or the one before.
  const Claim* told_visit() const {
    if (const Claim* here = told_here()) return here;
    return scene_.context.last_visit ? &*scene_.context.last_visit : nullptr;
  }

  std::optional<ActorId> told_subject() const {
    const Claim* visit = told_visit();
    return visit != nullptr ? visit->subject : std::nullopt;
  }

  void add(const Visitor& visitor, const TriggerMatch* trigger, int next, const ActorId& subject, const ActorId& object,
           const std::vector<int>& periods) {
    const int first =
        trigger != nullptr && trigger->first < visitor.first && visitor.first - trigger->last < 7 ? trigger->first : visitor.first;
    int last = visitor.last;
    if (trigger != nullptr && trigger->last > last && trigger->first < next) last = trigger->last;
    const std::string name =
        visitor.told ? std::get<Visit>(told_visit()->body).visitor : std::string(scene_.frame.words(visitor.name_first, visitor.name_last));
    if (periods.empty()) {
      if (trigger == nullptr) return;
      Claim& claim = scene_.add(Visit{name}, first, last, subject, object);
      scene_.set_period(claim, scene_.event_near(trigger->first, trigger->last));
    }
    for (const int period : periods) {
      Claim& claim = scene_.add(Visit{name}, std::min(first, period), std::max(last, period + 1), subject, object);
      scene_.set_period(claim, scene_.resolve(period, {}));
    }
  }

  Scene& scene_;
  bool listed_;
  std::vector<const TriggerMatch*> triggers_;
  std::vector<Visitor> visitors_;
};

}  // namespace

void read_visits(Scene& scene) { VisitReader(scene).run(); }

void learn_persons(const Scene& scene, DocumentContext& context) {
  for (int at = 0; at < scene.size(); ++at) {
    if (scene.unit(at).kind != UnitKind::kPerson || scene.unit(at).last - scene.unit(at).first < 2) continue;
    const Visitor person{at, at + 1};
    if (const auto state = state_of(scene, person); state && context.in_pair(*state))
      context.learn_person(family_name(scene, person), *state);
  }
  for (const Claim& claim : scene.claims) {
    const auto* visit = std::get_if<Visit>(&claim.body);
    if (visit == nullptr) continue;
    const std::size_t blank = visit->visitor.rfind(' ');
    if (blank != std::string::npos && context.in_pair(*claim.subject))
      context.learn_person(std::string_view(visit->visitor).substr(blank + 1), *claim.subject);
  }
}

}  // namespace paraph
