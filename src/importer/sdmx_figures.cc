#include "importer/sdmx_figures.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "importer/exact_figure.h"
#include "importer/published_period.h"
#include "importer/published_value.h"

namespace paraph {
namespace {

constexpr std::size_t kMostMeanings = 1U << 16;
constexpr std::size_t kMostGroups = 1U << 12;
constexpr std::size_t kLongestCode = 40;
constexpr int kMostPower = 30;

struct RoleName {
  std::string_view name;
  SdmxRole role;
};
constexpr auto kRoles = std::to_array<RoleName>({
    {"REF_AREA", SdmxRole::kReporter},          {"REPORTER", SdmxRole::kReporter},       {"REPORTER_COUNTRY", SdmxRole::kReporter},
    {"REPORTING_COUNTRY", SdmxRole::kReporter}, {"GEO", SdmxRole::kReporter},            {"COUNTRY", SdmxRole::kReporter},
    {"LOCATION", SdmxRole::kReporter},          {"COUNTERPART_AREA", SdmxRole::kPartner}, {"COUNTERPART_COUNTRY", SdmxRole::kPartner},
    {"VIS_A_VIS_AREA", SdmxRole::kPartner},     {"PARTNER", SdmxRole::kPartner},         {"PARTNER_COUNTRY", SdmxRole::kPartner},
    {"TIME_PERIOD", SdmxRole::kTime},           {"TIME", SdmxRole::kTime},               {"FREQ", SdmxRole::kFrequency},
    {"FREQUENCY", SdmxRole::kFrequency},        {"INDICATOR", SdmxRole::kIndicator},     {"SERIES", SdmxRole::kIndicator},
    {"UNIT", SdmxRole::kUnit},                  {"UNIT_MEASURE", SdmxRole::kUnit},       {"UNIT_MULT", SdmxRole::kPower},
    {"OBS_VALUE", SdmxRole::kValue},            {"OBS_STATUS", SdmxRole::kStatus},       {"CONF_STATUS", SdmxRole::kConfidential},
    {"CONF_STATUS_OBS", SdmxRole::kConfidential}, {"OBS_CONF", SdmxRole::kConfidential},
});

/// Attributes, as the agencies' structures name them. SCALE is one: the IMF's figures beside it are in units already.
constexpr auto kRemarks = std::to_array<std::string_view>({
    "ACTION", "AVAILABILITY", "BASE_PER", "BASE_YEAR", "COLLECTION", "COLL_METHOD", "COMMENT", "COMMENT_OBS", "COMMENT_TS", "COMPILATION",
    "CONTACT_EMAIL", "COUNTRY_UPDATE_DATE", "COVERAGE", "DECIMALS", "DECIMALS_DISPLAYED", "DISS_ORG", "DOM_SER_IDS", "EMBARGO_TIME",
    "NAT_TITLE", "OBS_COM", "OBS_PRE_BREAK", "OVERLAP", "PREF_SCALE", "PUBL_ECB", "PUBL_MU", "PUBL_PUBLIC", "REFERENCE_PERIOD",
    "REFERENCEPERIOD", "SCALE", "SOURCE", "SOURCE_AGENCY", "SOURCE_AGENCY_2", "SOURCE_PUB", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME",
    "TIME_FORMAT", "TITLE", "TITLE_COMPL", "UNIT_INDEX_BASE", "UPDATED",
});

constexpr auto kTotals = std::to_array<std::string_view>({"_T", "_Z", "T", "TOTAL", "TOT"});

struct UnitCode {
  std::string_view code;
  std::string_view unit;
  int power;
};
constexpr auto kUnitCodes = std::to_array<UnitCode>({
    {"CP_MEUR", "EUR", 6}, {"MIO_EUR", "EUR", 6}, {"THS_EUR", "EUR", 3}, {"MIO_USD", "USD", 6}, {"PS", "people", 0}, {"PC", "percent", 0},
    {"PT", "percent", 0}, {"NR", "people", 0},
});

std::string_view value_of(const SdmxValues& values, std::string_view component) {
  const auto found = std::ranges::find(values, component, &SdmxValue::first);
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

template <typename T>
Result<void> keep(Result<T> loaded, T& kept) {
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  kept = std::move(*loaded);
  return {};
}

}  // namespace

SdmxRole sdmx_role(std::string_view component) {
  std::string upper(component);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  if (const auto* known = std::ranges::find(kRoles, std::string_view(upper), &RoleName::name); known != kRoles.end()) return known->role;
  return std::ranges::find(kRemarks, std::string_view(upper)) != kRemarks.end() ? SdmxRole::kRemark : SdmxRole::kDimension;
}

Result<void> SdmxFigures::load(const ImportContext& context) {
  if (auto done = keep(CountryCodes::load(context.tables), countries_); !done) return done;
  if (auto done = keep(PartnerNames::load(context.tables, "sdmx_areas"), areas_); !done) return done;
  return indicators_.load(context.tables);
}

void SdmxFigures::begin(std::string_view agency, std::string_view flow, std::string_view prepared) {
  agency_ = agency.substr(0, agency.find('.'));
  flow_ = flow;
  Source source;
  std::string id = agency_.empty() && flow_.empty() ? "sdmx" : agency_ + (flow_.empty() ? "" : "-" + flow_);
  for (char& c : id) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
  }
  source.id = SourceId(id.substr(0, 60));
  source.title = flow_.empty() ? "SDMX data" : flow_;
  source.publisher = agency_;
  sink_->source(source);
  if (const auto when = read_published_period(prepared.substr(0, 10))) sink_->published(*when, "Prepared, in the file's header");
}

SdmxRole SdmxFigures::role(const std::string& component) {
  const auto found = roles_.find(component);
  if (found != roles_.end()) return found->second;
  if (roles_.size() > kMostMeanings) roles_.clear();
  return roles_.emplace(component, sdmx_role(component)).first->second;
}

/// Of a group only what may change a figure is kept.
void SdmxFigures::group(SdmxValues values) {
  const bool tells = std::ranges::any_of(values, [&](const SdmxValue& value) {
    const SdmxRole what = role(value.first);
    return what == SdmxRole::kUnit || what == SdmxRole::kPower || what == SdmxRole::kConfidential;
  });
  if (!tells) return;
  if (groups_.size() >= kMostGroups) {
    return sink_->problem({ProblemKind::kOddity, {}, "Group", "more groups with units", "no more than 4,096",
                           "units of further groups are not read"});
  }
  groups_.push_back(std::move(values));
}

/// The series' own value, else that of a group that it belongs to, else the data set's.
std::string_view SdmxFigures::attribute(const SdmxValues& values, SdmxRole wanted) {
  const auto in = [&](const SdmxValues& pairs) -> std::string_view {
    for (const SdmxValue& value : pairs) {
      if (role(value.first) == wanted && !value.second.empty()) return value.second;
    }
    return {};
  };
  if (const std::string_view own = in(values); !own.empty()) return own;
  for (const SdmxValues& group : groups_) {
    const bool agrees = std::ranges::all_of(group, [&](const SdmxValue& value) {
      const std::string_view here = value_of(values, value.first);
      return here.empty() || here == value.second;
    });
    if (agrees && !in(group).empty()) return in(group);
  }
  return in(data_set_);
}

bool SdmxFigures::read_area(const SdmxValue& value, std::string& actor, RowClass& row_class, Meaning& meaning) const {
  // The list comes first: EL and UK are Greece and the United Kingdom for Eurostat, whatever ISO makes of them.
  if (const PartnerName* area = areas_.find(value.second, 0)) {
    actor = area->row_class == RowClass::kWorld ? "W00" : area->actor;
    row_class = area->row_class;
    return true;
  }
  if (const std::string* country = countries_.by_code(value.second)) {
    actor = *country;
    return true;
  }
  meaning.column = value.first;
  meaning.found = value.second;
  meaning.expected = "an ISO 3166-1 code or an area of data/names/sdmx_areas.tsv";
  meaning.advice = "nothing is guessed: add the code there with its actor";
  return false;
}

SdmxFigures::Meaning SdmxFigures::read(const SdmxValues& values) {
  Meaning meaning;
  std::string reporter;
  std::string partner;
  RowClass reporter_class = RowClass::kCountry;
  SeriesRow row;
  std::string own_measure;
  const Indicator* indicator = nullptr;
  bool narrowed = false;
  bool area = false;
  std::string_view partner_text;
  for (const SdmxValue& value : values) {
    switch (role(value.first)) {
      case SdmxRole::kReporter:
        area = true;
        if (!read_area(value, reporter, reporter_class, meaning)) return meaning;
        break;
      case SdmxRole::kPartner:
        partner_text = value.second;
        if (!read_area(value, partner, row.row_class, meaning)) return meaning;
        break;
      case SdmxRole::kIndicator: indicator = indicators_.find(value.second); [[fallthrough]];
      case SdmxRole::kDimension:
        if (value.second.empty() || value.second.size() > kLongestCode || value.second.find(' ') != std::string::npos) break;
        own_measure += (own_measure.empty() ? "" : ".") + value.second;
        if (role(value.first) == SdmxRole::kDimension && std::ranges::find(kTotals, value.second) == kTotals.end()) narrowed = true;
        break;
      default: break;
    }
  }
  if (area && reporter_class != RowClass::kCountry && reporter != "EU") {
    meaning.left_out = "group of countries that the publisher adds up";
    return meaning;
  }
  if (!area || reporter.empty()) {
    meaning.column = "REF_AREA";
    meaning.expected = "a dimension that names the reporter: REF_AREA, REPORTER, GEO, COUNTRY";
    meaning.advice = "who publishes figures need not be whom they are about; such figures are not kept";
    return meaning;
  }
  if (narrowed) indicator = nullptr;
  own_measure = fmt::format("{}:{}:{}", agency_, flow_, own_measure);
  std::string unit(attribute(values, SdmxRole::kUnit));
  if (const auto* known = std::ranges::find(kUnitCodes, std::string_view(unit), &UnitCode::code); known != kUnitCodes.end()) {
    unit = known->unit;
    meaning.power = known->power;
  }
  if (const std::string_view power = attribute(values, SdmxRole::kPower); !power.empty()) {
    const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), meaning.power);
    if (error != std::errc() || end != power.data() + power.size() || meaning.power < -kMostPower || meaning.power > kMostPower) {
      meaning.kind = ProblemKind::kBadRow;
      meaning.column = "UNIT_MULT";
      meaning.found = power;
      meaning.expected = "a power of ten: 0, 3, 6";
      return meaning;
    }
  }
  if (indicator != nullptr) {
    row.measure = indicator->measure;
    row.unit = indicator->unit;
    row.basis = indicator->basis;
    row.coverage = indicator->coverage;
    row.price_basis = indicator->price_basis;
  } else {
    row.measure = own_measure;
    row.unit = unit;
    if (foreign_.size() < 1000 && foreign_.emplace(own_measure, true).second) {
      sink_->problem({ProblemKind::kOddity, {}, "", own_measure, "an indicator of data/measures/indicators.tsv",
                      "the figures are kept under the publisher's own code; no claim asks for them"});
    }
  }
  row.reporter = reporter;
  row.partner = partner;
  row.partner_as_published = partner_text;
  meaning.series = sink_->series(row);
  meaning.good = true;
  return meaning;
}

