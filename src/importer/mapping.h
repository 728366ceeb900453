#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "reference/observation.h"

namespace paraph {

/// A column of a table, by the name in its header or by its position.
struct ColumnName {
  std::string name;
  std::size_t position = 0;  ///< From 1; 0 when the column goes by its name.

  bool empty() const { return name.empty() && position == 0; }
  friend auto operator<=>(const ColumnName&, const ColumnName&) = default;
};

/// How a cell names a state: `code` takes ISO 3166-1 alpha-2, alpha-3 and numeric, `any` a code first, then a name.
enum class ActorReading : std::uint8_t { kAny, kCode, kAlpha2, kAlpha3, kNumeric, kName, kScheme };

/// Where the reporter or the partner of a row stands.
struct ActorColumn {
  ColumnName column;
  std::string cell;  ///< "B4": one cell above the table for all of a sheet; instead of a column.
  ActorReading reading = ActorReading::kAny;
  std::string scheme;  ///< kScheme: data/names/<scheme>.tsv.
  friend auto operator<=>(const ActorColumn&, const ActorColumn&) = default;
};

enum class PeriodReading : std::uint8_t { kAuto, kYear, kFiscalYear, kMonthOfYear };

struct PeriodColumn {
  ColumnName column;
  bool sheet = false;  ///< The year stands in the sheet's name; sheets without one are passed over.
  PeriodReading reading = PeriodReading::kAuto;
  std::string whole;  ///< kMonthOfYear: the text that stands for the whole year.
  friend auto operator<=>(const PeriodColumn&, const PeriodColumn&) = default;
};

/// What a figure is of, as far as its column, its row's code or the whole file says. Empty members say nothing.
struct FigureTraits {
  std::string measure;
  std::string unit;
  std::string basis;
  std::string coverage;
  std::string price_basis;
  std::optional<int> power;  ///< Figures are in units of 10^power.
  std::optional<int> month;  ///< The column holds this month of the row's year.
  std::string period;        ///< The column holds this period: `2021`.

  /// `other` where this says nothing.
  FigureTraits over(const FigureTraits& other) const;
  friend auto operator<=>(const FigureTraits&, const FigureTraits&) = default;
};

struct ValueColumn {
  ColumnName column;
  ColumnName status;  ///< Holds the figure's observation status.
  FigureTraits traits;
  friend auto operator<=>(const ValueColumn&, const ValueColumn&) = default;
};

/// A code in the measure's column, and what it means; an empty measure leaves such rows out.
struct MeasureCode {
  std::string code;
  FigureTraits traits;
  friend auto operator<=>(const MeasureCode&, const MeasureCode&) = default;
};

/// What a partner's name or code means in this file alone.
struct NamedRow {
  std::string name;
  std::string actor;
  std::optional<RowClass> row_class;  ///< Empty: such rows are left out.
  friend auto operator<=>(const NamedRow&, const NamedRow&) = default;
};

/// Rows are read where the column holds this text.
struct KeptRow {
  ColumnName column;
  std::string text;
  friend auto operator<=>(const KeptRow&, const KeptRow&) = default;
};

enum class TableKind : std::uint8_t { kCsv, kTsv, kJsonLines, kXlsx, kXls };

/// Where a table begins and how it is written.
struct TableLayout {
  TableKind kind = TableKind::kCsv;
  char delimiter = ',';
  bool quotes = true;
  std::size_t header = 1;      ///< Row of the header, 0 for none.
  bool year_header = false;    ///< The header is the first row in which two cells or more are years.
  std::string sheet;           ///< The one sheet to read; empty for all.
  char decimal = '.';
  std::string group;           ///< Between groups of digits: " ", ","; empty for none.
  friend auto operator<=>(const TableLayout&, const TableLayout&) = default;
};

/// What the columns of a table mean: docs/reference/mapping.md is the form in which it is written.
struct TableMapping {
  Source source;
  TableLayout layout;
  std::vector<std::string> recognised_by;  ///< Columns that only this table has, all of them.
  std::vector<std::string> recognised_names;  ///< Pieces of file names; enough for workbooks, whose columns lie deep inside.
  std::string reporter;                    ///< One reporter for all rows.
  std::vector<ActorColumn> reporter_columns;  ///< Asked in order until one knows.
  std::string partner;
  std::vector<ActorColumn> partner_columns;
  bool no_partner = false;                 ///< Indicators: the country is the reporter.
  ColumnName label;                        ///< The partner's name as published.
  ColumnName measure_column;
  bool measure_sheet = false;              ///< The sheet's name is the measure's code.
  bool measure_file = false;               ///< The measure's code is the one that stands in the file's name.
  std::vector<MeasureCode> measure_codes;
  FigureTraits traits;                     ///< Of all figures.
  ColumnName unit_column;
  ColumnName power_column;
  std::vector<PeriodColumn> periods;
  std::string period;                      ///< One period for all rows.
  std::vector<ValueColumn> values;
  bool year_columns = false;               ///< Every column whose header is a year (or a month, `2021-03`) holds its figures.
  ColumnName status_column;
  std::string status_suffix;               ///< "e": "0.01 e" is 0.01 with the status e.
  std::vector<NamedRow> rows;
  std::vector<KeptRow> kept_rows;          ///< Only rows that hold all of them.
  bool complete_years = false;             ///< A whole year counts only where all its twelve months stand in the table too.
  bool first_of_repeated = false;          ///< Of rows of one sheet with one label, the first.

  friend bool operator==(const TableMapping&, const TableMapping&) = default;
};

/// Fails with file:line, what was found and what is expected.
Result<TableMapping> read_mapping(std::string_view name, std::string_view text);

/// The same mapping as text that read_mapping() gives back.
std::string write_mapping(const TableMapping& mapping);

}  // namespace paraph
