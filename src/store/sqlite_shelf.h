#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "reference/observation_source.h"
#include "store/sqlite_file.h"
#include "store/starter_rows.h"

namespace paraph {

/// How much of one vintage a shelf holds.
struct VintageExtent {
  VintageId vintage;
  std::size_t rows = 0;           ///< Observations and facts.
  std::optional<int> first_year;  ///< Of the periods of its rows; empty where none is dated.
  std::optional<int> last_year;
};

/// What each vintage of a shelf covers, by vintage, as counted when it was built.
Result<std::vector<VintageExtent>> read_extents(const std::filesystem::path& file);

/// Builds one SQLite file from the starter tables (data/starter, .tsv and .tsv.zst), atomically: a temporary file
/// beside `target` that is renamed at the end. Malformed rows fail the build with file:line. `progress` may be empty.
Result<ShelfCounts> build_shelf(const std::filesystem::path& starter, const std::filesystem::path& target,
                                const std::function<void(std::string_view table, std::size_t rows)>& progress);

/// The file of a shelf, read-only, once it is known to be one of this version; for the store's own queries.
Result<SqliteFile> open_shelf_file(const std::filesystem::path& file);

/// Opens a shelf read-only; fails with what to do when it is missing or of another schema version. Not to be shared
/// between threads: each opens its own.
Result<std::unique_ptr<ObservationSource>> open_shelf(const std::filesystem::path& file);

}  // namespace paraph
