#pragma once

#include "cli/arguments.h"

namespace paraph {

/// Answers HTTP until SIGINT or SIGTERM; the exit status.
int run_serve(const ServeArguments& arguments);

}  // namespace paraph
