#include "engine/shelf_tables.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "store/sqlite_shelf.h"

namespace paraph {
namespace {

std::string iso_day(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<int> read_year(std::string_view text) {
  if (text.starts_with("FY")) text.remove_prefix(2);
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || text.size() != 4) return std::nullopt;
  return year;
}

}  // namespace

Result<YearRange> read_years(std::string_view text) {
  const auto malformed = [&] {
    return fail(ErrorCode::kMalformed, fmt::format("\"{}\" is no year or range of years; write 2021 or 1992..2022", text));
  };
  std::size_t gap = text.find("..");
  std::size_t width = 2;
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
    gap = slash;
    width = 1;
  }
  if (gap == std::string_view::npos) {
    const auto year = read_year(text);
    if (!year) return malformed();
    return YearRange{year, year};
  }
  const std::string_view first = text.substr(0, gap);
  const std::string_view last = text.substr(gap + width);
  YearRange range;
  if (!first.empty() && first != "..") {
    range.from = read_year(first);
    if (!range.from) return malformed();
  }
  if (!last.empty() && last != "..") {
    range.to = read_year(last);
    if (!range.to) return malformed();
  }
  if (range.from && range.to && *range.to < *range.from) return malformed();
  return range;
}

Result<RankFlow> rank_flow_named(std::string_view name) {
  if (name == "exports") return RankFlow::kExports;
  if (name == "imports") return RankFlow::kImports;
  if (name == "total") return RankFlow::kTotal;
  return fail(ErrorCode::kMalformed, fmt::format("\"{}\" is no flow; write exports, imports or total", name));
}

ShelfTables::ShelfTables(const Engine& engine, std::filesystem::path file, std::shared_ptr<const ObservationSource> shelf)
    : engine_(&engine), file_(std::move(file)), shelf_(std::move(shelf)) {}

Result<ShelfTables> ShelfTables::open(const Engine& engine, const std::filesystem::path& shelf) {
  auto opened = open_shelf(shelf);
  if (!opened) return std::unexpected(opened.error());
  ShelfTables tables(engine, shelf, std::move(*opened));
  if (const auto read = tables.read_vintages(); !read) return std::unexpected(read.error());
  return tables;
}

Result<void> ShelfTables::read_vintages() {
  auto vintages = shelf_->vintages();
  if (!vintages) return std::unexpected(vintages.error());
  vintages_ = std::move(*vintages);
  return {};
}

std::string ShelfTables::source_of(const VintageId& vintage) const {
  const auto found = std::find_if(vintages_.begin(), vintages_.end(), [&](const Vintage& each) { return each.id == vintage; });
  return found == vintages_.end() ? "" : found->source.str();
}

std::string ShelfTables::recorded_of(const VintageId& vintage) const {
  const auto found = std::find_if(vintages_.begin(), vintages_.end(), [&](const Vintage& each) { return each.id == vintage; });
  return found == vintages_.end() || !found->recorded ? "" : iso_day(found->recorded->day);
}

std::string ShelfTables::named(const ActorId& actor) const { return std::string(engine_->display_name(actor)); }

Result<TextTable> ShelfTables::list() const {
  const auto sources = shelf_->sources();
  if (!sources) return std::unexpected(sources.error());
  const auto extents = read_extents(file_);
  if (!extents) return std::unexpected(extents.error());
  TextTable table;
  table.caption = fmt::format("{} sources, {} vintages", sources->size(), vintages_.size());
  table.columns = {{"source"}, {"title"}, {"vintage"}, {"recorded"}, {"rows", true}, {"from", true}, {"to", true}, {"licence"}};
  for (const Source& source : *sources) {
    for (const Vintage& vintage : vintages_) {
      if (vintage.source != source.id) continue;
      const auto extent = std::find_if(extents->begin(), extents->end(), [&](const VintageExtent& each) { return each.vintage == vintage.id; });
      const bool known = extent != extents->end();
      table.rows.push_back({source.id.str(), source.title, vintage.id.str(), recorded_of(vintage.id),
                            known ? std::to_string(extent->rows) : "0", known && extent->first_year ? std::to_string(*extent->first_year) : "",
                            known && extent->last_year ? std::to_string(*extent->last_year) : "", source.licence});
    }
  }
  table.notes.emplace_back("An empty recording date is unknown: --as-of leaves such rows out and says so.");
  return table;
}

}  // namespace paraph
