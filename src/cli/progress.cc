#include "cli/progress.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/output.h"

namespace paraph {

Progress::Progress(std::vector<Table> tables, bool visible) : tables_(std::move(tables)), visible_(visible) {
  for (const Table& table : tables_) total_ += table.bytes;
}

Progress::~Progress() {
  if (visible_ && !last_.empty()) write_error("\r\x1b[K");
}

void Progress::at(std::string_view table, std::size_t rows) {
  if (!visible_) return;
  constexpr std::size_t kCells = 30;
  // Tables come in the order of their names: those before this one are done.
  std::size_t done = 0;
  for (const Table& each : tables_) {
    if (each.name < table) done += each.bytes;
  }
  const std::size_t full = total_ == 0 ? 0 : std::min(kCells, done * kCells / total_);
  std::string line = "\r\x1b[K[";
  for (std::size_t i = 0; i < kCells; ++i) line += i < full ? "█" : "░";
  line += fmt::format("] {} ", table);
  line += fmt::format("{} rows", rows / 10'000 * 10'000);
  if (line == last_) return;
  last_ = line;
  write_error(line);
}

}  // namespace paraph
