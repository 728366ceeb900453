#pragma once

#include "cli/arguments.h"

namespace paraph {

/// Exit status as of diff: 0 no change, 1 changes, 2 could not run.
int run_diff(const DiffArguments& arguments);

}  // namespace paraph
