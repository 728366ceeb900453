#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "reference/observation.h"
#include "store/packed_series.h"
#include "store/sqlite_file.h"

namespace paraph {

/// Columns of `series` and `fact` in the order in which RowReader takes them.
inline constexpr std::string_view kSeriesColumns =
    "vintage, measure, reporter, partner, unit, basis, coverage, price_basis, row_class, published, file, line, figures";
inline constexpr std::string_view kFactColumns = "vintage, kind, subject, object, event, title, name, place, status, as_published, first, last, ref";

/// Turns rows of a shelf back into observations and facts; keeps statements, words and periods from one row to the next.
/// One thread only.
class RowReader {
 public:
  explicit RowReader(const SqliteFile& file) : file_(&file) {}

  /// Number of a word or period; empty where the shelf does not know it.
  Result<std::optional<std::int64_t>> word_number(std::string_view text) { return number_of("SELECT id FROM word WHERE text = ?1", text); }
  Result<std::optional<std::int64_t>> period_number(const CivilPeriod& period) {
    return number_of("SELECT id FROM period WHERE text = ?1", period.str());
  }
  const std::string& word(std::int64_t number) { return text_in(words_, "SELECT text FROM word WHERE id = ?1", number); }
  /// The text as it stands, and what it means; nullptr where the shelf is damaged.
  const CivilPeriod* period(std::int64_t number);
  const std::string& period_text(std::int64_t number) { return text_in(period_texts_, "SELECT text FROM period WHERE id = ?1", number); }

  /// A statement that is kept under its text; valid until the same text is prepared again: step it to the end, or reset it.
  Result<Statement*> prepared(const std::string& sql);

  /// The series of a row, without period and value.
  Observation read_series(const Statement& row);
  /// The figures of a row of kSeriesColumns, in the order of the blob; `wanted` restricts to one period. Marks come where `marks` is set.
  Result<void> read_figures(const Statement& row, std::optional<std::int64_t> wanted, bool marks,
                            const std::function<void(Observation&&)>& each);
  Result<Fact> read_fact(const Statement& row);

 private:
  Result<std::optional<std::int64_t>> number_of(const char* sql, std::string_view text);
  const std::string& text_in(std::unordered_map<std::int64_t, std::string>& cache, const char* sql, std::int64_t number);

  const SqliteFile* file_;
  std::map<std::string, Statement, std::less<>> statements_;
  std::unordered_map<std::int64_t, std::string> words_;
  std::unordered_map<std::int64_t, std::string> period_texts_;
  std::unordered_map<std::int64_t, std::optional<CivilPeriod>> periods_;
};

/// "17", "2:17" in the second of several files, "Exports!C12", "17 /Obs[3]".
std::string place_text(std::int64_t file, std::uint64_t line, std::string_view path);

}  // namespace paraph
