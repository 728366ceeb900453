#include "importer/json_table.h"

#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "importer/json_stream.h"

namespace paraph {
namespace {

constexpr std::size_t kMostNames = 4096;

/// Finds records among the events.
class Records final : public JsonEvents {
 public:
  Records(const ByteSource& file, RowTaker& taker) : file_(file), taker_(taker) {}

  Result<void> begin_object() override {
    levels_.push_back({Kind::kObject, name_here()});
    // The outermost object is a record, unless it turns out to hold an array of them.
    const bool in_array = levels_.size() > 1 && levels_[levels_.size() - 2].kind == Kind::kArray;
    if ((record_ == 0 && (levels_.size() == 1 || in_array)) || (record_ == 1 && in_array)) start_record();
    return {};
  }
  Result<void> end_object() override {
    const bool ends_record = record_ == levels_.size();
    levels_.pop_back();
    if (!ends_record) return {};
    record_ = 0;
    return give();
  }
  Result<void> begin_array() override {
    levels_.push_back({Kind::kArray, name_here()});
    if (record_ == 0 && levels_.size() == 2 && levels_.front().kind == Kind::kArray) {
      row_ = true;
      positional_.clear();
    }
    return {};
  }
  Result<void> end_array() override {
    const bool ends_row = row_ && levels_.size() == 2;
    levels_.pop_back();
    if (!ends_row) return {};
    row_ = false;
    if (positional_.empty()) return {};
    ++number_;
    cells_.assign(positional_.begin(), positional_.end());
    return taker_.take({cells_, number_, place.bytes, {}, {}});
  }
  Result<void> key(std::string_view name) override {
    key_ = name;
    return {};
  }
  Result<void> text(std::string_view value) override { return put(value); }
  Result<void> number(std::string_view written) override { return put(written); }
  Result<void> boolean(bool value) override { return put(value ? "true" : "false"); }
  Result<void> null() override { return put(""); }

  JsonPlace place;

 private:
  enum class Kind : std::uint8_t { kObject, kArray };
  struct Level {
    Kind kind;
    std::string prefix;  ///< Of the members' names, within the record.
  };

  std::string name_here() const {
    if (levels_.empty() || record_ == 0 || levels_.back().kind == Kind::kArray) return {};
    return levels_.back().prefix + key_ + ".";
  }

  void start_record() {
    record_ = levels_.size();
    levels_.back().prefix.clear();
    values_.assign(names_.size(), {});
    any_ = false;
  }

  /// A record's object holds an array of objects: then the records are in there.
  bool array_inside() const {
    for (std::size_t i = record_; i < levels_.size(); ++i) {
      if (levels_[i].kind == Kind::kArray) return true;
    }
    return false;
  }

  Result<void> put(std::string_view value) {
    if (row_ && levels_.size() == 2) {
      if (positional_.size() < kMostNames) positional_.emplace_back(value);
      return {};
    }
    if (record_ == 0 || array_inside()) return {};
    const std::string name = levels_.back().prefix + key_;
    auto known = positions_.find(name);
    if (known == positions_.end()) {
      if (names_.size() >= kMostNames) {
        return fail(ErrorCode::kLimitExceeded,
                    fmt::format("{}:{}: more than {} differently named members; this is no table", file_.name(), place.line, kMostNames));
      }
      known = positions_.emplace(name, names_.size()).first;
      names_.push_back(name);
      values_.emplace_back();
    }
    values_[known->second] = value;
    any_ = true;
    return {};
  }

  Result<void> give() {
    if (!any_) return {};
    ++number_;
    cells_.assign(values_.begin(), values_.end());
    return taker_.take({cells_, number_, place.bytes, {}, names_});
  }

  const ByteSource& file_;
  RowTaker& taker_;
  std::vector<Level> levels_;
  std::size_t record_ = 0;  ///< Depth of the record that is being read, 0 outside.
  std::string key_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::size_t> positions_;
  std::vector<std::string> values_;
  std::vector<std::string> positional_;
  std::vector<std::string_view> cells_;
  std::uint64_t number_ = 0;
  bool any_ = false;
  bool row_ = false;
};

}  // namespace

Result<void> read_json_rows(const ByteSource& file, RowTaker& taker) {
  Records records(file, taker);
  return read_json(file, true, records, records.place);
}

}  // namespace paraph
