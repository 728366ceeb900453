#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "claim/document_context.h"
#include "claim/grammar.h"
#include "mention/mention.h"

namespace paraph {

/// One step of a sentence as patterns see it: a word, a sign, or a whole mention.
enum class UnitKind : std::uint8_t { kWord, kSign, kActor, kOrganisation, kMoney, kPercent, kNumber, kOrdinal, kMeasure, kPeriod, kPerson };

/// How the words around an actor place it.
enum class ActorCue : std::uint8_t { kPlain, kOf, kTo, kWith, kFrom, kIn, kBy, kFor, kBetween, kAgainst, kAfter };

/// A state, a pair of states or a group where the sentence names it, or a nominal that stands for it.
struct ActorUse {
  std::uint16_t unit = 0;
  std::vector<ActorId> actors;   ///< One; two for "Arnor and Gondor" or "the two countries"; more for groups and lists.
  NameForm form = NameForm::kName;
  ActorCue cue = ActorCue::kPlain;
  bool possessive = false;       ///< "Arnor's", "its", or an adjective before a noun.
  bool implicit = false;         ///< A nominal: resolved from context, not named.
  bool place = false;            ///< A city, capital or region: may stand for where, not who.
  bool pair = false;             ///< A nominal for both: "the two countries".
  bool speaker = false;          ///< "We", "our": the publisher speaks for the home state.
  bool body = false;             ///< Also an organisation that states join: the European Union.
};

/// One unit over tokens [first, last).
struct Unit {
  UnitKind kind = UnitKind::kWord;
  std::uint8_t clause = 0;
  WordId word = kUnknownWord;    ///< For words and signs; the last word of a mention otherwise.
  std::uint16_t first = 0;
  std::uint16_t last = 0;
  std::int16_t mention = -1;     ///< Into AnnotatedSentence::mentions.
  std::int16_t actor = -1;       ///< Into SentenceFrame::actors.
};

/// A rule's trigger found in the sentence, with the units that its slots took.
struct TriggerMatch {
  std::uint32_t rule = 0;
  std::uint16_t first = 0;       ///< Units from the first literal to the last, [first, last).
  std::uint16_t last = 0;
  std::uint16_t whole_first = 0; ///< With slots.
  std::uint16_t whole_last = 0;
  std::uint16_t literals = 0;
  std::array<std::int16_t, 9> slots;  ///< Unit by SlotRole, -1 where unfilled.

  int slot(SlotRole role) const { return slots[static_cast<std::size_t>(role)]; }
};

/// A sentence in units, with its actors resolved in context and its triggers found.
struct SentenceFrame {
  const AnnotatedSentence* annotated = nullptr;
  std::vector<Unit> units;
  std::vector<ActorUse> actors;
  std::vector<TriggerMatch> triggers;  ///< Ascending; none covered by a more specific one of its family.
  std::uint32_t kinds = 0;             ///< A bit for each UnitKind that the sentence has.

  bool has(UnitKind kind) const { return (kinds >> static_cast<unsigned>(kind) & 1U) != 0; }
  /// A figure or date, and a state or organisation: what a reader could check.
  bool checkable() const {
    const bool figure = has(UnitKind::kMoney) || has(UnitKind::kPercent) || has(UnitKind::kNumber) || has(UnitKind::kOrdinal) ||
                        has(UnitKind::kMeasure) || has(UnitKind::kPeriod);
    return figure && (has(UnitKind::kActor) || has(UnitKind::kOrganisation));
  }

  const Unit& unit(int index) const { return units[static_cast<std::size_t>(index)]; }
  const Mention& mention(int unit_index) const {
    return annotated->mentions[static_cast<std::size_t>(units[static_cast<std::size_t>(unit_index)].mention)];
  }
  const QuantityMention& quantity(int unit_index) const { return std::get<QuantityMention>(mention(unit_index).body); }
  const PeriodMention& period(int unit_index) const { return std::get<PeriodMention>(mention(unit_index).body); }
  /// Bytes of the sentence from unit `first` up to unit `last`, exclusive.
  TextSpan text_span(int first, int last) const;
  std::string_view words(int first, int last) const;
};

/// Collapses mentions into units, joins coordinated actors, resolves nominals, and marks clauses.
void frame_sentence(const AnnotatedSentence& annotated, const DocumentContext& context, SentenceFrame& frame);

/// Finds the triggers of all rules; longer and more specific ones win over those they overlap within a family.
void find_triggers(const Grammar& grammar, SentenceFrame& frame);

}  // namespace paraph
