#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "importer/formats.h"
#include "importer/mapped_importer.h"
#include "importer/table_rows.h"

namespace paraph {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
constexpr std::string_view kTitle = "U.S. Census Bureau, goods trade by country (country.xlsx, or the same as CSV)";

/// The table keeps 0 where a month is not published yet, and its year is then the sum of the months so far. Which months those are
/// tells the last year of the file: those behind its last month with any figure.
struct LastMonth {
  std::string year;
  std::size_t months = 12;
};

/// Where the months and years of both flows stand.
struct Columns {
  std::array<std::vector<std::size_t>, 12> months;
  std::vector<std::size_t> years;
  std::size_t year = SIZE_MAX;

  void bind(std::span<const std::string_view> header) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (header[i] == "year") year = i;
      if (header[i] == "IYR" || header[i] == "EYR") years.push_back(i);
      for (std::size_t month = 0; month < kMonths.size(); ++month) {
        if (header[i].size() == 4 && header[i].substr(1) == kMonths[month]) months[month].push_back(i);
      }
    }
  }
};

bool figure(std::string_view cell) { return cell.find_first_of("123456789") != std::string_view::npos; }

/// First pass.
class FindLastMonth final : public RowTaker {
 public:
  Result<void> take(const TableRow& row) override {
    if (columns_.year == SIZE_MAX) {
      columns_.bind(row.cells);
      return {};
    }
    if (columns_.year >= row.cells.size()) return {};
    const std::string_view year = row.cells[columns_.year];
    if (year < last_.year) return {};
    if (year > last_.year) last_ = {std::string(year), 0};
    for (std::size_t month = kMonths.size(); month > last_.months; --month) {
      for (const std::size_t at : columns_.months[month - 1]) {
        if (at < row.cells.size() && figure(row.cells[at])) last_.months = month;
      }
    }
    return {};
  }
  const LastMonth& last() const { return last_; }

 private:
  Columns columns_;
  LastMonth last_{{}, 0};
};

/// Second pass: hands rows on without what is not published.
class WithoutLaterMonths final : public RowTaker {
 public:
  WithoutLaterMonths(LastMonth last, ImportSink& sink, RowTaker& taker) : last_(std::move(last)), sink_(sink), taker_(taker) {}

  Result<void> take(const TableRow& row) override {
    if (columns_.year == SIZE_MAX) {
      columns_.bind(row.cells);
      return taker_.take(row);
    }
    if (last_.months >= 12 || columns_.year >= row.cells.size() || row.cells[columns_.year] != last_.year) return taker_.take(row);
    cells_.assign(row.cells.begin(), row.cells.end());
    for (std::size_t month = last_.months; month < kMonths.size(); ++month) {
      for (const std::size_t at : columns_.months[month]) clear(at, "month that is not published yet");
    }
    for (const std::size_t at : columns_.years) clear(at, "sum of a year that is not over");
    TableRow shown = row;
    shown.cells = cells_;
    return taker_.take(shown);
  }

 private:
  void clear(std::size_t at, std::string_view reason) {
    if (at >= cells_.size()) return;
    cells_[at] = {};
    sink_.skipped(reason, 1);
  }

  LastMonth last_;
  ImportSink& sink_;
  RowTaker& taker_;
  Columns columns_;
  std::vector<std::string_view> cells_;
};

class Census final : public Importer {
 public:
  Census() : table_(make_table_importer("us-census-country", kTitle)) {}
  const ImportFormat& format() const override { return table_->format(); }
  Recognition recognise(const FileHead& head) const override { return table_->recognise(head); }
  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    const auto mapping = carried_mapping("us-census-country");
    if (!mapping) return std::unexpected(mapping.error());
    FindLastMonth months;
    if (auto done = read_table_rows(mapping->layout, file, months); !done) return done;
    return read_mapped(*mapping, file, context, sink, [&](RowTaker& taker) {
      return std::make_unique<WithoutLaterMonths>(months.last(), sink, taker);
    });
  }

 private:
  std::unique_ptr<Importer> table_;
};

}  // namespace

std::unique_ptr<Importer> make_census_importer() { return std::make_unique<Census>(); }

}  // namespace paraph
