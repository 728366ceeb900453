#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "evidence/fact_dates.h"
#include "evidence/families.h"
#include "evidence/words.h"

namespace paraph {
namespace {

/// Kinds that a list of preferential trade agreements covers.
bool is_trade(AgreementType type) {
  return type == AgreementType::kFreeTrade || type == AgreementType::kAssociation || type == AgreementType::kTrade ||
         type == AgreementType::kCustoms || type == AgreementType::kPartnership;
}

/// Words in a title that make it an agreement of this kind.
bool title_fits(AgreementType type, std::string_view title) {
  const std::string words = folded(title);
  const auto has = [&](std::string_view word) { return words.find(word) != std::string::npos; };
  switch (type) {
    case AgreementType::kTrade: return has("commerce") || has("trade") || has("navigation");
    case AgreementType::kCooperation:
    case AgreementType::kPartnership: return has("friendship") || has("amity") || has("cooperation") || has("partnership");
    case AgreementType::kPeace: return has("peace");
    case AgreementType::kBorder: return has("boundar") || has("border") || has("limits");
    case AgreementType::kOther: return false;
    default: {
      std::string kind(name_of(type));
      std::ranges::replace(kind, '-', ' ');
      return has(kind);
    }
  }
}

bool same_agreement(const Agreement& claimed, const Fact& fact) {
  const bool framework = fact.status == name_of(AgreementType::kTradeInvestmentFramework);
  if (claimed.agreement == AgreementType::kTradeInvestmentFramework) return framework;
  if (!claimed.title.empty() && !fact.title.empty() && folded(claimed.title) == folded(fact.title)) return true;
  if (framework) return false;
  const bool listed_trade = !fact.status.empty() || fact.kind == "agreement-party";
  return listed_trade ? is_trade(claimed.agreement) : title_fits(claimed.agreement, fact.title);
}

/// "1 June 2004, with Kazakhstan and Kyrgyzstan": the others that one list names for the same title and record.
std::string others_in_words(const Fact& fact, const std::vector<Fact>& of_subject, const ShelfView& shelf) {
  std::vector<std::string> others;
  for (const Fact& each : of_subject) {
    if (each.title == fact.title && each.from == fact.from && each.vintage == fact.vintage && each.line == fact.line &&
        each.object != fact.object) {
      others.push_back(shelf.name(each.object));
    }
  }
  std::string words;
  for (std::size_t i = 0; i < others.size(); ++i) words += (i == 0 ? ", with " : i + 1 == others.size() ? " and " : ", ") + others[i];
  return words;
}

/// The date that the claimed event has in this record: entry into force stands as a year of its own.
Fact dated_for(AgreementEvent event, Fact fact) {
  const bool in_force = event == AgreementEvent::kInForce || event == AgreementEvent::kRatified;
  if (!in_force || fact.status == name_of(AgreementType::kTradeInvestmentFramework)) return fact;
  const auto year = CivilPeriod::parse(fact.name);
  fact.from = fact.name.empty() ? std::nullopt : year;
  fact.event = "in force";
  return fact;
}

bool event_known(AgreementEvent event, std::string_view recorded) {
  if (event == AgreementEvent::kTerminated) return recorded == "withdrawal";
  if (event == AgreementEvent::kNegotiating) return recorded == "negotiating";
  return recorded == "signed" || recorded == "accession" || recorded == "consolidated" || recorded == "amended";
}

/// Agreements of many parties list each of them: those of one title and record that list both.
Result<void> add_common_treaties(const Claim& claim, ShelfView& shelf, std::vector<Fact>& facts) {
  auto of_subject = shelf.facts("agreement-party", *claim.subject, std::nullopt);
  if (!of_subject) return std::unexpected(of_subject.error());
  const auto of_object = shelf.facts("agreement-party", *claim.object, std::nullopt);
  if (!of_object) return std::unexpected(of_object.error());
  for (Fact& fact : *of_subject) {
    const bool common = std::ranges::any_of(*of_object, [&](const Fact& other) {
      return other.vintage == fact.vintage && other.line == fact.line && other.title == fact.title;
    });
    if (common) facts.push_back(std::move(fact));
  }
  return {};
}

}  // namespace

Result<void> add_agreement(const Claim& claim, const Agreement& agreement, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.object) return {};
  auto facts = shelf.facts_between("agreement", *claim.subject, *claim.object);
  if (!facts) return std::unexpected(facts.error());
  std::vector<Fact> candidates = std::move(*facts);
  if (is_trade(agreement.agreement)) {
    if (auto done = add_common_treaties(claim, shelf, candidates); !done) return done;
  }
  std::map<ActorId, std::vector<Fact>> lists;
  for (const Fact& fact : candidates) {
    if (!same_agreement(agreement, fact) || !event_known(agreement.event, fact.event)) continue;
    if (!lists.contains(fact.subject) && !fact.object.empty()) {
      auto all = shelf.facts("agreement", fact.subject, std::nullopt);
      if (!all) return std::unexpected(all.error());
      lists[fact.subject] = std::move(*all);
    }
    const Fact dated = dated_for(agreement.event, fact);
    EvidenceLine line = event_line(shelf, dated, claim.period, fact.title.empty() ? "agreement" : fact.title);
    line.says = fmt::format("{} {}", dated.event, line.says);
    if (!fact.object.empty()) line.says += others_in_words(fact, lists[fact.subject], shelf);
    line.query = fmt::format("paraph data show agreement {} {}", claim.subject->str(), claim.object->str());
    evidence.lines.push_back(std::move(line));
  }
  forgive_other_dates(evidence.lines);
  // The lists hold one agreement of a pair among many that there may be: another date alone refutes nothing.
  if (agreement.agreement != AgreementType::kTradeInvestmentFramework) {
    for (EvidenceLine& line : evidence.lines) {
      if (line.agrees == Agrees::kNo) line.agrees = Agrees::kContext;
    }
  }
  return {};
}

}  // namespace paraph
