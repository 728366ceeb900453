#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "importer/formats.h"
#include "importer/json_stream.h"
#include "importer/sdmx_figures.h"
#include "importer/sdmx_json_structure.h"

namespace paraph {
namespace {

constexpr std::uint64_t kObservationsAtOnce = 4096;
constexpr std::size_t kMostInSeries = std::size_t{1} << 20;

/// "0:3:1" as numbers; empty when it is something else.
std::optional<std::vector<std::size_t>> numbers_of(std::string_view key) {
  std::vector<std::size_t> numbers;
  while (true) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    if (error != std::errc()) return std::nullopt;
    numbers.push_back(number);
    key.remove_prefix(static_cast<std::size_t>(end - key.data()));
    if (key.empty()) return numbers;
    if (key.front() != ':') return std::nullopt;
    key.remove_prefix(1);
  }
}

/// An element of an attribute array or observation: a number, a text, or nothing.
struct Scalar {
  std::string text;
  bool number = false;
};

/// The second reading: data sets, whose keys and numbers the first one made plain.
class DataSets final : public JsonEvents {
 public:
  DataSets(const ByteSource& file, const SdmxJsonHeader& header, SdmxFigures& figures, ImportSink& sink)
      : file_(file), header_(header), figures_(figures), sink_(sink) {}

  Result<void> begin_object() override {
    enter();
    const std::size_t depth = levels_.size();
    if (data_set_ == 0 && depth >= 3 && levels_[depth - 2] == "dataSets" && levels_.back() == "*") {
      data_set_ = depth;
      structure_ = &header_.structures.front();
      attributes_.clear();
      deleting_ = false;
      figures_.data_set(dimensions_of_data_set());
    } else if (in_series()) {
      series_key_ = levels_.back();
      series_attributes_.clear();
      pending_.clear();
    }
    return {};
  }
  Result<void> end_object() override {
    Result<void> done;
    if (in_series()) done = flush();
    if (levels_.size() == data_set_) data_set_ = 0;
    levels_.pop_back();
    return done;
  }
  Result<void> begin_array() override {
    enter();
    if (array_ == 0 && (in_observation() || in_attributes())) {
      array_ = levels_.size();
      scalars_.clear();
    } else if (array_ > 0 && levels_.size() == array_ + 1) {
      scalars_.push_back({});  // Several values at once: none of what changes a figure.
    }
    return {};
  }
  Result<void> end_array() override {
    Result<void> done;
    if (array_ == levels_.size()) {
      array_ = 0;
      done = take_array();
    }
    levels_.pop_back();
    return done;
  }
  Result<void> key(std::string_view name) override {
    key_ = name;
    return {};
  }
  Result<void> text(std::string_view value) override { return scalar(value, false); }
  Result<void> number(std::string_view written) override { return scalar(written, true); }
  Result<void> boolean(bool value) override { return scalar(value ? "true" : "false", false); }
  Result<void> null() override { return scalar("", false); }

  JsonPlace place;

 private:
  struct Observation {
    std::string key;
    std::vector<Scalar> scalars;
    std::uint64_t line;
  };

  void enter() {
    std::string name = std::exchange(key_, {});
    levels_.push_back(name.empty() ? "*" : std::move(name));
  }
  bool in_series() const { return data_set_ > 0 && levels_.size() == data_set_ + 2 && levels_[data_set_] == "series"; }
  /// Of the data set or of a series.
  bool in_attributes() const {
    return data_set_ > 0 && levels_.back() == "attributes" && (levels_.size() == data_set_ + 1 || (levels_.size() == data_set_ + 3 && levels_[data_set_] == "series"));
  }
  bool in_observation() const { return data_set_ > 0 && levels_.size() > data_set_ + 1 && levels_[levels_.size() - 2] == "observations"; }

  Result<void> scalar(std::string_view value, bool number) {
    const std::string name = std::exchange(key_, {});
    if (array_ > 0) {
      if (levels_.size() == array_) scalars_.push_back({std::string(value), number});
      return {};
    }
    if (data_set_ == 0 || levels_.size() != data_set_) return {};
    if (name == "action") deleting_ = value == "Delete";
    if (name == "structure") {
      std::size_t index = header_.structures.size();
      std::from_chars(value.data(), value.data() + value.size(), index);
      if (index >= header_.structures.size()) {
        return fail(ErrorCode::kMalformed, fmt::format("{}:{}: the data set's structure {} does not exist", file_.name(), place.line, value));
      }
      structure_ = &header_.structures[index];
      figures_.data_set(dimensions_of_data_set());
    }
    return {};
  }

  SdmxValues dimensions_of_data_set() const {
    SdmxValues values;
    for (const SdmxComponent& dimension : structure_->data_set_dimensions) {
      if (dimension.values.size() == 1) values.emplace_back(dimension.id, dimension.values.front());
    }
    return values;
  }

  /// Attributes by number, or as they are where their structure lists no values.
  static void add_attributes(const std::vector<SdmxComponent>& components, const std::vector<Scalar>& scalars, std::size_t from, SdmxValues& values) {
    for (std::size_t i = 0; i < components.size() && from + i < scalars.size(); ++i) {
      const Scalar& scalar = scalars[from + i];
      if (scalar.text.empty()) continue;
      std::size_t index = 0;
      const auto [end, error] = std::from_chars(scalar.text.data(), scalar.text.data() + scalar.text.size(), index);
      const bool points = scalar.number && !components[i].values.empty() && error == std::errc() && end == scalar.text.data() + scalar.text.size();
      if (points && index >= components[i].values.size()) continue;
      values.emplace_back(components[i].id, points ? components[i].values[index] : scalar.text);
    }
  }

