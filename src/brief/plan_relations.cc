#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "brief/amounts.h"
#include "brief/planner.h"
#include "evidence/words.h"

namespace paraph {
namespace {

std::string command_of(const Planner& planner) {
  return fmt::format("paraph data show relations {} {}", planner.home().str(), planner.partner().str());
}

struct EventWording {
  std::string_view event;
  std::string_view wording;
  RelationEvent claimed;
};
constexpr auto kRelationEvents = std::to_array<EventWording>({{"recognized", "recognized", RelationEvent::kRecognized},
                                                              {"established", "established", RelationEvent::kEstablished},
                                                              {"severed", "severed", RelationEvent::kSevered},
                                                              {"suspended", "suspended", RelationEvent::kSuspended},
                                                              {"restored", "restored", RelationEvent::kRestored}});

void add_relations(const Planner& planner, const std::vector<Fact>& facts, std::vector<CitedSentence>& out) {
  for (const Fact& fact : facts) {
    const auto event = std::ranges::find(kRelationEvents, std::string_view(fact.event), &EventWording::event);
    if (event == kRelationEvents.end() || !fact.from->is_point()) continue;
    const bool repeated = std::ranges::any_of(out, [&](const CitedSentence& each) { return each.claims.front().period == fact.from && each.wording == event->wording; });
    if (repeated) continue;  // Both articles of a pair may tell it.
    out.push_back(planner.say(event->wording, {{"a", planner.name(fact.subject)}, {"b", planner.name(fact.object)}, {"date", date_written(*fact.from)}},
                              {claim_of(Relations{event->claimed}, fact.subject, fact.object, fact.from)},
                              {planner.cite(fact, "recognition and relations", command_of(planner))}));
  }
}

/// What a sheet says about a post: when it came, where it went, whether it ended. Legations and posts that were raised
/// belong to histories.
bool mentionable(const Fact& fact) {
  return fact.name == "embassy" && !fact.place.empty() && fact.from && fact.from->is_point() &&
         (fact.event == "opened" || fact.event == "closed" || fact.event == "moved" || fact.event == "reopened");
}

/// The same event in another list with a more exact date.
bool better_dated(const Fact& fact, const std::vector<Fact>& facts) {
  return std::ranges::any_of(facts, [&](const Fact& other) {
    return mentionable(other) && other.subject == fact.subject && other.event == fact.event && other.place == fact.place &&
           other.from->from()->precision < fact.from->from()->precision && other.from->from()->year == fact.from->from()->year;
  });
}

/// Said already, by another list with the same date.
bool said(const CitedSentence& statement, const std::vector<CitedSentence>& out) {
  return std::ranges::find(out, statement.text, &CitedSentence::text) != out.end();
}

void add_embassies(const Planner& planner, const std::vector<Fact>& facts, std::vector<CitedSentence>& out) {
  for (const Fact& fact : facts) {
    if (!mentionable(fact) || better_dated(fact, facts)) continue;
    const MissionEvent event = fact.event == "closed" ? MissionEvent::kClosed : fact.event == "moved" ? MissionEvent::kMoved : MissionEvent::kOpened;
    out.push_back(planner.say("embassy-" + fact.event, {{"a", planner.name(fact.subject)}, {"place", fact.place}, {"date", date_written(*fact.from)}},
                              {claim_of(Mission{event, MissionType::kEmbassy, fact.place}, fact.subject, fact.object, fact.from)},
                              {planner.cite(fact, "missions", command_of(planner))}));
    if (said(out.back(), {out.begin(), std::prev(out.end())})) out.pop_back();
  }
}

/// Consulates general that were opened and have not been closed since.
void add_consulates(const Planner& planner, const std::vector<Fact>& facts, std::vector<CitedSentence>& out) {
  std::map<std::pair<ActorId, std::string>, Fact> standing;
  for (const Fact& fact : facts) {
    if (fact.name != "consulate-general" || fact.place.empty()) continue;
    if (fact.event == "closed") {
      standing.erase({fact.subject, fact.place});
    } else if (fact.event == "opened" && fact.from && fact.from->is_point()) {
      standing[{fact.subject, fact.place}] = fact;
    }
  }
  for (const auto& [key, fact] : standing) {
    out.push_back(planner.say("consulate-opened", {{"a", planner.name(fact.subject)}, {"place", fact.place}, {"date", date_written(*fact.from)}},
                              {claim_of(Mission{MissionEvent::kOpened, MissionType::kConsulateGeneral, fact.place}, fact.subject, fact.object, fact.from)},
                              {planner.cite(fact, "missions", command_of(planner))}));
  }
}

/// The last appointment of each side that is on record.
Result<void> add_ambassadors(Planner& planner, std::vector<CitedSentence>& out) {
  const auto facts = planner.facts_between("official");
  if (!facts) return std::unexpected(facts.error());
  std::map<ActorId, Fact> last;
  for (const Fact& fact : *facts) {
    if (fact.event == "appointed" && fact.status == "ambassador" && fact.from->is_point()) last[fact.subject] = fact;
  }
  for (const auto& [sending, fact] : last) {
    CitedSentence statement = planner.say(
        "ambassador",
        {{"name", fact.name}, {"a", planner.shelf.name(sending)}, {"b", planner.name(fact.object)}, {"date", date_written(*fact.from)}},
        {claim_of(Official{OfficialRole::kAmbassador, OfficialEvent::kAppointed, fact.name}, fact.subject, fact.object, fact.from)},
        {planner.cite(fact, "heads of mission", fmt::format("paraph data show official {} {}", sending.str(), fact.object.str()))},
        "The last appointment that the list holds.");
    out.push_back(std::move(statement));
  }
  return {};
}

}  // namespace

Result<Section> plan_relations(Planner& planner) {
  Section section{SectionKind::kRelations, "Relations and missions", {}, false, {}, {}};
  const auto facts = planner.facts_between("relations");
  if (!facts) return std::unexpected(facts.error());
  const auto missions = planner.facts_between("mission");
  if (!missions) return std::unexpected(missions.error());
  std::vector<CitedSentence> relations;
  add_relations(planner, *facts, relations);
  std::vector<CitedSentence> posts;
  add_embassies(planner, *missions, posts);
  add_consulates(planner, *missions, posts);
  if (const auto done = add_ambassadors(planner, posts); !done) return std::unexpected(done.error());
  if (relations.empty()) planner.miss("The beginning of diplomatic relations", planner.searched({"hsg-rdcr"}, "recognition and relations", command_of(planner)));
  if (posts.empty()) planner.miss("Embassies and consulates", planner.searched({"hsg-rdcr", "hsg-gsh"}, "missions", command_of(planner)));
  for (auto* paragraph : {&relations, &posts}) {
    if (!paragraph->empty()) section.paragraphs.push_back(std::move(*paragraph));
  }
  return section;
}

}  // namespace paraph
