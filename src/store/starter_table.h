#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace paraph {

/// One row of a starter table; the fields live until the reader goes on.
struct StarterRow {
  std::span<const std::string_view> fields;
  std::size_t line = 0;  ///< In the uncompressed table, from 1.
};

/// Reads a table of tab-separated fields (.tsv, or .tsv.zst as a stream) whose first line names exactly `columns`, and
/// calls `each` for every further line; stops at the first failure. Fails with file:line for another header, another
/// number of fields, a line beyond 1 MB, or bytes that are no zstd frame.
Result<void> read_starter_table(const std::filesystem::path& file, std::span<const std::string_view> columns,
                                const std::function<Result<void>(const StarterRow&)>& each);

/// "observations-agencies.tsv.zst:12": where messages about a row point.
std::string row_place(const std::filesystem::path& file, std::size_t line);

}  // namespace paraph
