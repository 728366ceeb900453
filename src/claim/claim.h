#pragma once

#include <compare>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/text_span.h"
#include "claim/vocabulary.h"
#include "value/actor_id.h"
#include "value/actor_pair.h"
#include "value/civil_period.h"
#include "value/quantity.h"
#include "value/rare.h"

namespace paraph {

/// "The United States established diplomatic relations with Ghana in 1957."
struct Relations {
  RelationEvent event = RelationEvent::kEstablished;
  friend auto operator<=>(const Relations&, const Relations&) = default;
};

/// "opened its embassy in Almaty in January 1992": subject sends, object hosts.
struct Mission {
  MissionEvent event = MissionEvent::kExists;
  MissionType mission = MissionType::kEmbassy;
  std::string place;  ///< As written; empty when the text names none.
  friend auto operator<=>(const Mission&, const Mission&) = default;
};

/// "an observer to the WTO": object is the organisation.
struct Membership {
  MembershipStatus status = MembershipStatus::kMember;
  std::string organisation{};  ///< The object as the contract writes it where that is not its id: its acronym or name as written.
  friend auto operator<=>(const Membership&, const Membership&) = default;
};

/// "has signed a trade and investment framework agreement with …"
struct Agreement {
  AgreementType agreement = AgreementType::kOther;
  AgreementEvent event = AgreementEvent::kExists;
  std::string title;             ///< As written.
  std::vector<ActorId> parties;  ///< Subject and object included.
  bool provisional = false;
  friend auto operator<=>(const Agreement&, const Agreement&) = default;
};

/// What is traded: common to the trade kinds. Exports go from subject to object.
struct TradeScope {
  Flow flow = Flow::kTotal;
  std::optional<Coverage> coverage;
  std::string product;  ///< One named product; empty for all.
  std::string scope;    ///< "outside the EU", "in Africa"; empty for none.
  friend auto operator<=>(const TradeScope&, const TradeScope&) = default;
};

/// "$277 million in 2020"
struct TradeValue {
  TradeScope trade;
  friend auto operator<=>(const TradeValue&, const TradeValue&) = default;
};

/// "grew from $277 million in 2020 to $424.6 million in 2021"; the claim's quantity is the percentage where given.
struct TradeChange {
  TradeScope trade;
  Direction direction = Direction::kUp;
  Rare<Quantity> from_value;
  Rare<Quantity> to_value;
  Rare<CivilPeriod> from_period;
  Rare<CivilPeriod> to_period;
  friend auto operator<=>(const TradeChange&, const TradeChange&) = default;
};

/// "Uzbekistan's 16th largest trade partner": object is subject's n-th largest partner.
struct TradeRank {
  TradeScope trade;
  friend auto operator<=>(const TradeRank&, const TradeRank&) = default;
};

/// "takes 12% of its exports": object's share of subject's flow.
struct TradeShare {
  TradeScope trade;
  friend auto operator<=>(const TradeShare&, const TradeShare&) = default;
};

/// "main exports are cotton and gold"
struct TradeProducts {
  TradeScope trade;
  std::vector<std::string> products;
  friend auto operator<=>(const TradeProducts&, const TradeProducts&) = default;
};

/// "U.S. FDI stock was $1.1 billion in 2019": subject invests in object.
struct InvestmentValue {
  std::optional<InvestmentMeasure> measure;
  friend auto operator<=>(const InvestmentValue&, const InvestmentValue&) = default;
};

/// "the largest foreign investor", "some 160 companies": unit is rank or companies.
struct InvestmentRank {
  std::string scope;
  friend auto operator<=>(const InvestmentRank&, const InvestmentRank&) = default;
};

/// "Since 1992 … approximately $1.8 billion in foreign assistance": subject gives, object receives.
struct AssistanceValue {
  std::string sector;
  std::string channel;
  std::optional<AssistanceForm> form;
  std::string prices{};  ///< "constant FY2024", "constant 2015", "constant" where no year is named; empty for current money.
  friend auto operator<=>(const AssistanceValue&, const AssistanceValue&) = default;
};

/// "the largest bilateral donor"
struct AssistanceRank {
  RankSide of = RankSide::kDonor;
  std::string scope;
  friend auto operator<=>(const AssistanceRank&, const AssistanceRank&) = default;
};

/// "about 400 Uzbek students study in the U.S."
struct PeopleCount {
  PeopleGroup group = PeopleGroup::kStudents;
  std::string per;  ///< "year" for an annual rate; empty otherwise.
  friend auto operator<=>(const PeopleCount&, const PeopleCount&) = default;
};

/// "President Karimov visited Washington in March 2002": subject is the visitor's state, object the state visited.
struct Visit {
  std::string visitor;  ///< Title and name as written.
  friend auto operator<=>(const Visit&, const Visit&) = default;
};

/// "the Strategic Partnership Dialogue was held in Tashkent in 2022"
struct Dialogue {
  std::string title;
  std::vector<ActorId> parties;
  DialogueEvent event = DialogueEvent::kHeld;
  friend auto operator<=>(const Dialogue&, const Dialogue&) = default;
};

/// "hosts about 28,500 U.S. troops": subject's forces or equipment, in object.
struct Military {
  MilitaryEvent event = MilitaryEvent::kExercise;
  std::string title;
  friend auto operator<=>(const Military&, const Military&) = default;
};

/// "a population of 30 million"
struct Indicator {
  IndicatorKind indicator = IndicatorKind::kPopulation;
  friend auto operator<=>(const Indicator&, const Indicator&) = default;
};

/// "presented his credentials on 24 April 2014": subject sends, object hosts.
struct Official {
  OfficialRole role = OfficialRole::kAmbassador;
  OfficialEvent event = OfficialEvent::kServing;
  std::string name;
  friend auto operator<=>(const Official&, const Official&) = default;
};

/// "following its independence from the Soviet Union in 1991"
struct StateEvent {
  StateEventKind event = StateEventKind::kIndependence;
  std::optional<ActorId> from;
  friend auto operator<=>(const StateEvent&, const StateEvent&) = default;
};

/// "designated Morocco a Major Non-NATO Ally in 2004"
struct Designation {
  DesignationKind designation = DesignationKind::kStrategicPartner;
  DesignationEvent event = DesignationEvent::kHeld;
  std::string title;
  friend auto operator<=>(const Designation&, const Designation&) = default;
};

/// "support to Afghanistan through provision of electricity"
struct Support {
  std::vector<std::string> means;
  std::vector<std::string> purpose;
  friend auto operator<=>(const Support&, const Support&) = default;
};

/// "cooperating in such areas as border and regional security programs"
struct Cooperation {
  std::vector<std::string> areas;
  friend auto operator<=>(const Cooperation&, const Cooperation&) = default;
};

/// "Regional threats include illegal narcotics": subject is the place, where one is named.
struct Threat {
  std::vector<std::string> threats;
  friend auto operator<=>(const Threat&, const Threat&) = default;
};

/// "is important to U.S. interests": no data can check it.
struct Stance {
  std::string words;  ///< As written, white space levelled: what editions are compared by.
  friend auto operator<=>(const Stance&, const Stance&) = default;
};

/// One alternative a kind, in the order of ClaimKind.
using ClaimBody = std::variant<Relations, Mission, Membership, Agreement, TradeValue, TradeChange, TradeRank, TradeShare,
                               TradeProducts, InvestmentValue, InvestmentRank, AssistanceValue, PeopleCount, Visit, Dialogue,
                               Military, Indicator, Official, StateEvent, Designation, AssistanceRank, Support, Cooperation,
                               Threat, Stance>;

/// One statement that a reader could check or track. A value: it points into the document only through spans.
struct Claim {
  TextSpan span{0, 0};      ///< Original bytes that state the claim.
  TextSpan sentence{0, 0};  ///< Original bytes of its sentence.
  ClaimBody body;
  std::optional<ActorId> subject;
  std::optional<ActorId> object;
  std::optional<Quantity> quantity;
  std::optional<CivilPeriod> period;
  std::optional<ActorId> fiscal_year_of;  ///< Whose fiscal year `period` is; set when it is one and the owner is known.
  Modality modality = Modality::kAsserted;
  std::string attributed_to;           ///< For kReported.
  std::vector<ClaimMember> implicit;   ///< Ascending.
  std::string id;                      ///< claim_id(): the same statement elsewhere keeps it.

  ClaimKind kind() const { return static_cast<ClaimKind>(body.index()); }

  /// Document order first, so sorting claims restores reading order.
  friend auto operator<=>(const Claim&, const Claim&) = default;
};

/// A sentence or phrase that looks checkable and was not read.
struct Gap {
  TextSpan span{0, 0};
  GapReason reason = GapReason::kNoTrigger;
  friend auto operator<=>(const Gap&, const Gap&) = default;
};

/// All that a document says, in document order.
struct Reading {
  std::optional<ActorPair> pair;  ///< The two actors that the document is about.
  std::vector<Claim> claims;
  std::vector<Gap> gaps;
  std::size_t sentences = 0;
  std::size_t checkable = 0;  ///< Sentences with a figure or date and an actor: each has a claim or a gap.
};

}  // namespace paraph
