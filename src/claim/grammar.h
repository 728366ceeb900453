#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "claim/engine_words.h"
#include "claim/vocabulary.h"
#include "lexicon/lexicon.h"
#include "lexicon/table.h"
#include "lexicon/token_trie.h"

namespace paraph {

/// What a rule's trigger contributes. Most make claims; the last ones qualify the claims around them.
enum class RuleFamily : std::uint8_t {
  kRelations, kMission, kMembership, kAgreement, kTrade, kInvestment, kAssistance, kPeople, kVisit, kDialogue, kMilitary,
  kIndicator, kOfficial, kStateEvent, kDesignation, kSupport, kCooperation, kThreat, kStance,
  kAgreementEvent,  ///< "signed", "in force": the event of the agreement beside it.
  kDialogueEvent,   ///< "held", "launched".
  kMissionEvent,    ///< "opened", "closed": the event of the mission beside it.
  kChange,          ///< "rose", "up", "doubled": a direction for the figure beside it.
  kRank,            ///< "largest … partner", "ranks 41st": a place among partners, investors or donors.
  kShare,           ///< "per cent of exports": a share.
  kProducts,        ///< "main exports are": a list of goods follows.
  kModality,        ///< "will", "has never", "according to".
  kNothing,         ///< A look-alike: blocks the triggers that it covers.
};
std::string_view rule_family_name(RuleFamily family);

/// What kind of mention a slot of a pattern takes.
enum class SlotType : std::uint8_t { kActor, kOrganisation, kMoney, kPercent, kNumber, kOrdinal, kPeriod, kPerson, kPlace, kCapitals, kAny };

/// "actor", "money": the type as patterns write it.
std::string_view slot_name(SlotType slot);

/// Which member a slot fills; none for "must be there".
enum class SlotRole : std::uint8_t { kNone, kSubject, kObject, kValue, kPeriod, kOrganisation, kPlace, kPerson, kTitle };

/// One step of a pattern over the units of a sentence.
struct PatternItem {
  enum class Kind : std::uint8_t { kWords, kSlot, kGap } kind = Kind::kWords;
  std::uint32_t word_set = 0;           ///< kWords: into Grammar::word_set.
  WordId word = kUnknownWord;           ///< kWords: the only word of the set; unknown where there are several.
  SlotType slot = SlotType::kAny;       ///< kSlot.
  SlotRole role = SlotRole::kNone;      ///< kSlot.
  std::uint8_t longest_gap = 0;         ///< kGap: up to so many units, never over a clause end.
};

/// One way through a rule's alternatives and options: a flat sequence, tried around its anchor word.
struct Pattern {
  std::vector<PatternItem> items;
  std::uint16_t anchor = 0;    ///< Index of the word item that starts the search.
  std::uint16_t literals = 0;  ///< Word items: the more, the more specific.
  std::uint32_t rule = 0;
};

/// A pattern by the word that it starts from, with what may stand beside that word: a bit for each word's number modulo
/// 64, all bits where anything may. Most patterns are ruled out here, before they are looked at.
struct AnchoredPattern {
  static constexpr std::uint64_t kAnything = ~std::uint64_t{0};
  std::uint64_t before = kAnything;
  std::uint64_t behind = kAnything;
  std::uint32_t pattern = 0;
};

/// What a rule says about the claim it makes: indexes into the enumeration that its family implies, -1 where unsaid.
struct Rule {
  RuleFamily family = RuleFamily::kNothing;
  std::int8_t event = -1;       ///< RelationEvent, MissionEvent, AgreementEvent … of the family; Modality for kModality.
  std::int8_t type = -1;        ///< MissionType, AgreementType, MembershipStatus, InvestmentMeasure, PeopleGroup, IndicatorKind …
  std::int8_t flow = -1;        ///< Flow, for trade, ranks, shares and products.
  std::int8_t coverage = -1;    ///< Coverage.
  std::int8_t direction = -1;   ///< Direction, for kChange.
  std::int8_t form = -1;        ///< AssistanceForm.
  std::int8_t unit = -1;        ///< SlotType of the figure that it wants: -1 is the family's usual.
  bool negated = false;
  bool reversed = false;        ///< The actor before the trigger is the object: "was visited by", "imports from".
  bool goal = false;            ///< The money is a target.
  int percent = 0;              ///< For kChange: "doubled" is 100.
  std::string place;            ///< file:line of the rule, for errors, tests and explanations.
  std::string attributes;       ///< As its block's head has them: "event=severed".
  std::string phrasing;         ///< The pattern as written.
};

/// A sentence that a rule must read, or a look-alike that its kind must leave alone.
struct GrammarExample {
  std::string text;
  std::string expected;  ///< "kind key=value … ; kind …"; empty for a look-alike.
  RuleFamily family = RuleFamily::kNothing;
  std::string place;
};

/// Whom a nominal stands for: "the two countries", "we", "the kingdom", "it".
enum class NominalRole : std::uint8_t { kPair, kHome, kPartner, kFocus, kOther };

/// The tables under data/grammar, compiled. Built once, then only read.
class Grammar {
 public:
  /// Adds the grammar's words to the lexicon's vocabulary and its text to the fingerprint. Fails with file:line.
  static Result<Grammar> load(const TableFiles& files, std::span<const std::string_view> paths, Lexicon& lexicon);

