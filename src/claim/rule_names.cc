#include "claim/rule_names.h"

#include <algorithm>
#include <array>

namespace paraph {
namespace {

constexpr std::array<std::string_view, 28> kFamilyNames = {
    "relations", "mission",   "membership",      "agreement",      "trade",         "investment", "assistance",
    "people",    "visit",     "dialogue",        "military",       "indicator",     "official",   "state_event",
    "designation", "support", "cooperation",     "threat",         "stance",        "agreement-event", "dialogue-event",
    "mission-event", "change", "rank",           "share",          "products",      "modality",   "nothing"};

}  // namespace

std::string_view rule_family_name(RuleFamily family) { return kFamilyNames[static_cast<std::size_t>(family)]; }

std::optional<RuleFamily> rule_family_named(std::string_view name) {
  const auto family = std::ranges::find(kFamilyNames, name);
  if (family == kFamilyNames.end()) return std::nullopt;
  return static_cast<RuleFamily>(family - kFamilyNames.begin());
}

std::optional<std::int8_t> event_index(RuleFamily family, std::string_view name) {
  switch (family) {
    case RuleFamily::kRelations: return name_index<RelationEvent>(name);
    case RuleFamily::kMission:
    case RuleFamily::kMissionEvent: return name_index<MissionEvent>(name);
    case RuleFamily::kAgreement:
    case RuleFamily::kAgreementEvent: return name_index<AgreementEvent>(name);
    case RuleFamily::kDialogue:
    case RuleFamily::kDialogueEvent: return name_index<DialogueEvent>(name);
    case RuleFamily::kMilitary: return name_index<MilitaryEvent>(name);
    case RuleFamily::kOfficial: return name_index<OfficialEvent>(name);
    case RuleFamily::kStateEvent: return name_index<StateEventKind>(name);
    case RuleFamily::kDesignation: return name_index<DesignationEvent>(name);
    case RuleFamily::kModality: return name_index<Modality>(name);
    default: return std::nullopt;
  }
}

std::optional<std::int8_t> type_index(RuleFamily family, std::string_view name) {
  switch (family) {
    case RuleFamily::kMission: return name_index<MissionType>(name);
    case RuleFamily::kMembership: return name_index<MembershipStatus>(name);
    case RuleFamily::kAgreement: return name_index<AgreementType>(name);
    case RuleFamily::kInvestment: return name_index<InvestmentMeasure>(name);
    case RuleFamily::kPeople: return name_index<PeopleGroup>(name);
    case RuleFamily::kIndicator: return name_index<IndicatorKind>(name);
    case RuleFamily::kOfficial: return name_index<OfficialRole>(name);
    case RuleFamily::kDesignation: return name_index<DesignationKind>(name);
    case RuleFamily::kRank: {  // whose rank it is
      constexpr std::array<std::string_view, 3> kRanks = {"trade", "investment", "assistance"};
      const auto found = std::ranges::find(kRanks, name);
      if (found == kRanks.end()) return std::nullopt;
      return static_cast<std::int8_t>(found - kRanks.begin());
    }
    default: return std::nullopt;
  }
}

}  // namespace paraph
