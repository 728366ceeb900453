#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "importer/formats.h"
#include "importer/json_table.h"
#include "importer/partner_names.h"
#include "importer/published_period.h"
#include "importer/published_value.h"

namespace paraph {
namespace {

enum Column : std::size_t { kCode, kName, kTime, kYear, kMonth, kExports, kExportsYear, kImports, kImportsYear, kColumns };
constexpr std::array<std::string_view, kColumns> kColumnNames = {"CTY_CODE",   "CTY_NAME",   "time",       "YEAR",      "MONTH",
                                                                 "ALL_VAL_MO", "ALL_VAL_YR", "GEN_VAL_MO", "GEN_VAL_YR"};
constexpr auto kParts = std::to_array<std::string_view>({"E_COMMODITY", "I_COMMODITY", "DISTRICT", "PORT", "DF", "RP", "NAICS", "SITC", "END_USE"});
constexpr std::uint64_t kRowsAtOnce = 4096;

/// Rows of the answer, the first of them the header: exports or imports of one month, the year's column being the sum so far.
class Rows final : public RowTaker {
 public:
  Rows(const PartnerNames& names, ImportSink& sink, std::string file) : names_(names), sink_(sink), file_(std::move(file)) {}

  Result<void> take(const TableRow& row) override {
    if (width_ == 0) return bind(row);
    take_row(row);
    if (++count_ % kRowsAtOnce == 0) return sink_.advance({count_, row.bytes});
    return {};
  }
  std::uint64_t count() const { return count_; }

 private:
  Result<void> bind(const TableRow& row) {
    at_.fill(SIZE_MAX);
    width_ = row.cells.size();
    for (std::size_t i = 0; i < width_; ++i) {
      const auto* known = std::ranges::find(kColumnNames, row.cells[i]);
      if (known != kColumnNames.end()) at_[static_cast<std::size_t>(known - kColumnNames.begin())] = i;
      if (std::ranges::find(kParts, row.cells[i]) != kParts.end()) parts_.push_back(i);
    }
    const bool valued = std::ranges::any_of(std::array{kExports, kExportsYear, kImports, kImportsYear}, [&](Column c) { return at_[c] != SIZE_MAX; });
    const bool dated = at_[kTime] != SIZE_MAX || at_[kYear] != SIZE_MAX;
    if (at_[kCode] != SIZE_MAX && valued && dated) return {};
    return fail(ErrorCode::kMalformed,
                fmt::format("{}: the header lacks CTY_CODE, a time or one of ALL_VAL_MO, ALL_VAL_YR, GEN_VAL_MO, GEN_VAL_YR; ask the service for them",
                            file_));
  }
  std::string_view cell(const TableRow& row, Column column) const {
    return at_[column] < row.cells.size() ? row.cells[at_[column]] : std::string_view();
  }
  void report(const TableRow& row, ProblemKind kind, Column column, std::string_view expected, std::string_view advice) {
    sink_.problem({kind, {row.line, {}}, kColumnNames[column], cell(row, column), expected, advice});
  }

  void take_row(const TableRow& row) {
    for (const std::size_t part : parts_) {
      const std::string_view value = part < row.cells.size() ? row.cells[part] : std::string_view();
      if (value != "-" && value != "TOTAL" && !value.empty()) return sink_.skipped("part by commodity, district or kind of trade", 1);
    }
    std::string when(at_[kTime] != SIZE_MAX ? cell(row, kTime) : cell(row, kYear));
    if (at_[kTime] == SIZE_MAX && !cell(row, kMonth).empty()) when.append("-").append(cell(row, kMonth));
    const auto period = read_published_period(when);
    if (!period || !period->from()) return report(row, ProblemKind::kBadRow, at_[kTime] != SIZE_MAX ? kTime : kYear, "a year or month", "");
    const CivilPoint point = *period->from();
    std::string code(cell(row, kCode));
    if (code == "-") code = "0015";  // "TOTAL FOR ALL COUNTRIES"
    const PartnerName* partner = names_.find(code, point.year);
    if (partner == nullptr) {
      if (const std::string_view reason = names_.reason_left_out(code); !reason.empty()) return sink_.skipped(reason, 1);
      return report(row, ProblemKind::kUnknownCode, kCode, "a country or group of data/names/census.tsv", "nothing is guessed");
    }
    const bool monthly = point.precision == PeriodPrecision::kMonth;
    const auto whole = CivilPeriod::year(point.year);
    take_value(row, kExports, "exports", *partner, *period);
    take_value(row, kImports, "imports", *partner, *period);
    for (const auto& [column, measure] : {std::pair(kExportsYear, "exports"), std::pair(kImportsYear, "imports")}) {
      if (at_[column] == SIZE_MAX) continue;
      if (monthly && point.month != 12) {
        sink_.skipped("sum of a year that is not over", 1);
      } else {
        take_value(row, column, measure, *partner, whole);
      }
    }
  }

  void take_value(const TableRow& row, Column column, std::string_view measure, const PartnerName& partner, const CivilPeriod& period) {
    if (at_[column] == SIZE_MAX) return;
    const auto value = read_published_value(cell(row, column));
    if (!value) return report(row, ProblemKind::kBadRow, column, "an amount in US dollars", "");
    if (value->mark == ValueMark::kBlank) return sink_.skipped("blank cell", 1);
    SeriesRow series;
    series.measure = measure;
    series.reporter = "US";
    series.partner = partner.row_class == RowClass::kWorld ? std::string_view("W00") : std::string_view(partner.actor);
    series.unit = "USD";
    series.basis = "customs";
    series.coverage = "goods";
    series.row_class = partner.row_class;
    series.partner_as_published = cell(row, kName).empty() ? cell(row, kCode) : cell(row, kName);
    FigureRow figure;
    figure.series = sink_.series(series);
    figure.period = sink_.period(period);
    figure.value = value->value;
    figure.mark = value->mark;
    figure.place.line = row.line;
    sink_.figure(figure);
  }

  const PartnerNames& names_;
  ImportSink& sink_;
  std::string file_;
  std::array<std::size_t, kColumns> at_{};
  std::vector<std::size_t> parts_;
  std::size_t width_ = 0;
  std::uint64_t count_ = 0;
};

class CensusApi final : public Importer {
 public:
  const ImportFormat& format() const override {
    static constexpr ImportFormat kFormat{"us-census-api", "U.S. Census Bureau, answers of the international trade API (JSON)"};
    return kFormat;
  }
  Recognition recognise(const FileHead& head) const override {
    const std::size_t first = head.bytes.find_first_not_of(" \r\n\t");
    const bool array = first != std::string_view::npos && head.bytes[first] == '[';
    return array && head.bytes.find("\"CTY_CODE\"") != std::string_view::npos ? Recognition::kCertain : Recognition::kNo;
  }
  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    const auto names = PartnerNames::load(context.tables, "census");
    if (!names) return std::unexpected(names.error());
    sink.source({SourceId("us-census-country"), "U.S. Trade in Goods by Country", "U.S. Census Bureau",
                 "https://api.census.gov/data/timeseries/intltrade", "Public domain (work of the U.S. government)", "A",
                 "U.S. Census Bureau, U.S. Trade in Goods by Country", "Goods only, Census basis, not seasonally adjusted."});
    Rows rows(*names, sink, file.name());
    if (auto done = read_json_rows(file, rows); !done) return done;
    return sink.advance({rows.count(), file.size()});
  }
};

}  // namespace

std::unique_ptr<Importer> make_census_api_importer() { return std::make_unique<CensusApi>(); }

}  // namespace paraph
