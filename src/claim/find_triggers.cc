#include <algorithm>
#include <span>
#include <tuple>
#include <vector>

#include "claim/reading_trace.h"
#include "claim/sentence_frame.h"

namespace paraph {
namespace {

bool takes(SlotType slot, const SentenceFrame& frame, std::size_t at) {
  const Unit& unit = frame.units[at];
  switch (slot) {
    case SlotType::kActor: return unit.kind == UnitKind::kActor;
    case SlotType::kOrganisation:
      return unit.kind == UnitKind::kOrganisation || (unit.kind == UnitKind::kActor && frame.actors[static_cast<std::size_t>(unit.actor)].body);
    case SlotType::kMoney: return unit.kind == UnitKind::kMoney;
    case SlotType::kPercent: return unit.kind == UnitKind::kPercent;
    case SlotType::kNumber: return unit.kind == UnitKind::kNumber;
    case SlotType::kOrdinal: return unit.kind == UnitKind::kOrdinal;
    case SlotType::kPeriod: return unit.kind == UnitKind::kPeriod;
    case SlotType::kPerson: return unit.kind == UnitKind::kPerson;
    case SlotType::kPlace:
      if (unit.kind == UnitKind::kActor) return true;
      [[fallthrough]];
    case SlotType::kCapitals:
      return unit.kind == UnitKind::kWord && frame.annotated->tokens[unit.first].capitalised();
    case SlotType::kAny: return true;
  }
  return false;
}

/// Watches nothing: every call to it is compiled away.
struct Unwatched {
  void failed(std::size_t, std::size_t, std::size_t, bool, bool) {}
};

/// Remembers the best try of a pattern: the most items that fitted, and what stood where the next should have been.
struct Watched {
  PatternOutcome outcome;
  void failed(std::size_t met, std::size_t item, std::size_t unit, bool forward, bool clause_end) {
    if (outcome.items_met > met) return;
    if (outcome.items_met == met && outcome.item == item && met > 0) {
      outcome.clause_end = outcome.clause_end || clause_end;
      return;
    }
    outcome = {false, met, item, unit, forward, clause_end};
  }
};

/// Tries one pattern around one anchor; backtracks over gaps only.
template <typename Watch>
class PatternTry {
 public:
  PatternTry(const Grammar& grammar, const SentenceFrame& frame, const Pattern& pattern)
      : grammar_(grammar), frame_(frame), pattern_(pattern) {
    match_.slots.fill(-1);
  }

  bool run(std::size_t at) {
    match_.rule = pattern_.rule;
    match_.literals = pattern_.literals;
    match_.first = match_.whole_first = static_cast<std::uint16_t>(at);
    match_.last = match_.whole_last = static_cast<std::uint16_t>(at + 1);
    return forward(pattern_.anchor + 1U, at + 1) && backward(pattern_.anchor, at);
  }
  const TriggerMatch& match() const { return match_; }
  const Watch& watch() const { return watch_; }

 private:
  static bool is_plain(const Unit& unit) { return unit.mention < 0 && unit.actor < 0 && unit.kind <= UnitKind::kSign; }
  /// "its", "our": stands for an actor, and is still the word that a pattern names.
  bool is_pronoun(const Unit& unit) const {
    return unit.mention < 0 && unit.actor >= 0 && unit.last - unit.first == 1 && frame_.actors[static_cast<std::size_t>(unit.actor)].implicit;
  }
  bool fits(const PatternItem& item, std::size_t at) {
    const Unit& unit = frame_.units[at];
    if (item.kind == PatternItem::Kind::kWords) {
      const bool meant = item.word != kUnknownWord ? unit.word == item.word : grammar_.in_set(item.word_set, unit.word);
      return meant && (is_plain(unit) || is_pronoun(unit));
    }
    return takes(item.slot, frame_, at);
  }
  void note(const PatternItem& item, std::size_t at) {
    const auto unit = static_cast<std::uint16_t>(at);
    if (item.kind == PatternItem::Kind::kSlot) {
      if (item.role != SlotRole::kNone) match_.slots[static_cast<std::size_t>(item.role)] = static_cast<std::int16_t>(at);
    } else {
      match_.first = std::min(match_.first, unit);
      match_.last = std::max<std::uint16_t>(match_.last, unit + 1);
    }
    match_.whole_first = std::min(match_.whole_first, unit);
    match_.whole_last = std::max<std::uint16_t>(match_.whole_last, unit + 1);
  }

