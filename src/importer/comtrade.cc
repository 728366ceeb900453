#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "importer/country_codes.h"
#include "importer/formats.h"
#include "importer/json_table.h"
#include "importer/partner_names.h"
#include "importer/published_period.h"
#include "importer/published_value.h"

namespace paraph {
namespace {

enum Member : std::size_t {
  kType, kPeriod, kReporterCode, kReporterIso, kFlow, kPartnerCode, kPartnerIso, kPartnerName, kPartner2, kCommodity, kCustoms, kTransport, kSupply,
  kCif, kFob, kPrimary, kMembers
};
constexpr std::array<std::string_view, kMembers> kMemberNames = {
    "typeCode",     "period", "reporterCode", "reporterISO", "flowCode", "partnerCode", "partnerISO", "partnerDesc",
    "partner2Code", "cmdCode", "customsCode", "motCode",     "mosCode",  "cifvalue",    "fobvalue",   "primaryValue"};
constexpr std::uint64_t kRecordsAtOnce = 4096;

/// One pair and year stands in many records: by second partner, customs procedure, mode of transport and of supply. Each of these has
/// a record of its total, and only the record that is the total of all four is a figure of the pair. Nothing is ever summed here.
std::string_view part_of(std::string_view commodity, std::string_view partner2, std::string_view customs, std::string_view transport,
                         std::string_view supply) {
  if (commodity != "TOTAL") return "single commodity";
  if (!partner2.empty() && partner2 != "0") return "part by second partner";
  if (!customs.empty() && customs != "C00") return "part by customs procedure";
  if (!transport.empty() && transport != "0") return "part by mode of transport";
  if (!supply.empty() && supply != "0") return "part by mode of supply";
  return {};
}

class Records final : public RowTaker {
 public:
  Records(const CountryCodes& countries, const PartnerNames& numbers, ImportSink& sink) : countries_(countries), numbers_(numbers), sink_(sink) {}

  Result<void> take(const TableRow& row) override {
    if (row.names.size() != bound_) {
      bound_ = row.names.size();
      for (std::size_t i = 0; i < kMembers; ++i) {
        const auto found = std::ranges::find(row.names, kMemberNames[i]);
        at_[i] = found == row.names.end() ? SIZE_MAX : static_cast<std::size_t>(found - row.names.begin());
      }
    }
    if (at_[kFlow] == SIZE_MAX || at_[kPeriod] == SIZE_MAX) return {};  // The envelope of an answer without records.
    take_record(row);
    if (++count_ % kRecordsAtOnce == 0) return sink_.advance({count_, row.bytes});
    return {};
  }
  std::uint64_t count() const { return count_; }

 private:
  static std::string_view cell(const TableRow& row, std::size_t at) { return at < row.cells.size() ? row.cells[at] : std::string_view(); }

  void report(const TableRow& row, ProblemKind kind, Member member, std::string_view expected, std::string_view advice) {
    const std::string path = fmt::format("/data/{}", row.line - 1);
    sink_.problem({kind, {row.line, path}, kMemberNames[member], cell(row, at_[member]), expected, advice});
  }

