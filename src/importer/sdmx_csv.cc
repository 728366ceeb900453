#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "importer/csv_reader.h"
#include "importer/formats.h"
#include "importer/sdmx_figures.h"

namespace paraph {
namespace {

constexpr std::uint64_t kRowsAtOnce = 4096;

/// The id of "DIM_1: Dimension 1", "ATTR_1[en;fr]", "DIM_1".
std::string_view id_of(std::string_view title) {
  title = title.substr(0, title.find('['));
  return title.substr(0, title.find(": "));
}

/// "ESTAT:NA_MAIN(1.6.0): Main aggregates": agency and id.
std::pair<std::string_view, std::string_view> flow_of(std::string_view structure) {
  const std::size_t colon = structure.find(':');
  if (colon == std::string_view::npos) return {{}, structure};
  return {structure.substr(0, colon), structure.substr(colon + 1, structure.find('(') - colon - 1)};
}

/// SDMX-CSV 1.0 begins with DATAFLOW, 2.0 with STRUCTURE, STRUCTURE_ID and ACTION.
class Rows {
 public:
  Rows(const ByteSource& file, char delimiter, SdmxFigures& figures, ImportSink& sink)
      : reader_(file, delimiter), file_(file), decimal_comma_(delimiter == ';'), figures_(figures), sink_(sink) {}

  Result<void> read() {
    const auto header = reader_.next();
    if (!header) return std::unexpected(header.error());
    if (!*header) return fail(ErrorCode::kMalformed, fmt::format("{}: is empty; download it again", file_.name()));
    if (auto done = bind(); !done) return done;
    std::uint64_t rows = 0;
    for (;;) {
      const auto more = reader_.next();
      if (!more) return std::unexpected(more.error());
      if (!*more) return sink_.advance({rows, reader_.bytes()});
      take();
      if (++rows % kRowsAtOnce == 0) {
        if (auto done = sink_.advance({rows, reader_.bytes()}); !done) return done;
      }
    }
  }

 private:
  enum class Use : std::uint8_t { kComponent, kStructure, kAction, kNothing };

  Result<void> bind() {
    std::size_t measures = 0;
    for (const std::string_view title : reader_.fields()) {
      const std::string_view id = id_of(title);
      Use use = Use::kComponent;
      if (id == "DATAFLOW" || id == "STRUCTURE_ID") {
        use = Use::kStructure;
      } else if (id == "ACTION") {
        use = Use::kAction;
      } else if (id == "STRUCTURE" || id == "STRUCTURE_NAME" || id == "SERIES_KEY" || id == "OBS_KEY" || id == "UPDATED") {
        use = Use::kNothing;
      } else if (title.find(' ') != std::string_view::npos && title.find(": ") == std::string_view::npos) {
        use = Use::kNothing;  // The name that stands beside a component's id.
      }
      if (id == "OBS_VALUE") ++measures;
      uses_.push_back(use);
      names_.emplace_back(id);
      labelled_.push_back(title.find(": ") != std::string_view::npos);
    }
    labels_ = std::ranges::find(labelled_, true) != labelled_.end();
    if (measures != 1) {
      return fail(ErrorCode::kUnsupported,
                  fmt::format("{}:1: has {} columns OBS_VALUE, expected one; what has other measures cannot be read", file_.name(), measures));
    }
    return {};
  }

  void take() {
    const auto fields = reader_.fields();
    const FilePlace place{reader_.line(), {}};
    if (fields.size() != names_.size()) {
      return sink_.problem({ProblemKind::kBadRow, place, "", fmt::format("{} fields", fields.size()),
                            fmt::format("{}, as in the header", names_.size()), "is a quotation mark or a delimiter lost?"});
    }
    values_.clear();
    bool deletion = false;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      switch (uses_[i]) {
        case Use::kStructure: begin(fields[i]); break;
        case Use::kAction: deletion = fields[i] == "D"; break;
        case Use::kNothing: break;
        case Use::kComponent: {
          std::string value(labels_ ? fields[i].substr(0, fields[i].find(": ")) : fields[i]);
          if (names_[i] == "OBS_VALUE" && decimal_comma_) std::ranges::replace(value, ',', '.');
          values_.emplace_back(names_[i], std::move(value));
          break;
        }
      }
    }
    if (deletion) return sink_.skipped("deletion that the publisher asks for", 1);
    figures_.observe(values_, place);
  }

  void begin(std::string_view structure) {
    if (begun_) return;
    begun_ = true;
    const auto [agency, flow] = flow_of(structure);
    figures_.begin(agency, flow, "");
  }

  CsvReader reader_;
  const ByteSource& file_;
  bool decimal_comma_;
  SdmxFigures& figures_;
  ImportSink& sink_;
  std::vector<Use> uses_;
  std::vector<std::string> names_;
  std::vector<bool> labelled_;
  SdmxValues values_;
  bool labels_ = false;
  bool begun_ = false;
};

char delimiter_of(std::string_view first_line) {
  const std::string_view line = first_line.substr(0, first_line.find('\n'));
  // Inside "STRUCTURE[;]" the character parts the values of a list, not the columns.
  const std::size_t at = line.find_first_of(",;\t", line.find(']') == std::string_view::npos || line.find('[') > 10 ? 0 : line.find(']'));
  return at == std::string_view::npos ? ',' : line[at];
}

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with('"')) bytes.remove_prefix(1);
  return bytes;
}

class SdmxCsv final : public Importer {
 public:
  const ImportFormat& format() const override {
    static constexpr ImportFormat kFormat{"sdmx-csv", "SDMX-CSV 1.0 and 2.0"};
    return kFormat;
  }
  Recognition recognise(const FileHead& head) const override {
    const std::string_view bytes = without_mark(head.bytes);
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    const bool second = line.starts_with("STRUCTURE") && line.find("STRUCTURE_ID") != std::string_view::npos;
    const bool first = line.starts_with("DATAFLOW") && line.find("OBS_VALUE") != std::string_view::npos;
    return first || second ? Recognition::kCertain : Recognition::kNo;
  }
  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    SdmxFigures figures(sink);
    if (auto done = figures.load(context); !done) return done;
    std::string beginning(4096, '\0');
    const auto got = file.read_at(0, beginning);
    if (!got) return std::unexpected(got.error());
    beginning.resize(*got);
    return Rows(file, delimiter_of(without_mark(beginning)), figures, sink).read();
  }
};

}  // namespace

std::unique_ptr<Importer> make_sdmx_csv_importer() { return std::make_unique<SdmxCsv>(); }

}  // namespace paraph
