#include "importer/mapped_table.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "importer/exact_figure.h"
#include "importer/published_period.h"
#include "importer/published_value.h"

namespace paraph {
namespace {

constexpr std::uint64_t kRowsAtOnce = 4096;

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\xC2\xA0") == std::string_view::npos; }

std::string_view trimmed(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

/// "2021", "2021-Q1"; "2023*", "2023 1": a year with its footnote.
std::optional<CivilPeriod> period_of_header(std::string_view name) {
  if (name.size() < 4 || name.size() > 12) return std::nullopt;
  if (const auto period = read_published_period(name)) return period;
  const bool footnote = name[4] == ' ' || name.find_first_of("0123456789", 4) == std::string_view::npos;
  return footnote && read_year(name.substr(0, 4)) ? read_published_period(name.substr(0, 4)) : std::nullopt;
}

}  // namespace

MappedTable::MappedTable(const TableMapping& mapping, const ActorReader& actors, ImportSink& sink, std::string file_name)
    : mapping_(mapping), actors_(actors), sink_(sink), file_name_(std::move(file_name)) {
  for (const MeasureCode& code : mapping_.measure_codes) {
    if (mapping_.measure_file && file_name_.find(code.code) != std::string::npos) file_code_ = code.code;
  }
}

std::string_view MappedTable::cell(const TableRow& row, std::size_t column) const {
  return column < row.cells.size() ? row.cells[column] : std::string_view();
}

std::size_t MappedTable::find_column(const ColumnName& name, std::span<const std::string_view> header) const {
  if (name.position > 0) return name.position - 1;
  if (name.name.empty()) return kNowhere;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (trimmed(header[i]) == name.name) return i;
  }
  return kNowhere;
}

Result<std::size_t> MappedTable::need_column(const ColumnName& name, std::span<const std::string_view> header) const {
  if (name.empty()) return kNowhere;
  const std::size_t at = find_column(name, header);
  // A record may name a cell later than others do.
  if (at != kNowhere || names_bound_ > 0) return at;
  return fail(ErrorCode::kMalformed, fmt::format("{}: there is no column \"{}\"; is this the table that the mapping describes?",
                                                 sheet_.empty() ? file_name_ : file_name_ + ": " + sheet_, name.name));
}

Result<void> MappedTable::bind_columns(std::span<const std::string_view> header) {
  header_.assign(header.begin(), header.end());
  width_ = header.size();
  key_at_.clear();
  const auto bind = [&](const ColumnName& name, std::size_t& at, bool key) -> Result<void> {
    const auto found = need_column(name, header);
    if (!found) return std::unexpected(found.error());
    at = *found;
    if (key && at != kNowhere) key_at_.push_back(at);
    return {};
  };
  const auto bind_all = [&](const auto& columns, std::vector<std::size_t>& at, bool key) -> Result<void> {
    at.assign(columns.size(), kNowhere);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (auto done = bind(columns[i].column, at[i], key); !done) return done;
    }
    return {};
  };
  if (auto done = bind_all(mapping_.reporter_columns, reporter_at_, true); !done) return done;
  if (auto done = bind_all(mapping_.partner_columns, partner_at_, true); !done) return done;
  if (auto done = bind_all(mapping_.periods, period_at_, false); !done) return done;
  if (auto done = bind_all(mapping_.kept_rows, kept_at_, false); !done) return done;
  if (auto done = bind(mapping_.label, label_at_, true); !done) return done;
  if (auto done = bind(mapping_.measure_column, measure_at_, true); !done) return done;
  if (auto done = bind(mapping_.unit_column, unit_at_, true); !done) return done;
  if (auto done = bind(mapping_.power_column, power_at_, true); !done) return done;
  if (auto done = bind(mapping_.status_column, status_at_, false); !done) return done;
  figures_.clear();
  for (const ValueColumn& value : mapping_.values) {
    Figures figures;
    if (auto done = bind(value.column, figures.column, false); !done) return done;
    if (auto done = bind(value.status, figures.status, false); !done) return done;
    figures.header = value.column.name;
    figures.traits = value.traits;
    if (!value.traits.period.empty()) figures.period = CivilPeriod::parse(value.traits.period);
    figures_.push_back(std::move(figures));
  }
  if (mapping_.year_columns) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      const std::string_view name = trimmed(header[i]);
      const auto period = period_of_header(name);
      if (!period) continue;
      Figures figures;
      figures.column = i;
      figures.header = name;
      figures.period = period;
      figures_.push_back(std::move(figures));
    }
    if (figures_.empty()) {
      return fail(ErrorCode::kMalformed, fmt::format("{}: no column of the header is a year; which row is the header?", file_name_));
    }
  }
  meanings_.clear();
  last_meaning_ = nullptr;
  bound_ = true;
  any_table_ = true;
  return {};
}

