#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claim/claim.h"
#include "claim/grammar.h"
#include "document/document.h"
#include "lexicon/lexicon.h"
#include "mention/mention.h"

namespace paraph {

/// What a heading says that its section is about.
enum class Topic : std::uint8_t {
  kNone,
  kTrade,
  kAssistance,
  kInvestment,
  kPeople,
  kVisits,
  kMemberships,
  kRepresentation,
  kMilitary,
  kCountry,
  kRelations,
  kAgreements,
  kDialogue
};

/// What the text before a sentence makes known: the pair, the section, whom "it" means, which year was last named.
struct DocumentContext {
  const Lexicon* lexicon = nullptr;
  const Grammar* grammar = nullptr;
  std::optional<ActorPair> pair;
  std::optional<CivilPeriod> published;
  bool home_speaks = false;  ///< The publisher is the home state's, or the text has said "we" or "our": what it gives, home gives.

  Topic topic = Topic::kNone;
  int topic_level = 0;
  std::vector<ActorId> heading_actors;     ///< States that the current heading names, in order; empty when none.
  std::optional<ActorId> heading_subject;  ///< "From Japan to Laos", "Exports from Japan:".
  std::optional<ActorId> heading_object;
  std::optional<CivilPeriod> heading_period;
  std::optional<ActorId> heading_fiscal_owner;
  std::optional<ActorId> profile_of;  ///< The one state whose economy or people the section describes, not its relations.
  bool heading_signed = false;        ///< "Agreements signed during the visit".
  bool heading_in_force = false;      ///< "Agreements in force".
  std::optional<int> heading_flow;    ///< Flow that a heading or label names: "Exports:".
  std::string heading_unit;           ///< A currency that a table or heading gives for bare figures.
  int heading_power = 0;              ///< And its multiplier, as a power of ten.

  std::optional<ActorId> focus;                  ///< Subject of the sentence before: what "it" means.
  std::optional<ActorId> home_currency_of;       ///< Whose "$" a bare dollar sign is.
  std::optional<CivilPeriod> last_period;        ///< Of the figure read last: for "in the same year", "of which".
  std::optional<CivilPeriod> last_day;           ///< The day named last: "on that date".
  std::optional<CivilPeriod> last_trade_period;  ///< Of the trade figure read last in this section.
  std::optional<ActorPair> last_traders;         ///< Reporter and partner of the exports or imports read last in this section.
  std::optional<ActorId> last_fiscal_owner;
  std::string last_organisation;  ///< Organisation named last: "the grouping", "that organisation".
  std::string last_dialogue;
  std::optional<ActorPair> last_ties;   ///< Whose relations the sentence before told of: "they were restored in 1990".
  std::optional<Claim> last_agreement;  ///< Named in the sentence before: "it entered into force in 1998".
  std::optional<Claim> last_mission;    ///< Named in the sentence before: "it was closed in 1984".
  std::optional<Claim> last_visit;      ///< Told in the sentence before: "he came again in 2015".

  std::vector<std::pair<std::string, ActorId>> persons;  ///< Family names of those whose state the text has given.

  void learn_person(std::string_view family_name, const ActorId& state);
  std::optional<ActorId> state_of_person(std::string_view family_name) const;
  /// The other member of the pair; empty when `actor` is not in it.
  std::optional<ActorId> other(const ActorId& actor) const {
    if (!pair) return std::nullopt;
    if (actor == pair->home) return pair->partner;
    if (actor == pair->partner) return pair->home;
    return std::nullopt;
  }
  bool in_pair(const ActorId& actor) const { return pair && (actor == pair->home || actor == pair->partner); }
};

/// Picks the meaning of an ambiguous or homonymous name that fits the document: a pair member first. Null when the
/// name stands for no state, organisation, agency or place that fits.
const NameEntry* choose_entry(const NameMatch& match, const DocumentContext& context);

/// Whether the document names a publisher of this state: a ministry, an embassy, an agency.
bool is_published_by(const Document& document, const ActorId& state, const Lexicon& lexicon);

/// The two actors that a document is about, from its title, headings and the names it uses; empty when it is about one
/// or none. `home` is the publisher's or first named.
std::optional<ActorPair> find_pair(const Document& document, const Lexicon& lexicon, const Grammar& grammar);

/// Whose "$" or "rupees" a document means that does not say: its publisher's, or, in a text of nobody's own, the dollar of
/// the United States where they are one side.
ActorId home_currency_owner(const Document& document, const ActorPair& pair);

/// Moves the context into the section that a heading opens.
void enter_heading(const AnnotatedSentence& annotated, int level, DocumentContext& context);
/// Notes what the claims of a sentence are about, for the pronouns of the next one.
void remember_subjects(const std::vector<Claim>& claims, DocumentContext& context);
/// A line that only says who follows: "From Arnor to Gondor". The section's topic and date stay.
void enter_label(const AnnotatedSentence& annotated, DocumentContext& context);

}  // namespace paraph
