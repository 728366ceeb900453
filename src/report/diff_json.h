#pragma once

#include <string>

#include "report/diff_report.h"
#include "report/json_writer.h"

namespace paraph {

/// One changed passage as an object: what became of it, both sides' words and places, edits, claims.
void write_passage_change(JsonWriter& json, const PassageChange& change, const ComparedEditions& editions,
                          const std::function<std::string_view(const ActorId&)>& name_actor);

/// {"type":"diff","before":…,"after":…,"differs":…,"counts":…,"about":[…],"changes":[…]} and a line feed.
void write_diff_json(const ComparedEditions& editions, const ReportContext& context, bool all, std::string& out);

}  // namespace paraph
