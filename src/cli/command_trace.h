#pragma once

#include "cli/arguments.h"

namespace paraph {

/// Runs `paraph trace` and returns its exit status.
int run_trace(const TraceArguments& arguments);

}  // namespace paraph
