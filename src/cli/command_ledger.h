#pragma once

#include "cli/arguments.h"

namespace paraph {

int run_ledger(const LedgerArguments& arguments);

}  // namespace paraph