  std::span<const Pattern> patterns() const { return patterns_; }
  std::span<const Rule> rules() const { return rules_; }
  const Rule& rule(std::uint32_t index) const { return rules_[index]; }
  /// Patterns whose anchor takes this word.
  std::span<const AnchoredPattern> anchored_at(WordId word) const;
  bool in_set(std::uint32_t word_set, WordId word) const { return (set_marks_[word_set] >> (word & 63U) & 1U) != 0 && is_in_set(word_set, word); }
  /// The words that an item takes, ascending, and the name that data/grammar gives the set; empty where it gives none.
  std::span<const WordId> words_in(std::uint32_t word_set) const { return word_sets_[word_set]; }
  std::string_view set_name(std::uint32_t word_set) const {
    for (const auto& [name, set] : named_sets_) {
      if (set == word_set) return name;
    }
    return {};
  }

  const TokenTrie<NominalRole>& nominals() const { return nominals_; }
  /// "President", "Prime Minister", "Hon'ble": titles that stand before a name.
  const TokenTrie<char>& titles() const { return titles_; }
  std::span<const GrammarExample> examples() const { return examples_; }
  const EngineWords& words() const { return *words_; }
  bool is(WordClass words, WordId word) const { return word < classes_.size() && (classes_[word] >> static_cast<unsigned>(words) & 1U) != 0; }

 private:
  friend class GrammarLoader;

  bool is_in_set(std::uint32_t word_set, WordId word) const;
  std::uint32_t set_named(std::string_view name) const;  ///< 0 when there is none.

  std::vector<Pattern> patterns_;
  std::vector<Rule> rules_;
  std::vector<std::vector<WordId>> word_sets_;  ///< Sorted.
  std::vector<std::uint64_t> set_marks_;        ///< By set: a bit for each word's number modulo 64, which tells most strangers.
  std::vector<std::vector<bool>> set_members_;  ///< By set, by WordId; empty for small sets.
  std::vector<std::pair<std::string, std::uint32_t>> named_sets_;
  std::vector<std::vector<AnchoredPattern>> by_anchor_;  ///< By WordId.
  std::vector<std::uint64_t> classes_;  ///< By WordId: a bit a WordClass.
  std::shared_ptr<const EngineWords> words_;
  TokenTrie<NominalRole> nominals_;
  TokenTrie<char> titles_;
  std::vector<GrammarExample> examples_;
};

}  // namespace paraph
