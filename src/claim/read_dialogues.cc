#include <algorithm>

#include "claim/nearest_event.h"
#include "claim/scene.h"

namespace paraph {
namespace {

DialogueEvent event_of(const Scene& scene, const TriggerMatch& trigger) { return static_cast<DialogueEvent>(scene.rule(trigger).event); }

/// "Talks on a trade agreement": what is negotiated is the agreement's business.
bool is_about_agreement(const Scene& scene, const TriggerMatch& trigger) {
  if (!scene.is_word(trigger.last, scene.w.on) && !scene.is_word(trigger.last, scene.w.for_) && !scene.is_word(trigger.last, scene.w.over)) return false;
  return std::ranges::any_of(scene.frame.triggers, [&](const TriggerMatch& other) {
    return scene.family(other) == RuleFamily::kAgreement && other.first > trigger.last && other.first - trigger.last <= 6;
  });
}

/// The title as written; "dialogue on security and migration", "consultations at state-secretary level": what it is on
/// belongs to it.
ListItem dialogue_title(const Scene& scene, const TriggerMatch& trigger) {
  ListItem title = title_around(scene, trigger.first, trigger.last);
  if (title.last != trigger.last || (!scene.is_word(title.last, scene.w.on) && !scene.is_word(title.last, scene.w.at))) return title;
  int end = title.last + 1;
  while (end < scene.size() && end - title.last < 9 && (scene.unit(end).kind == UnitKind::kWord || scene.is_word(end, scene.w.dash)) && scene.unit(end).actor < 0 &&
         !scene.in_set(end, WordClass::kVerbs) && !scene.in_set(end, WordClass::kListEnd))
    ++end;
  if (end > title.last + 1 && scene.unit(title.last + 1).kind == UnitKind::kWord) title.last = end;
  return title;
}

class DialogueReader {
 public:
  explicit DialogueReader(Scene& scene) : scene_(scene), last_title_(scene.context.last_dialogue) {
    for (const TriggerMatch& trigger : scene.frame.triggers) {
      if (scene.family(trigger) == RuleFamily::kDialogue && !is_about_agreement(scene, trigger)) nouns_.push_back(&trigger);
    }
  }

  void run() {
    for (const TriggerMatch* noun : nouns_) read(*noun);
  }

 private:
  /// "is to be launched": whatever it is, it is planned.
  bool is_planned(const TriggerMatch& event) const {
    return std::ranges::any_of(scene_.frame.triggers, [&](const TriggerMatch& other) {
      if (scene_.family(other) != RuleFamily::kDialogueEvent || event_of(scene_, other) != DialogueEvent::kPlanned) return false;
      return other.first < event.last && event.first - other.last <= 2;
    });
  }

  /// A session beside the dialogue that it is a session of: "the ninth round of the Political Dialogue".
  bool is_session_of_named(const TriggerMatch& trigger) const {
    return std::ranges::any_of(nouns_, [&](const TriggerMatch* other) {
      return other != &trigger && !scene_.rule(*other).reversed && other->first >= trigger.last && other->first - trigger.last <= 9 && scene_.is_word(trigger.last, scene_.w.of);
    });
  }

  void read(const TriggerMatch& trigger) {
    const Rule& rule = scene_.rule(trigger);
    const TriggerMatch* event = rule.event >= 0 ? nullptr : nearest_event(scene_, RuleFamily::kDialogueEvent, trigger, nouns_, 18);
    ListItem title = dialogue_title(scene_, trigger);
    std::string name(scene_.frame.words(title.first, title.last));
    auto dated = scene_.period_near(trigger.first, trigger.last);
    if (rule.reversed) {  // "its second round": the dialogue named last
      if (last_title_.empty() || is_session_of_named(trigger)) return;
      if (event == nullptr && (!dated || dated->unit < trigger.last || dated->unit - trigger.last > 6)) return;
      name = last_title_;
      title = {trigger.first, trigger.last};
    }
    const bool proper = scene_.frame.annotated->tokens[scene_.unit(trigger.first).first].capitalised();
    if (event == nullptr && rule.event < 0 && !proper && !rule.reversed) return;
    const Parties parties = symmetric_parties(scene_, trigger);
    if (parties.subjects.empty() || parties.objects.empty()) return;
    auto happened = rule.event >= 0 ? static_cast<DialogueEvent>(rule.event) : event != nullptr ? event_of(scene_, *event) : DialogueEvent::kHeld;
    if (event != nullptr && is_planned(*event)) happened = DialogueEvent::kPlanned;
    auto period = event != nullptr ? scene_.period_near(event->first, event->last) : dated;
    if (happened == DialogueEvent::kLaunched || event == nullptr) period = as_event(period);
    const bool told = std::ranges::any_of(scene_.claims, [&](const Claim& claim) {
      const auto* said = std::get_if<Dialogue>(&claim.body);
      return said != nullptr && rule.reversed && said->title == name && said->event == happened && (!period || claim.period == period->period);
    });
    if (told) return;
    last_title_ = name;
    Dialogue body{.title = std::move(name), .parties = {parties.subjects.front(), parties.objects.front()}, .event = happened};
    int first = title.first;
    int last = title.last;
    if (event != nullptr) first = std::min<int>(first, event->first), last = std::max<int>(last, event->last);
    add(body, period, first, last);
    if (event != nullptr) read_further(trigger, *event, std::move(body), period ? period->unit : -1, first, last);
  }

  void add(const Dialogue& body, const std::optional<ClaimPeriod>& period, int first, int last) {
    Claim& claim = scene_.add(body, first, last, body.parties.front(), body.parties.back());
    if (body.event == DialogueEvent::kPlanned) claim.modality = Modality::kPlanned;
    scene_.set_period(claim, period);
  }

  /// "launched in 2017, last held in 2021": what else the sentence says of it, each with a date of its own.
  void read_further(const TriggerMatch& trigger, const TriggerMatch& event, Dialogue body, int taken, int first, int last) {
    for (const TriggerMatch& other : scene_.frame.triggers) {
      if (&other == &event || scene_.family(other) != RuleFamily::kDialogueEvent || other.first < event.last) continue;
      if (other.first - event.last > 40) break;
      if (nearest_noun(scene_, other, nouns_, 40) != &trigger) continue;
      const auto when = scene_.period_near(other.first, other.last);
      if (!when || when->unit < event.last || when->unit == taken) continue;
      body.event = is_planned(other) ? DialogueEvent::kPlanned : event_of(scene_, other);
      add(body, body.event == DialogueEvent::kLaunched ? as_event(when) : when, first, std::max<int>(last, other.last));
      taken = when->unit;
    }
  }

  Scene& scene_;
  std::vector<const TriggerMatch*> nouns_;
  std::string last_title_;
};

}  // namespace

void read_dialogues(Scene& scene) { DialogueReader(scene).run(); }

}  // namespace paraph