  bool forward(std::size_t item, std::size_t at) {
    if (item == pattern_.items.size()) return true;
    const PatternItem& step = pattern_.items[item];
    if (step.kind == PatternItem::Kind::kGap) {
      for (std::size_t skipped = 0; skipped <= step.longest_gap && at + skipped <= frame_.units.size(); ++skipped) {
        if (skipped > 0 && frame_.units[at + skipped - 1].clause != frame_.units[at - 1].clause) {
          watch_.failed(item + 1 - pattern_.anchor, item + 1, at + skipped - 1, true, true);
          return false;
        }
        if (forward(item + 1, at + skipped)) return true;
      }
      return false;
    }
    if (at >= frame_.units.size() || !fits(step, at)) {
      watch_.failed(item - pattern_.anchor, item, std::min(at, frame_.units.size()), true, false);
      return false;
    }
    if (!forward(item + 1, at + 1)) return false;
    note(step, at);
    return true;
  }

  bool backward(std::size_t items_left, std::size_t units_left) {
    if (items_left == 0) return true;
    const PatternItem& step = pattern_.items[items_left - 1];
    if (step.kind == PatternItem::Kind::kGap) {
      for (std::size_t skipped = 0; skipped <= step.longest_gap && skipped <= units_left; ++skipped) {
        if (skipped > 0 && frame_.units[units_left - skipped].clause != frame_.units[units_left].clause) {
          watch_.failed(pattern_.items.size() - items_left + 1, items_left - 2, units_left - skipped, false, true);
          return false;
        }
        if (backward(items_left - 1, units_left - skipped)) return true;
      }
      return false;
    }
    if (units_left == 0 || !fits(step, units_left - 1)) {
      watch_.failed(pattern_.items.size() - items_left, items_left - 1, units_left == 0 ? frame_.units.size() : units_left - 1, false, false);
      return false;
    }
    if (!backward(items_left - 1, units_left - 1)) return false;
    note(step, units_left - 1);
    return true;
  }

