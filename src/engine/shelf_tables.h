#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "engine/engine.h"
#include "report/text_table.h"

namespace paraph {

/// Years from .. to, both included; either end may be open.
struct YearRange {
  std::optional<int> from;
  std::optional<int> to;
  bool holds(int year) const { return (!from || year >= *from) && (!to || year <= *to); }
};

/// "2021", "FY2021", "1992..2022", "1992..", "1992/2022".
Result<YearRange> read_years(std::string_view text);

/// Which partners a rank counts.
enum class RankFlow { kExports, kImports, kTotal };
Result<RankFlow> rank_flow_named(std::string_view name);

/// The reference shelf as tables that people and programs read: what the evidence of a verdict names can be found again
/// here. Each is empty, with a note that says so, where the shelf has nothing.
class ShelfTables {
 public:
  /// Fails as open_shelf does.
  static Result<ShelfTables> open(const Engine& engine, const std::filesystem::path& shelf);

  /// Every source and vintage with licence, recording date, rows and years.
  Result<TextTable> list() const;
  /// Every reporter's figures for trade between two states, each side's statistics, with sums.
  Result<TextTable> trade(const ActorId& a, const ActorId& b, const YearRange& years) const;
  /// The partners of one reporter in order, for each source, with the rows that are never ranked as notes.
  Result<TextTable> rank(const ActorId& reporter, int year, RankFlow flow) const;
  /// Aid from donor to recipient: single years, or sums over a range, for each measure, price basis and vintage.
  Result<TextTable> aid(const ActorId& donor, const ActorId& recipient, const YearRange& years) const;
  Result<TextTable> indicator(const ActorId& actor, std::string_view measure, const YearRange& years) const;
  /// Facts between two states, in either direction: recognition, relations and missions.
  Result<TextTable> relations(const ActorId& a, const ActorId& b) const;
  Result<TextTable> membership(const ActorId& member, const std::optional<ActorId>& organisation) const;
  Result<TextTable> agreement(const ActorId& a, const ActorId& b) const;
  Result<TextTable> visit(const ActorId& a, const ActorId& b, const YearRange& years) const;
  Result<TextTable> official(const ActorId& a, const ActorId& b) const;
  Result<TextTable> independence(const ActorId& state) const;
  /// Each flow between two states as the exporter and as the importer reports it, with the gap and what usually lies behind it.
  Result<TextTable> mirror(const ActorId& a, const ActorId& b, const YearRange& years) const;

 private:
  ShelfTables(const Engine& engine, std::filesystem::path file, std::shared_ptr<const ObservationSource> shelf);

  /// Recording date of each vintage, for a column beside every row.
  Result<void> read_vintages();
  std::string source_of(const VintageId& vintage) const;
  std::string recorded_of(const VintageId& vintage) const;
  std::string named(const ActorId& actor) const;
  Result<std::vector<Fact>> facts_between(std::string_view kind, const ActorId& a, const ActorId& b) const;
  TextTable fact_table(std::vector<Fact> facts, std::string caption) const;

  const Engine* engine_;
  std::filesystem::path file_;
  std::shared_ptr<const ObservationSource> shelf_;
  std::vector<Vintage> vintages_;
};

}  // namespace paraph
