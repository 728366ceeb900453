#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "importer/import_sink.h"
#include "reference/observation.h"
#include "store/packed_series.h"
#include "store/shelf_words.h"
#include "store/sqlite_file.h"

namespace paraph {

/// A vintage as the shelf describes it.
struct VintageRow {
  std::string id, source, recorded, basis_note, file, sha256, note;
  std::optional<std::int64_t> recorded_day;  ///< Days since 1970-01-01; of a month or year the last day.
  std::string imported;                      ///< The day of the import; empty for starter tables.
  std::string state = "whole";               ///< Or "partial": rows of its files were not kept.
};

/// What a vintage turned out to hold.
struct VintageCounts {
  std::uint64_t observations = 0;
  std::uint64_t marks = 0;
  std::uint64_t facts = 0;
  std::optional<int> first_year, last_year;
  std::uint64_t digest = 0;  ///< Over all rows, in any order.
};

/// Writes rows of vintages into one shelf file that nobody else sees yet (shelf_change.h). Holds at most about 100 MB, however
/// many rows come: figures go to the file in runs, sorted by series. Failures of the file are kept and come back from flush().
class ShelfWriter {
 public:
  /// Makes the tables where the file is empty; else fails where it is no shelf of this version.
  static Result<std::unique_ptr<ShelfWriter>> open(const std::filesystem::path& file);

  const SqliteFile& file() const { return file_; }

  /// Keeps the description that is there when one is.
  Result<void> add_source(const Source& source);
  /// Number of a new vintage for the calls below; its row is written by finish_vintages().
  std::size_t add_vintage(const VintageRow& vintage);
  VintageRow& vintage(std::size_t number) { return vintages_[number].row; }
  const VintageCounts& counts(std::size_t number) const { return vintages_[number].counts; }

  /// `file` counts from 1 where a vintage has several; 0 leaves it out of `line`.
  SeriesNumber series(std::size_t vintage, std::uint32_t file, const SeriesRow& row);
  PeriodNumber period(const CivilPeriod& period);
  void figure(const FigureRow& row);
  /// A line or place that is text already: starter tables.
  void figure(const FigureRow& row, std::string_view place);
  void fact(std::size_t vintage, const Fact& fact, std::string_view ref);

  Result<std::int64_t> word(std::string_view text) { return words_.word(text); }
  /// The first failure so far, if there was one.
  Result<void> check() const;
  /// What is held goes to the file; the first failure since the last call, if there was one.
  Result<void> flush();
  /// Flushes, writes the vintages' rows, and ends the transaction.
  Result<void> finish();

 private:
  struct Series {
    std::array<std::uint32_t, 9> words;  ///< Reporter, measure, partner, vintage, unit, basis, coverage, price basis, as published.
    std::uint32_t vintage;               ///< Index of vintages_.
    std::uint32_t file;
    std::uint64_t hash;
    RowClass row_class;
  };
  struct Figure {
    std::uint32_t series;
    std::uint32_t period;
    std::int64_t units;
    std::uint32_t line;
    std::uint32_t extra;  ///< Index of extras_ + 1; 0 for none.
    std::int8_t scale;
    ValueMark mark;
  };
  struct Extra {
    std::string digits;
    std::string path;
    std::uint32_t status = 0;
    std::uint64_t status_hash = 0;
  };
  struct OpenVintage {
    VintageRow row;
    VintageCounts counts;
    std::int64_t word = 0;
  };
  struct PeriodYears {
    int first = 0, last = 0;
    bool dated = false;
    std::uint64_t hash = 0;
  };

  ShelfWriter(SqliteFile file, ShelfWords words) : file_(std::move(file)), words_(std::move(words)) {}
  Result<void> prepare_statements();
  Result<void> write_run();
  Result<void> write_series(const Series& series, std::span<const std::uint32_t> figures);
  PackedFigure packed(const Figure& figure) const;
  void add_figure(const FigureRow& row, std::string_view place);
  void cover(VintageCounts& counts, std::uint32_t period);
  void keep(const Error& error);

  SqliteFile file_;
  ShelfWords words_;
  std::optional<Statement> insert_series_;
  std::optional<Statement> insert_fact_;
  std::vector<OpenVintage> vintages_;
  std::vector<Series> series_;
  std::unordered_map<std::uint64_t, std::uint32_t> series_numbers_;
  std::string key_;
  std::vector<PeriodYears> periods_;  ///< By number.
  std::vector<Figure> figures_;
  std::vector<Extra> extras_;
  std::size_t extra_bytes_ = 0;
  std::int64_t next_number_ = 0;
  std::int64_t next_fact_ = 0;
  std::optional<Error> failure_;
};

/// Of one figure, for the digest of its vintage: `figure.path` is the place's text wherever the shelf keeps it. Reading a shelf
/// back gives the same numbers.
std::uint64_t figure_digest(std::uint64_t series_hash, std::uint64_t period_hash, std::uint64_t status_hash, const PackedFigure& figure);
std::uint64_t text_hash(std::string_view text);
/// Of the fields that make a series, as text, and its file; `key` is scratch space.
std::uint64_t series_hash(const SeriesRow& row, std::uint32_t file, std::string& key);
std::uint64_t fact_digest(const Fact& fact, std::string_view ref);

}  // namespace paraph
