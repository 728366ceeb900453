#pragma once

#include "cli/arguments.h"

namespace paraph {

/// Returns the exit status.
int run_extract(const ExtractArguments& arguments);

}  // namespace paraph
