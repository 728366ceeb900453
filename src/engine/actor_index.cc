#include "engine/actor_index.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "lexicon/table.h"
#include "lexicon/tokens.h"

namespace paraph {
namespace {

Result<Table> table(const std::string& path, std::initializer_list<std::string_view> columns) {
  return Table::read("data/" + path, embedded_table_files()(path), columns);
}

/// 0 a code as a whole, 1 the beginning of a name, 2 of a word in it; 3 not at all.
int closeness(std::string_view folded, bool code, std::string_view typed) {
  if (code) return folded == typed ? 0 : folded.starts_with(typed) ? 1 : 3;
  if (folded.starts_with(typed)) return 1;
  for (std::size_t at = folded.find(typed); at != std::string_view::npos; at = folded.find(typed, at + 1)) {
    const char before = folded[at - 1];
    if (before == ' ' || before == '-' || before == '(' || before == '\'') return 2;
  }
  return 3;
}

}  // namespace

void ActorIndex::add_name(std::string_view written, std::size_t entry, bool code) {
  if (!written.empty()) names_.push_back({fold(written), std::string(written), entry, code});
}

Result<ActorIndex> ActorIndex::load() {
  ActorIndex index;
  const auto actors = table("gazetteer/actors.tsv", {"id", "name", "official_name", "valid_to", "alpha3", "numeric"});
  if (!actors) return std::unexpected(actors.error());
  for (std::size_t row = 0; row < actors->rows(); ++row) {
    const auto cell = [&](std::size_t column) { return actors->cell(row, column); };
    const std::size_t entry = index.entries_.size();
    index.entries_.push_back({ActorId(cell(0)), std::string(cell(1)), false, !cell(3).empty(), std::string(cell(4)), std::string(cell(5))});
    index.by_id_.emplace(ActorId(cell(0)), entry);
    index.add_name(cell(1), entry, false);
    index.add_name(cell(2), entry, false);
    index.add_name(cell(0), entry, true);
    index.add_name(cell(4), entry, true);
  }
  const auto names = table("gazetteer/actor_names.tsv", {"actor", "name", "form"});
  if (!names) return std::unexpected(names.error());
  for (std::size_t row = 0; row < names->rows(); ++row) {
    const std::string_view form = names->cell(row, 2);
    const auto found = index.by_id_.find(ActorId(names->cell(row, 0)));
    if (found == index.by_id_.end() || (form != "name" && form != "official" && form != "alias" && form != "former")) continue;
    index.add_name(names->cell(row, 1), found->second, false);
  }
  const auto organisations = table("gazetteer/organisations.tsv", {"id", "name", "valid_to"});
  if (!organisations) return std::unexpected(organisations.error());
  for (std::size_t row = 0; row < organisations->rows(); ++row) {
    const std::size_t entry = index.entries_.size();
    index.entries_.push_back({ActorId(organisations->cell(row, 0)), std::string(organisations->cell(row, 1)), true, !organisations->cell(row, 2).empty(), {}, {}});
    // An organisation that shares a state's id is the state (the European Union).
    if (!index.by_id_.emplace(ActorId(organisations->cell(row, 0)), entry).second) {
      index.entries_.pop_back();
      continue;
    }
    index.add_name(organisations->cell(row, 0), entry, true);
    index.add_name(organisations->cell(row, 1), entry, false);
  }
  const auto organisation_names = table("gazetteer/organisation_names.tsv", {"organisation", "name", "form"});
  if (!organisation_names) return std::unexpected(organisation_names.error());
  for (std::size_t row = 0; row < organisation_names->rows(); ++row) {
    const auto found = index.by_id_.find(ActorId(organisation_names->cell(row, 0)));
    if (found != index.by_id_.end()) index.add_name(organisation_names->cell(row, 1), found->second, organisation_names->cell(row, 2) == "acronym");
  }
  return index;
}

std::vector<FoundActor> ActorIndex::find(std::string_view typed, std::optional<bool> organisations, std::size_t limit) const {
  const std::string wanted = fold(typed);
  struct Candidate {
    int closeness = 3;
    std::size_t length = 0;
    std::string_view matched;
  };
  std::map<std::size_t, Candidate> best;
  for (const Name& name : names_) {
    const ActorEntry& entry = entries_[name.entry];
    if (organisations && entry.organisation != *organisations) continue;
    const int close = wanted.empty() ? 1 : closeness(name.folded, name.code, wanted);
    if (close == 3) continue;
    Candidate& candidate = best[name.entry];
    if (candidate.closeness == 3 || std::tuple(close, name.folded.size()) < std::tuple(candidate.closeness, candidate.length)) {
      candidate = {close, name.folded.size(), name.written};
    }
  }
  std::vector<std::pair<std::size_t, Candidate>> order(best.begin(), best.end());
  std::ranges::sort(order, {}, [&](const auto& each) {
    const ActorEntry& entry = entries_[each.first];
    return std::tuple(each.second.closeness == 0 ? 0 : 1, entry.former, entry.organisation, each.second.closeness, std::string_view(entry.name));
  });
  std::vector<FoundActor> found;
  for (const auto& [at, candidate] : order) {
    if (found.size() == limit) break;
    const ActorEntry& entry = entries_[at];
    const bool own = wanted.empty() || candidate.matched == entry.name || candidate.matched == entry.id.str();
    found.push_back({&entry, own ? std::string_view() : candidate.matched});
  }
  return found;
}

const ActorEntry* ActorIndex::at(const ActorId& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &entries_[found->second];
}

}  // namespace paraph
