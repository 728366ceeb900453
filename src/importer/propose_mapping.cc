#include "importer/propose_mapping.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "importer/country_codes.h"
#include "importer/exact_figure.h"
#include "importer/mapped_importer.h"
#include "importer/published_period.h"
#include "importer/published_value.h"
#include "importer/unit_text.h"

namespace paraph {
namespace {

constexpr std::size_t kRowsLookedAt = 200;
constexpr std::size_t kHeaderWithin = 12;
constexpr std::string_view kEdit = "EDIT";

std::string_view trimmed(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

/// The first rows, as texts. Stops the reading when it has enough.
class FirstRows final : public RowTaker {
 public:
  struct Row {
    std::vector<std::string> cells;
    std::uint64_t line;
  };
  Result<void> take(const TableRow& row) override {
    if (rows.empty()) sheet_ = row.sheet;
    if (row.sheet != sheet_ || rows.size() >= kRowsLookedAt) {
      enough = true;
      return fail(ErrorCode::kLimitExceeded, "enough");
    }
    names.assign(row.names.begin(), row.names.end());
    rows.push_back({{row.cells.begin(), row.cells.end()}, row.line});
    return {};
  }
  std::vector<Row> rows;
  std::vector<std::string> names;
  bool enough = false;

 private:
  std::string sheet_;
};

/// What the cells of one column look like.
struct Column {
  std::string name;
  std::size_t filled = 0;
  std::size_t alpha2 = 0, alpha3 = 0, numbers = 0, named = 0;
  std::size_t years = 0, periods = 0, months = 0, figures = 0, units = 0;

  bool mostly(std::size_t count) const { return filled > 0 && count * 10 >= filled * 7; }
  std::size_t area() const { return std::max({alpha2, alpha3, numbers, named}); }
};

std::size_t header_of(const std::vector<FirstRows::Row>& rows, bool& years) {
  const auto year_cells = [](const FirstRows::Row& row) {
    return std::ranges::count_if(row.cells, [](const std::string& cell) { return read_year(trimmed(cell).substr(0, 4)).has_value(); });
  };
  std::size_t widest = 0;
  for (std::size_t i = 0; i < rows.size() && i < kHeaderWithin; ++i) {
    widest = std::max(widest, static_cast<std::size_t>(std::ranges::count_if(rows[i].cells, [](const std::string& cell) { return !trimmed(cell).empty(); })));
  }
  for (std::size_t i = 0; i < rows.size() && i < kHeaderWithin; ++i) {
    if (year_cells(rows[i]) >= 2) {
      years = true;
      return i;
    }
    const auto filled = static_cast<std::size_t>(std::ranges::count_if(rows[i].cells, [](const std::string& cell) { return !trimmed(cell).empty(); }));
    if (filled >= 2 && filled * 2 > widest) return i;
  }
  return 0;
}

Column look_at(const std::vector<FirstRows::Row>& rows, std::size_t from, std::size_t column, const CountryCodes& countries, char decimal) {
  Column seen;
  for (std::size_t i = from; i < rows.size(); ++i) {
    if (column >= rows[i].cells.size()) continue;
    const std::string_view cell = trimmed(rows[i].cells[column]);
    if (cell.empty()) continue;
    ++seen.filled;
    seen.alpha2 += countries.by_alpha2(cell) != nullptr ? 1U : 0U;
    seen.alpha3 += countries.by_alpha3(cell) != nullptr ? 1U : 0U;
    seen.numbers += cell.size() == 3 && countries.by_number(cell) != nullptr ? 1U : 0U;
    seen.named += countries.by_name(cell) != nullptr ? 1U : 0U;
    seen.years += read_year(cell) ? 1U : 0U;
    seen.periods += cell.size() > 4 && read_published_period(cell) ? 1U : 0U;
    seen.months += cell.size() <= 2 && cell.find_first_not_of("0123456789") == std::string_view::npos && cell <= "9" ? 1U : 0U;
    seen.units += read_unit_text(cell) ? 1U : 0U;
    const auto value = read_published_value(decimal == '.' ? std::string(cell) : plain_figure(cell, decimal, " "));
    seen.figures += value && value->mark != ValueMark::kBlank ? 1U : 0U;
  }
  return seen;
}

/// Which delimiter parts the first line most often.
char delimiter_of(std::string_view beginning) {
  const std::string_view line = beginning.substr(0, beginning.find('\n'));
  char best = ',';
  std::ptrdiff_t most = std::ranges::count(line, ',');
  for (const char c : {';', '\t'}) {
    const std::ptrdiff_t count = std::ranges::count(line, c);
    if (count <= most) continue;
    most = count;
    best = c;
  }
  return best;
}

std::string id_of(std::string_view file) {
  file = file.substr(file.rfind('/') == std::string_view::npos ? 0 : file.rfind('/') + 1);
  std::string id(file.substr(0, file.rfind('.')));
  for (char& c : id) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) c = '-';
  }
  return id.empty() ? "table" : id;
}

/// Puts the mapping together, column by column.
class Proposal {
 public:
  Proposal(std::vector<Column> columns, bool records) : columns_(std::move(columns)), records_(records) {}

