#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "importer/formats.h"
#include "importer/sdmx_figures.h"
#include "importer/xml_stream.h"

namespace paraph {
namespace {

constexpr std::uint64_t kObservationsAtOnce = 4096;
constexpr std::size_t kMostValues = 1000;

/// "ECB:EXR(1.0)" at the end of a URN: agency and id.
std::pair<std::string, std::string> flow_of_urn(std::string_view urn) {
  const std::size_t equals = urn.rfind('=');
  if (equals != std::string_view::npos) urn.remove_prefix(equals + 1);
  const std::size_t colon = urn.find(':');
  if (colon == std::string_view::npos) return {};
  return {std::string(urn.substr(0, colon)), std::string(urn.substr(colon + 1, urn.find('(', colon) - colon - 1))};
}

/// Generic and structure-specific data of 2.0, 2.1 and 3.0, told apart element by element: the first writes <Value id= value=>,
/// the second writes components as attributes.
class Message final : public XmlEvents {
 public:
  Message(const ByteSource& file, SdmxFigures& figures, ImportSink& sink) : file_(file), figures_(figures), sink_(sink) {}

  Result<void> begin(std::string_view name, const XmlAttributes& attributes) override {
    name = local_part(name);
    text_.clear();
    if (++depth_ == 1) return begin_message(name);
    if (in_header_) return begin_header(name, attributes);
    if (name == "Header") {
      in_header_ = true;
    } else if (name == "DataSet") {
      begin_data_set(attributes);
    } else if (name == "Footer") {
      in_footer_ = true;
    } else if (!in_data_set_) {
      return {};
    } else if (name == "Series") {
      series_.clear();
      opened_ = false;
      add_all(attributes, series_);
      level_ = &series_;
    } else if (name == "Obs") {
      if (!opened_) open_series();
      observation_.clear();
      add_all(attributes, observation_);
      level_ = &observation_;
      line_ = place.line;
    } else if (name == "Group" || name == "Atts") {
      group_.clear();
      add_all(attributes, group_);
      level_ = &group_;
    } else if (name == "Value" || name == "ObsDimension" || name == "ObsValue") {
      return begin_value(name, attributes);
    } else if (name == "Attributes" && level_ == nullptr) {
      level_ = &data_set_;
    } else if (name == "Comp") {
      in_complex_ = true;
    }
    return {};
  }

  Result<void> end(std::string_view name) override {
    name = local_part(name);
    --depth_;
    if (name == "Header") {
      in_header_ = false;
      figures_.begin(agency_.empty() ? sender_ : agency_, flow_, prepared_);
      begun_ = true;
    } else if (in_header_) {
      if (name == "Prepared") prepared_ = text_;
      if (name == "DataSetAction" && text_ == "Delete") action_ = text_;
      if (name == "StructureUsage" || name == "Structure") take_urn();
    } else if (name == "Text" && in_footer_) {
      sink_.problem({ProblemKind::kOddity, {place.line, {}}, "Footer", text_, "data alone", "the publisher's own remark about this file"});
    } else if (name == "Footer") {
      in_footer_ = false;
    } else if (name == "Comp") {
      in_complex_ = false;
    } else if (name == "Time" && level_ == &observation_) {
      observation_.emplace_back("TIME_PERIOD", text_);
    } else if (name == "Obs") {
      return end_observation();
    } else if (name == "Series") {
      level_ = nullptr;
      series_.clear();
    } else if (name == "Group" || name == "Atts") {
      figures_.group(std::move(group_));
      group_.clear();
      level_ = nullptr;
    } else if (name == "Attributes" && level_ == &data_set_) {
      level_ = nullptr;
      figures_.data_set(data_set_);
    } else if (name == "DataSet") {
      in_data_set_ = false;
      any_data_set_ = true;
    }
    return {};
  }

  void text(std::string_view piece) override {
    if (text_.size() < 4096) text_ += piece;
  }

  bool any_data_set() const { return any_data_set_ || begun_; }
  XmlPlace place;

 private:
  Result<void> begin_message(std::string_view name) {
    if (name == "Structure" || name == "RegistryInterface" || name == "GenericMetadata") {
      return fail(ErrorCode::kUnsupported,
                  fmt::format("{}: describes structures and holds no figures; import the data message that goes with it", file_.name()));
    }
    if (name == "Error") return fail(ErrorCode::kUnsupported, fmt::format("{}: is the service's error message, not data; ask it again", file_.name()));
    const bool data = name.ends_with("Data") || name == "MessageGroup";
    if (!data) return fail(ErrorCode::kUnsupported, fmt::format("{}: begins with <{}>, no SDMX data message", file_.name(), name));
    return {};
  }