bool MappedTable::is_header(const TableRow& row) const {
  if (!mapping_.layout.year_header) return row.line >= mapping_.layout.header;
  return std::ranges::count_if(row.cells, [](std::string_view text) { return period_of_header(trimmed(text)).has_value(); }) >= 2;
}

Result<void> MappedTable::begin_table(const TableRow& row) {
  begun_ = true;
  sheet_ = row.sheet;
  bound_ = false;
  rows_in_table_ = 0;
  names_bound_ = 0;
  above_.clear();
  labels_.clear();
  meanings_.clear();
  periods_.clear();
  last_meaning_ = nullptr;
  last_period_ = nullptr;
  passing_over_ = !mapping_.layout.sheet.empty() && mapping_.layout.sheet != sheet_;
  for (const PeriodColumn& period : mapping_.periods) passing_over_ |= period.sheet && !year_inside(sheet_);
  if (mapping_.measure_sheet && std::ranges::find(mapping_.measure_codes, sheet_, &MeasureCode::code) == mapping_.measure_codes.end()) {
    passing_over_ = true;
  }
  if (passing_over_) sink_.skipped("sheet that the mapping does not name", 1);
  return {};
}

Result<void> MappedTable::take(const TableRow& row) {
  if (!begun_ || row.sheet != sheet_) {
    if (auto done = begin_table(row); !done) return done;
  }
  bytes_ = row.bytes;
  if (passing_over_) return {};
  if (!row.names.empty()) {
    if (names_bound_ != row.names.size()) {
      names_bound_ = row.names.size();
      const std::vector<std::string_view> names(row.names.begin(), row.names.end());
      if (auto done = bind_columns(names); !done) return done;
    }
  } else if (!bound_) {
    if (mapping_.layout.header == 0 && !mapping_.layout.year_header) {
      if (auto done = bind_columns({}); !done) return done;
    } else if (is_header(row)) {
      return bind_columns(row.cells);
    } else {
      if (above_.size() < 100) {
        above_.resize(std::min<std::size_t>(row.line, 100));
        above_.back().assign(row.cells.begin(), row.cells.end());
      }
      return {};
    }
  }
  take_row(row);
  if (++rows_ % kRowsAtOnce == 0) return sink_.advance({rows_, row.bytes});
  return {};
}

Result<void> MappedTable::finish() {
  if (!any_table_) {
    return fail(ErrorCode::kMalformed,
                fmt::format("{}: {}; is this the table that the mapping describes?", file_name_,
                            begun_ ? "the header was not found" : "there are no rows"));
  }
  if (blanks_ > 0) sink_.skipped("blank cell", blanks_);
  return sink_.advance({rows_, bytes_});
}

FilePlace MappedTable::place_of(const TableRow& row, std::size_t column) {
  if (row.sheet.empty()) return {row.line, {}};
  place_.clear();
  place_.append(row.sheet).push_back('!');
  if (column != kNowhere) place_ += sheet_column(column);
  fmt::format_to(std::back_inserter(place_), "{}", row.line);
  return {row.line, place_};
}

void MappedTable::report(const TableRow& row, ProblemKind kind, std::size_t column, std::string_view name, std::string_view found,
                         std::string_view expected, std::string_view advice) {
  sink_.problem({kind, place_of(row, column), name, found, expected, advice});
}

bool MappedTable::passes(const TableRow& row) {
  for (std::size_t i = 0; i < kept_at_.size(); ++i) {
    if (trimmed(cell(row, kept_at_[i])) == mapping_.kept_rows[i].text) continue;
    sink_.skipped("row that the mapping does not keep", 1);
    return false;
  }
  return true;
}

