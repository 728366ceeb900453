#include "importer/xlsx_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "importer/xml_stream.h"
#include "importer/zip_file.h"

namespace paraph {
namespace {

constexpr std::size_t kMostText = std::size_t{64} << 20;
constexpr std::size_t kMostColumns = 16384;
constexpr std::size_t kLongestCell = 32767 * 4;

/// The workbook's texts, one behind the other.
class SharedTexts final : public XmlEvents {
 public:
  explicit SharedTexts(std::string file) : file_(std::move(file)) {}
  Result<void> begin(std::string_view name, const XmlAttributes&) override {
    name = local_part(name);
    if (name == "rPh") phonetic_ = true;
    in_text_ = name == "t" && !phonetic_;
    return {};
  }
  Result<void> end(std::string_view name) override {
    name = local_part(name);
    in_text_ = false;
    if (name == "rPh") phonetic_ = false;
    if (name == "si") ends_.push_back(bytes_.size());
    if (bytes_.size() > kMostText) {
      return fail(ErrorCode::kLimitExceeded, fmt::format("{}: holds more than {} MB of texts", file_, kMostText >> 20));
    }
    return {};
  }
  void text(std::string_view piece) override {
    if (in_text_) bytes_ += piece;
  }
  std::optional<std::string_view> at(std::string_view number) const {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), index);
    if (error != std::errc() || end != number.data() + number.size() || index >= ends_.size()) return std::nullopt;
    const std::size_t from = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(bytes_).substr(from, ends_[index] - from);
  }

 private:
  std::string file_;
  std::string bytes_;
  std::vector<std::size_t> ends_;
  bool in_text_ = false;
  bool phonetic_ = false;
};

/// Names of sheets, and the parts that hold them.
class Sheets final : public XmlEvents {
 public:
  Result<void> begin(std::string_view name, const XmlAttributes& attributes) override {
    name = local_part(name);
    if (name == "sheet") {
      // `id` also ends the name sheetId's neighbours may have: the relation's own is r:id.
      std::string relation;
      attributes.each([&](std::string_view key, std::string_view value) {
        if (key != "sheetId" && local_part(key) == "id") relation = value;
      });
      named.emplace_back(attributes.text("name"), relation);
    } else if (name == "Relationship") {
      std::string_view target = attributes.text("Target");
      targets[std::string(attributes.text("Id"))] = target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
    }
    return {};
  }
  Result<void> end(std::string_view) override { return {}; }
  void text(std::string_view) override {}

  std::vector<std::pair<std::string, std::string>> named;  ///< Name, relation.
  std::map<std::string, std::string> targets;
};

/// The rows of one sheet.
class Rows final : public XmlEvents {
 public:
  Rows(std::string file, std::string sheet, const SharedTexts& texts, const ZipFile& zip, RowTaker& taker)
      : file_(std::move(file)), sheet_(std::move(sheet)), texts_(texts), zip_(zip), taker_(taker) {}

  Result<void> begin(std::string_view name, const XmlAttributes& attributes) override {
    name = local_part(name);
    if (name == "c") return begin_cell(attributes);
    if (name == "v" || (name == "t" && !phonetic_)) {
      in_text_ = in_cell_;
    } else if (name == "rPh") {
      phonetic_ = true;
    } else if (name == "row") {
      for (std::string& cell : texts_of_row_) cell.clear();
      width_ = 0;
      ++row_;
      if (const auto number = attributes.find("r")) {
        std::uint64_t written = 0;
        std::from_chars(number->data(), number->data() + number->size(), written);
        if (written < row_ || written > (1U << 20)) return wrong(fmt::format("row {} behind row {}", *number, row_ - 1));
        row_ = written;
      }
    }
    return {};
  }

  Result<void> end(std::string_view name) override {
    name = local_part(name);
    if (name == "v" || name == "t") {
      in_text_ = false;
    } else if (name == "rPh") {
      phonetic_ = false;
    } else if (name == "c") {
      return end_cell();
    } else if (name == "row" && width_ > 0) {
      cells_.assign(texts_of_row_.begin(), texts_of_row_.begin() + static_cast<std::ptrdiff_t>(width_));
      return taker_.take({cells_, row_, zip_.bytes_read(), sheet_, {}});
    }
    return {};
  }

  void text(std::string_view piece) override {
    if (in_text_ && value_.size() < kLongestCell) value_ += piece;
  }

 private:
  Result<void> wrong(std::string_view what) const {
    return fail(ErrorCode::kMalformed, fmt::format("{}: {}!{}: {}; save it anew from the spreadsheet", file_, sheet_, row_, what));
  }

  Result<void> begin_cell(const XmlAttributes& attributes) {
    in_cell_ = true;
    value_.clear();
    kind_ = attributes.text("t");
    const std::string_view reference = attributes.text("r");
    if (reference.empty()) {
      ++column_;
      if (width_ == 0) column_ = 0;
    } else {
      std::size_t column = 0;
      for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        if (column > kMostColumns) break;
      }
      if (column == 0) return wrong(fmt::format("found the cell \"{}\"", reference.substr(0, 20)));
      column_ = column - 1;
    }
    if (column_ >= kMostColumns) return wrong("more than 16,384 columns");
    return {};
  }

  Result<void> end_cell() {
    in_cell_ = false;
    std::string_view value = value_;
    if (kind_ == "s") {
      const auto text = texts_.at(value);
      if (!text) return wrong(fmt::format("text number {} does not exist", value.substr(0, 20)));
      value = *text;
    }
    if (value.empty()) return {};
    if (column_ >= texts_of_row_.size()) texts_of_row_.resize(column_ + 1);
    texts_of_row_[column_] = value;
    width_ = std::max(width_, column_ + 1);
    return {};
  }

  std::string file_;
  std::string sheet_;
  const SharedTexts& texts_;
  const ZipFile& zip_;
  RowTaker& taker_;
  std::vector<std::string> texts_of_row_;
  std::vector<std::string_view> cells_;
  std::string value_;
  std::string kind_;
  std::size_t width_ = 0;
  std::size_t column_ = 0;
  std::uint64_t row_ = 0;
  bool in_cell_ = false;
  bool in_text_ = false;
  bool phonetic_ = false;
};

}  // namespace

Result<void> read_xlsx_rows(const ByteSource& file, RowTaker& taker) {
  auto zip = ZipFile::open(file);
  if (!zip) return std::unexpected(std::move(zip.error()));
  Sheets sheets;
  for (const std::string_view part : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"}) {
    if (!(*zip)->has(part)) {
      return fail(ErrorCode::kUnsupported, fmt::format("{}: holds no {}; this is no XLSX workbook", file.name(), part));
    }
    if (auto done = (*zip)->read_xml(part, sheets); !done) return done;
  }
  SharedTexts texts(file.name());
  if ((*zip)->has("xl/sharedStrings.xml")) {
    if (auto done = (*zip)->read_xml("xl/sharedStrings.xml", texts); !done) return done;
  }
  for (const auto& [name, relation] : sheets.named) {
    const auto target = sheets.targets.find(relation);
    if (target == sheets.targets.end() || !(*zip)->has(target->second)) {
      return fail(ErrorCode::kMalformed, fmt::format("{}: the part of the sheet \"{}\" is missing", file.name(), name));
    }
    if (!target->second.starts_with("xl/worksheets/")) continue;  // A chart.
    Rows rows(file.name(), name, texts, **zip, taker);
    if (auto done = (*zip)->read_xml(target->second, rows); !done) return done;
  }
  return {};
}

}  // namespace paraph