  const Grammar& grammar_;
  const SentenceFrame& frame_;
  const Pattern& pattern_;
  TriggerMatch match_;
  [[no_unique_address]] Watch watch_;
};

bool overlap(const TriggerMatch& a, const TriggerMatch& b) { return a.first < b.last && b.first < a.last; }

struct NoTrace {
  using Watch = Unwatched;
  static constexpr bool kTold = false;
  void tried(std::uint32_t, std::size_t, bool, const PatternTry<Unwatched>&) {}
  void outdone(const TriggerMatch&, const TriggerMatch&) {}
  void kept(const TriggerMatch&) {}
};

struct Told {
  using Watch = Watched;
  static constexpr bool kTold = true;
  ReadingTrace& trace;
  void tried(std::uint32_t pattern, std::size_t anchor, bool matched, const PatternTry<Watched>& attempt) {
    PatternOutcome outcome = attempt.watch().outcome;
    outcome.matched = matched;
    trace.tried(pattern, anchor, outcome, attempt.match());
  }
  void outdone(const TriggerMatch& loser, const TriggerMatch& winner) { trace.outdone(loser, winner); }
  void kept(const TriggerMatch& match) { trace.kept(match); }
};

template <typename Listener>
void find_and_tell(const Grammar& grammar, SentenceFrame& frame, Listener listener) {
  thread_local std::vector<TriggerMatch> found;
  found.clear();
  const auto patterns = grammar.patterns();
  for (std::size_t at = 0; at < frame.units.size(); ++at) {
    const Unit& unit = frame.units[at];
    if (unit.kind > UnitKind::kSign || unit.actor >= 0) continue;
    const auto mark = [&](std::size_t beside) { return std::uint64_t{1} << (frame.units[beside].word & 63U); };
    const std::uint64_t before = at > 0 ? mark(at - 1) : 0;
    const std::uint64_t behind = at + 1 < frame.units.size() ? mark(at + 1) : 0;
    for (const AnchoredPattern& candidate : grammar.anchored_at(unit.word)) {
      if constexpr (!Listener::kTold) {  // who is told wants to hear why these do not match, too
        if ((candidate.before & before) == 0 && candidate.before != AnchoredPattern::kAnything) continue;
        if ((candidate.behind & behind) == 0 && candidate.behind != AnchoredPattern::kAnything) continue;
      }
      PatternTry<typename Listener::Watch> attempt(grammar, frame, patterns[candidate.pattern]);
      const bool matched = attempt.run(at);
      if (matched) found.push_back(attempt.match());
      listener.tried(candidate.pattern, at, matched, attempt);
    }
  }
  if (found.empty()) return;
  // The most specific first: literals, then the length of the trigger, then its place; look-alikes win ties.
  std::ranges::sort(found, [&](const TriggerMatch& a, const TriggerMatch& b) {
    if (a.literals != b.literals) return a.literals > b.literals;
    const auto a_nothing = grammar.rule(a.rule).family == RuleFamily::kNothing;
    const auto b_nothing = grammar.rule(b.rule).family == RuleFamily::kNothing;
    if (a_nothing != b_nothing) return a_nothing;
    if (a.whole_last - a.whole_first != b.whole_last - b.whole_first) return a.whole_last - a.whole_first > b.whole_last - b.whole_first;
    if (a.first != b.first) return a.first < b.first;
    return a.rule < b.rule;
  });
  // Which families hold each unit: what a match meets there is looked up, however many were kept.
  thread_local std::vector<std::uint32_t> holders;
  holders.assign(frame.units.size(), 0);
  constexpr auto bit = [](RuleFamily family) { return std::uint32_t{1} << static_cast<unsigned>(family); };
  static_assert(static_cast<unsigned>(RuleFamily::kNothing) < 32, "A family must have its bit.");
  for (const TriggerMatch& match : found) {
    const RuleFamily family = grammar.rule(match.rule).family;
    const std::uint32_t rivals = bit(family) | bit(RuleFamily::kNothing);
    const auto units = std::span(holders).subspan(match.first, static_cast<std::size_t>(match.last - match.first));
    if (std::ranges::any_of(units, [&](std::uint32_t held) { return (held & rivals) != 0; })) {
      if constexpr (Listener::kTold) {
        const auto winner = std::ranges::find_if(frame.triggers, [&](const TriggerMatch& kept) {
          const RuleFamily other = grammar.rule(kept.rule).family;
          return overlap(kept, match) && (other == family || other == RuleFamily::kNothing);
        });
        listener.outdone(match, *winner);
      }
      continue;
    }
    for (std::uint32_t& held : units) held |= bit(family);
    frame.triggers.push_back(match);
    listener.kept(match);
  }
  std::ranges::sort(frame.triggers, [](const TriggerMatch& a, const TriggerMatch& b) {
    return std::tie(a.first, a.last, a.rule) < std::tie(b.first, b.last, b.rule);
  });
}

}  // namespace

void find_triggers(const Grammar& grammar, SentenceFrame& frame) { find_and_tell(grammar, frame, NoTrace{}); }

void find_triggers(const Grammar& grammar, SentenceFrame& frame, ReadingTrace& trace) { find_and_tell(grammar, frame, Told{trace}); }

}  // namespace paraph
