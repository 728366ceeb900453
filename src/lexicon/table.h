#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace paraph {

/// A tab-separated table with one header row, as under data/: no quoting, no blank lines. Views into `text`.
class Table {
 public:
  /// Fails with file:line when a row has another number of columns than the header, or a wanted column is missing.
  static Result<Table> read(std::string name, std::string_view text, std::initializer_list<std::string_view> columns);

  std::size_t rows() const { return rows_; }
  /// The cell of the `wanted`-th column that read() asked for.
  std::string_view cell(std::size_t row, std::size_t wanted) const { return cells_[row * width_ + wanted]; }
  /// "data/units/months.tsv:17", for errors.
  std::string place(std::size_t row) const;

 private:
  std::string name_;
  std::size_t width_ = 0;
  std::size_t rows_ = 0;
  std::vector<std::string_view> cells_;
};

/// The lexicon's files by their path under data/ ("units/months.tsv"): embedded ones, a folder, or a test's own.
/// The returned views must live as long as whatever is loaded from them.
using TableFiles = std::function<std::string_view(std::string_view path)>;

/// The files that the binary carries; an empty view for an unknown path.
TableFiles embedded_table_files();

/// Paths of all embedded files under `folder`, sorted.
std::vector<std::string_view> embedded_table_paths(std::string_view folder);

}  // namespace paraph
