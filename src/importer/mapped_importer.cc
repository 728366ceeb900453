#include "importer/mapped_importer.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "importer/actor_reader.h"
#include "importer/json_table.h"
#include "importer/csv_reader.h"
#include "importer/mapped_table.h"
#include "importer/published_period.h"
#include "importer/xls_table.h"
#include "importer/xlsx_table.h"

namespace paraph {
namespace {

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kCompound = "\xD0\xCF\x11\xE0";

/// The file's own beginning tells a workbook, whatever the mapping was made for: the columns are the same.
TableKind kind_of(const TableLayout& layout, std::string_view beginning) {
  if (beginning.starts_with(kZip)) return TableKind::kXlsx;
  if (beginning.starts_with(kCompound)) return TableKind::kXls;
  const bool workbook = layout.kind == TableKind::kXlsx || layout.kind == TableKind::kXls;
  return workbook ? TableKind::kCsv : layout.kind;
}

/// First pass for `years complete`: which months each year of the table has.
class MonthsOfYears final : public RowTaker {
 public:
  explicit MonthsOfYears(const TableMapping& mapping) {
    for (const PeriodColumn& period : mapping.periods) {
      (period.reading == PeriodReading::kMonthOfYear ? month_ : year_) = period.column.name;
    }
  }
  Result<void> take(const TableRow& row) override {
    if (year_at_ == SIZE_MAX || month_at_ == SIZE_MAX) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i] == year_) year_at_ = i;
        if (row.cells[i] == month_) month_at_ = i;
      }
      return {};
    }
    if (row.cells.size() <= std::max(year_at_, month_at_)) return {};
    const auto year = read_year(row.cells[year_at_]);
    const std::string_view month = row.cells[month_at_];
    if (!year || month.empty() || month.size() > 2 || month.find_first_not_of("0123456789") != std::string_view::npos) return {};
    const unsigned number = static_cast<unsigned>(month.back() - '0') + (month.size() == 2 ? static_cast<unsigned>(month.front() - '0') * 10 : 0);
    seen_[*year].insert(number);
    return {};
  }
  std::set<int> incomplete() const {
    std::set<int> years;
    for (const auto& [year, months] : seen_) {
      if (months.size() < 12) years.insert(year);
    }
    return years;
  }

 private:
  std::string year_;
  std::string month_;
  std::size_t year_at_ = SIZE_MAX;
  std::size_t month_at_ = SIZE_MAX;
  std::map<int, std::set<unsigned>> seen_;
};

class Mapped final : public Importer {
 public:
  explicit Mapped(TableMapping mapping) : mapping_(std::move(mapping)) {}
  const ImportFormat& format() const override {
    static constexpr ImportFormat kFormat{"mapping", "a table that a mapping file describes (CSV, TSV, JSON Lines, XLSX, XLS)"};
    return kFormat;
  }
  Recognition recognise(const FileHead&) const override { return Recognition::kNo; }
  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    return read_mapped(mapping_, file, context, sink);
  }

 private:
  TableMapping mapping_;
};

/// A mapping of data/mappings. Those are tested to be readable, so a failure can only come from a changed folder.
class Carried final : public Importer {
 public:
  Carried(std::string_view id, std::string_view title) : format_{id, title} {
    auto mapping = carried_mapping(id);
    if (mapping) {
      mapping_ = std::move(*mapping);
    } else {
      failure_ = std::move(mapping.error());
    }
  }
  const ImportFormat& format() const override { return format_; }
  Recognition recognise(const FileHead& head) const override {
    if (failure_) return Recognition::kNo;
    for (const std::string& name : mapping_.recognised_names) {
      if (head.name.find(name) != std::string_view::npos && workbook(head)) return Recognition::kLikely;
    }
    return header_fits(head) ? Recognition::kCertain : Recognition::kNo;
  }
  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    if (failure_) return std::unexpected(*failure_);
    return read_mapped(mapping_, file, context, sink);
  }

 private:
  static bool workbook(const FileHead& head) { return head.bytes.starts_with(kZip) || head.bytes.starts_with(kCompound); }

  /// All columns that tell this table stand in one of the first lines.
  bool header_fits(const FileHead& head) const {
    const bool text = mapping_.layout.kind == TableKind::kCsv || mapping_.layout.kind == TableKind::kTsv;
    if (!text || mapping_.recognised_by.empty() || workbook(head)) return false;
    const MemoryBytes bytes(std::string(head.name), head.bytes);
    CsvReader rows(bytes, mapping_.layout.delimiter, mapping_.layout.quotes);
    for (int line = 0; line < 8; ++line) {
      const auto more = rows.next();
      if (!more || !*more) return false;
      const auto has = [&](const std::string& name) { return std::ranges::find(rows.fields(), name) != rows.fields().end(); };
      if (std::ranges::all_of(mapping_.recognised_by, has)) return true;
    }
    return false;
  }

  ImportFormat format_;
  TableMapping mapping_;
  std::optional<Error> failure_;
};

}  // namespace

Result<void> read_table_rows(const TableLayout& layout, const ByteSource& file, RowTaker& taker) {
  std::array<char, 4> beginning{};
  const auto got = file.read_at(0, beginning);
  if (!got) return std::unexpected(got.error());
  switch (kind_of(layout, {beginning.data(), *got})) {
    case TableKind::kCsv:
    case TableKind::kTsv: return read_csv_rows(file, layout.delimiter, layout.quotes, taker);
    case TableKind::kJsonLines: return read_json_rows(file, taker);
    case TableKind::kXlsx: return read_xlsx_rows(file, taker);
    case TableKind::kXls: return read_xls_rows(file, taker);
  }
  return {};
}

Result<TableMapping> carried_mapping(std::string_view id) {
  const std::string path = fmt::format("mappings/{}.mapping", id);
  return read_mapping("data/" + path, embedded_table_files()(path));
}

Result<void> read_mapped(const TableMapping& mapping, const ByteSource& file, const ImportContext& context, ImportSink& sink,
                         const RowFilter& filter) {
  const auto actors = ActorReader::load(context, mapping);
  if (!actors) return std::unexpected(actors.error());
  sink.source(mapping.source);
  MappedTable table(mapping, *actors, sink, file.name());
  if (mapping.complete_years) {
    MonthsOfYears months(mapping);
    if (auto done = read_table_rows(mapping.layout, file, months); !done) return done;
    table.leave_out_years(months.incomplete());
  }
  const std::unique_ptr<RowTaker> before = filter ? filter(table) : nullptr;
  if (auto done = read_table_rows(mapping.layout, file, before ? *before : static_cast<RowTaker&>(table)); !done) return done;
  return table.finish();
}

std::unique_ptr<Importer> make_mapped_importer(TableMapping mapping) { return std::make_unique<Mapped>(std::move(mapping)); }

std::unique_ptr<Importer> make_table_importer(std::string_view id, std::string_view title) { return std::make_unique<Carried>(id, title); }

}  // namespace paraph
