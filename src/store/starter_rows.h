#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "reference/observation.h"

namespace paraph {

/// Strings by number, each once; numbers count from 0 in order of first use.
class WordList {
 public:
  WordList() { number_of(""); }
  std::int64_t number_of(std::string_view text);
  const std::vector<const std::string*>& words() const { return words_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> numbers_;
  std::vector<const std::string*> words_;  ///< Keys of the map, which do not move.
};

/// A vintage with what its rows turned out to cover.
struct StarterVintage {
  std::int64_t word = 0;
  std::string source, recorded, basis_note, file, sha256, note;
  std::optional<std::int64_t> recorded_day;  ///< Days since 1970-01-01; of a month or year the last day.
  std::size_t rows = 0;
  std::optional<int> first_year, last_year;

  void cover(const CivilPeriod& period);
};

/// What the observations of one series share.
struct StarterSeries {
  std::int64_t vintage, measure, reporter, partner, unit, basis, coverage, price_basis, row_class, published;
  std::string line;                         ///< Of its first observation; the others keep theirs only where it differs.
  std::uint32_t first_period = UINT32_MAX;  ///< Of its observations, as indexes into the ordered periods.
  std::uint32_t last_period = 0;
};

struct StarterFigure {
  std::uint32_t series = 0;
  std::uint32_t period = 0;
  std::int64_t value = 0;  ///< Or the index into `texts`.
  bool whole = true;       ///< False for a value in `texts`: a fraction, or beyond 64 bits.
  std::int32_t line = -1;  ///< Index into `texts`; -1 for the series' own.
};

struct StarterFact {
  std::int64_t vintage, kind, subject, object, event, title, name, place, status, as_published;
  std::string first, last, ref;
};

/// The starter tables in memory, checked and coded; `series` is in the order of its ids, `figures` and `facts` as stored.
struct StarterRows {
  WordList words;
  std::vector<Source> sources;
  std::vector<StarterVintage> vintages;
  std::vector<std::string> periods;  ///< In order of time.
  std::vector<StarterSeries> series;
  std::vector<StarterFigure> figures;
  std::vector<StarterFact> facts;
  std::vector<std::string> texts;
};

/// Reads sources.tsv, vintages.tsv, observations-*.tsv[.zst] and facts-*.tsv[.zst] of a folder; fails with file:line at the
/// first row that names an unknown source or vintage, or holds no figure, period or class.
Result<StarterRows> read_starter_rows(const std::filesystem::path& folder,
                                      const std::function<void(std::string_view table, std::size_t rows)>& progress);

}  // namespace paraph
