#include <algorithm>

#include <fmt/format.h>

#include "evidence/fact_dates.h"
#include "evidence/families.h"
#include "evidence/words.h"

namespace paraph {
namespace {

std::string relations_query(const Claim& claim) {
  return fmt::format("paraph data show relations {} {}", claim.subject->str(), claim.object->str());
}

std::string event_words(const ShelfView& shelf, const Fact& fact) {
  if (fact.event == "recognized") return fmt::format("{} recognized by {}", shelf.name(fact.object), shelf.name(fact.subject));
  return fmt::format("relations {}", fact.event);
}

void add_context(EvidenceLine line, Evidence& evidence) {
  line.agrees = Agrees::kContext;
  evidence.lines.push_back(std::move(line));
}

/// The kinds of post that a word such as "consulate" covers in the lists.
bool same_mission(MissionType claimed, std::string_view recorded) {
  const std::string_view name = name_of(claimed);
  if (recorded == name) return true;
  if (claimed == MissionType::kConsulate) return recorded == "consulate-general" || recorded == "consular-agency";
  if (claimed == MissionType::kHighCommission || claimed == MissionType::kEmbassy)
    return recorded == "embassy" || recorded == "high-commission";
  return false;
}

bool same_place(std::string_view claimed, std::string_view recorded) {
  const std::string a = folded(claimed);
  const std::string b = folded(recorded);
  return !a.empty() && !b.empty() && (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
}

bool event_fits(MissionEvent claimed, std::string_view recorded) {
  switch (claimed) {
    case MissionEvent::kOpened: return recorded == "opened" || recorded == "reopened" || recorded == "raised";
    case MissionEvent::kClosed: return recorded == "closed";
    case MissionEvent::kMoved: return recorded == "moved";
    case MissionEvent::kExists:
      return recorded == "opened" || recorded == "reopened" || recorded == "raised" || recorded == "moved" || recorded == "closed";
  }
  return false;
}

/// An embassy is one to a state: the same event at another place contradicts. Consulates are many.
bool only_one(MissionType type) { return type == MissionType::kEmbassy || type == MissionType::kHighCommission; }

/// Whether posts stood at a time, from their openings and closings in order of time.
void add_existence(const Claim& claim, const Mission& mission, const std::vector<Fact>& facts, ShelfView& shelf, Evidence& evidence) {
  const CivilPeriod when = claim.period.value_or(shelf.context().published.value_or(CivilPeriod::at({9999, 0, 0, PeriodPrecision::kYear})));
  std::vector<const Fact*> last;  // Of each source and place.
  for (const Fact& fact : facts) {
    const auto same = std::ranges::find_if(last, [&](const Fact* each) {
      return each->vintage == fact.vintage && (fact.place.empty() || same_place(each->place, fact.place));
    });
    const bool by_then = !fact.from || !fact.from->from() || !when.to() || fact.from->from()->first_day() < when.to()->day_after();
    if (!by_then) {
      EvidenceLine later = event_line(shelf, fact, std::nullopt, fmt::format("{} {} {}", fact.place, fact.name, fact.event));
      later.agrees = fact.event == "closed" ? Agrees::kNo : Agrees::kYes;
      later.says = fmt::format("{} {}", fact.event, later.says);
      later.query = relations_query(claim);
      evidence.newer.push_back(std::move(later));
    } else if (same == last.end()) {
      last.push_back(&fact);
    } else {
      *same = &fact;
    }
  }
  for (const Fact* fact : last) {
    EvidenceLine line =
        event_line(shelf, *fact, std::nullopt, fmt::format("{}{}{}", fact->place, fact->place.empty() ? "" : ", ", fact->name));
    line.says = fmt::format("{} {}", fact->event, line.says);
    line.query = relations_query(claim);
    const bool elsewhere = !mission.place.empty() && !fact->place.empty() && !same_place(mission.place, fact->place);
    line.agrees = fact->event == "closed" || elsewhere ? Agrees::kNo : Agrees::kYes;
    evidence.lines.push_back(std::move(line));
  }
  // Of several posts one that stands is enough.
  const auto standing = [](const EvidenceLine& line) { return line.agrees == Agrees::kYes; };
  if (std::ranges::any_of(evidence.lines, standing)) {
    for (EvidenceLine& line : evidence.lines) {
      if (line.agrees == Agrees::kNo) line.agrees = Agrees::kContext;
    }
  }
}

}  // namespace

Result<void> add_relations(const Claim& claim, const Relations& relations, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.object) return {};
  const auto facts = shelf.facts_between("relations", *claim.subject, *claim.object);
  if (!facts) return std::unexpected(facts.error());
  const std::string_view wanted = name_of(relations.event);
  // Who recognized whom matters as soon as the recognition that the text names is on record.
  const bool directed = relations.event == RelationEvent::kRecognized && std::ranges::any_of(*facts, [&](const Fact& fact) {
                          return fact.event == wanted && fact.subject == *claim.subject;
                        });
  for (const Fact& fact : *facts) {
    EvidenceLine line = event_line(shelf, fact, claim.period, event_words(shelf, fact));
    line.query = relations_query(claim);
    if (fact.event != wanted || (directed && fact.subject != *claim.subject)) {
      add_context(std::move(line), evidence);
    } else {
      evidence.lines.push_back(std::move(line));
    }
  }
  forgive_other_dates(evidence.lines);
  if (evidence.lines.empty() || relations.event != RelationEvent::kEstablished) return {};
  const auto missions = shelf.facts_between("mission", *claim.subject, *claim.object);
  if (!missions) return std::unexpected(missions.error());
  for (const Fact& fact : *missions) {
    if (fact.event != "opened" || fact.name != "embassy") continue;
    EvidenceLine line =
        event_line(shelf, fact, std::nullopt, fmt::format("embassy of {}{}{} opened", shelf.name(fact.subject), fact.place.empty() ? "" : " in ", fact.place));
    line.query = relations_query(claim);
    add_context(std::move(line), evidence);
  }
  return {};
}

Result<void> add_mission(const Claim& claim, const Mission& mission, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.object) return {};
  auto facts = shelf.facts("mission", *claim.subject, *claim.object);
  if (!facts) return std::unexpected(facts.error());
  std::erase_if(*facts,
                [&](const Fact& fact) { return !same_mission(mission.mission, fact.name) || !event_fits(mission.event, fact.event); });
  const auto elsewhere = [&](const Fact& fact) {
    return !mission.place.empty() && !fact.place.empty() && !same_place(mission.place, fact.place);
  };
  if (mission.event == MissionEvent::kExists) {
    if (!only_one(mission.mission)) std::erase_if(*facts, elsewhere);
    add_existence(claim, mission, *facts, shelf, evidence);
    return {};
  }
  for (const Fact& fact : *facts) {
    EvidenceLine line =
        event_line(shelf, fact, claim.period, fmt::format("{}{}{} {}", fact.place, fact.place.empty() ? "" : ", ", fact.name, fact.event));
    line.query = relations_query(claim);
    if (elsewhere(fact)) {
      // Another place on the date that the text gives is another statement about the same event.
      const bool contradicts = only_one(mission.mission) && claim.period && line.agrees == Agrees::kYes;
      line.agrees = contradicts ? Agrees::kNo : Agrees::kContext;
      line.says += ", in " + fact.place;
    }
    evidence.lines.push_back(std::move(line));
  }
  forgive_other_dates(evidence.lines);
  // A place may be spelt in two ways: where one record has it as the text does, the other's does not contradict.
  if (std::ranges::any_of(evidence.lines, [](const EvidenceLine& line) { return line.agrees == Agrees::kYes; })) {
    for (EvidenceLine& line : evidence.lines) {
      if (line.agrees == Agrees::kNo && line.says.find(", in ") != std::string::npos) line.agrees = Agrees::kContext;
    }
  }
  return {};
}

}  // namespace paraph
