#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "reference/observation.h"

namespace paraph {

/// Which series are looked through; empty members do not restrict.
struct FigureFilter {
  std::optional<MeasureId> measure;
  std::optional<ActorId> reporter;
  std::optional<ActorId> partner;
  std::optional<SourceId> source;
  std::optional<VintageId> vintage;
  std::optional<int> from;  ///< Years, both included; periods that are of no single year are then left out.
  std::optional<int> to;
};

/// Behind which figure a page goes on: the key of its series in one shelf, and how many of its figures are done.
struct PagePlace {
  std::array<std::int64_t, 5> series{};
  std::size_t figures = 0;
};

struct FigurePage {
  std::vector<Observation> figures;
  std::optional<PagePlace> next;  ///< Empty on the last page.
};

/// What the figures of a series have in common, with its first and last period.
struct SeriesHead {
  Observation common;  ///< Without value, period and line.
  CivilPeriod first = CivilPeriod::year(1);
  CivilPeriod last = CivilPeriod::year(1);
  std::size_t figures = 0;
};

struct SeriesPage {
  std::vector<SeriesHead> series;
  std::optional<PagePlace> next;
};

/// A shelf leafed through from front to back. Reporters, measures, partners and vintages stand in an order of the shelf's own,
/// which stays while the shelf does. One thread only.
class ShelfPages {
 public:
  /// Fails as open_shelf does.
  static Result<ShelfPages> open(const std::filesystem::path& shelf);
  ShelfPages(ShelfPages&&) noexcept;
  ~ShelfPages();

  Result<FigurePage> figures(const FigureFilter& filter, const std::optional<PagePlace>& after, std::size_t limit) const;
  Result<SeriesPage> series(const FigureFilter& filter, const std::optional<PagePlace>& after, std::size_t limit) const;

 private:
  struct Inside;
  explicit ShelfPages(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace paraph
