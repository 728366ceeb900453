#include "importer/sdmx_json_structure.h"

#include <utility>

#include <fmt/format.h>

#include "importer/json_stream.h"

namespace paraph {
namespace {

constexpr std::size_t kMostValues = std::size_t{1} << 20;

/// Where the reading stands, as names; the members of a list bear the list's name and their number.
struct Level {
  std::string name;
  std::size_t members = 0;
  bool list = false;
};

class Structures final : public JsonEvents {
 public:
  explicit Structures(const ByteSource& file) : file_(file) {}

  Result<void> begin_object() override {
    enter(false);
    if (at({"structures", "*"}) || (levels_.size() == 2 && levels_.back().name == "structure")) header.structures.emplace_back();
    if (auto* components = components_here(); components != nullptr) components->emplace_back();
    if (in_structure() && at({"measures", "observation", "*"})) ++header.structures.back().measures;
    id_.clear();
    return {};
  }
  Result<void> end_object() override {
    if (value_of_component() != nullptr) {
      if (++values_ > kMostValues) return fail(ErrorCode::kLimitExceeded, fmt::format("{}:{}: more than a million codes", file_.name(), place.line));
      value_of_component()->values.push_back(std::exchange(id_, {}));
    }
    levels_.pop_back();
    return {};
  }
  Result<void> begin_array() override {
    enter(true);
    return {};
  }
  Result<void> end_array() override {
    levels_.pop_back();
    return {};
  }
  Result<void> key(std::string_view name) override {
    key_ = name;
    return {};
  }
  Result<void> text(std::string_view value) override {
    const std::string name = std::exchange(key_, {});
    if (name == "prepared" && levels_.size() == 2) header.prepared = value;
    if (name == "id" && levels_.size() == 3 && levels_.back().name == "sender") header.sender = value;
    if (value_of_component() != nullptr) {
      if (name == "id" || (id_.empty() && name == "value")) id_ = value;
    } else if (auto* component = component_here(); component != nullptr && name == "id") {
      component->id = value;
    }
    if (in_structure() && (name == "urn" || name == "href")) take_link(value);
    return {};
  }
  Result<void> number(std::string_view written) override { return text(written); }
  Result<void> boolean(bool) override { return null(); }
  Result<void> null() override {
    key_.clear();
    return {};
  }

  SdmxJsonHeader header;
  JsonPlace place;

 private:
  void enter(bool list) {
    std::string name = std::exchange(key_, {});
    if (!levels_.empty() && levels_.back().list) {
      ++levels_.back().members;
      name = "*";
    }
    if (levels_.size() == 1 && name == "data") header.second = true;
    levels_.push_back({std::move(name), 0, list});
  }

  /// The innermost names are these.
  bool at(std::initializer_list<std::string_view> names) const {
    if (levels_.size() < names.size()) return false;
    std::size_t i = levels_.size() - names.size();
    for (const std::string_view name : names) {
      if (levels_[i++].name != name) return false;
    }
    return true;
  }
  bool in_structure() const {
    if (header.structures.empty()) return false;
    for (const Level& level : levels_) {
      if (level.name == "structure" || level.name == "structures") return true;
    }
    return false;
  }

  /// The list of components that an object at `depth` (from the end) is one of.
  std::vector<SdmxComponent>* components_of(std::size_t back) {
    if (!in_structure() || levels_.size() < back + 3 || levels_[levels_.size() - back - 1].name != "*") return nullptr;
    const std::string& where = levels_[levels_.size() - back - 2].name;
    const std::string& what = levels_[levels_.size() - back - 3].name;
    SdmxJsonStructure& structure = header.structures.back();
    if (what == "dimensions") {
      if (where == "dataSet") return &structure.data_set_dimensions;
      if (where == "series") return &structure.series_dimensions;
      if (where == "observation") return &structure.observation_dimensions;
    } else if (what == "attributes") {
      if (where == "dataSet") return &structure.data_set_attributes;
      if (where == "series") return &structure.series_attributes;
      if (where == "observation") return &structure.observation_attributes;
    }
    return nullptr;
  }
  std::vector<SdmxComponent>* components_here() { return components_of(0); }
  SdmxComponent* component_here() {
    auto* components = components_of(0);
    return components == nullptr || components->empty() ? nullptr : &components->back();
  }
  /// The component whose list of values holds the object that is open.
  SdmxComponent* value_of_component() {
    if (!at({"values", "*"})) return nullptr;
    auto* components = components_of(2);
    return components == nullptr || components->empty() ? nullptr : &components->back();
  }

  void take_link(std::string_view link) {
    SdmxJsonStructure& structure = header.structures.back();
    if (!structure.flow.empty()) return;
    if (const std::size_t equals = link.rfind('='); link.starts_with("urn:") && equals != std::string_view::npos) {
      link.remove_prefix(equals + 1);
      const std::size_t colon = link.find(':');
      if (colon == std::string_view::npos) return;
      structure.agency = link.substr(0, colon);
      structure.flow = link.substr(colon + 1, link.find('(') - colon - 1);
      return;
    }
    // ".../dataflow/ECB/EXR/1.0"
    for (const std::string_view kind : {"/dataflow/", "/datastructure/"}) {
      const std::size_t from = link.find(kind);
      if (from == std::string_view::npos) continue;
      link.remove_prefix(from + kind.size());
      const std::size_t slash = link.find('/');
      if (slash == std::string_view::npos) return;
      structure.agency = link.substr(0, slash);
      structure.flow = link.substr(slash + 1, link.find('/', slash + 1) - slash - 1);
      return;
    }
  }

  const ByteSource& file_;
  std::vector<Level> levels_;
  std::string key_;
  std::string id_;
  std::size_t values_ = 0;
};

}  // namespace

Result<SdmxJsonHeader> read_sdmx_json_header(const ByteSource& file) {
  Structures structures(file);
  if (auto done = read_json(file, false, structures, structures.place); !done) return std::unexpected(done.error());
  if (structures.header.structures.empty()) {
    return fail(ErrorCode::kUnsupported, fmt::format("{}: has no structure that says what its figures are; ask the service for data", file.name()));
  }
  return std::move(structures.header);
}

}  // namespace paraph
