#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "importer/importer.h"
#include "importer/mapping.h"
#include "importer/table_rows.h"

namespace paraph {

/// Reads any table that a mapping describes; what `paraph data import --map FILE` uses. Recognises nothing by itself.
std::unique_ptr<Importer> make_mapped_importer(TableMapping mapping);

/// A mapping that the program carries, data/mappings/<id>.mapping. It recognises its columns in the header of a text table, and
/// workbooks by their names.
std::unique_ptr<Importer> make_table_importer(std::string_view id, std::string_view title);

/// data/mappings/<id>.mapping.
Result<TableMapping> carried_mapping(std::string_view id);

/// What stands between the file's rows and the mapping's engine, made around the engine.
using RowFilter = std::function<std::unique_ptr<RowTaker>(RowTaker& taker)>;

/// Reads `file` as the mapping says.
Result<void> read_mapped(const TableMapping& mapping, const ByteSource& file, const ImportContext& context, ImportSink& sink,
                         const RowFilter& filter = nullptr);

/// The rows of a table of any kind, the header too.
Result<void> read_table_rows(const TableLayout& layout, const ByteSource& file, RowTaker& taker);

}  // namespace paraph
