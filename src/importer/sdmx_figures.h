#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "importer/country_codes.h"
#include "importer/importer.h"
#include "importer/indicators.h"
#include "importer/partner_names.h"

namespace paraph {

/// A component of a data structure and its value: {"REF_AREA", "UZ"}.
using SdmxValue = std::pair<std::string, std::string>;
using SdmxValues = std::vector<SdmxValue>;

/// What an SDMX component is for, told by its name as the agencies use it; case does not count.
enum class SdmxRole : std::uint8_t {
  kReporter, kPartner, kTime, kFrequency, kIndicator, kUnit, kPower, kValue, kStatus, kConfidential,
  kDimension,
  kRemark,  ///< An attribute that does not tell series apart.
};
SdmxRole sdmx_role(std::string_view component);

/// Turns SDMX observations into figures, whatever file they came in.
class SdmxFigures {
 public:
  explicit SdmxFigures(ImportSink& sink) : sink_(&sink) {}
  /// First of all.
  Result<void> load(const ImportContext& context);

  /// Where the data come from, as the header says; any may be empty.
  void begin(std::string_view agency, std::string_view flow, std::string_view prepared);
  /// Attributes of the whole data set, for what has none of its own.
  void data_set(SdmxValues values) { data_set_ = std::move(values); }
  /// Attributes of all series that agree with the group's other values.
  void group(SdmxValues values);

  /// One observation with everything that the file says about it: dimensions, attributes and OBS_VALUE.
  void observe(const SdmxValues& values, const FilePlace& place);
  /// The same in two parts: what a series shares is looked up once.
  void begin_series(const SdmxValues& values);
  void observe_in_series(const SdmxValues& values, const FilePlace& place);

  std::uint64_t observations() const { return observations_; }

 private:
  struct Meaning {
    bool good = false;
    std::string_view left_out;
    std::string column;
    std::string found;
    std::string_view expected;
    std::string_view advice;
    ProblemKind kind = ProblemKind::kUnknownCode;
    int power = 0;
    SeriesNumber series{};
  };

  SdmxRole role(const std::string& component);
  Meaning& meaning_of(const SdmxValues& values);
  Meaning read(const SdmxValues& values);
  bool read_area(const SdmxValue& value, std::string& actor, RowClass& row_class, Meaning& meaning) const;
  std::string_view attribute(const SdmxValues& values, SdmxRole wanted);
  void take(Meaning& meaning, const SdmxValues& values, const FilePlace& place);

  ImportSink* sink_;
  CountryCodes countries_;
  PartnerNames areas_;
  Indicators indicators_;
  std::string agency_;
  std::string flow_;
  SdmxValues data_set_;
  std::vector<SdmxValues> groups_;
  std::unordered_map<std::string, SdmxRole> roles_;
  std::unordered_map<std::string, Meaning> meanings_;
  std::unordered_map<std::string, std::optional<PeriodNumber>> periods_;
  std::map<std::string, bool> foreign_;  ///< Measures that were reported as the publisher's own.
  SdmxValues series_values_;
  Meaning* series_ = nullptr;
  std::string key_;
  std::uint64_t observations_ = 0;
};

}  // namespace paraph
