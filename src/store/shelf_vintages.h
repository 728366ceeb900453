#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "reference/observation.h"

namespace paraph {

/// One file of an imported vintage.
struct VintageFile {
  std::int64_t number = 0;
  std::string name, sha256, format, url, retrieved;
  std::int64_t bytes = 0, rows = 0, kept = 0, bad = 0, unknown = 0, odd = 0;
};

/// All that a shelf says of one vintage.
struct VintageDetails {
  std::string id, source, recorded, basis_note, file, sha256, note, imported, state;
  std::int64_t observations = 0, marks = 0, facts = 0;
  std::optional<std::int64_t> first_year, last_year;
  std::vector<VintageFile> files;
  std::vector<std::pair<std::string, std::int64_t>> left_out;  ///< Reasons and counts.
  std::vector<std::string> problems;
};

/// Every vintage, by id; problems and what was left out only for `only`.
Result<std::vector<VintageDetails>> read_vintage_details(const std::filesystem::path& shelf, const std::optional<std::string>& only);

/// One figure that two vintages tell differently.
struct FigureChange {
  Observation was;  ///< `line` and `vintage` empty where the first vintage has none.
  Observation is;
  bool added = false;
  bool removed = false;
};

struct VintageDifference {
  std::uint64_t same = 0, changed = 0, added = 0, removed = 0;
  std::uint64_t facts_same = 0, facts_added = 0, facts_removed = 0;
  std::vector<FigureChange> figures;  ///< The first `limit`, by reporter, measure, partner and period.
};

/// What `second` revised of `first`: figures by reporter, measure, partner, unit, basis, coverage, price basis, class, name as
/// published and period; files and lines do not count. Constant prices of another base year are other figures.
Result<VintageDifference> compare_vintages(const std::filesystem::path& shelf, const std::string& first, const std::string& second,
                                           std::size_t limit);

struct VerifiedVintage {
  std::string id;
  std::uint64_t rows = 0;
  std::string trouble;  ///< Empty: counts and digest are those of the import.
};

/// A published world total that its partners do not meet.
struct TotalGap {
  std::string vintage, measure, reporter, period;
  Decimal world;
  Decimal partners;  ///< Countries and residuals.
};

struct Verification {
  std::string file_trouble;  ///< What SQLite finds wrong with the file; empty when it is whole.
  std::vector<VerifiedVintage> vintages;
  std::uint64_t totals_met = 0;
  std::vector<TotalGap> totals_missed;  ///< By more than one part in a thousand, largest first.
  bool good() const;
};

/// Reads everything back: the file's structure, every row, counts and digests of every vintage, and sums against published totals.
Result<Verification> verify_shelf(const std::filesystem::path& shelf, const std::function<void(std::uint64_t rows)>& progress);

/// What goes when a source or a vintage is forgotten.
struct Forgotten {
  std::vector<VintageDetails> vintages;
  bool source_goes = false;               ///< No vintage of it is left.
  std::vector<std::string> only_there;    ///< "exports of UZ": no other vintage holds any.
};

/// `id` is a source or a vintage; fails with kNotFound, naming those that are there. Nothing is changed unless `now`.
Result<Forgotten> forget(const std::filesystem::path& shelf, const std::string& id, bool now, const std::function<void()>& wait);

}  // namespace paraph
