#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "importer/actor_reader.h"
#include "importer/importer.h"
#include "importer/mapping.h"
#include "importer/table_rows.h"

namespace paraph {

/// Turns rows into figures, as a mapping says: the one engine behind all tables.
class MappedTable final : public RowTaker {
 public:
  /// All must outlive it. `file_name` begins its failures.
  MappedTable(const TableMapping& mapping, const ActorReader& actors, ImportSink& sink, std::string file_name);

  /// Years whose totals are left out, because not all their months are there.
  void leave_out_years(std::set<int> years) { incomplete_ = std::move(years); }

  Result<void> take(const TableRow& row) override;
  /// Once, behind the last row.
  Result<void> finish();

 private:
  static constexpr std::size_t kNowhere = SIZE_MAX;

  /// One figure column of the table at hand.
  struct Figures {
    std::size_t column = kNowhere;
    std::size_t status = kNowhere;
    std::string header;
    FigureTraits traits;
    std::optional<CivilPeriod> period;
    std::optional<PeriodNumber> period_number;
  };

  /// What rows with the same reporter, partner, measure, unit and power have in common.
  struct RowMeaning {
    bool good = false;
    bool dated = false;
    std::string_view left_out;  ///< Reason, for rows that are left out on purpose.
    ProblemKind kind = ProblemKind::kBadRow;
    std::string column;
    std::string found;
    std::string_view expected;
    std::string_view advice;
    std::string reporter;
    std::string partner;
    std::string label;
    RowClass row_class = RowClass::kCountry;
    FigureTraits traits;
    std::vector<std::optional<SeriesNumber>> series;  ///< By figure column.
  };

  /// A date cell as it was read once.
  struct PeriodMeaning {
    std::optional<CivilPeriod> period;
    int year = 0;
    bool whole = false;  ///< A year that stands among its months.
    std::optional<PeriodNumber> number;
    std::optional<PeriodNumber> months[12];
  };

  Result<void> begin_table(const TableRow& row);
  Result<void> bind_columns(std::span<const std::string_view> header);
  std::size_t find_column(const ColumnName& name, std::span<const std::string_view> header) const;
  Result<std::size_t> need_column(const ColumnName& name, std::span<const std::string_view> header) const;
  bool is_header(const TableRow& row) const;

  void take_row(const TableRow& row);
  bool passes(const TableRow& row);
  std::string_view cell(const TableRow& row, std::size_t column) const;
  RowMeaning& meaning_of(const TableRow& row, int year);
  RowMeaning read_meaning(const TableRow& row, int year) const;
  bool read_actor(const TableRow& row, int year, const std::string& constant, const std::vector<ActorColumn>& columns,
                  const std::vector<std::size_t>& at, RowMeaning& meaning, std::string& actor) const;
  bool read_measure(const TableRow& row, RowMeaning& meaning) const;
  bool read_unit(const TableRow& row, RowMeaning& meaning) const;
  PeriodMeaning& period_of(const TableRow& row);
  PeriodMeaning read_period(const TableRow& row) const;
  void take_figure(const TableRow& row, Figures& figures, std::size_t number, RowMeaning& meaning, PeriodMeaning& period);
  std::optional<PeriodNumber> number_of(Figures& figures, PeriodMeaning& period, const RowMeaning& meaning);
  void report(const TableRow& row, ProblemKind kind, std::size_t column, std::string_view name, std::string_view found,
              std::string_view expected, std::string_view advice);
  FilePlace place_of(const TableRow& row, std::size_t column);

  const TableMapping& mapping_;
  const ActorReader& actors_;
  ImportSink& sink_;
  std::string file_name_;

  std::string sheet_;
  bool begun_ = false;
  bool passing_over_ = false;  ///< Of this sheet nothing is wanted.
  bool bound_ = false;         ///< The header is read.
  std::size_t rows_in_table_ = 0;
  std::size_t names_bound_ = 0;
  std::size_t width_ = 0;
  std::vector<std::vector<std::string>> above_;  ///< Rows before the header, where a cell of them is asked for.
  std::vector<Figures> figures_;
  std::vector<std::size_t> reporter_at_;
  std::vector<std::size_t> partner_at_;
  std::vector<std::size_t> period_at_;
  std::vector<std::size_t> kept_at_;
  std::vector<std::size_t> key_at_;  ///< All columns that say what a row is of.
  std::size_t label_at_ = kNowhere;
  std::size_t measure_at_ = kNowhere;
  std::size_t unit_at_ = kNowhere;
  std::size_t power_at_ = kNowhere;
  std::size_t status_at_ = kNowhere;
  std::vector<std::string> header_;

  std::unordered_map<std::string, RowMeaning> meanings_;
  std::unordered_map<std::string, PeriodMeaning> periods_;
  std::unordered_set<std::string> labels_;  ///< Of this table, for `repeated first`.
  std::string key_;
  std::string last_key_;
  RowMeaning* last_meaning_ = nullptr;
  std::string period_key_;
  std::string last_period_key_;
  PeriodMeaning* last_period_ = nullptr;
  std::string place_;
  std::uint64_t rows_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t blanks_ = 0;
  bool any_table_ = false;
  std::set<int> incomplete_;
  std::string file_code_;  ///< The measure's code in the file's name.
};

}  // namespace paraph