  void fill(ProposedMapping& proposed, bool year_header) {
    TableMapping& mapping = proposed.mapping;
    take_areas(proposed);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = columns_[i];
      if (used_[i]) continue;
      if (!year_header && column.mostly(column.years)) {
        mapping.periods.push_back({name(i), false, PeriodReading::kYear, ""});
        say(proposed, i, column.years, "years");
      } else if (!year_header && column.mostly(column.periods) && !column.mostly(column.figures)) {
        mapping.periods.push_back({name(i), false, PeriodReading::kAuto, ""});
        say(proposed, i, column.periods, "periods");
      } else if (column.mostly(column.units) && mapping.unit_column.empty()) {
        mapping.unit_column = name(i);
        say(proposed, i, column.units, "units");
      } else {
        continue;
      }
      used_[i] = true;
    }
    if (year_header) {
      mapping.year_columns = true;
      proposed.remarks.push_back("the header names years: each is a column of figures");
    } else {
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (used_[i] || !columns_[i].mostly(columns_[i].figures)) continue;
        ValueColumn value;
        value.column = name(i);
        value.traits.measure = measure_in(columns_[i].name);
        mapping.values.push_back(std::move(value));
        say(proposed, i, columns_[i].figures, "figures; take the line away if it is none of the shelf's measures");
      }
    }
  }

 private:
  ColumnName name(std::size_t i) const {
    if (columns_[i].name.empty()) return {"", i + 1};
    const auto same = std::ranges::count(columns_, columns_[i].name, &Column::name);
    return same > 1 && !records_ ? ColumnName{"", i + 1} : ColumnName{columns_[i].name, 0};
  }
  void say(ProposedMapping& proposed, std::size_t i, std::size_t count, std::string_view what) const {
    proposed.remarks.push_back(fmt::format("column {} ({}): {} of {} cells are {}", i + 1, columns_[i].name, count, columns_[i].filled, what));
  }
  static std::string measure_in(std::string_view title) {
    const std::string folded = folded_name(title);
    if (folded.find("export") != std::string::npos) return "exports";
    if (folded.find("import") != std::string::npos) return "imports";
    return {};
  }

  /// Columns of states from the left: two make reporter and partner, but a code and a name side by side are one and the same.
  void take_areas(ProposedMapping& proposed) {
    TableMapping& mapping = proposed.mapping;
    used_.assign(columns_.size(), false);
    std::vector<ActorColumn> codes;
    std::vector<ActorColumn> names;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = columns_[i];
      if (!column.mostly(column.area()) || (column.mostly(column.years) && column.years >= column.area())) continue;
      ActorColumn actor{name(i), "", ActorReading::kAny, ""};
      if (column.alpha3 == column.area()) actor.reading = ActorReading::kAlpha3;
      if (column.alpha2 == column.area()) actor.reading = ActorReading::kAlpha2;
      if (column.numbers == column.area()) actor.reading = ActorReading::kNumeric;
      if (column.named == column.area()) actor.reading = ActorReading::kName;
      (actor.reading == ActorReading::kName ? names : codes).push_back(actor);
      used_[i] = true;
      say(proposed, i, column.area(), "states that are known");
    }
    const bool two = codes.size() >= 2 || names.size() >= 2;
    const auto put = [&](std::vector<ActorColumn>& from) {
      if (from.empty()) return;
      if (two && from.size() >= 2) mapping.reporter_columns.push_back(from[0]);
      mapping.partner_columns.push_back(two && from.size() >= 2 ? from[1] : from[0]);
    };
    put(codes);
    put(names);
    if (mapping.reporter_columns.empty()) mapping.reporter = kEdit;
    if (mapping.partner_columns.empty()) mapping.partner = kEdit;
    if (!names.empty()) mapping.label = names.size() >= 2 ? names[1].column : names[0].column;
  }

  std::vector<Column> columns_;
  bool records_;
  std::vector<bool> used_;
};

}  // namespace

