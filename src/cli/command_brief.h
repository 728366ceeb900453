#pragma once

#include "cli/arguments.h"

namespace paraph {

/// Returns the exit status: 0 where everything planned passed its audit, 1 where something was withheld or an update
/// proposes edits.
int run_brief(const BriefArguments& arguments);

}  // namespace paraph
