#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "importer/formats.h"
#include "importer/indicators.h"
#include "importer/json_table.h"
#include "importer/partner_names.h"
#include "importer/published_period.h"
#include "importer/published_value.h"

namespace paraph {
namespace {

enum Member : std::size_t { kIndicator, kIso3, kCountry, kDate, kValue, kStatus, kUpdated, kMembers };
constexpr std::array<std::string_view, kMembers> kMemberNames = {"indicator.id", "countryiso3code", "country.value", "date",
                                                                 "value",        "obs_status",      "lastupdated"};
constexpr std::uint64_t kRecordsAtOnce = 4096;

/// The answer is an array of two: about the page, then the records.
class Records final : public RowTaker {
 public:
  Records(const PartnerNames& names, const Indicators& indicators, ImportSink& sink) : names_(names), indicators_(indicators), sink_(sink) {}

  Result<void> take(const TableRow& row) override {
    if (row.names.size() != bound_) {
      bound_ = row.names.size();
      for (std::size_t i = 0; i < kMembers; ++i) {
        const auto found = std::ranges::find(row.names, kMemberNames[i]);
        at_[i] = found == row.names.end() ? SIZE_MAX : static_cast<std::size_t>(found - row.names.begin());
      }
    }
    if (const auto when = read_published_period(cell(row, kUpdated))) sink_.published(*when, "lastupdated, in the answer's first part");
    if (cell(row, kIndicator).empty()) return {};
    take_record(row);
    if (++count_ % kRecordsAtOnce == 0) return sink_.advance({count_, row.bytes});
    return {};
  }
  std::uint64_t count() const { return count_; }

 private:
  std::string_view cell(const TableRow& row, Member member) const {
    return at_[member] < row.cells.size() ? row.cells[at_[member]] : std::string_view();
  }
  void report(const TableRow& row, ProblemKind kind, Member member, std::string_view expected, std::string_view advice) {
    const std::string path = fmt::format("record {}", count_ + 1);
    sink_.problem({kind, {0, path}, kMemberNames[member], cell(row, member), expected, advice});
  }

  void take_record(const TableRow& row) {
    const Indicator* indicator = indicators_.find(std::string(cell(row, kIndicator)));
    if (indicator == nullptr) {
      return report(row, ProblemKind::kUnknownCode, kIndicator, "an indicator of data/measures/indicators.tsv", "add it there with its measure");
    }
    const PartnerName* country = names_.find(cell(row, kIso3), 0);
    if (country == nullptr) {
      return report(row, ProblemKind::kUnknownCode, kIso3, "a country or group of data/names/world_bank.tsv", "nothing is guessed");
    }
    if (country->row_class != RowClass::kCountry) return sink_.skipped("group of countries that the publisher adds up", 1);
    const auto period = read_published_period(cell(row, kDate));
    if (!period) return report(row, ProblemKind::kBadRow, kDate, "a year, quarter or month", "");
    const auto value = read_published_value(cell(row, kValue));
    if (!value) return report(row, ProblemKind::kBadRow, kValue, "a figure or null", "");
    if (value->mark == ValueMark::kBlank) return sink_.skipped("null", 1);
    SeriesRow series;
    series.measure = indicator->measure;
    series.reporter = country->actor;
    series.unit = indicator->unit;
    series.price_basis = indicator->price_basis;
    series.partner_as_published = cell(row, kCountry);
    const std::string path = fmt::format("record {}", count_ + 1);
    FigureRow figure;
    figure.series = sink_.series(series);
    figure.period = sink_.period(*period);
    figure.value = value->value;
    figure.mark = value->mark;
    figure.status = cell(row, kStatus);
    figure.place = {0, path};
    sink_.figure(figure);
  }

  const PartnerNames& names_;
  const Indicators& indicators_;
  ImportSink& sink_;
  std::array<std::size_t, kMembers> at_{};
  std::size_t bound_ = SIZE_MAX;
  std::uint64_t count_ = 0;
};

class WorldBankJson final : public Importer {
 public:
  const ImportFormat& format() const override {
    static constexpr ImportFormat kFormat{"world-bank-json", "World Bank, answers of the API's version 2 (JSON)"};
    return kFormat;
  }
  Recognition recognise(const FileHead& head) const override {
    const bool mine = head.bytes.find("\"per_page\"") != std::string_view::npos && head.bytes.find("\"pages\"") != std::string_view::npos;
    return mine ? Recognition::kCertain : Recognition::kNo;
  }
  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    const auto names = PartnerNames::load(context.tables, "world_bank");
    if (!names) return std::unexpected(names.error());
    Indicators indicators;
    if (auto done = indicators.load(context.tables); !done) return done;
    sink.source({SourceId("wb-wdi"), "World Development Indicators", "World Bank", "https://data.worldbank.org", "CC BY 4.0", "B",
                 "World Bank, World Development Indicators", ""});
    Records records(*names, indicators, sink);
    if (auto done = read_json_rows(file, records); !done) return done;
    return sink.advance({records.count(), file.size()});
  }
};

}  // namespace

std::unique_ptr<Importer> make_world_bank_json_importer() { return std::make_unique<WorldBankJson>(); }

}  // namespace paraph
