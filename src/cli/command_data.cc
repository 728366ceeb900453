#include "cli/command_data.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/command_upkeep.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/surroundings.h"
#include "engine/shelf_file.h"
#include "engine/shelf_tables.h"

namespace paraph {
namespace {

int refuse(const Error& error) {
  write_error(fmt::format("paraph data: {}\n", error.message));
  return 2;
}

std::vector<Progress::Table> tables_in(const std::filesystem::path& folder) {
  std::vector<Progress::Table> tables;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".tsv") || name.ends_with(".tsv.zst")) tables.push_back({name, static_cast<std::size_t>(entry.file_size(error))});
  }
  std::sort(tables.begin(), tables.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return tables;
}

int build(const DataArguments& arguments) {
  const std::filesystem::path target = arguments.to.empty() ? data_folder() / "reference.sqlite" : std::filesystem::path(arguments.to);
  std::error_code error;
  if (target.has_parent_path()) std::filesystem::create_directories(target.parent_path(), error);
  Result<ShelfCounts> counts = [&] {
    Progress progress(tables_in(arguments.from), errors_on_terminal());
    return build_shelf(arguments.from, target, [&](std::string_view table, std::size_t rows) { progress.at(table, rows); });
  }();
  if (!counts) return refuse(counts.error());
  write_error(fmt::format("{}: {} sources, {} vintages, {} observations, {} facts\n", target.string(), counts->sources, counts->vintages,
                          counts->observations, counts->facts));
  return 0;
}

/// The words after the subcommand, as what they stand for.
class Operands {
 public:
  Operands(const Engine& engine, const std::vector<std::string>& words) : engine_(engine), words_(words) {}

  Result<ActorId> actor(std::size_t at) const { return engine_.actor_named(words_.at(at)); }
  Result<YearRange> years(std::size_t at) const { return at < words_.size() ? read_years(words_[at]) : YearRange{}; }
  bool has(std::size_t at) const { return at < words_.size(); }
  const std::string& word(std::size_t at) const { return words_.at(at); }

 private:
  const Engine& engine_;
  const std::vector<std::string>& words_;
};

/// A question about two actors and, for some, years.
template <typename Ask>
Result<TextTable> between(const Operands& operands, Ask&& ask) {
  const auto a = operands.actor(0);
  if (!a) return std::unexpected(a.error());
  const auto b = operands.actor(1);
  if (!b) return std::unexpected(b.error());
  const auto years = operands.years(2);
  if (!years) return std::unexpected(years.error());
  return ask(*a, *b, *years);
}

Result<TextTable> rank(const ShelfTables& shelf, const Operands& operands) {
  const auto reporter = operands.actor(0);
  if (!reporter) return std::unexpected(reporter.error());
  const auto years = operands.years(1);
  if (!years) return std::unexpected(years.error());
  if (!years->from || years->from != years->to) return fail(ErrorCode::kMalformed, "a rank is of one year; write 2021");
  const auto flow = rank_flow_named(operands.has(2) ? operands.word(2) : "total");
  if (!flow) return std::unexpected(flow.error());
  return shelf.rank(*reporter, *years->from, *flow);
}

Result<TextTable> indicator(const ShelfTables& shelf, const Operands& operands) {
  const auto actor = operands.actor(0);
  if (!actor) return std::unexpected(actor.error());
  const auto years = operands.years(2);
  if (!years) return std::unexpected(years.error());
  return shelf.indicator(*actor, operands.word(1), *years);
}

Result<TextTable> membership(const ShelfTables& shelf, const Operands& operands) {
  const auto member = operands.actor(0);
  if (!member) return std::unexpected(member.error());
  if (!operands.has(1)) return shelf.membership(*member, std::nullopt);
  const auto organisation = operands.actor(1);
  if (!organisation) return std::unexpected(organisation.error());
  return shelf.membership(*member, *organisation);
}

Result<TextTable> independence(const ShelfTables& shelf, const Operands& operands) {
  const auto state = operands.actor(0);
  if (!state) return std::unexpected(state.error());
  return shelf.independence(*state);
}

Result<TextTable> answer(const ShelfTables& shelf, DataArguments::Action action, const Operands& operands) {
  using Action = DataArguments::Action;
  const auto pair = [&](auto ask) { return between(operands, ask); };
  switch (action) {
    case Action::kList: return shelf.list();
    case Action::kTrade: return pair([&](const ActorId& a, const ActorId& b, const YearRange& years) { return shelf.trade(a, b, years); });
    case Action::kAid: return pair([&](const ActorId& a, const ActorId& b, const YearRange& years) { return shelf.aid(a, b, years); });
    case Action::kVisit: return pair([&](const ActorId& a, const ActorId& b, const YearRange& years) { return shelf.visit(a, b, years); });
    case Action::kRelations: return pair([&](const ActorId& a, const ActorId& b, const YearRange&) { return shelf.relations(a, b); });
    case Action::kAgreement: return pair([&](const ActorId& a, const ActorId& b, const YearRange&) { return shelf.agreement(a, b); });
    case Action::kOfficial: return pair([&](const ActorId& a, const ActorId& b, const YearRange&) { return shelf.official(a, b); });
    case Action::kRank: return rank(shelf, operands);
    case Action::kIndicator: return indicator(shelf, operands);
    case Action::kMembership: return membership(shelf, operands);
    case Action::kMirror: return pair([&](const ActorId& a, const ActorId& b, const YearRange& years) { return shelf.mirror(a, b, years); });
    case Action::kIndependence: return independence(shelf, operands);
    case Action::kBuild:
    case Action::kImport:
    case Action::kFormats:
    case Action::kVintage:
    case Action::kDiff:
    case Action::kVerify:
    case Action::kForget:
    case Action::kLicence: break;
  }
  return fail(ErrorCode::kUnsupported, "this is no question to the shelf");
}

}  // namespace

int run_data(const DataArguments& arguments) {
  if (arguments.action == DataArguments::Action::kBuild) return build(arguments);
  if (is_upkeep(arguments.action)) return run_upkeep(arguments);
  const auto engine = Engine::open();
  if (!engine) return refuse(engine.error());
  const auto file = find_shelf(shelf_candidates(arguments.shelf));
  if (!file) return refuse(file.error());
  const auto shelf = ShelfTables::open(*engine, *file);
  if (!shelf) return refuse(shelf.error());
  const auto table = answer(*shelf, arguments.action, Operands(*engine, arguments.operands));
  if (!table) return refuse(table.error());
  return print_table(*table, arguments);
}

}  // namespace paraph
