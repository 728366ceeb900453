#include "importer/csv_reader.h"
#include "importer/table_rows.h"

namespace paraph {

Result<void> read_csv_rows(const ByteSource& file, char delimiter, bool quotes, RowTaker& taker) {
  CsvReader reader(file, delimiter, quotes);
  for (;;) {
    const auto more = reader.next();
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
    if (auto done = taker.take({reader.fields(), reader.line(), reader.bytes(), {}, {}}); !done) return done;
  }
}

std::string sheet_column(std::size_t column) {
  std::string name;
  for (++column; column > 0; column = (column - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  return name;
}

}  // namespace paraph
