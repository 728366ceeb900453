#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "importer/byte_source.h"

namespace paraph {

/// One row of any table: the text of every cell, as published. Views until the taker returns.
struct TableRow {
  std::span<const std::string_view> cells;
  std::uint64_t line = 0;   ///< Line of a text file, row of a sheet, number of a record; from 1.
  std::uint64_t bytes = 0;  ///< Of the file, behind the row; as near as the format tells.
  std::string_view sheet;   ///< Of a workbook, else empty.
  /// Of records, which name their own cells: the name of each cell. Names keep their positions, new ones come behind.
  std::span<const std::string> names;
};

/// Takes rows one by one, whatever file holds them.
class RowTaker {
 public:
  virtual ~RowTaker() = default;
  /// A failure ends the reading and is its result.
  virtual Result<void> take(const TableRow& row) = 0;
};

/// Lines of a delimited file, also the header. Blank lines are passed over.
Result<void> read_csv_rows(const ByteSource& file, char delimiter, bool quotes, RowTaker& taker);

/// "C" for 2 (from 0), "AB" for 27: a column as spreadsheets name it.
std::string sheet_column(std::size_t column);

}  // namespace paraph
