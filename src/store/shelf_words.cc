#include "store/shelf_words.h"

#include <fmt/format.h>

namespace paraph {
namespace {

/// Beyond that the cache begins anew: the table itself knows.
constexpr std::size_t kMostKnown = std::size_t{1} << 18;

}  // namespace

Result<ShelfWords> ShelfWords::open(const SqliteFile& file) {
  auto words = numbers_of(file, "word");
  if (!words) return std::unexpected(words.error());
  auto periods = numbers_of(file, "period");
  if (!periods) return std::unexpected(periods.error());
  return ShelfWords(std::move(*words), std::move(*periods));
}

Result<ShelfWords::Numbers> ShelfWords::numbers_of(const SqliteFile& file, std::string_view table) {
  auto find = file.prepare(fmt::format("SELECT id FROM {} WHERE text = ?1", table));
  if (!find) return std::unexpected(find.error());
  auto insert = file.prepare(fmt::format("INSERT INTO {} VALUES (?1, ?2)", table));
  if (!insert) return std::unexpected(insert.error());
  const auto next = file.integer(fmt::format("SELECT coalesce(max(id) + 1, 0) FROM {}", table));
  if (!next) return std::unexpected(next.error());
  return Numbers{std::move(*find), std::move(*insert), *next, {}};
}

Result<std::int64_t> ShelfWords::number_of(Numbers& numbers, std::string_view text) {
  if (const auto known = numbers.known.find(text); known != numbers.known.end()) return known->second;
  numbers.find.bind(1, text);
  const auto row = numbers.find.step();
  if (!row) return std::unexpected(row.error());
  std::int64_t number = 0;
  if (*row) {
    number = numbers.find.integer(0);
    numbers.find.reset();
  } else {
    number = numbers.next++;
    numbers.insert.bind(1, number);
    numbers.insert.bind(2, text);
    if (auto done = numbers.insert.run(); !done) return std::unexpected(done.error());
  }
  if (numbers.known.size() >= kMostKnown) numbers.known.clear();
  numbers.known.emplace(text, number);
  return number;
}

Result<std::int64_t> ShelfWords::word(std::string_view text) {
  if (text.empty()) return 0;
  return number_of(words_, text);
}

Result<std::uint32_t> ShelfWords::period(const CivilPeriod& period) {
  // Calendar years are nearly all periods there are.
  const bool year = !period.fiscal() && period.is_point() && period.from()->precision == PeriodPrecision::kYear;
  if (year) {
    const auto known = known_years_.find(period.from()->year);
    if (known != known_years_.end()) return known->second;
  } else if (const auto known = known_periods_.find(period); known != known_periods_.end()) {
    return known->second;
  }
  const auto number = number_of(periods_, period.str());
  if (!number) return std::unexpected(number.error());
  const auto small = static_cast<std::uint32_t>(*number);
  if (year) {
    known_years_.emplace(period.from()->year, small);
  } else {
    known_periods_.emplace(period, small);
  }
  return small;
}

}  // namespace paraph
