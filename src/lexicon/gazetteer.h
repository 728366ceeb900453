#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "lexicon/table.h"
#include "lexicon/token_trie.h"
#include "lexicon/tokens.h"
#include "value/actor_id.h"

namespace paraph {

/// How a name stands for what it names.
enum class NameForm : std::uint8_t {
  kName, kOfficial, kAlias, kAdjective, kDemonym, kDemonymPlural, kCapital, kMetonym,  // of a state
  kPlace,         ///< A city or region of a state.
  kAgency,        ///< A body that acts for a state.
  kGroup,         ///< A named group of states: `members`.
  kOrganisation,  ///< An international organisation by its name, former name or alias.
  kAcronym,       ///< An international organisation by its acronym.
};

/// One thing that a written name may mean.
struct NameEntry {
  ActorId actor;                 ///< The state, the organisation, the state an agency acts for, or the group's id.
  NameForm form = NameForm::kName;
  bool homonym = false;          ///< Also an ordinary word, a person's name, or another place.
  std::vector<ActorId> members;  ///< Groups only.
  int valid_from = 0;            ///< Year, 0 when open.
  int valid_to = 0;              ///< Year, 0 when open.
  std::uint8_t capitals = 0;     ///< How the table writes it: 0 any capital at the start, 1 all capitals needed.
};

/// Everything that one spelling may mean; best first.
struct NameMatch {
  std::string written;
  std::vector<NameEntry> entries;

  bool ambiguous() const { return entries.size() > 1 && entries[0].actor != entries[1].actor; }
};

/// States, territories, former states, organisations, agencies, groups and places, by every name that tables give.
class Gazetteer {
 public:
  static Result<Gazetteer> load(const TableFiles& files, Vocabulary& vocabulary);

  const TokenTrie<NameMatch>& names() const { return names_; }
  bool is_state(const ActorId& actor) const { return state_names_.contains(actor); }
  bool is_organisation(const ActorId& actor) const { return organisation_names_.contains(actor); }
  /// Output names this organisation by its id (docs/claims.md), any other as the text writes it.
  bool has_settled_id(const ActorId& actor) const { return settled_.contains(actor); }
  /// The English short name of a state or organisation; the id itself when unknown.
  std::string_view display_name(const ActorId& actor) const;
  /// "UZ", "Uzbekistan", "uzb" on the command line; empty when nothing or more than one thing has that name.
  std::optional<ActorId> find_actor(std::string_view written) const;

 private:
  TokenTrie<NameMatch> names_;
  std::unordered_map<ActorId, std::string> state_names_;
  std::unordered_map<ActorId, std::string> organisation_names_;
  std::unordered_set<ActorId> settled_;
  std::unordered_map<std::string, ActorId> codes_;  ///< Folded codes and names of states.
};

}  // namespace paraph
