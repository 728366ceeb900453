#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "value/actor_id.h"

namespace paraph {

/// A state or organisation as a list to choose from shows it.
struct ActorEntry {
  ActorId id;
  std::string name;
  bool organisation = false;
  bool former = false;
  std::string alpha3;   ///< ISO 3166-1, states only; empty for those that have none.
  std::string numeric;  ///< Three digits, likewise.
};

/// An entry, and the name that was typed where it is not the entry's own.
struct FoundActor {
  const ActorEntry* entry;
  std::string_view matched;
};

/// Finds actors while their name is still being typed. Reads the tables that the program carries; safe to share between threads.
class ActorIndex {
 public:
  static Result<ActorIndex> load();

  /// Those one of whose names or codes begins with `typed`, or has a word that does: codes first, then whole names, then words;
  /// states before organisations, today's before former ones. All of them where nothing is typed.
  std::vector<FoundActor> find(std::string_view typed, std::optional<bool> organisations, std::size_t limit) const;
  const ActorEntry* at(const ActorId& id) const;

 private:
  struct Name {
    std::string folded;
    std::string written;
    std::size_t entry;
    bool code;
  };
  void add_name(std::string_view written, std::size_t entry, bool code);

  std::vector<ActorEntry> entries_;
  std::vector<Name> names_;
  std::unordered_map<ActorId, std::size_t> by_id_;
};

}  // namespace paraph
