#pragma once

#include "cli/arguments.h"

namespace paraph {

/// Returns the exit status: 0 also where the shelf has nothing on the question.
int run_data(const DataArguments& arguments);

}  // namespace paraph
