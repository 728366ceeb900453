#include "brief/planner.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "evidence/words.h"

namespace paraph {

std::string Planner::name(const ActorId& actor) const {
  const auto organisation = std::ranges::find(wordings.organisations(), actor.str(), &OrganisationWords::id);
  if (organisation != wordings.organisations().end()) return organisation->text;
  return (wordings.takes_article(actor.str()) ? "the " : "") + shelf.name(actor);
}

std::string Planner::owner(const ActorId& actor) const {
  std::string text = name(actor);
  return text += text.ends_with('s') ? "'" : "'s";
}

WrittenFigure Planner::dollars(const Decimal& value) const { return dollars_written(value, home().str() == "US" ? "$" : "US$"); }

bool Planner::over(const CivilPeriod& period) const { return period.to() && period.to()->day_after() <= request.as_of; }

bool Planner::begun(const Fact& fact) const { return fact.from && fact.from->from() && fact.from->from()->first_day() <= request.as_of; }

Citation Planner::cite(const VintageId& vintage, std::string series, std::string period, std::string rows, std::string command) const {
  return {shelf.source_of(vintage), vintage, std::move(series), std::move(period), std::move(rows), std::move(command)};
}

Citation Planner::cite(const Fact& fact, std::string series, std::string command) const {
  return cite(fact.vintage, std::move(series), fact.from ? date_in_words(*fact.from) : "", fact.line, std::move(command));
}

std::vector<Citation> Planner::searched(std::initializer_list<std::string_view> sources, std::string_view series,
                                        const std::string& command) const {
  std::vector<Citation> looked;
  const auto look = [&](auto wanted) {
    for (const Vintage& vintage : vintages) {
      if (request.recorded_by && (!vintage.recorded || *vintage.recorded > *request.recorded_by)) continue;
      if (wanted(vintage)) looked.push_back({vintage.source, vintage.id, fmt::format("searched for {}, none found", series), "", "", command});
    }
  };
  look([&](const Vintage& vintage) { return std::ranges::find(sources, vintage.source.str()) != sources.end(); });
  if (looked.empty()) look([](const Vintage&) { return true; });  // a shelf without these sources: nothing on it says so
  return looked;
}

CitedSentence Planner::say(std::string_view wording, const Slots& slots, std::vector<Claim> claims, std::vector<Citation> citations,
                       std::string remark) const {
  return {std::string(wording), wordings.say(wording, slots), std::move(claims), std::move(citations), std::move(remark)};
}

Result<std::vector<Fact>> Planner::facts_between(std::string_view kind) const {
  auto facts = shelf.facts_between(kind, home(), partner());
  if (facts) std::erase_if(*facts, [&](const Fact& fact) { return !begun(fact); });
  return facts;
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) out += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
  return out;
}

Claim claim_of(ClaimBody body, const ActorId& subject, const ActorId& object, std::optional<CivilPeriod> period,
               std::optional<Quantity> quantity) {
  Claim claim;
  claim.body = std::move(body);
  claim.subject = subject;
  if (!object.empty()) claim.object = object;
  claim.period = std::move(period);
  claim.quantity = std::move(quantity);
  return claim;
}

Section plan_unknown(const Planner& planner) {
  Section section{SectionKind::kUnknown, "What is not known", {}, true, {}, {}};
  for (const Unknown& each : planner.unknown)
    section.paragraphs.push_back({planner.say(each.wording, {{"subject", each.subject}}, {}, each.citations)});
  return section;
}

}  // namespace paraph