  bool add_dimensions(const std::vector<SdmxComponent>& dimensions, std::string_view key, SdmxValues& values) const {
    const auto numbers = numbers_of(key);
    if (!numbers || numbers->size() != dimensions.size()) return false;
    for (std::size_t i = 0; i < numbers->size(); ++i) {
      if ((*numbers)[i] >= dimensions[i].values.size()) return false;
      values.emplace_back(dimensions[i].id, dimensions[i].values[(*numbers)[i]]);
    }
    return true;
  }

  Result<void> take_array() {
    if (levels_.back() == "attributes" && levels_.size() == data_set_ + 1) {
      attributes_ = dimensions_of_data_set();
      add_attributes(structure_->data_set_attributes, scalars_, 0, attributes_);
      figures_.data_set(attributes_);
      return {};
    }
    if (levels_.back() == "attributes") {
      series_attributes_ = std::move(scalars_);
      return {};
    }
    Observation observation{levels_.back(), std::move(scalars_), place.line};
    scalars_ = {};
    if (levels_[data_set_] != "series") return take({}, observation);
    if (pending_.size() >= kMostInSeries) {
      return fail(ErrorCode::kLimitExceeded, fmt::format("{}:{}: a series of more than a million observations", file_.name(), place.line));
    }
    pending_.push_back(std::move(observation));
    return {};
  }

  /// At a series' end, when its attributes are known wherever they stood.
  Result<void> flush() {
    SdmxValues values = dimensions_of_data_set();
    if (!add_dimensions(structure_->series_dimensions, series_key_, values)) {
      sink_.problem({ProblemKind::kBadRow, {place.line, {}}, "series", series_key_, "numbers of values of each dimension", ""});
      return {};
    }
    add_attributes(structure_->series_attributes, series_attributes_, 0, values);
    for (const Observation& observation : pending_) {
      if (auto done = take(values, observation); !done) return done;
    }
    pending_.clear();
    return {};
  }

  Result<void> take(SdmxValues values, const Observation& observation) {
    if (values.empty()) values = dimensions_of_data_set();
    const std::size_t measures = structure_->measures == 0 ? 1 : structure_->measures;
    if (measures != 1) {
      return fail(ErrorCode::kUnsupported, fmt::format("{}:{}: {} measures an observation; only one can be read", file_.name(), observation.line, measures));
    }
    if (deleting_) {
      sink_.skipped("deletion that the publisher asks for", 1);
      return {};
    }
    if (!add_dimensions(structure_->observation_dimensions, observation.key, values)) {
      sink_.problem({ProblemKind::kBadRow, {observation.line, {}}, "observation", observation.key, "numbers of values of each dimension", ""});
      return {};
    }
    add_attributes(structure_->observation_attributes, observation.scalars, measures, values);
    values.emplace_back("OBS_VALUE", observation.scalars.empty() ? "" : observation.scalars.front().text);
    figures_.observe(values, {observation.line, observation.key});
    if (figures_.observations() % kObservationsAtOnce != 0) return {};
    return sink_.advance({figures_.observations(), place.bytes});
  }

  const ByteSource& file_;
  const SdmxJsonHeader& header_;
  SdmxFigures& figures_;
  ImportSink& sink_;
  const SdmxJsonStructure* structure_ = nullptr;
  std::vector<std::string> levels_;
  std::string key_;
  std::string series_key_;
  SdmxValues attributes_;
  std::vector<Scalar> series_attributes_;
  std::vector<Scalar> scalars_;
  std::vector<Observation> pending_;
  std::size_t data_set_ = 0;  ///< Depth of the data set's object, 0 outside.
  std::size_t array_ = 0;     ///< Depth of the array that is collected.
  bool deleting_ = false;
};

class SdmxJson final : public Importer {
 public:
  const ImportFormat& format() const override {
    static constexpr ImportFormat kFormat{"sdmx-json", "SDMX-JSON 1.0 and 2.0, data"};
    return kFormat;
  }
  Recognition recognise(const FileHead& head) const override {
    const std::size_t first = head.bytes.find_first_not_of(" \r\n\t\xEF\xBB\xBF");
    if (first == std::string_view::npos || head.bytes[first] != '{') return Recognition::kNo;
    const auto has = [&](std::string_view text) { return head.bytes.find(text) != std::string_view::npos; };
    if (has("sdmx-json-data-schema")) return Recognition::kCertain;
    return has("\"prepared\"") && has("\"sender\"") && (has("\"dataSets\"") || has("\"structure\"")) ? Recognition::kCertain : Recognition::kNo;
  }
  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    const auto header = read_sdmx_json_header(file);
    if (!header) return std::unexpected(header.error());
    SdmxFigures figures(sink);
    if (auto done = figures.load(context); !done) return done;
    const SdmxJsonStructure& first = header->structures.front();
    figures.begin(first.agency.empty() ? header->sender : first.agency, first.flow, header->prepared);
    DataSets data(file, *header, figures, sink);
    if (auto done = read_json(file, false, data, data.place); !done) return done;
    return sink.advance({figures.observations(), data.place.bytes});
  }
};

}  // namespace

std::unique_ptr<Importer> make_sdmx_json_importer() { return std::make_unique<SdmxJson>(); }

}  // namespace paraph
