#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/actor_index.h"
#include "engine/engine.h"
#include "reference/observation.h"
#include "report/json_writer.h"

namespace paraph {

/// Which source a vintage is of, and which sources an answer named.
class SourceNames {
 public:
  explicit SourceNames(const std::vector<Vintage>& vintages);
  const std::string& of(const VintageId& vintage);
  const std::set<SourceId>& used() const { return used_; }

 private:
  std::unordered_map<VintageId, SourceId> sources_;
  std::set<SourceId> used_;
};

void write_actor(JsonWriter& json, const ActorEntry& entry, std::string_view matched);
void write_source_members(JsonWriter& json, const Source& source);
void write_names(JsonWriter& json, const Engine& engine, const std::set<ActorId>& actors);
/// What an observation has in common with its series, source first.
void write_series_members(JsonWriter& json, const Observation& common, const std::string& source);

}  // namespace paraph
