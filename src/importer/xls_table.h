#pragma once

#include "importer/table_rows.h"

namespace paraph {

/// The sheets of a workbook of Excel 97 to 2003 (BIFF8), one behind the other; rows without the empty ones. Figures have the 15
/// significant digits that the spreadsheet shows. Such a workbook cannot be read in pieces: one beyond 32 MB is refused.
Result<void> read_xls_rows(const ByteSource& file, RowTaker& taker);

}  // namespace paraph
