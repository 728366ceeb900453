#include "importer/formats.h"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "importer/importer.h"
#include "importer/mapped_importer.h"

namespace paraph {
namespace {

/// One line a format; where two recognise a file equally surely, the file is ambiguous.
constexpr auto kMakers = std::to_array<std::unique_ptr<Importer> (*)()>({
    make_foreign_assistance_importer,
    make_census_importer,
    make_sdmx_ml_importer,
    make_sdmx_csv_importer,
    make_sdmx_json_importer,
    make_imf_json_importer,
    make_comtrade_importer,
    make_iati_importer,
    make_historian_importer,
    make_world_bank_json_importer,
    make_census_api_importer,
    [] { return make_table_importer("imf-dots-panel", "IMF Direction of Trade Statistics, one column a year (CSV)"); },
    [] { return make_table_importer("imf-dots-series", "IMF Direction of Trade Statistics, one row a pair and year (CSV)"); },
    [] { return make_table_importer("imf-dots-workbook", "IMF Direction of Trade Statistics, one workbook a reporter (XLSX)"); },
    [] { return make_table_importer("uzstat", "Uzbekistan, trade by country (CSV)"); },
    [] { return make_table_importer("kzstat", "Kazakhstan, trade by country (XLS)"); },
    [] { return make_table_importer("kgstat", "Kyrgyzstan, trade by country (XLSX)"); },
    [] { return make_table_importer("armstat", "Armenia, trade by country and month (CSV)"); },
    [] { return make_table_importer("world-bank-table", "World Bank, one column a year (CSV)"); },
    [] { return make_table_importer("world-bank-net-aid", "World Development Indicators, US net bilateral aid (CSV)"); },
});

struct Formats {
  std::array<std::unique_ptr<Importer>, kMakers.size()> owned;
  std::array<const Importer*, kMakers.size()> seen;

  Formats() {
    for (std::size_t i = 0; i < kMakers.size(); ++i) {
      owned[i] = kMakers[i]();
      seen[i] = owned[i].get();
    }
  }
};

std::string format_ids() {
  std::string ids;
  for (const Importer* importer : importers()) ids.append(ids.empty() ? "" : ", ").append(importer->format().id);
  return ids;
}

}  // namespace

std::span<const Importer* const> importers() {
  static const Formats formats;
  return formats.seen;
}

Result<const Importer*> importer_of(const FileHead& head) {
  const Importer* best = nullptr;
  const Importer* rival = nullptr;
  Recognition surest = Recognition::kMaybe;
  for (const Importer* importer : importers()) {
    const Recognition sure = importer->recognise(head);
    if (sure > surest) {
      best = importer;
      rival = nullptr;
      surest = sure;
    } else if (sure == surest && best != nullptr) {
      rival = importer;
    }
  }
  if (best == nullptr) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("{}: is in none of the formats that can be imported ({}); describe a table with: paraph data map {}", head.name,
                            format_ids(), head.name));
  }
  if (rival != nullptr) {
    return fail(ErrorCode::kConflict, fmt::format("{}: may be {} or {}; say which with --as", head.name, best->format().id,
                                                  rival->format().id));
  }
  return best;
}

Result<const Importer*> importer_named(std::string_view id) {
  for (const Importer* importer : importers()) {
    if (importer->format().id == id) return importer;
  }
  return fail(ErrorCode::kNotFound, fmt::format("\"{}\" is no format; it is one of {}", id, format_ids()));
}

}  // namespace paraph
