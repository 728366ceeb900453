#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "reference/observation.h"
#include "value/civil_period.h"
#include "value/decimal.h"

namespace paraph {

/// Where something stands in its file: a line from 1 (0: none), and an XPath, JSON pointer or cell where lines say too little.
struct FilePlace {
  std::uint64_t line = 0;
  std::string_view path;  ///< "/message:Obs[17]", "Exports, FOB!C12"; empty in files of lines. Until the call returns.
};

/// What the figures of one partner, measure and unit share. Ids as on the shelf (docs/reference.md); views until the call returns.
struct SeriesRow {
  std::string_view measure;   ///< One of data/measures/measures.tsv.
  std::string_view reporter;  ///< ActorId; never empty.
  std::string_view partner;   ///< ActorId, "W00", or empty for aggregates, residuals and indicators.
  std::string_view unit;      ///< The base unit: "USD". Multipliers are applied to the values, exactly.
  std::string_view basis;
  std::string_view coverage;
  std::string_view price_basis;
  RowClass row_class = RowClass::kCountry;
  std::string_view partner_as_published;
};

/// Numbers that the sink gives out; they hold for the whole import.
enum class SeriesNumber : std::uint32_t {};
enum class PeriodNumber : std::uint32_t {};

/// One figure, or the mark that stands in its place: 0 is a figure, a dash is a mark, and they stay different things.
struct FigureRow {
  SeriesNumber series{};
  PeriodNumber period{};
  Decimal value;                            ///< All published digits, in the base unit; meaningless beside a mark.
  ValueMark mark = ValueMark::kFigure;
  std::string_view status;                  ///< As published ("E", "P"), else empty. Until the call returns.
  FilePlace place;
};

enum class ProblemKind : std::uint8_t {
  kBadRow,       ///< The row, or the cell, cannot be read: it is not kept.
  kUnknownCode,  ///< A code or name that no table knows: the row is not kept, nothing is guessed.
  kOddity,       ///< Readable and kept, but not as the format says: a column too many, a status that no list knows.
};

/// One trouble, in the words that the user reads: "file:17: column "Fiscal Year": found "20x1", expected a year; <advice>".
/// Views until the call returns. A million bad rows must cost no more than good ones: build no text for it.
struct Problem {
  ProblemKind kind = ProblemKind::kBadRow;
  FilePlace place;
  std::string_view column;    ///< Name or number of the column, element or attribute; may be empty.
  std::string_view found;
  std::string_view expected;
  std::string_view advice;    ///< What to do; may be empty.
};

/// How far a reading came, in whole numbers since its beginning.
struct ImportProgress {
  std::uint64_t rows = 0;   ///< Lines, cells' rows, elements: what this format counts; the header not.
  std::uint64_t bytes = 0;  ///< Of the file.
};

/// Takes what an importer reads, in the order of the file. One reading, one thread.
class ImportSink {
 public:
  virtual ~ImportSink() = default;

  /// First of all calls, once. The user's --source may give it another id.
  virtual void source(const Source& source) = 0;
  /// When the file itself says when it was published ("Prepared" of SDMX); `how` says where that stands.
  virtual void published(const CivilPeriod& when, std::string_view how) = 0;

  /// The same series gives the same number. Costs a hash of all fields: keep the number where the next row shares them.
  virtual SeriesNumber series(const SeriesRow& row) = 0;
  virtual PeriodNumber period(const CivilPeriod& period) = 0;
  virtual void figure(const FigureRow& row) = 0;
  /// `fact.vintage` and `fact.line` are the sink's to fill.
  virtual void fact(const Fact& fact, const FilePlace& place) = 0;

  virtual void problem(const Problem& problem) = 0;
  /// Rows or cells left out on purpose, by reason: "blank cell", "regional total that the publisher repeats".
  virtual void skipped(std::string_view reason, std::uint64_t count) = 0;

  /// At least every few thousand rows, and at the end. A failure is the caller's wish to stop, or the shelf's trouble with
  /// what was handed over before: return it from Importer::read as it is.
  virtual Result<void> advance(const ImportProgress& progress) = 0;
};

}  // namespace paraph
