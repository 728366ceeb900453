#pragma once

#include "cli/arguments.h"

namespace paraph {

/// Returns the exit status: 0 also where nothing was read in the sentence.
int run_grammar(const GrammarArguments& arguments);

}  // namespace paraph
