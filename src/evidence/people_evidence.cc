#include <algorithm>
#include <array>
#include <sstream>

#include <fmt/format.h>

#include "evidence/fact_dates.h"
#include "evidence/families.h"
#include "evidence/words.h"

namespace paraph {
namespace {

/// Words beside a name: titles and forms of address.
constexpr auto kTitleWords = std::to_array<std::string_view>(
    {"the",        "his",        "her",       "its",      "their",      "then",       "former",     "mr",      "mrs",      "ms",
     "dr",         "sir",        "hon",       "he",       "h",          "e",          "excellency", "majesty", "highness", "royal",
     "honourable", "honorable",  "president", "vice",     "prime",      "minister",   "secretary",  "of",      "state",    "foreign",
     "affairs",    "external",   "king",      "queen",    "emperor",    "prince",     "princess",   "crown",   "sultan",   "emir",
     "amir",       "chancellor", "premier",   "federal",  "ambassador", "envoy",      "charge",     "d",       "affaires", "general",
     "consul",     "shri",       "smt",       "jr",       "sr",         "u",          "s",          "us",      "and",      "deputy",
     "chairman",   "speaker",    "senator",   "governor", "head",       "government", "leader",     "a",       "an",       "for"});

std::vector<std::string> name_words(std::string_view written) {
  std::vector<std::string> words;
  std::istringstream stream{folded(written)};
  for (std::string word; stream >> word;) {
    if (std::ranges::find(kTitleWords, word) == kTitleWords.end()) words.push_back(std::move(word));
  }
  return words;
}

/// The family name, last as a rule, must be there; other names may be left out or stand as initials.
bool same_person(const std::vector<std::string>& claimed, std::string_view recorded) {
  if (claimed.empty()) return false;
  const std::vector<std::string> record = name_words(recorded);
  const auto has = [&](const std::string& word) { return std::ranges::find(record, word) != record.end(); };
  if (!has(claimed.back())) return false;
  return std::ranges::all_of(claimed, [&](const std::string& word) {
    if (has(word)) return true;
    return std::ranges::any_of(
               record,
               [&](const std::string& other) { return other.front() == word.front() && (word.size() == 1 || other.size() == 1); }) ||
           claimed.size() == 1;
  });
}

/// An office alone names whoever held it: "the President", "Secretary of State".
bool office_fits(std::string_view claimed, const Fact& fact) {
  const std::string wanted = folded(claimed);
  const std::string recorded = folded(fact.title.empty() ? fact.name : fact.title);
  for (const std::string_view office :
       {"secretary of state", "vice president", "prime minister", "president", "king", "queen", "chancellor", "emperor"}) {
    if (wanted.find(office) != std::string::npos) return recorded.find(office) != std::string::npos;
  }
  return wanted.empty();
}

std::string served_words(const Fact& fact) {
  if (!fact.to) return fact.from ? "since " + date_in_words(*fact.from) : "undated";
  return fmt::format("{} to {}", fact.from ? date_in_words(*fact.from) : "?", date_in_words(*fact.to));
}

bool role_fits(OfficialRole claimed, std::string_view recorded) {
  const std::string_view name = name_of(claimed);
  if (recorded == name) return true;
  // The word of the text covers the formal ranks of earlier times.
  return claimed == OfficialRole::kAmbassador && recorded == "envoy";
}

bool event_fits(OfficialEvent claimed, std::string_view recorded) {
  switch (claimed) {
    case OfficialEvent::kAppointed: return recorded == "appointed" || recorded == "named";
    case OfficialEvent::kCredentials:
    case OfficialEvent::kEnded:
    case OfficialEvent::kServing: return recorded == "serving";
  }
  return false;
}

}  // namespace

Result<void> add_official(const Claim& claim, const Official& official, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.object) return {};
  const auto facts = shelf.facts("official", *claim.subject, *claim.object);
  if (!facts) return std::unexpected(facts.error());
  const std::vector<std::string> wanted = name_words(official.name);
  const CivilPeriod when = claim.period.value_or(shelf.context().published.value_or(CivilPeriod::year(9999)));
  bool person_known = false;
  std::vector<EvidenceLine> others;
  for (const Fact& fact : *facts) {
    if (!event_fits(official.event, fact.event)) continue;
    const bool person = same_person(wanted, fact.name);
    const bool open_to = fact.event == "serving" && !fact.to;
    Fact dated = fact;
    if (official.event == OfficialEvent::kEnded) dated.from = fact.to;
    EvidenceLine line =
        event_line(shelf, dated, claim.period, fmt::format("{}, {}", fact.name, fact.status.empty() ? fact.title : fact.status));
    line.query = fmt::format("paraph data show official {} {}", claim.subject->str(), claim.object->str());
    const bool serving = official.event == OfficialEvent::kServing;
    if (serving) {
      line.says = served_words(fact);
      // The list's end is not the end of a term.
      line.agrees = claim.period || shelf.context().published ? (overlaps(fact.from, fact.to, when) && !open_to ? Agrees::kYes
                                                                 : open_to                                      ? Agrees::kContext
                                                                                                                : Agrees::kNo)
                                                              : Agrees::kContext;
    }
    if (person && role_fits(official.role, fact.status)) {
      person_known = true;
      evidence.lines.push_back(std::move(line));
    } else if (!person && role_fits(official.role, fact.status) && line.agrees == Agrees::kYes && claim.period) {
      // Somebody else of this office at this time.
      line.agrees = wanted.empty() ? Agrees::kContext : Agrees::kNo;
      others.push_back(std::move(line));
    }
  }
  if (!person_known) {
    evidence.lines = std::move(others);
  } else {
    forgive_other_dates(evidence.lines);
  }
  return {};
}

