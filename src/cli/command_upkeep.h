#pragma once

#include "cli/arguments.h"
#include "engine/shelf_upkeep.h"

namespace paraph {

/// import, formats, show vintage, diff, verify, forget and licence: what changes the shelf or looks at vintages.
bool is_upkeep(DataArguments::Action action);
/// Exit status: 0 done, 1 found damage or refused rows, 2 could not.
int run_upkeep(const DataArguments& arguments);

/// In the form that --format asks for, to standard output; gives the exit status.
int print_table(const TextTable& table, const DataArguments& arguments);

}  // namespace paraph