SdmxFigures::Meaning& SdmxFigures::meaning_of(const SdmxValues& values) {
  key_.clear();
  for (const SdmxValue& value : values) {
    const SdmxRole what = role(value.first);
    if (what == SdmxRole::kTime || what == SdmxRole::kValue || what == SdmxRole::kStatus || what == SdmxRole::kRemark) continue;
    key_.append(value.first).append(1, '=').append(value.second).append(1, '\x1f');
  }
  if (meanings_.size() > kMostMeanings) {
    meanings_.clear();
    series_ = nullptr;
  }
  const auto found = meanings_.find(key_);
  if (found != meanings_.end()) return found->second;
  Meaning meaning = read(values);
  return meanings_.emplace(key_, std::move(meaning)).first->second;
}

void SdmxFigures::begin_series(const SdmxValues& values) {
  series_values_ = values;
  series_ = &meaning_of(values);
}

void SdmxFigures::observe_in_series(const SdmxValues& values, const FilePlace& place) {
  const bool whole = std::ranges::all_of(values, [&](const SdmxValue& value) {
    const SdmxRole what = role(value.first);
    return what == SdmxRole::kTime || what == SdmxRole::kValue || what == SdmxRole::kStatus || what == SdmxRole::kRemark ||
           what == SdmxRole::kConfidential;
  });
  const bool dated = whole && std::ranges::any_of(values, [&](const SdmxValue& value) { return role(value.first) == SdmxRole::kTime; });
  if (dated && series_ != nullptr) return take(*series_, values, place);
  SdmxValues both = series_values_;
  both.insert(both.end(), values.begin(), values.end());
  take(meaning_of(both), both, place);
}

