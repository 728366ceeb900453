#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "importer/csv_reader.h"
#include "importer/formats.h"
#include "importer/partner_names.h"
#include "importer/published_value.h"

namespace paraph {
namespace {

enum Column : std::size_t { kCode, kName, kType, kYear, kCurrent, kConstant, kColumns };
constexpr std::array<std::string_view, kColumns> kColumnNames = {"Country Code", "Country Name",   "Transaction Type Name",
                                                                 "Fiscal Year",  "current_amount", "constant_amount"};
constexpr std::string_view kBeginning = "Country Code,Country Name,Region ID";

struct Measure {
  std::string_view type;
  std::string_view measure;
};
constexpr auto kMeasures = std::to_array<Measure>({{"Appropriated and Planned", "aid-appropriated"},
                                                   {"Obligations", "aid-obligations"},
                                                   {"Disbursements", "aid-disbursements"},
                                                   {"President's Budget Requests", "aid-requested"},
                                                   {"Initial Allocations", "aid-allocated"}});
constexpr std::uint64_t kRowsAtOnce = 4096;

/// The US fiscal year moved from July to October in 1976; the quarter between stands as "1976tq".
std::optional<CivilPeriod> fiscal_period(std::string_view text) {
  if (text == "1976tq") return CivilPeriod::between({1976, 7, 0, PeriodPrecision::kMonth}, {1976, 9, 0, PeriodPrecision::kMonth});
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year < 1776 || year > 9999) return std::nullopt;
  return CivilPeriod::fiscal_year(year);
}

/// One reading of one file.
class Reading {
 public:
  Reading(const ByteSource& file, const PartnerNames& names, ImportSink& sink) : rows_(file), names_(names), sink_(sink), file_(file) {}

  Result<void> read() {
    if (auto done = read_header(); !done) return done;
    for (;;) {
      const auto more = rows_.next();
      if (!more) return std::unexpected(more.error());
      if (!*more) break;
      take_row();
      if (++count_ % kRowsAtOnce == 0) {
        if (auto done = sink_.advance({count_, rows_.bytes()}); !done) return done;
      }
    }
    return sink_.advance({count_, rows_.bytes()});
  }

 private:
  Result<void> read_header() {
    const auto more = rows_.next();
    if (!more) return std::unexpected(more.error());
    if (!*more) return fail(ErrorCode::kMalformed, fmt::format("{}: is empty; download it again", file_.name()));
    at_.fill(SIZE_MAX);
    width_ = rows_.fields().size();
    for (std::size_t i = 0; i < width_; ++i) {
      const std::string_view title = rows_.fields()[i];
      const auto* known = std::ranges::find(kColumnNames, title);
      if (known != kColumnNames.end()) at_[static_cast<std::size_t>(known - kColumnNames.begin())] = i;
    }
    for (std::size_t i = 0; i < kColumns; ++i) {
      if (at_[i] == SIZE_MAX) {
        return fail(ErrorCode::kMalformed, fmt::format("{}:{}: there is no column \"{}\"; take the country dataset of foreignassistance.gov/data",
                                                       file_.name(), rows_.line(), kColumnNames[i]));
      }
    }
    return {};
  }

  std::string_view cell(Column column) const { return rows_.fields()[at_[column]]; }

  void report(ProblemKind kind, std::string_view column, std::string_view found, std::string_view expected, std::string_view advice) {
    sink_.problem({kind, {rows_.line(), {}}, column, found, expected, advice});
  }

