#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "brief/amounts.h"
#include "brief/planner.h"

namespace paraph {
namespace {

constexpr std::size_t kLastVisits = 4;  ///< Of each direction.

/// "Antony John Blinken" as sheets write him: "Antony Blinken". Longer names, and those with a comma, stay whole.
std::string usual_name(const std::string& name) {
  const std::size_t first = name.find(' ');
  const std::size_t last = name.rfind(' ');
  const bool three = first != last && std::ranges::count(name, ' ') == 2 && name.find(',') == std::string::npos;
  return three ? name.substr(0, first) + name.substr(last) : name;
}

/// The list of leaders has title and name in one; that of secretaries and presidents has them apart.
std::string visitor_of(const Fact& fact) { return fact.title.empty() ? fact.name : fact.title + " " + usual_name(fact.name); }

std::optional<CivilPeriod> dates_of(const Fact& fact) {
  if (!fact.from || !fact.from->is_point()) return std::nullopt;
  if (!fact.to || *fact.to == *fact.from) return fact.from;
  if (!fact.to->is_point() || fact.from->from()->precision != PeriodPrecision::kDay || fact.to->to()->precision != PeriodPrecision::kDay) return fact.from;
  return CivilPeriod::between(*fact.from->from(), *fact.to->to());
}

}  // namespace

Result<Section> plan_visits(Planner& planner) {
  Section section{SectionKind::kVisits, "Visits", {}, false, {}, {}};
  for (const ActorId& visiting : {planner.home(), planner.partner()}) {
    const ActorId& host = planner.other(visiting);
    auto facts = planner.shelf.facts("visit", visiting, host);
    if (!facts) return std::unexpected(facts.error());
    std::erase_if(*facts, [&](const Fact& fact) { return !planner.begun(fact) || visitor_of(fact).empty() || !dates_of(fact); });
    const std::size_t skipped = facts->size() > kLastVisits ? facts->size() - kLastVisits : 0;
    std::vector<CitedSentence> paragraph;
    for (std::size_t i = skipped; i < facts->size(); ++i) {
      const Fact& fact = (*facts)[i];
      const auto dates = dates_of(fact);
      Visit body;
      body.visitor = visitor_of(fact);
      paragraph.push_back(planner.say(fact.title.empty() ? "visit-leader" : "visit-official",
                                      {{"visitor", body.visitor}, {"a", planner.name(visiting)}, {"b", planner.name(host)}, {"date", date_written(*dates)}},
                                      {claim_of(Visit{body.visitor}, visiting, host, dates)},
                                      {planner.cite(fact, "visits", fmt::format("paraph data show visit {} {} {}", visiting.str(), host.str(), fact.from->from()->year))}));
    }
    if (!paragraph.empty()) {
      if (skipped > 0) paragraph.front().remark = fmt::format("The last {} of {} visits on record.", kLastVisits, facts->size());
      section.paragraphs.push_back(std::move(paragraph));
    }
  }
  if (section.paragraphs.empty())
    planner.miss("Visits", planner.searched({"hsg-visits", "hsg-travels"}, "visits",
                                            fmt::format("paraph data show visit {} {}", planner.home().str(), planner.partner().str())));
  planner.miss("Commissions and regular talks", planner.searched({"hsg-visits", "hsg-travels"}, "talks", "paraph data list"));
  return section;
}

}  // namespace paraph
