#include "lexicon/table.h"

#include <algorithm>

#include <fmt/format.h>

namespace paraph {
namespace {

void split(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

Result<Table> Table::read(std::string name, std::string_view text, std::initializer_list<std::string_view> columns) {
  Table table;
  table.name_ = std::move(name);
  table.width_ = columns.size();
  std::vector<std::string_view> cells;
  std::vector<std::size_t> wanted;
  std::size_t header = 0;
  std::size_t line_number = 0;
  while (!text.empty()) {
    ++line_number;
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    split(line, cells);
    if (line_number == 1) {
      header = cells.size();
      for (const std::string_view column : columns) {
        const auto found = std::ranges::find(cells, column);
        if (found == cells.end()) {
          return fail(ErrorCode::kMalformed, fmt::format("{}:1: no column '{}'; the header is '{}'", table.name_, column, line));
        }
        wanted.push_back(static_cast<std::size_t>(found - cells.begin()));
      }
      continue;
    }
    if (cells.size() != header) {
      return fail(ErrorCode::kMalformed,
                  fmt::format("{}:{}: {} columns, the header has {}", table.name_, line_number, cells.size(), header));
    }
    for (const std::size_t column : wanted) table.cells_.push_back(cells[column]);
    ++table.rows_;
  }
  if (line_number == 0) return fail(ErrorCode::kNotFound, fmt::format("{}: the table is empty or missing", table.name_));
  return table;
}

std::string Table::place(std::size_t row) const { return fmt::format("{}:{}", name_, row + 2); }

}  // namespace paraph