  void take_row() {
    if (rows_.fields().size() != width_) {
      const std::string found = fmt::format("{} fields", rows_.fields().size());
      const std::string expected = fmt::format("{} as in the header", width_);
      return report(ProblemKind::kBadRow, "", found, expected, "is a quotation mark or a comma lost?");
    }
    const auto* measure = std::ranges::find(kMeasures, cell(kType), &Measure::type);
    if (measure == kMeasures.end()) {
      return report(ProblemKind::kUnknownCode, kColumnNames[kType], cell(kType), "a transaction type that is known",
                    "the publisher has a new type: it needs a measure of its own");
    }
    const CivilPeriod* period = period_of(cell(kYear));
    if (period == nullptr) return report(ProblemKind::kBadRow, kColumnNames[kYear], cell(kYear), "a fiscal year", "");
    // Regions stand under the code "NULL", and are told apart by name.
    const std::string_view code = cell(kCode) == "NULL" ? cell(kName) : cell(kCode);
    const PartnerName* partner = names_.find(code, period->from()->year);
    if (partner == nullptr) {
      if (const std::string_view reason = names_.reason_left_out(code); !reason.empty()) return sink_.skipped(reason, 1);
      return report(ProblemKind::kUnknownCode, kColumnNames[kCode], code, "a country or region of data/names/foreign_assistance.tsv",
                    "nothing is guessed: add the code there with its actor");
    }
    take_amount(kCurrent, "current", *measure, *partner, *period);
    take_amount(kConstant, "constant", *measure, *partner, *period);
  }

  void take_amount(Column column, std::string_view price_basis, const Measure& measure, const PartnerName& partner, const CivilPeriod& period) {
    const auto amount = read_published_value(cell(column));
    if (!amount) return report(ProblemKind::kBadRow, kColumnNames[column], cell(column), "an amount in US dollars", "");
    if (amount->mark == ValueMark::kBlank) return sink_.skipped("blank amount", 1);
    SeriesRow row;
    row.measure = measure.measure;
    row.reporter = "US";
    row.partner = partner.actor;
    row.unit = "USD";
    row.price_basis = price_basis;
    row.row_class = partner.row_class;
    row.partner_as_published = cell(kName);
    FigureRow figure;
    figure.series = sink_.series(row);
    figure.period = sink_.period(period);
    figure.value = amount->value;
    figure.mark = amount->mark;
    figure.place.line = rows_.line();
    sink_.figure(figure);
  }

  /// Kept until the next row asks.
  const CivilPeriod* period_of(std::string_view text) {
    const auto found = periods_.find(text);
    if (found != periods_.end()) return found->second ? &*found->second : nullptr;
    const auto period = fiscal_period(text);
    if (!period && periods_.size() > kRowsAtOnce) return nullptr;
    const auto& kept = periods_.emplace(std::string(text), period).first->second;
    return kept ? &*kept : nullptr;
  }

  CsvReader rows_;
  const PartnerNames& names_;
  ImportSink& sink_;
  const ByteSource& file_;
  std::array<std::size_t, kColumns> at_{};
  std::size_t width_ = 0;
  std::uint64_t count_ = 0;
  std::map<std::string, std::optional<CivilPeriod>, std::less<>> periods_;
};

class ForeignAssistance final : public Importer {
 public:
  const ImportFormat& format() const override {
    static constexpr ImportFormat kFormat{"foreign-assistance", "ForeignAssistance.gov, country by fiscal year (CSV)"};
    return kFormat;
  }

  Recognition recognise(const FileHead& head) const override {
    std::string plain(head.bytes.substr(0, 3 * kBeginning.size()));
    std::erase_if(plain, [](char c) { return c == '"' || static_cast<unsigned char>(c) > 0x7F; });
    return plain.starts_with(kBeginning) ? Recognition::kCertain : Recognition::kNo;
  }

  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    const auto names = PartnerNames::load(context.tables, "foreign_assistance");
    if (!names) return std::unexpected(names.error());
    sink.source({SourceId("us-foreign-assistance"), "U.S. Foreign Assistance by Country",
                 "U.S. Agency for International Development and U.S. Department of State", "https://foreignassistance.gov/data",
                 "Public domain (work of the U.S. government)", "A", "ForeignAssistance.gov",
                 "Fiscal years October to September. Vintages differ about past years; constant dollars change their base year."});
    return Reading(file, *names, sink).read();
  }
};

}  // namespace

std::unique_ptr<Importer> make_foreign_assistance_importer() { return std::make_unique<ForeignAssistance>(); }

}  // namespace paraph
