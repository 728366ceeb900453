#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "brief/amounts.h"
#include "brief/planner.h"
#include "evidence/words.h"

namespace paraph {
namespace {

std::string command_of(const Planner& planner) {
  return fmt::format("paraph data show agreement {} {}", planner.home().str(), planner.partner().str());
}

Claim pact(const Planner& planner, AgreementType type, AgreementEvent event, std::string title, std::optional<CivilPeriod> period) {
  Agreement agreement;
  agreement.agreement = type;
  agreement.event = event;
  agreement.title = std::move(title);
  agreement.parties = {planner.home(), planner.partner()};
  return claim_of(std::move(agreement), planner.home(), planner.partner(), std::move(period));
}

Slots names_of(const Planner& planner) { return {{"a", planner.name(planner.home())}, {"b", planner.name(planner.partner())}}; }

void add_framework(const Planner& planner, const Fact& fact, std::vector<CitedSentence>& out) {
  Slots slots = names_of(planner);
  slots["date"] = date_written(*fact.from);
  out.push_back(planner.say("framework-signed", slots,
                            {pact(planner, AgreementType::kTradeInvestmentFramework, AgreementEvent::kSigned,
                                  "trade and investment framework agreement", fact.from)},
                            {planner.cite(fact, fact.title, command_of(planner))}));
}

/// Of the list of preferential trade agreements: signature, and entry into force where it has begun.
void add_trade_agreement(const Planner& planner, const Fact& fact, std::vector<CitedSentence>& out) {
  Slots slots = names_of(planner);
  slots["date"] = date_written(*fact.from);
  const auto force = fact.name.empty() ? std::nullopt : CivilPeriod::parse(fact.name);
  std::vector<Claim> claims{pact(planner, AgreementType::kTrade, AgreementEvent::kSigned, "trade agreement", fact.from)};
  const bool in_force = force && force->from()->first_day() <= planner.request.as_of;
  if (in_force) {
    slots["force"] = date_written(*force);
    claims.push_back(pact(planner, AgreementType::kTrade, AgreementEvent::kInForce, "trade agreement", force));
  }
  out.push_back(planner.say(in_force ? "trade-agreement-in-force" : "trade-agreement-signed", slots, std::move(claims),
                            {planner.cite(fact, "agreement " + fact.title, command_of(planner))}));
}

}  // namespace

Result<Section> plan_agreements(Planner& planner) {
  Section section{SectionKind::kAgreements, "Agreements", {}, false, {}, {}};
  const auto facts = planner.facts_between("agreement");
  if (!facts) return std::unexpected(facts.error());
  std::vector<CitedSentence> paragraph;
  std::set<std::string> said;
  for (const Fact& fact : *facts) {
    if (fact.event != "signed" || !fact.from->is_point()) continue;
    const std::size_t before = paragraph.size();
    if (fact.status == name_of(AgreementType::kTradeInvestmentFramework)) {
      add_framework(planner, fact, paragraph);
    } else if (fact.status == "bilateral") {
      add_trade_agreement(planner, fact, paragraph);
    }
    // Two records of one agreement make one sentence.
    if (paragraph.size() > before && !said.insert(paragraph.back().text).second) paragraph.pop_back();
  }
  if (paragraph.empty()) {
    planner.miss("Agreements between the two states alone", planner.searched({"desta", "hsg-rdcr", "ustr-tifa"}, "agreements", command_of(planner)));
  } else {
    section.paragraphs.push_back(std::move(paragraph));
  }
  return section;
}

}  // namespace paraph