  void take_record(const TableRow& row) {
    const auto value = [&](Member member) { return cell(row, at_[member]); };
    if (const std::string_view part = part_of(value(kCommodity), value(kPartner2), value(kCustoms), value(kTransport), value(kSupply));
        !part.empty()) {
      return sink_.skipped(part, 1);
    }
    const bool imports = value(kFlow) == "M";
    if (!imports && value(kFlow) != "X") return sink_.skipped("flow that is neither exports nor imports", 1);
    std::string reporter;
    std::string partner;
    RowClass row_class = RowClass::kCountry;
    RowClass reporter_class = RowClass::kCountry;
    if (!area(value(kReporterCode), value(kReporterIso), reporter, reporter_class) || reporter.empty()) {
      return report(row, ProblemKind::kUnknownCode, kReporterCode, "a reporter of ISO 3166-1 or M49", "nothing is guessed");
    }
    if (!area(value(kPartnerCode), value(kPartnerIso), partner, row_class)) {
      return report(row, ProblemKind::kUnknownCode, kPartnerCode, "a partner of ISO 3166-1, M49 or data/names/comtrade_areas.tsv",
                    "nothing is guessed: add the code there with its actor");
    }
    const auto period = read_published_period(value(kPeriod));
    if (!period) return report(row, ProblemKind::kBadRow, kPeriod, "a year or month: 2021, 202103", "");
    const Member own = imports ? kCif : kFob;
    const Member other = imports ? kFob : kCif;
    const Member used = !value(own).empty() ? own : !value(other).empty() && imports ? other : kPrimary;
    const auto amount = read_published_value(value(used));
    if (!amount) return report(row, ProblemKind::kBadRow, used, "an amount in US dollars", "");
    if (amount->mark == ValueMark::kBlank) return sink_.skipped("blank amount", 1);
    SeriesRow series;
    series.measure = imports ? "imports" : "exports";
    series.reporter = reporter;
    series.partner = partner;
    series.unit = "USD";
    series.basis = used == kCif ? "CIF" : used == kFob ? "FOB" : "";
    series.coverage = value(kType) == "C" ? "goods" : value(kType) == "S" ? "services" : "";
    series.row_class = row_class;
    series.partner_as_published = value(kPartnerName).empty() ? value(kPartnerIso) : value(kPartnerName);
    const std::string path = fmt::format("/data/{}", row.line - 1);
    FigureRow figure;
    figure.series = sink_.series(series);
    figure.period = sink_.period(*period);
    figure.value = amount->value;
    figure.mark = amount->mark;
    figure.place = {row.line, path};
    sink_.figure(figure);
  }

  bool area(std::string_view number, std::string_view iso, std::string& actor, RowClass& row_class) const {
    if (const PartnerName* name = numbers_.find(number, 0)) {
      actor = name->row_class == RowClass::kWorld ? "W00" : name->actor;
      row_class = name->row_class;
      return true;
    }
    // The number first: former states stand under the letters of their successors (YEM, VNM).
    const std::string* country = number.empty() ? countries_.by_alpha3(iso) : countries_.by_number(number);
    if (country == nullptr) return false;
    actor = *country;
    return true;
  }

  const CountryCodes& countries_;
  const PartnerNames& numbers_;
  ImportSink& sink_;
  std::array<std::size_t, kMembers> at_{};
  std::size_t bound_ = SIZE_MAX;
  std::uint64_t count_ = 0;
};

class Comtrade final : public Importer {
 public:
  const ImportFormat& format() const override {
    static constexpr ImportFormat kFormat{"comtrade", "UN Comtrade, answers of the API's version 1 (JSON)"};
    return kFormat;
  }
  Recognition recognise(const FileHead& head) const override {
    const bool mine = head.bytes.find("\"elapsedTime\"") != std::string_view::npos ||
                      (head.bytes.find("\"reporterCode\"") != std::string_view::npos && head.bytes.find("\"flowCode\"") != std::string_view::npos);
    return mine ? Recognition::kCertain : Recognition::kNo;
  }
  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    const auto countries = CountryCodes::load(context.tables);
    if (!countries) return std::unexpected(countries.error());
    const auto numbers = PartnerNames::load(context.tables, "comtrade_areas");
    if (!numbers) return std::unexpected(numbers.error());
    Source source;
    source.id = SourceId("un-comtrade");
    source.title = "UN Comtrade";
    source.publisher = "United Nations Statistics Division";
    source.url = "https://comtradeplus.un.org";
    source.licence = "UN Comtrade terms: no re-dissemination without permission";
    source.grade = "R";
    source.attribution = "United Nations Statistics Division, UN Comtrade";
    source.note = "Only totals over commodities, second partners, customs procedures and modes of transport and supply.";
    sink.source(source);
    Records records(*countries, *numbers, sink);
    if (auto done = read_json_rows(file, records); !done) return done;
    return sink.advance({records.count(), file.size()});
  }
};

}  // namespace

std::unique_ptr<Importer> make_comtrade_importer() { return std::make_unique<Comtrade>(); }

}  // namespace paraph
