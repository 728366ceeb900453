#include <utility>
#include <vector>

#include <fmt/format.h>

#include "importer/formats.h"
#include "importer/json_stream.h"
#include "importer/sdmx_figures.h"

namespace paraph {
namespace {

constexpr std::uint64_t kObservationsAtOnce = 4096;
constexpr std::size_t kMostValues = 1000;

/// The answer is SDMX-ML 2.0 compact data as JSON: attributes are members that begin with @, and what could be a list of one is
/// written without its brackets.
class Answer final : public JsonEvents {
 public:
  Answer(const ByteSource& file, SdmxFigures& figures, ImportSink& sink) : file_(file), figures_(figures), sink_(sink) {}

  Result<void> begin_object() override {
    path_.push_back(std::exchange(key_, {}));
    if (path_.size() > 1 && path_.back().empty()) path_.back() = path_[path_.size() - 2];  // One of a list.
    if (path_.back() == "Series") {
      series_.clear();
      opened_ = false;
    } else if (path_.back() == "Obs") {
      observation_.clear();
    } else if (path_.back() == "DataSet" && !begun_) {
      begin();
    }
    return {};
  }
  Result<void> end_object() override {
    const std::string ended = std::move(path_.back());
    path_.pop_back();
    if (ended != "Obs") return {};
    if (!opened_) {
      opened_ = true;
      figures_.begin_series(series_);
    }
    const std::string place_text = fmt::format("observation {}", figures_.observations() + 1);
    figures_.observe_in_series(observation_, {place.line, place_text});
    if (figures_.observations() % kObservationsAtOnce != 0) return {};
    return sink_.advance({figures_.observations(), place.bytes});
  }
  Result<void> begin_array() override {
    path_.push_back(std::exchange(key_, {}));
    return {};
  }
  Result<void> end_array() override {
    path_.pop_back();
    return {};
  }
  Result<void> key(std::string_view name) override {
    key_ = name;
    if (path_.size() != 1) return {};
    if (name == "Structure" || name == "GenericMetadata") {
      return fail(ErrorCode::kUnsupported, fmt::format("{}:{}: describes structures and holds no figures; ask for CompactData", file_.name(), place.line));
    }
    known_ |= name == "CompactData";
    return {};
  }
  Result<void> text(std::string_view value) override {
    const std::string name = std::exchange(key_, {});
    if (path_.empty()) return {};
    const std::string& inside = path_.back();
    if (inside == "Header" && name == "Prepared") prepared_ = value;
    if (inside == "Header" && name == "DataSetID") flow_ = value;
    if (inside == "Sender" && name == "@id") agency_ = value == "1C0" ? "IMF" : value;
    if (!name.starts_with('@')) return {};
    if (inside == "Series") {
      if (opened_) {
        return fail(ErrorCode::kUnsupported, fmt::format("{}:{}: the series' member \"{}\" stands behind its observations", file_.name(), place.line, name));
      }
      if (series_.size() < kMostValues) series_.emplace_back(name.substr(1), value);
    } else if (inside == "Obs" && observation_.size() < kMostValues) {
      observation_.emplace_back(name.substr(1), value);
    } else if (inside == "DataSet" && !name.starts_with("@xml") && data_set_.size() < kMostValues) {
      data_set_.emplace_back(name.substr(1), value);
      figures_.data_set(data_set_);
    }
    return {};
  }
  Result<void> number(std::string_view written) override { return text(written); }
  Result<void> boolean(bool) override { return null(); }
  Result<void> null() override {
    key_.clear();
    return {};
  }

  Result<void> finish() {
    if (!known_) return fail(ErrorCode::kUnsupported, fmt::format("{}: holds no CompactData; is this the service's error message?", file_.name()));
    if (!begun_) begin();
    return sink_.advance({figures_.observations(), place.bytes});
  }

  JsonPlace place;

 private:
  void begin() {
    begun_ = true;
    figures_.begin(agency_, flow_, prepared_);
  }

  const ByteSource& file_;
  SdmxFigures& figures_;
  ImportSink& sink_;
  std::vector<std::string> path_;  ///< Names of the objects and lists around the reading; an object of a list has the list's.
  std::string key_;
  std::string agency_;
  std::string flow_;
  std::string prepared_;
  SdmxValues data_set_;
  SdmxValues series_;
  SdmxValues observation_;
  bool known_ = false;
  bool begun_ = false;
  bool opened_ = false;
};

class ImfJson final : public Importer {
 public:
  const ImportFormat& format() const override {
    static constexpr ImportFormat kFormat{"imf-json", "IMF SDMX_JSON.svc, CompactData (JSON)"};
    return kFormat;
  }
  Recognition recognise(const FileHead& head) const override {
    const std::string_view beginning = head.bytes.substr(0, 200);
    const bool mine = beginning.find("\"CompactData\"") != std::string_view::npos || beginning.find("\"GenericMetadata\"") != std::string_view::npos ||
                      (beginning.find("{\"Structure\":{\"@xmlns") != std::string_view::npos);
    return mine ? Recognition::kCertain : Recognition::kNo;
  }
  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    SdmxFigures figures(sink);
    if (auto done = figures.load(context); !done) return done;
    Answer answer(file, figures, sink);
    if (auto done = read_json(file, false, answer, answer.place); !done) return done;
    return answer.finish();
  }
};

}  // namespace

std::unique_ptr<Importer> make_imf_json_importer() { return std::make_unique<ImfJson>(); }

}  // namespace paraph
