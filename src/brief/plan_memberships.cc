#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "brief/amounts.h"
#include "brief/planner.h"
#include "evidence/words.h"

namespace paraph {
namespace {

/// How one state stands towards one organisation on the sheet's day.
struct Standing {
  std::optional<MembershipStatus> status;  ///< Empty where the lists say something else than the statuses below.
  std::optional<CivilPeriod> since;        ///< Only from lists of dates.
  bool disagree = false;                   ///< Two lists give two statuses.
  bool early = false;                      ///< An edition lists the state before its date of accession.
  std::vector<Fact> rows;                  ///< Those that hold on the day.
};
using Standings = std::map<std::string, Standing, std::less<>>;

std::optional<MembershipStatus> status_named(std::string_view recorded) {
  if (recorded == "member") return MembershipStatus::kMember;
  if (recorded == "observer") return MembershipStatus::kObserver;
  if (recorded == "candidate") return MembershipStatus::kCandidate;
  if (recorded == "associate") return MembershipStatus::kAssociate;
  return std::nullopt;
}

bool by_edition(const Fact& fact) { return fact.event == "listed"; }

int edition_of(const Planner& planner) { return static_cast<int>(std::chrono::year_month_day(planner.request.as_of).year()); }

/// Holds on the day: a row of the last edition before it goes on.
bool holds(const Planner& planner, const Fact& fact, int last_edition) {
  if (!planner.begun(fact)) return false;
  if (!fact.to || !fact.to->to()) return true;
  if (by_edition(fact)) return fact.to->to()->year >= std::min(last_edition, edition_of(planner));
  return fact.to->to()->day_after() > planner.request.as_of;
}

Result<Standings> standings_of(Planner& planner, const ActorId& member) {
  const auto facts = planner.shelf.facts("membership", member, std::nullopt);
  if (!facts) return std::unexpected(facts.error());
  int last_edition = 0;
  for (const Fact& fact : *facts) {
    if (by_edition(fact) && fact.to && fact.to->to()) last_edition = std::max(last_edition, fact.to->to()->year);
  }
  Standings standings;
  std::set<std::string> dated;  // Organisations whose list of dates names this state.
  for (const Fact& fact : *facts) {
    if (!by_edition(fact) && planner.begun(fact)) dated.insert(fact.object.str());
  }
  for (const Fact& fact : *facts) {
    if (!holds(planner, fact, last_edition)) continue;
    Standing& standing = standings[fact.object.str()];
    const auto status = status_named(fact.status);
    if (!standing.rows.empty() && standing.status != status) standing.disagree = true;
    standing.status = status;
    if (!by_edition(fact) && fact.from->is_point()) standing.since = fact.from;
    standing.rows.push_back(fact);
  }
  for (const Fact& fact : *facts) {
    const auto standing = standings.find(fact.object.str());
    if (standing == standings.end() || !standing->second.since || !by_edition(fact) || fact.status != "member" || !fact.from) continue;
    standing->second.early = standing->second.early || fact.from->from()->year < standing->second.since->from()->year;
  }
  for (auto& [organisation, standing] : standings) {
    // Dates that have ended against an edition that still lists the state.
    if (dated.contains(organisation) && std::ranges::all_of(standing.rows, by_edition)) standing.disagree = true;
  }
  return standings;
}

std::string command_of(const ActorId& member, const std::string& organisation) {
  return fmt::format("paraph data show membership {} {}", member.str(), organisation);
}

/// One citation for all rows of one state and vintage: sheets name a dozen organisations in a sentence.
std::vector<Citation> cite_rows(const Planner& planner, const ActorId& member, const std::vector<const Standing*>& standings) {
  std::map<VintageId, std::vector<const Fact*>> rows;
  for (const Standing* standing : standings) {
    for (const Fact& fact : standing->rows) rows[fact.vintage].push_back(&fact);
  }
  std::vector<Citation> citations;
  for (const auto& [vintage, facts] : rows) {
    std::vector<std::string> periods;
    std::vector<std::string> records;
    for (const Fact* fact : facts) {
      std::string period = by_edition(*fact) && fact->to ? fmt::format("{} {}-{}", fact->object.str(), fact->from->str(), fact->to->str())
                                                         : fmt::format("{} since {}", fact->object.str(), date_in_words(*fact->from));
      periods.push_back(std::move(period));
      if (std::ranges::find(records, fact->line) == records.end()) records.push_back(fact->line);
    }
    citations.push_back(planner.cite(vintage, fmt::format("memberships of {}, {}", planner.name(member), by_edition(*facts.front()) ? "by edition" : "with dates"),
                                     fmt::format("{}", fmt::join(periods, "; ")), fmt::format("{}", fmt::join(records, ", ")),
                                     command_of(member, facts.size() == 1 ? facts.front()->object.str() : "")));
    if (citations.back().command.ends_with(' ')) citations.back().command.pop_back();
  }
  return citations;
}

Claim member_claim(const ActorId& member, const std::string& organisation, MembershipStatus status, std::optional<CivilPeriod> since = {}) {
  Membership body;
  body.status = status;
  Claim claim = claim_of(std::move(body), member, ActorId(organisation));
  if (since) claim.period = CivilPeriod::since(*since->from());
  return claim;
}

constexpr std::size_t kNamedTogether = 9;  ///< Organisations in one sentence.

/// "Both are members of …", as many sentences as it takes.
void add_common(const Planner& planner, const Standings& ours, const Standings& theirs, std::vector<CitedSentence>& out) {
  std::vector<std::string> common;
  for (const OrganisationWords& organisation : planner.wordings.organisations()) {
    const auto a = ours.find(organisation.id);
    const auto b = theirs.find(organisation.id);
    if (a == ours.end() || b == theirs.end() || a->second.disagree || b->second.disagree) continue;
    if (a->second.status == MembershipStatus::kMember && b->second.status == MembershipStatus::kMember) common.push_back(organisation.id);
  }
  for (std::size_t first = 0; first < common.size(); first += kNamedTogether) {
    const std::size_t last = std::min(first + kNamedTogether, common.size());
    std::vector<std::string> names;
    std::vector<Claim> claims;
    std::vector<const Standing*> of_home;
    std::vector<const Standing*> of_partner;
    for (std::size_t i = first; i < last; ++i) {
      names.push_back(planner.name(ActorId(common[i])));
      claims.push_back(member_claim(planner.home(), common[i], MembershipStatus::kMember));
      claims.push_back(member_claim(planner.partner(), common[i], MembershipStatus::kMember));
      of_home.push_back(&ours.find(common[i])->second);
      of_partner.push_back(&theirs.find(common[i])->second);
    }
    std::vector<Citation> citations = cite_rows(planner, planner.home(), of_home);
    for (Citation& citation : cite_rows(planner, planner.partner(), of_partner)) citations.push_back(std::move(citation));
    out.push_back(planner.say(first == 0 ? "both-members" : "both-members-more",
                              {{"a", planner.name(planner.home())}, {"b", planner.name(planner.partner())}, {"organisations", joined(names)}},
                              std::move(claims), std::move(citations)));
  }
}

struct StatusWording {
  MembershipStatus status;
  std::string_view wording;
};
constexpr auto kAlone = std::to_array<StatusWording>({{MembershipStatus::kMember, "member-alone"},
                                                      {MembershipStatus::kAssociate, "associate"},
                                                      {MembershipStatus::kObserver, "observer"},
                                                      {MembershipStatus::kCandidate, "candidate"}});

/// What one state is and the other is not.
void add_alone(const Planner& planner, const ActorId& member, const Standings& own, const Standings& others, std::vector<CitedSentence>& out) {
  for (const auto& [status, wording] : kAlone) {
    std::vector<std::string> names;
    std::vector<Claim> claims;
    std::vector<const Standing*> standings;
    for (const OrganisationWords& organisation : planner.wordings.organisations()) {
      const auto standing = own.find(organisation.id);
      if (standing == own.end() || standing->second.disagree || standing->second.status != status) continue;
      const auto other = others.find(organisation.id);
      const bool shared = other != others.end() && other->second.status == MembershipStatus::kMember && !other->second.disagree;
      // Members with a date get a sentence of their own.
      if (status == MembershipStatus::kMember && (shared || (standing->second.since && !standing->second.early))) continue;
      names.push_back(organisation.text);
      claims.push_back(member_claim(member, organisation.id, status));
      standings.push_back(&standing->second);
    }
    if (names.empty()) continue;
    out.push_back(planner.say(wording, {{"a", planner.name(member)}, {"organisations", joined(names)}}, std::move(claims), cite_rows(planner, member, standings)));
  }
}

/// Dates of accession, where a list of dates has them.
void add_since(const Planner& planner, const ActorId& member, const Standings& own, std::vector<CitedSentence>& out) {
  for (const OrganisationWords& organisation : planner.wordings.organisations()) {
    const auto standing = own.find(organisation.id);
    if (standing == own.end() || standing->second.disagree || standing->second.early || !standing->second.since || standing->second.status != MembershipStatus::kMember) continue;
    std::vector<Fact> dated;
    std::ranges::copy_if(standing->second.rows, std::back_inserter(dated), [](const Fact& fact) { return !by_edition(fact); });
    const Standing alone{standing->second.status, standing->second.since, false, false, std::move(dated)};
    out.push_back(planner.say("member-since", {{"a", planner.name(member)}, {"organisation", organisation.text}, {"date", date_in_words(*alone.since)}},
                              {member_claim(member, organisation.id, MembershipStatus::kMember, alone.since)}, cite_rows(planner, member, {&alone})));
  }
}

void note_disagreements(Planner& planner, const ActorId& member, const Standings& own) {
  for (const OrganisationWords& organisation : planner.wordings.organisations()) {
    const auto standing = own.find(organisation.id);
    if (standing == own.end()) continue;
    if (standing->second.disagree)
      planner.miss("disagree", fmt::format("{} present status in {}", planner.owner(member), organisation.text), cite_rows(planner, member, {&standing->second}));
  }
}

}  // namespace

Result<Section> plan_memberships(Planner& planner) {
  Section section{SectionKind::kMemberships, "Memberships", {}, false, {}, {}};
  const auto ours = standings_of(planner, planner.home());
  if (!ours) return std::unexpected(ours.error());
  const auto theirs = standings_of(planner, planner.partner());
  if (!theirs) return std::unexpected(theirs.error());
  std::vector<CitedSentence> common;
  add_common(planner, *ours, *theirs, common);
  std::vector<CitedSentence> home;
  add_alone(planner, planner.home(), *ours, *theirs, home);
  add_since(planner, planner.home(), *ours, home);
  std::vector<CitedSentence> partner;
  add_alone(planner, planner.partner(), *theirs, *ours, partner);
  add_since(planner, planner.partner(), *theirs, partner);
  for (auto* paragraph : {&common, &home, &partner}) {
    if (!paragraph->empty()) section.paragraphs.push_back(std::move(*paragraph));
  }
  note_disagreements(planner, planner.home(), *ours);
  note_disagreements(planner, planner.partner(), *theirs);
  return section;
}

}  // namespace paraph