void SdmxFigures::observe(const SdmxValues& values, const FilePlace& place) { take(meaning_of(values), values, place); }

void SdmxFigures::take(Meaning& meaning, const SdmxValues& values, const FilePlace& place) {
  ++observations_;
  if (!meaning.good) {
    if (!meaning.left_out.empty()) return sink_->skipped(meaning.left_out, 1);
    return sink_->problem({meaning.kind, place, meaning.column, meaning.found, meaning.expected, meaning.advice});
  }
  FigureRow figure;
  std::string_view text;
  std::string_view confidential;
  const std::string* when = nullptr;
  for (const SdmxValue& value : values) {
    switch (role(value.first)) {
      case SdmxRole::kTime: when = &value.second; break;
      case SdmxRole::kValue: text = value.second; break;
      case SdmxRole::kStatus: figure.status = value.second; break;
      case SdmxRole::kConfidential: confidential = value.second; break;
      default: break;
    }
  }
  if (when == nullptr) return sink_->problem({ProblemKind::kBadRow, place, "TIME_PERIOD", "", "a period", "figures without a time are not kept"});
  if (periods_.size() > kMostMeanings) periods_.clear();
  auto period = periods_.find(*when);
  if (period == periods_.end()) {
    const auto read_period = read_published_period(*when);
    period = periods_.emplace(*when, read_period ? std::optional(sink_->period(*read_period)) : std::nullopt).first;
  }
  if (!period->second) return sink_->problem({ProblemKind::kBadRow, place, "TIME_PERIOD", *when, "a period: 2021, 2021-Q1, 2021-03", ""});
  const auto value = read_published_value(text);
  if (!value) return sink_->problem({ProblemKind::kBadRow, place, "OBS_VALUE", text, "a figure, or NaN", ""});
  figure.mark = value->mark;
  if (figure.mark != ValueMark::kFigure) {
    const bool withheld = confidential == "C" || confidential == "N" || confidential == "S" || confidential == "D" || figure.status == "Q";
    const bool missing = figure.status == "M" || figure.status == "L" || figure.status == "O";
    if (withheld) {
      figure.mark = ValueMark::kConfidential;
    } else if (missing) {
      figure.mark = ValueMark::kNotAvailable;
    }
  }
  const auto shifted = times_power(value->value, meaning.power);
  if (!shifted) return sink_->problem({ProblemKind::kBadRow, place, "OBS_VALUE", text, "a figure of no more than 36 digits", ""});
  figure.value = *shifted;
  figure.series = meaning.series;
  figure.period = *period->second;
  figure.place = place;
  sink_->figure(figure);
}

}  // namespace paraph
