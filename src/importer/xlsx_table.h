#pragma once

#include "importer/table_rows.h"

namespace paraph {

/// The sheets of an Office Open XML workbook, one behind the other; rows as they stand, without the empty ones. Cells are text as
/// it is kept in the file: formulas count by their last value, dates are numbers of days. Fails for a file that is no workbook, is
/// encrypted, ends early, or holds more than 64 MB of texts or 4 GB of rows.
Result<void> read_xlsx_rows(const ByteSource& file, RowTaker& taker);

}  // namespace paraph
