#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/shelf_tables.h"

namespace paraph {
namespace {

std::string period_of(const Fact& fact) {
  if (!fact.from) return fact.to ? "../" + fact.to->str() : "";
  if (!fact.to || *fact.to == *fact.from) return fact.from->str();
  return fmt::format("{}/{}", fact.from->str(), fact.to->str());
}

bool within(const Fact& fact, const YearRange& years) {
  if (!years.from && !years.to) return true;
  if (!fact.from || !fact.from->from()) return false;
  const int first = fact.from->from()->year;
  const int last = fact.to && fact.to->to() ? fact.to->to()->year : first;
  return (!years.from || last >= *years.from) && (!years.to || first <= *years.to);
}

void append(std::vector<Fact>& facts, std::vector<Fact> more) { std::move(more.begin(), more.end(), std::back_inserter(facts)); }

}  // namespace

Result<std::vector<Fact>> ShelfTables::facts_between(std::string_view kind, const ActorId& a, const ActorId& b) const {
  std::vector<Fact> facts;
  for (const auto& [subject, object] : {std::pair(a, b), std::pair(b, a)}) {
    FactQuery query;
    query.kind = std::string(kind);
    query.subject = subject;
    query.object = object;
    auto found = shelf_->facts(query);
    if (!found) return std::unexpected(found.error());
    append(facts, std::move(*found));
    if (a == b) break;
  }
  return facts;
}

TextTable ShelfTables::fact_table(std::vector<Fact> facts, std::string caption) const {
  std::sort(facts.begin(), facts.end(), [](const Fact& x, const Fact& y) { return x.from != y.from ? x.from < y.from : x < y; });
  TextTable table;
  table.caption = std::move(caption);
  table.columns = {{"period"}, {"kind"}, {"event"}, {"subject"}, {"object"}, {"status"}, {"name"}, {"title"}, {"place"}, {"vintage"}, {"ref"}};
  for (const Fact& fact : facts) {
    table.rows.push_back({period_of(fact), fact.kind, fact.event, fact.subject.str(), fact.object.str(), fact.status, fact.name, fact.title,
                          fact.place, fact.vintage.str(), fact.line});
  }
  // Columns that no row fills only push the others apart; the order of the rest stays.
  for (std::size_t column = table.columns.size(); column-- > 0;) {
    const bool used = std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) { return !row[column].empty(); });
    if (used || table.rows.empty()) continue;
    table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(column));
    for (auto& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
  }
  if (table.rows.empty()) table.notes.emplace_back("The shelf has nothing on this.");
  return table;
}

Result<TextTable> ShelfTables::relations(const ActorId& a, const ActorId& b) const {
  auto facts = facts_between("relations", a, b);
  if (!facts) return std::unexpected(facts.error());
  auto missions = facts_between("mission", a, b);
  if (!missions) return std::unexpected(missions.error());
  append(*facts, std::move(*missions));
  return fact_table(std::move(*facts), fmt::format("Recognition, relations and missions between {} and {}", named(a), named(b)));
}

Result<TextTable> ShelfTables::membership(const ActorId& member, const std::optional<ActorId>& organisation) const {
  FactQuery query;
  query.kind = "membership";
  query.subject = member;
  query.object = organisation;
  auto facts = shelf_->facts(query);
  if (!facts) return std::unexpected(facts.error());
  return fact_table(std::move(*facts), organisation ? fmt::format("{} in {}", named(member), named(*organisation))
                                                    : fmt::format("Organisations of {}", named(member)));
}

Result<TextTable> ShelfTables::agreement(const ActorId& a, const ActorId& b) const {
  auto facts = facts_between("agreement", a, b);
  if (!facts) return std::unexpected(facts.error());
  // Agreements of many parties list each of them: those are wanted that list both.
  FactQuery query;
  query.kind = "agreement-party";
  query.subject = a;
  auto of_a = shelf_->facts(query);
  if (!of_a) return std::unexpected(of_a.error());
  query.subject = b;
  auto of_b = shelf_->facts(query);
  if (!of_b) return std::unexpected(of_b.error());
  std::set<std::pair<std::string, std::string>> titles;
  for (const Fact& fact : *of_a) titles.emplace(fact.vintage.str(), fact.title);
  for (Fact& fact : *of_b) {
    if (titles.contains({fact.vintage.str(), fact.title})) facts->push_back(std::move(fact));
  }
  return fact_table(std::move(*facts), fmt::format("Agreements of {} and {}", named(a), named(b)));
}

Result<TextTable> ShelfTables::visit(const ActorId& a, const ActorId& b, const YearRange& years) const {
  auto facts = facts_between("visit", a, b);
  if (!facts) return std::unexpected(facts.error());
  std::erase_if(*facts, [&](const Fact& fact) { return !within(fact, years); });
  return fact_table(std::move(*facts), fmt::format("Visits between {} and {}", named(a), named(b)));
}

Result<TextTable> ShelfTables::official(const ActorId& a, const ActorId& b) const {
  auto facts = facts_between("official", a, b);
  if (!facts) return std::unexpected(facts.error());
  return fact_table(std::move(*facts), fmt::format("Officials between {} and {}", named(a), named(b)));
}

}  // namespace paraph
