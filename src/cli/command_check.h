#pragma once

#include "cli/arguments.h"

namespace paraph {

/// Returns the exit status: 0, 1 where a verdict of `fail_on` was found, 2 where an input could not be checked.
int run_check(const CheckArguments& arguments);

}  // namespace paraph
