#pragma once

#include <functional>
#include <string_view>

#include "base/result.h"
#include "brief/brief.h"
#include "brief/wordings.h"
#include "reference/observation_source.h"

namespace paraph {

/// The sheet of a pair on a day: sections in the genre's order, each sentence with the claims it makes and the rows that
/// it rests on. Pure: same shelf, tables and request, same sheet. Fails only when the shelf fails.
Result<Sheet> write_brief(const BriefRequest& request, const ObservationSource& shelf, const Wordings& wordings,
                          const std::function<std::string_view(const ActorId&)>& name_actor);

/// Sources and vintages that no statement cites any more go out of the list at the end.
void drop_unused_sources(Sheet& sheet);

/// "Trade", "relations", as --sections writes them; empty for anything else.
std::optional<SectionKind> section_named(std::string_view name);
std::string_view section_name(SectionKind kind);

}  // namespace paraph