  Result<void> begin_header(std::string_view name, const XmlAttributes& attributes) {
    if (name == "Sender" && sender_.empty()) sender_ = attributes.text("id");
    if (name == "Structure") dimension_ = attributes.text("dimensionAtObservation");
    if (name == "Ref" && agency_.empty()) {
      agency_ = attributes.text("agencyID");
      flow_ = attributes.text("id");
    }
    return {};
  }

  void take_urn() {
    const auto [agency, flow] = flow_of_urn(text_);
    if (agency.empty() || !agency_.empty()) return;
    agency_ = agency;
    flow_ = flow;
  }

  void begin_data_set(const XmlAttributes& attributes) {
    if (!begun_) {
      figures_.begin(agency_.empty() ? sender_ : agency_, flow_, prepared_);
      begun_ = true;
    }
    in_data_set_ = true;
    level_ = nullptr;
    series_.clear();
    opened_ = false;
    data_set_.clear();
    add_all(attributes, data_set_);
    const std::string_view action = attributes.text("action");
    deleting_ = action == "Delete" || action == "D" || (action.empty() && action_ == "Delete");
    figures_.data_set(data_set_);
  }

  /// Attributes without prefix are components; those with one say how to read the element.
  static void add_all(const XmlAttributes& attributes, SdmxValues& values) {
    attributes.each([&](std::string_view name, std::string_view value) {
      if (name.find(':') == std::string_view::npos && values.size() < kMostValues) values.emplace_back(name, value);
    });
  }

  Result<void> begin_value(std::string_view name, const XmlAttributes& attributes) {
    if (in_complex_ || level_ == nullptr) return {};
    // A generic element's own attributes are no components.
    const std::string_view value = attributes.text("value");
    std::string_view component = attributes.text("id");
    if (component.empty()) component = attributes.text("concept");
    if (name == "ObsValue") component = "OBS_VALUE";
    if (name == "ObsDimension" && component.empty()) component = dimension_.empty() ? std::string_view("TIME_PERIOD") : dimension_;
    if (component.empty()) {
      return fail(ErrorCode::kMalformed, fmt::format("{}:{}: a value that names no component; is this SDMX?", file_.name(), place.line));
    }
    if (level_->size() < kMostValues) level_->emplace_back(component, value);
    return {};
  }

  void open_series() {
    opened_ = true;
    if (!series_.empty()) figures_.begin_series(series_);
  }

  Result<void> end_observation() {
    level_ = series_.empty() ? nullptr : &series_;
    if (deleting_) {
      sink_.skipped("deletion that the publisher asks for", 1);
    } else if (series_.empty()) {
      figures_.observe(observation_, {line_, {}});
    } else {
      figures_.observe_in_series(observation_, {line_, {}});
    }
    if (figures_.observations() % kObservationsAtOnce != 0) return {};
    return sink_.advance({figures_.observations(), place.bytes});
  }

  const ByteSource& file_;
  SdmxFigures& figures_;
  ImportSink& sink_;
  SdmxValues data_set_;
  SdmxValues group_;
  SdmxValues series_;
  SdmxValues observation_;
  SdmxValues* level_ = nullptr;
  std::string text_;
  std::string sender_;
  std::string agency_;
  std::string flow_;
  std::string prepared_;
  std::string dimension_;
  std::string action_;
  std::uint64_t line_ = 0;
  int depth_ = 0;
  bool in_header_ = false;
  bool in_footer_ = false;
  bool in_data_set_ = false;
  bool in_complex_ = false;
  bool begun_ = false;
  bool opened_ = false;
  bool deleting_ = false;
  bool any_data_set_ = false;
};

class SdmxMl final : public Importer {
 public:
  const ImportFormat& format() const override {
    static constexpr ImportFormat kFormat{"sdmx-ml", "SDMX-ML 2.1 and 3.0, generic and structure-specific data (XML)"};
    return kFormat;
  }
  Recognition recognise(const FileHead& head) const override {
    return head.bytes.find("SDMX.org/resources/SDMXML/") != std::string_view::npos ||
                   head.bytes.find("sdmx.org/resources/sdmxml/") != std::string_view::npos
               ? (head.bytes.find('<') < 10 ? Recognition::kCertain : Recognition::kNo)
               : Recognition::kNo;
  }
  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    SdmxFigures figures(sink);
    if (auto done = figures.load(context); !done) return done;
    Message message(file, figures, sink);
    if (auto done = read_xml(file, message, message.place); !done) return done;
    return sink.advance({figures.observations(), message.place.bytes});
  }
};

}  // namespace

std::unique_ptr<Importer> make_sdmx_ml_importer() { return std::make_unique<SdmxMl>(); }

}  // namespace paraph
