#include "store/shelf_change.h"
#include "store/shelf_writer.h"
#include "store/sqlite_shelf.h"
#include "store/starter_rows.h"

namespace paraph {

Result<ShelfCounts> build_shelf(const std::filesystem::path& starter, const std::filesystem::path& target,
                                const std::function<void(std::string_view table, std::size_t rows)>& progress) {
  auto change = ShelfChange::begin(target, ShelfChange::Start::kEmpty);
  if (!change) return std::unexpected(change.error());
  Result<ShelfCounts> counts;
  {
    const auto writer = ShelfWriter::open(change->file());
    if (!writer) return std::unexpected(writer.error());
    counts = read_starter_rows(starter, **writer, progress);
    if (!counts) return counts;
    if (auto done = (*writer)->finish(); !done) return std::unexpected(done.error());
  }
  if (auto done = change->commit(); !done) return std::unexpected(done.error());
  return counts;
}

}  // namespace paraph
