#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "importer/byte_source.h"

namespace paraph {

/// Reads delimited text as RFC 4180 has it, and as spreadsheets save it: BOM, CR LF, quoted fields over several lines, doubled
/// quotes. Rows are views into a block: no field is copied unless it holds a doubled quote.
class CsvReader {
 public:
  static constexpr std::size_t kLongestRow = std::size_t{1} << 20;

  /// Without `quotes`, a quotation mark is a character like others.
  explicit CsvReader(const ByteSource& file, char delimiter = ',', bool quotes = true);

  /// True for a row; blank lines are passed over. Fails, naming file and line, for a row beyond 1 MB or a quotation that does
  /// not end.
  Result<bool> next();

  /// Of the row: until the next call.
  std::span<const std::string_view> fields() const { return fields_; }
  /// On which the row begins, from 1.
  std::uint64_t line() const { return line_; }
  /// Bytes behind the row.
  std::uint64_t bytes() const { return base_ + at_; }

 private:
  bool cut_row();
  bool cut_quoted_row(std::size_t from);
  Result<bool> refill();

  const ByteSource* file_;
  char delimiter_;
  bool quotes_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;          ///< Of the next row in the buffer.
  std::size_t filled_ = 0;
  std::uint64_t base_ = 0;      ///< Of the buffer in the file.
  bool ended_ = false;          ///< The buffer holds the file's last byte.
  std::uint64_t line_ = 0;
  std::uint64_t lines_ = 0;     ///< Line breaks before `at_`.
  std::vector<std::string_view> fields_;
  std::vector<std::string> unquoted_;  ///< Fields with doubled quotes, without them.
  std::size_t unquoted_used_ = 0;
  std::vector<std::size_t> doubled_at_;  ///< Which fields those are.
};

}  // namespace paraph
