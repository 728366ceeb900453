#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "base/result.h"
#include "store/shelf_writer.h"

namespace paraph {

/// What a build of the shelf put in.
struct ShelfCounts {
  std::size_t sources = 0;
  std::size_t vintages = 0;
  std::size_t observations = 0;
  std::size_t facts = 0;
};

/// Hands sources.tsv, vintages.tsv, observations-*.tsv[.zst] and facts-*.tsv[.zst] of a folder to the writer; fails with
/// file:line at the first row that names an unknown source or vintage, or holds no figure, period or class.
Result<ShelfCounts> read_starter_rows(const std::filesystem::path& folder, ShelfWriter& writer,
                                      const std::function<void(std::string_view table, std::size_t rows)>& progress);

/// The day by which a vintage that is dated "2023-10" was known: the last of the month. Empty unless a day, month or year.
std::optional<std::int64_t> recorded_day(std::string_view recorded);

}  // namespace paraph
