#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "ledger/ledger_storage.h"

namespace paraph {

/// Opens the ledger in one SQLite file; `create` makes it where there is none. Fails with what to do when it is missing,
/// is no ledger, or is of another version.
Result<std::unique_ptr<LedgerStorage>> open_ledger(const std::filesystem::path& file, bool create);

}  // namespace paraph
