#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "store/sqlite_file.h"
#include "value/civil_period.h"

namespace paraph {

/// Strings and periods of a shelf that is being written, by number; new ones are added to it.
class ShelfWords {
 public:
  static Result<ShelfWords> open(const SqliteFile& file);

  Result<std::int64_t> word(std::string_view text);
  Result<std::uint32_t> period(const CivilPeriod& period);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Numbers {
    Statement find;
    Statement insert;
    std::int64_t next;
    std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> known;
  };
  ShelfWords(Numbers words, Numbers periods) : words_(std::move(words)), periods_(std::move(periods)) {}
  static Result<Numbers> numbers_of(const SqliteFile& file, std::string_view table);
  static Result<std::int64_t> number_of(Numbers& numbers, std::string_view text);

  Numbers words_;
  Numbers periods_;
  std::map<CivilPeriod, std::uint32_t> known_periods_;
  std::unordered_map<int, std::uint32_t> known_years_;
};

}  // namespace paraph