void MappedTable::take_row(const TableRow& row) {
  const bool text_file = row.sheet.empty() && row.names.empty();
  if (text_file && width_ > 0 && row.cells.size() != width_) {
    const bool padding = row.cells.size() > width_ && std::ranges::all_of(row.cells.subspan(width_), blank);
    if (!padding) {
      return report(row, ProblemKind::kBadRow, kNowhere, "", fmt::format("{} fields", row.cells.size()),
                    fmt::format("{}, as in the header", width_), "is a quotation mark or a delimiter lost?");
    }
  }
  if (!passes(row)) return;
  if (std::ranges::all_of(figures_, [&](const Figures& figures) { return blank(cell(row, figures.column)); })) {
    return sink_.skipped(std::ranges::all_of(row.cells, blank) ? "blank row" : "row without a figure", 1);
  }
  PeriodMeaning& period = period_of(row);
  if (period.whole && incomplete_.contains(period.year)) return sink_.skipped("year of which months are missing", 1);
  RowMeaning& meaning = meaning_of(row, period.year);
  if (!meaning.good) {
    if (!meaning.left_out.empty()) return sink_.skipped(meaning.left_out, 1);
    return report(row, meaning.kind, kNowhere, meaning.column, meaning.found, meaning.expected, meaning.advice);
  }
  if (mapping_.first_of_repeated && !labels_.insert(meaning.label).second) return sink_.skipped("row that repeats an earlier one", 1);
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    if (blank(cell(row, figures_[i].column))) {
      ++blanks_;
      continue;
    }
    // A name that changed its meaning is read anew for the year of each column.
    RowMeaning& dated = meaning.dated && figures_[i].period ? meaning_of(row, figures_[i].period->from()->year) : meaning;
    if (dated.good) {
      take_figure(row, figures_[i], i, dated, period);
    } else {
      report(row, dated.kind, figures_[i].column, dated.column, dated.found, dated.expected, dated.advice);
    }
  }
}

void MappedTable::take_figure(const TableRow& row, Figures& figures, std::size_t number, RowMeaning& meaning, PeriodMeaning& period) {
  const auto period_number = number_of(figures, period, meaning);
  if (!period_number) {
    const std::size_t at = period_at_.empty() ? kNowhere : period_at_.front();
    return report(row, ProblemKind::kBadRow, at, at < header_.size() ? header_[at] : "period", cell(row, at),
                  "a year or another period", "");
  }
  std::string_view text = trimmed(cell(row, figures.column));
  FigureRow figure;
  figure.status = trimmed(cell(row, figures.status == kNowhere ? status_at_ : figures.status));
  if (!mapping_.status_suffix.empty() && text.ends_with(mapping_.status_suffix) && text.size() > mapping_.status_suffix.size()) {
    figure.status = text.substr(text.size() - mapping_.status_suffix.size());
    text = trimmed(text.substr(0, text.size() - mapping_.status_suffix.size()));
  }
  std::string plain;
  if (!row.sheet.empty() && text.size() > 15) {
    plain = spreadsheet_figure(text);
    text = plain;
  } else if (mapping_.layout.decimal != '.' || !mapping_.layout.group.empty()) {
    plain = plain_figure(text, mapping_.layout.decimal, mapping_.layout.group);
    text = plain;
  }
  const auto value = read_published_value(text);
  const std::string_view name = figures.header;
  if (!value) {
    return report(row, ProblemKind::kBadRow, figures.column, name, cell(row, figures.column), "a figure, or a mark for none", "");
  }
  const FigureTraits* traits = &meaning.traits;
  std::optional<FigureTraits> joined;
  if (figures.traits != FigureTraits{}) traits = &joined.emplace(figures.traits.over(meaning.traits));
  const auto shifted = times_power(value->value, traits->power.value_or(0));
  if (!shifted) {
    return report(row, ProblemKind::kBadRow, figures.column, name, cell(row, figures.column), "a figure of no more than 36 digits", "");
  }
  meaning.series.resize(figures_.size());
  auto& series = meaning.series[number];
  if (!series) {
    series = sink_.series({traits->measure, meaning.reporter, meaning.partner, traits->unit, traits->basis, traits->coverage,
                           traits->price_basis, meaning.row_class, meaning.label});
  }
  figure.series = *series;
  figure.period = *period_number;
  figure.value = *shifted;
  figure.mark = value->mark;
  figure.place = place_of(row, figures.column);
  sink_.figure(figure);
}

}  // namespace paraph
