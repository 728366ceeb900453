#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace paraph {

/// The names that an enumeration has in grammar tables, output and documentation: one table an enumeration, in order.
template <typename Enum>
struct EnumNames;

template <typename Enum>
constexpr std::string_view name_of(Enum value) {
  return EnumNames<Enum>::kNames[static_cast<std::size_t>(value)];
}

template <typename Enum>
constexpr std::optional<Enum> enum_named(std::string_view name) {
  const auto& names = EnumNames<Enum>::kNames;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

#define PARAPH_NAMES(Enum, ...)                              \
  template <>                                                \
  struct EnumNames<Enum> {                                   \
    static constexpr auto kNames = std::to_array<std::string_view>({__VA_ARGS__}); \
  };

enum class ClaimKind : std::uint8_t {
  kRelations, kMission, kMembership, kAgreement, kTradeValue, kTradeChange, kTradeRank, kTradeShare, kTradeProducts,
  kInvestmentValue, kInvestmentRank, kAssistanceValue, kPeopleCount, kVisit, kDialogue, kMilitary, kIndicator, kOfficial,
  kStateEvent, kDesignation, kAssistanceRank, kSupport, kCooperation, kThreat, kStance
};
PARAPH_NAMES(ClaimKind, "relations", "mission", "membership", "agreement", "trade_value", "trade_change", "trade_rank",
             "trade_share", "trade_products", "investment_value", "investment_rank", "assistance_value", "people_count",
             "visit", "dialogue", "military", "indicator", "official", "state_event", "designation", "assistance_rank",
             "support", "cooperation", "threat", "stance")

/// Checkable kinds get a verdict; the others are tracked across editions only.
constexpr bool is_checkable(ClaimKind kind) { return kind < ClaimKind::kSupport; }

enum class Modality : std::uint8_t { kAsserted, kPlanned, kConditional, kNegated, kReported };
PARAPH_NAMES(Modality, "asserted", "planned", "conditional", "negated", "reported")

enum class RelationEvent : std::uint8_t { kRecognized, kEstablished, kUpgraded, kDowngraded, kSuspended, kSevered, kRestored };
PARAPH_NAMES(RelationEvent, "recognized", "established", "upgraded", "downgraded", "suspended", "severed", "restored")

enum class MissionEvent : std::uint8_t { kOpened, kClosed, kMoved, kExists };
PARAPH_NAMES(MissionEvent, "opened", "closed", "moved", "exists")

enum class MissionType : std::uint8_t {
  kEmbassy, kConsulateGeneral, kConsulate, kLiaisonOffice, kInterestsSection, kHighCommission, kHonoraryConsulate, kTradeOffice
};
PARAPH_NAMES(MissionType, "embassy", "consulate-general", "consulate", "liaison-office", "interests-section",
             "high-commission", "honorary-consulate", "trade-office")

enum class MembershipStatus : std::uint8_t {
  kMember, kObserver, kCandidate, kApplicant, kPartner, kAssociate, kFounder, kHost, kChair, kFormer, kSuspended
};
PARAPH_NAMES(MembershipStatus, "member", "observer", "candidate", "applicant", "partner", "associate", "founder", "host",
             "chair", "former", "suspended")

enum class AgreementType : std::uint8_t {
  kTradeInvestmentFramework, kFreeTrade, kAssociation, kTrade, kBilateralInvestment, kDoubleTaxation, kOpenSkies, kDefence,
  kStatusOfForces, kExtradition, kMutualLegalAssistance, kNuclear, kScienceTechnology, kCultural, kEducation, kVisa,
  kCustoms, kCooperation, kPartnership, kBorder, kPeace, kOther
};
PARAPH_NAMES(AgreementType, "trade-investment-framework", "free-trade", "association", "trade", "bilateral-investment",
             "double-taxation", "open-skies", "defence", "status-of-forces", "extradition", "mutual-legal-assistance",
             "nuclear", "science-technology", "cultural", "education", "visa", "customs", "cooperation", "partnership",
             "border", "peace", "other")

enum class AgreementEvent : std::uint8_t {
  kSigned, kInForce, kRatified, kConcluded, kNegotiating, kUpgraded, kTerminated, kExists
};
PARAPH_NAMES(AgreementEvent, "signed", "in-force", "ratified", "concluded", "negotiating", "upgraded", "terminated", "exists")

enum class Flow : std::uint8_t { kExports, kImports, kTotal, kBalance };
PARAPH_NAMES(Flow, "exports", "imports", "total", "balance")

enum class Coverage : std::uint8_t { kGoods, kServices, kGoodsServices };
PARAPH_NAMES(Coverage, "goods", "services", "goods-services")

enum class Direction : std::uint8_t { kUp, kDown, kFlat };
PARAPH_NAMES(Direction, "up", "down", "flat")

enum class InvestmentMeasure : std::uint8_t { kStock, kFlow, kAnnounced, kProject };
PARAPH_NAMES(InvestmentMeasure, "stock", "flow", "announced", "project")

enum class AssistanceForm : std::uint8_t { kGrant, kLoan, kPledge, kBudget };
PARAPH_NAMES(AssistanceForm, "grant", "loan", "pledge", "budget")

enum class PeopleGroup : std::uint8_t {
  kStudents, kVisitors, kDiaspora, kCitizensAbroad, kExchangeAlumni, kVolunteers, kTroops, kRefugees, kWorkers, kBeneficiaries
};
PARAPH_NAMES(PeopleGroup, "students", "visitors", "diaspora", "citizens-abroad", "exchange-alumni", "volunteers", "troops",
             "refugees", "workers", "beneficiaries")

enum class DialogueEvent : std::uint8_t { kLaunched, kHeld, kHosted, kPlanned };
PARAPH_NAMES(DialogueEvent, "launched", "held", "hosted", "planned")

enum class MilitaryEvent : std::uint8_t { kExercise, kDeployment, kBase, kTransfer, kTraining, kWithdrawal };
PARAPH_NAMES(MilitaryEvent, "exercise", "deployment", "base", "transfer", "training", "withdrawal")

enum class IndicatorKind : std::uint8_t {
  kPopulation, kGdp, kGdpGrowth, kGdpPerCapita, kArea, kInflation, kUnemployment, kLifeExpectancy, kLiteracy, kTradeTotal,
  kExportsTotal, kImportsTotal, kDebt, kReserves
};
PARAPH_NAMES(IndicatorKind, "population", "gdp", "gdp-growth", "gdp-per-capita", "area", "inflation", "unemployment",
             "life-expectancy", "literacy", "trade-total", "exports-total", "imports-total", "debt", "reserves")

enum class OfficialRole : std::uint8_t { kAmbassador, kCharge, kConsulGeneral, kConsul, kHighCommissioner, kEnvoy, kDeskOfficer };
PARAPH_NAMES(OfficialRole, "ambassador", "charge", "consul-general", "consul", "high-commissioner", "envoy", "desk-officer")

enum class OfficialEvent : std::uint8_t { kAppointed, kCredentials, kEnded, kServing };
PARAPH_NAMES(OfficialEvent, "appointed", "credentials", "ended", "serving")

enum class StateEventKind : std::uint8_t { kIndependence, kDissolution, kRenamed, kUnified, kRegimeChange };
PARAPH_NAMES(StateEventKind, "independence", "dissolution", "renamed", "unified", "regime-change")

enum class DesignationKind : std::uint8_t {
  kMajorNonNatoAlly, kStrategicPartner, kTradePreference, kSanctions, kTravelAdvisory, kStatePartnershipProgram, kCompact
};
PARAPH_NAMES(DesignationKind, "major-non-nato-ally", "strategic-partner", "trade-preference", "sanctions", "travel-advisory",
             "state-partnership-program", "compact")

enum class DesignationEvent : std::uint8_t { kGranted, kHeld, kSuspended, kEnded };
PARAPH_NAMES(DesignationEvent, "granted", "held", "suspended", "ended")

enum class RankSide : std::uint8_t { kDonor, kRecipient };
PARAPH_NAMES(RankSide, "donor", "recipient")

enum class GapReason : std::uint8_t {
  kUnknownName, kAmbiguousName, kNoTrigger, kMissingActor, kMissingPeriod, kTwoReadings, kOtherLanguage
};
PARAPH_NAMES(GapReason, "unknown-name", "ambiguous-name", "no-trigger", "missing-actor", "missing-period", "two-readings",
             "other-language")

/// Members of a claim that may be resolved from context instead of being read in the sentence.
enum class ClaimMember : std::uint8_t { kSubject, kObject, kValue, kUnit, kPeriod, kParties, kTitle, kCoverage, kPlace, kFlow, kFromPeriod };
PARAPH_NAMES(ClaimMember, "subject", "object", "value", "unit", "period", "parties", "title", "coverage", "place", "flow", "from_period")

#undef PARAPH_NAMES

}  // namespace paraph
