#include "brief/write_brief.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "brief/planner.h"
#include "evidence/gather_evidence.h"
#include "evidence/words.h"

namespace paraph {
namespace {

constexpr auto kSections = std::to_array<std::string_view>({"relations", "agreements", "trade", "assistance", "memberships", "visits", "figures", "unknown"});
constexpr auto kPlans = std::to_array({plan_relations, plan_agreements, plan_trade, plan_assistance, plan_memberships, plan_visits, plan_figures});

std::set<VintageId> cited_vintages(const Sheet& sheet) {
  std::set<VintageId> cited;
  const auto take = [&](const std::vector<Citation>& citations) {
    for (const Citation& citation : citations) cited.insert(citation.vintage);
  };
  for (const Section& section : sheet.sections) {
    for (const auto& paragraph : section.paragraphs) {
      for (const CitedSentence& statement : paragraph) take(statement.citations);
    }
    for (const IndicatorTable& table : section.tables) take(table.citations);
    for (const Chart& chart : section.charts) take(chart.citations);
  }
  return cited;
}

/// The first of the publisher's months after the sheet's day.
std::string next_update(const SourceWords* words, std::chrono::sys_days as_of) {
  if (words == nullptr) return "not announced";
  if (words->months.empty()) return words->instead;
  const std::chrono::year_month_day day(as_of);
  const int year = static_cast<int>(day.year());
  const int now = static_cast<int>(static_cast<unsigned>(day.month()));
  const auto month = std::ranges::upper_bound(words->months, now);
  const bool this_year = month != words->months.end();
  return date_in_words(CivilPeriod::at({this_year ? year : year + 1, this_year ? *month : words->months.front(), 0, PeriodPrecision::kMonth}));
}

Result<void> add_sources(Sheet& sheet, const ObservationSource& shelf, const Wordings& wordings) {
  const auto sources = shelf.sources();
  if (!sources) return std::unexpected(sources.error());
  const auto vintages = shelf.vintages();
  if (!vintages) return std::unexpected(vintages.error());
  const std::set<VintageId> cited = cited_vintages(sheet);
  for (const Source& source : *sources) {
    SourceNote note{source, {}, next_update(wordings.source(source.id.str()), sheet.as_of)};
    std::ranges::copy_if(*vintages, std::back_inserter(note.vintages),
                         [&](const Vintage& vintage) { return vintage.source == source.id && cited.contains(vintage.id); });
    if (!note.vintages.empty()) sheet.sources.push_back(std::move(note));
  }
  return {};
}

}  // namespace

std::optional<SectionKind> section_named(std::string_view name) {
  const auto found = std::ranges::find(kSections, name);
  if (found == kSections.end()) return std::nullopt;
  return static_cast<SectionKind>(found - kSections.begin());
}

std::string_view section_name(SectionKind kind) { return kSections[static_cast<std::size_t>(kind)]; }

Result<Sheet> write_brief(const BriefRequest& request, const ObservationSource& shelf, const Wordings& wordings,
                          const std::function<std::string_view(const ActorId&)>& name_actor) {
  const EvidenceContext context{request.as_of, request.recorded_by, std::nullopt, name_actor};
  auto view = ShelfView::open(shelf, context);
  if (!view) return std::unexpected(view.error());
  const auto vintages = shelf.vintages();
  if (!vintages) return std::unexpected(vintages.error());
  Planner planner(*view, *vintages, wordings, request);
  const auto wanted = [&](SectionKind kind) { return request.sections.empty() || std::ranges::find(request.sections, kind) != request.sections.end(); };
  Sheet sheet;
  sheet.pair = request.pair;
  sheet.as_of = request.as_of;
  sheet.title = fmt::format("{} and {}", planner.name(request.pair.home), planner.name(request.pair.partner));
  if (sheet.title.starts_with("the ")) sheet.title.front() = 'T';
  for (std::size_t i = 0; i < kPlans.size(); ++i) {
    // What is not known comes from all parts.
    if (!wanted(static_cast<SectionKind>(i)) && !wanted(SectionKind::kUnknown)) continue;
    auto section = kPlans[i](planner);
    if (!section) return std::unexpected(section.error());
    if (wanted(static_cast<SectionKind>(i)) && (!section->paragraphs.empty() || !section->tables.empty())) sheet.sections.push_back(std::move(*section));
  }
  if (wanted(SectionKind::kUnknown)) sheet.sections.push_back(plan_unknown(planner));
  if (const auto done = add_sources(sheet, shelf, wordings); !done) return std::unexpected(done.error());
  return sheet;
}

void drop_unused_sources(Sheet& sheet) {
  const std::set<VintageId> cited = cited_vintages(sheet);
  for (SourceNote& note : sheet.sources) std::erase_if(note.vintages, [&](const Vintage& vintage) { return !cited.contains(vintage.id); });
  std::erase_if(sheet.sources, [](const SourceNote& note) { return note.vintages.empty(); });
}

}  // namespace paraph