Result<void> add_visit(const Claim& claim, const Visit& visit, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.object) return {};
  const auto facts = shelf.facts("visit", *claim.subject, *claim.object);
  if (!facts) return std::unexpected(facts.error());
  const std::vector<std::string> wanted = name_words(visit.visitor);
  std::vector<EvidenceLine> same;
  for (const Fact& fact : *facts) {
    const bool person = wanted.empty() ? office_fits(visit.visitor, fact) : same_person(wanted, fact.name);
    if (!person) continue;
    EvidenceLine line =
        event_line(shelf, fact, claim.period, fact.place.empty() ? fact.name : fmt::format("{}, {}", fact.name, fact.place));
    line.says = fact.to && fact.to != fact.from ? fmt::format("{} to {}", date_in_words(*fact.from), date_in_words(*fact.to)) : line.says;
    // A visit of several days is met by any of them.
    if (claim.period && claim.period->from() && claim.period->to() && fact.from) {
      line.agrees = overlaps(fact.from, fact.to ? fact.to : fact.from, *claim.period) ? Agrees::kYes : Agrees::kNo;
    }
    line.query = fmt::format("paraph data show visit {} {}", claim.subject->str(), claim.object->str());
    if (claim.period && claim.period->from()) line.query += fmt::format(" {}", claim.period->from()->year);
    same.push_back(std::move(line));
  }
  forgive_other_dates(same);
  // An office without a name may mean visits that the lists do not cover.
  if (wanted.empty()) {
    for (EvidenceLine& line : same) {
      if (line.agrees == Agrees::kNo) line.agrees = Agrees::kContext;
    }
  }
  // Of a frequent visitor only the visits that bear on the date are shown.
  const bool fitting = std::ranges::any_of(same, [](const EvidenceLine& line) { return line.agrees == Agrees::kYes; });
  if (fitting) std::erase_if(same, [](const EvidenceLine& line) { return line.agrees != Agrees::kYes; });
  evidence.lines = std::move(same);
  return {};
}

Result<void> add_state_event(const Claim& claim, const StateEvent& event, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || event.event != StateEventKind::kIndependence) return {};
  const auto facts = shelf.facts("independence", *claim.subject, std::nullopt);
  if (!facts) return std::unexpected(facts.error());
  for (const Fact& fact : *facts) {
    EvidenceLine line = event_line(shelf, fact, claim.period,
                                   fact.object.empty() ? "independence" : fmt::format("independence from {}", shelf.name(fact.object)));
    if (event.from && !fact.object.empty() && *event.from != fact.object) line.agrees = Agrees::kNo;
    // Declaration, recognition and holiday lie days apart: the month before and after is near, not wrong.
    if (line.agrees == Agrees::kNo && claim.period && claim.period->is_point() && fact.from && fact.from->from() &&
        (!event.from || fact.object.empty() || *event.from == fact.object)) {
      const auto apart = fact.from->from()->first_day() - claim.period->from()->first_day();
      const bool days = claim.period->from()->precision == PeriodPrecision::kDay && fact.from->from()->precision == PeriodPrecision::kDay;
      if (days && apart <= std::chrono::days(31) && apart >= -std::chrono::days(31)) {
        line.agrees = Agrees::kNear;
        line.reading += ", within a month: declared, recognized and celebrated on different days";
      }
    }
    evidence.lines.push_back(std::move(line));
  }
  forgive_other_dates(evidence.lines);
  return {};
}

}  // namespace paraph