std::string ProposedMapping::text() const {
  const std::string lines = write_mapping(mapping);
  const std::size_t first = lines.find('\n') + 1;
  std::string text = lines.substr(0, first);
  text += "# Proposed from the columns. Where a line says EDIT the columns do not tell: write it, then import with this file.\n";
  for (const std::string& remark : remarks) text += "# " + remark + "\n";
  return text + lines.substr(first);
}

Result<ProposedMapping> propose_mapping(const ByteSource& file, const ImportContext& context) {
  const auto countries = CountryCodes::load(context.tables);
  if (!countries) return std::unexpected(countries.error());
  std::string beginning(8192, '\0');
  const auto got = file.read_at(0, beginning);
  if (!got) return std::unexpected(got.error());
  beginning.resize(*got);
  ProposedMapping proposed;
  TableMapping& mapping = proposed.mapping;
  TableLayout& layout = mapping.layout;
  const std::size_t first = beginning.find_first_not_of(" \r\n\t");
  if (beginning.starts_with("PK\x03\x04")) {
    layout.kind = TableKind::kXlsx;
  } else if (beginning.starts_with("\xD0\xCF\x11\xE0")) {
    layout.kind = TableKind::kXls;
  } else if (first != std::string::npos && (beginning[first] == '{' || beginning[first] == '[')) {
    layout.kind = TableKind::kJsonLines;
  } else {
    layout.delimiter = delimiter_of(beginning);
    if (layout.delimiter == '\t') layout.kind = TableKind::kTsv;
    layout.quotes = layout.delimiter != '\t';
    if (layout.delimiter == ';') layout.decimal = ',';
  }
  FirstRows rows;
  if (auto done = read_table_rows(layout, file, rows); !done && !rows.enough) return std::unexpected(done.error());
  if (rows.rows.empty()) return fail(ErrorCode::kMalformed, fmt::format("{}: holds no rows", file.name()));
  bool year_header = false;
  const bool records = !rows.names.empty();
  const std::size_t header = records ? 0 : header_of(rows.rows, year_header);
  if (year_header) {
    layout.year_header = true;
  } else if (!records) {
    layout.header = rows.rows[header].line;
  }
  std::vector<Column> columns;
  const std::size_t width = records ? rows.names.size() : rows.rows[header].cells.size();
  for (std::size_t i = 0; i < width; ++i) {
    columns.push_back(look_at(rows.rows, records ? 0 : header + 1, i, *countries, layout.decimal));
    columns.back().name = records ? rows.names[i] : std::string(trimmed(rows.rows[header].cells[i]));
  }
  Proposal(std::move(columns), records).fill(proposed, year_header);
  if (mapping.values.empty() && !mapping.year_columns) {
    return fail(ErrorCode::kMalformed, fmt::format("{}: no column of its first {} rows holds figures", file.name(), rows.rows.size()));
  }
  mapping.source.id = SourceId(id_of(file.name()));
  mapping.source.title = file.name().substr(file.name().rfind('/') + 1);
  const bool measured = std::ranges::all_of(mapping.values, [](const ValueColumn& value) { return !value.traits.measure.empty(); });
  if (mapping.year_columns || !measured) mapping.traits.measure = kEdit;
  if (mapping.unit_column.empty()) mapping.traits.unit = kEdit;
  if (mapping.periods.empty() && !mapping.year_columns) mapping.period = kEdit;
  return proposed;
}

}  // namespace paraph
