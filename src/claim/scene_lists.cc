#include <algorithm>

#include "claim/scene.h"

namespace paraph {
namespace {

bool capitalised(const Scene& scene, int at) {
  if (at < 0 || at >= scene.size()) return false;
  const Unit& unit = scene.unit(at);
  return unit.kind != UnitKind::kSign && scene.frame.annotated->tokens[unit.first].capitalised();
}

/// Capitalised only because the sentence, or the entry of a list, starts there.
bool opens_sentence(const Scene& scene, int at) {
  for (int before = at - 1; before >= 0; --before) {
    const UnitKind kind = scene.unit(before).kind;
    if (kind != UnitKind::kSign && kind != UnitKind::kNumber) return false;
  }
  return true;
}

/// Behind "Commission on Trade": the end of ", Science and Culture"; `at` where no such list stands there.
int topics_end(const Scene& scene, int at) {
  int end = at;
  while (scene.is_word(end, scene.w.comma) && capitalised(scene, end + 1) && scene.unit(end + 1).kind == UnitKind::kWord) {
    end += 2;
    while (capitalised(scene, end) && scene.unit(end).kind == UnitKind::kWord) ++end;
  }
  const bool closed = end > at && scene.is_word(end, scene.w.and_) && capitalised(scene, end + 1) && scene.unit(end + 1).kind == UnitKind::kWord;
  return closed ? end + 2 : at;
}

}  // namespace

std::vector<ListItem> list_items(const Scene& scene, int from) {
  std::vector<ListItem> items;
  int first = from;
  const auto close = [&](int last) {
    while (first < last && (scene.in_set(first, WordClass::kListSkip) || scene.is_word(first, scene.w.comma) || scene.is_word(first, scene.w.colon))) ++first;
    if (first < last) items.push_back({first, last});
    first = last + 1;
  };
  int at = from;
  int depth = 0;
  for (; at < scene.size() && at < from + 120; ++at) {
    if (scene.is_word(at, scene.w.open)) ++depth;
    if (scene.is_word(at, scene.w.close)) --depth;
    if (depth < 0) break;
    if (depth > 0) continue;
    const bool sign = scene.unit(at).kind == UnitKind::kSign;
    if (sign && (scene.is_word(at, scene.w.semicolon) || scene.is_word(at, scene.w.period) || scene.is_em_dash(at))) break;
    if (scene.in_set(at, WordClass::kListEnd) && at > from) break;
    if (scene.is_word(at, scene.w.comma) || scene.is_word(at, scene.w.and_) || scene.is_word(at, scene.w.ampersand) || scene.is_word(at, scene.w.or_)) close(at);
  }
  while (at > first && scene.unit(at - 1).kind == UnitKind::kSign && !scene.is_word(at - 1, scene.w.close)) --at;
  if (first < at) close(at);
  return items;
}

std::vector<std::string> item_words(const Scene& scene, const std::vector<ListItem>& items) {
  std::vector<std::string> words;
  for (const ListItem& item : items) words.emplace_back(scene.frame.words(item.first, item.last));
  return words;
}

ListItem title_around(const Scene& scene, int first, int last) {
  int left = first;
  while (left > 0) {
    const int at = left - 1;
    if (opens_sentence(scene, at) && scene.in_set(at, WordClass::kTitleStop)) break;
    if (capitalised(scene, at) || scene.unit(at).kind == UnitKind::kOrdinal || (scene.in_set(at, WordClass::kTitleWord) && at > 0)) {
      left = at;
    } else if (at > 0 && capitalised(scene, at - 1) &&
               (scene.is_word(at, scene.w.dash) || scene.is_word(at, scene.w.dash) || scene.is_word(at, scene.w.ampersand) || scene.is_word(at, scene.w.and_) || scene.is_word(at, scene.w.possessive) || scene.is_word(at, scene.w.slash))) {
      left = at - 1;
    } else if (scene.is_word(at, scene.w.dash) && at > 0 && scene.unit(at - 1).actor >= 0) {
      left = at - 1;
    } else {
      break;
    }
  }
  int right = last;
  bool topics = false;  // behind "on", "for": a list of topics may follow
  while (right < scene.size()) {
    if (capitalised(scene, right)) {
      ++right;
    } else if (const int end = topics ? topics_end(scene, right) : right; end > right) {
      right = end;
    } else if (right + 1 < scene.size() && scene.in_set(right, WordClass::kTitleJoint) && (capitalised(scene, right + 1) || scene.is_word(right + 1, scene.w.the))) {
      if (scene.is_word(right + 1, scene.w.the) && !capitalised(scene, right + 2)) break;
      if (scene.unit(right + 1).kind == UnitKind::kPeriod || scene.unit(right + 1).kind == UnitKind::kPerson) break;
      if (scene.is_word(right, scene.w.with) && scene.use_at(scene.is_word(right + 1, scene.w.the) ? right + 2 : right + 1) != nullptr) break;
      if (scene.is_word(right, scene.w.in) && scene.use_at(right + 1) != nullptr) break;  // where it is, not what
      topics = topics || scene.is_word(right, scene.w.on) || scene.is_word(right, scene.w.for_);
      right += scene.is_word(right + 1, scene.w.the) ? 3 : 2;
    } else {
      break;
    }
  }
  while (left < first && (scene.is_word(left, scene.w.the) || scene.is_word(left, scene.w.a) || scene.is_word(left, scene.w.an))) ++left;
  return {left, std::min(right, scene.size())};
}

Parties symmetric_parties(const Scene& scene, const TriggerMatch& trigger) {
  Parties parties;
  if (const ActorUse* use = scene.use_at(trigger.slot(SlotRole::kSubject))) parties.subjects = use->actors;
  if (const ActorUse* use = scene.use_at(trigger.slot(SlotRole::kObject))) parties.objects = use->actors;
  const ActorUse* inside = nullptr;
  for (int at = trigger.whole_first; at < trigger.whole_last && inside == nullptr; ++at) {
    const ActorUse* use = scene.use_at(at);
    if (use != nullptr && use->actors.size() >= 2) inside = use;
  }
  const ActorUse* owner = scene.owner_before(trigger.first);
  const ActorUse* subject = scene.subject_before(trigger.first);
  const ActorUse* between = scene.after(trigger.first, {ActorCue::kBetween}, false, 16);
  const ActorUse* with = scene.after(trigger.last, {ActorCue::kWith, ActorCue::kAgainst}, false, 16);
  if (with == nullptr) with = scene.after(trigger.last, {ActorCue::kTo, ActorCue::kFrom}, false, 7);
  const ActorUse* by = scene.after(trigger.last, {ActorCue::kBy}, false, 12);
  if (parties.subjects.empty() && inside != nullptr) parties.subjects = inside->actors;
  if (parties.subjects.empty() && between != nullptr && between->actors.size() >= 2) parties.subjects = between->actors;
  if (parties.subjects.empty() && owner != nullptr && (with == nullptr || with->actors != owner->actors)) parties.subjects = owner->actors;
  if (parties.subjects.empty() && by != nullptr) parties.subjects = by->actors;
  if (parties.objects.empty() && with != nullptr && with->actors != parties.subjects && parties.subjects.size() < 2) parties.objects = with->actors;
  if (parties.subjects.empty() && subject != nullptr) parties.subjects = subject->actors;
  if (parties.subjects.size() < 2 && parties.objects.empty()) {
    const ActorUse* plain = scene.after(trigger.last, {ActorCue::kPlain}, false, 8);
    for (int at = trigger.last; plain != nullptr && at < plain->unit; ++at) {  // "…, when the Gondorian minister came": another statement
      if (scene.is_word(at, scene.w.comma)) plain = nullptr;
    }
    if (plain != nullptr && plain->actors != parties.subjects) parties.objects = plain->actors;
    else if (subject != nullptr && subject->actors != parties.subjects && subject->actors.size() == 1) parties.objects = subject->actors;
  }
  if (parties.subjects.size() >= 2 && parties.objects.empty()) {
    // Many states on one side: the pair where it is among them, else each with the first.
    const auto has = [&](const ActorId& actor) { return std::ranges::find(parties.subjects, actor) != parties.subjects.end(); };
    if (scene.context.pair && has(scene.context.pair->home) && has(scene.context.pair->partner)) {
      parties.subjects = {scene.context.pair->home};
      parties.objects = {scene.context.pair->partner};
    } else {
      parties.objects.assign(parties.subjects.begin() + 1, parties.subjects.end());
      parties.subjects.resize(1);
    }
  }
  // Where a sentence names many states and the document's two are among them, it is about those two.
  if (const auto& pair = scene.context.pair) {
    const auto has = [&](const ActorId& actor) {
      return std::ranges::find(parties.subjects, actor) != parties.subjects.end() || std::ranges::find(parties.objects, actor) != parties.objects.end();
    };
    const std::size_t many = parties.subjects.size() + parties.objects.size();
    if ((many > 2 && has(pair->home) && has(pair->partner)) ||
        (inside != nullptr && has(pair->home) != has(pair->partner) && scene.names(pair->home) && scene.names(pair->partner))) {
      parties.subjects = {pair->home};
      parties.objects = {pair->partner};
    }
  }
  complete_symmetric(parties, scene.context);
  separate(parties);
  complete_symmetric(parties, scene.context);
  return parties;
}

}  // namespace paraph
