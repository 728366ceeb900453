#include "importer/xls_table.h"

#include <freexl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <charconv>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace paraph {
namespace {

constexpr std::uint64_t kLargest = std::uint64_t{32} << 20;
constexpr std::uint64_t kMostCells = std::uint64_t{8} << 20;
constexpr unsigned kMostSheets = 256;

/// FreeXL opens files by name alone: the bytes stand in a file that exists in memory only.
class NamedBytes {
 public:
  NamedBytes() : descriptor_(::memfd_create("workbook", MFD_CLOEXEC)) {}
  ~NamedBytes() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  NamedBytes(const NamedBytes&) = delete;
  NamedBytes& operator=(const NamedBytes&) = delete;

  bool put(std::string_view bytes) const {
    while (descriptor_ >= 0 && !bytes.empty()) {
      const ssize_t done = ::write(descriptor_, bytes.data(), bytes.size());
      if (done <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return descriptor_ >= 0;
  }
  std::string name() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

 private:
  int descriptor_;
};

struct Closed {
  void operator()(const void* book) const { freexl_close(book); }
};

std::string number_text(double value) {
  char text[64];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value, std::chars_format::general, 15);
  return error == std::errc() ? std::string(text, end) : std::string();
}

std::string cell_text(const FreeXL_CellValue& cell) {
  switch (cell.type) {
    case FREEXL_CELL_INT: return fmt::format("{}", cell.value.int_value);
    case FREEXL_CELL_DOUBLE: return number_text(cell.value.double_value);
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME: return cell.value.text_value == nullptr ? "" : cell.value.text_value;
    default: return {};
  }
}

Result<void> read_sheet(const void* book, unsigned short sheet, const ByteSource& file, std::uint64_t& cells, RowTaker& taker) {
  const char* name = nullptr;
  unsigned rows = 0;
  unsigned short columns = 0;
  if (freexl_select_active_worksheet(book, sheet) != FREEXL_OK || freexl_get_worksheet_name(book, sheet, &name) != FREEXL_OK ||
      freexl_worksheet_dimensions(book, &rows, &columns) != FREEXL_OK) {
    return fail(ErrorCode::kMalformed, fmt::format("{}: sheet {} cannot be read; save it anew from the spreadsheet", file.name(), sheet + 1));
  }
  cells += std::uint64_t{rows} * columns;
  if (cells > kMostCells) {
    return fail(ErrorCode::kLimitExceeded, fmt::format("{}: has more than {} cells; save it as XLSX or CSV", file.name(), kMostCells));
  }
  const std::string sheet_name = name == nullptr ? "" : name;
  std::vector<std::string> texts;
  std::vector<std::string_view> views;
  for (unsigned row = 0; row < rows; ++row) {
    texts.clear();
    for (unsigned short column = 0; column < columns; ++column) {
      FreeXL_CellValue cell;
      if (freexl_get_cell_value(book, row, column, &cell) != FREEXL_OK) cell.type = FREEXL_CELL_NULL;
      std::string text = cell_text(cell);
      if (text.empty()) continue;
      texts.resize(column);
      texts.push_back(std::move(text));
    }
    if (texts.empty()) continue;
    views.assign(texts.begin(), texts.end());
    if (auto done = taker.take({views, row + 1, file.size(), sheet_name, {}}); !done) return done;
  }
  return {};
}

}  // namespace

Result<void> read_xls_rows(const ByteSource& file, RowTaker& taker) {
  if (file.size() > kLargest) {
    return fail(ErrorCode::kLimitExceeded, fmt::format("{}: is larger than {} MB; save it as XLSX or CSV", file.name(), kLargest >> 20));
  }
  const NamedBytes bytes;
  ByteBlocks blocks(file);
  for (;;) {
    const auto block = blocks.next();
    if (!block) return std::unexpected(block.error());
    if (block->empty()) break;
    if (!bytes.put(*block)) return fail(ErrorCode::kUnreadable, fmt::format("{}: no memory to hold it", file.name()));
  }
  const void* opened = nullptr;
  const int code = freexl_open(bytes.name().c_str(), &opened);
  const std::unique_ptr<const void, Closed> book(opened);
  if (code != FREEXL_OK) {
    return fail(ErrorCode::kMalformed, fmt::format("{}: no readable XLS workbook (FreeXL {}); save it anew from the spreadsheet, as XLSX",
                                                   file.name(), code));
  }
  unsigned password = 0;
  unsigned sheets = 0;
  freexl_get_info(book.get(), FREEXL_BIFF_PASSWORD, &password);
  freexl_get_info(book.get(), FREEXL_BIFF_SHEET_COUNT, &sheets);
  if (password == FREEXL_BIFF_OBFUSCATED) return fail(ErrorCode::kUnsupported, fmt::format("{}: is encrypted; save it without a password", file.name()));
  std::uint64_t cells = 0;
  for (unsigned sheet = 0; sheet < sheets && sheet < kMostSheets; ++sheet) {
    if (auto done = read_sheet(book.get(), static_cast<unsigned short>(sheet), file, cells, taker); !done) return done;
  }
  return {};
}

}  // namespace paraph
