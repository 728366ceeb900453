#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "claim/vocabulary.h"
#include "lexicon/tokens.h"

namespace paraph {

/// The single words and signs that the engine asks for, looked up once. Words that only mean something to a rule live in
/// the grammar tables.
struct EngineWords {
  explicit EngineWords(Vocabulary& vocabulary);

  WordId of, to, with, from, in, into, by, for_, between, against, after, at, on, over, via, than, towards, within, throughout, inside, through;
  WordId the, a, an, and_, or_, but, while_, whereas, which, who, where, both, its, their, our;
  WordId comma, semicolon, colon, period, open, close, quote, dash, slash, ampersand, apostrophe, possessive;
  WordId total, provisional, provisionally, exports, export_, imports, import_;
  WordId that, same, day, date, anniversary, decades, not_, whose, each, they, them, these, this_, together, party, parties, followed, met, since, agreed, according, constant, he, she, force;
};

/// Classes of words that the engine asks for by name; the grammar tables list them: "set verbs = …".
enum class WordClass : std::uint8_t {
  kPreposition, kVerbs, kHedge, kChangeFrom, kChangeTo, kChangeBy, kComparison, kSuperlative, kChief, kPluralRank, kRankAdjective, kTradeVerbs,
  kGoods, kServices, kHostVerbs, kAnnually, kMissionNouns, kListEnd, kListSkip, kTitleWord, kTitleJoint, kStateNoun, kOffices, kSigning,
  kTopicMemberships, kTopicRepresentation, kTopicAssistance, kTopicInvestment, kTopicTrade, kTopicAgreements, kTopicVisits, kTopicMilitary,
  kTopicPeople, kTopicDialogue, kTopicCountry, kLevel, kAfterCount, kPersons, kRespectively, kThem, kPerfect, kThere, kOvertaking, kBorn, kStationed,
  kAmong, kProfile, kMutual, kTitleStop, kPactNouns, kPactBodies, kOfficeNouns
};

template <>
struct EnumNames<WordClass> {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"preposition", "verbs", "hedge", "change-from", "change-to", "change-by", "comparison", "superlative", "chief", "plural-rank", "rank-adjective",
       "trade-verbs", "goods", "services", "host-verbs", "annually", "mission-nouns", "list-end", "list-skip", "title-word", "title-joint", "state-noun",
       "offices", "signing", "topic-memberships", "topic-representation", "topic-assistance", "topic-investment", "topic-trade", "topic-agreements",
       "topic-visits", "topic-military", "topic-people", "topic-dialogue", "topic-country", "level", "after-count", "persons", "respectively", "them", "perfect", "there", "overtaking", "born", "stationed", "among", "profile", "mutual", "title-stop", "pact-nouns", "pact-bodies", "office-nouns"});
};

}  // namespace paraph
