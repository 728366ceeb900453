#include "engine/shelf_upkeep.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/quoter.h"
#include "store/shelf_vintages.h"
#include "store/sqlite_shelf.h"

namespace paraph {
namespace {

constexpr std::size_t kMostGaps = 20;

std::string value_text(const Observation& figure) {
  return figure.mark == ValueMark::kFigure ? figure.value.str() : fmt::format("({})", value_mark_name(figure.mark));
}

void list_gaps(const Verification& verification, TextTable& table) {
  table.notes.push_back(fmt::format("{} published world totals are met by the sum of their partners, {} are not.", verification.totals_met,
                                    verification.totals_missed.size()));
  for (std::size_t i = 0; i < std::min(kMostGaps, verification.totals_missed.size()); ++i) {
    const TotalGap& gap = verification.totals_missed[i];
    table.notes.push_back(mended_utf8(fmt::format("{} of {} in {} ({}): world {}, partners {}, apart by {}", gap.measure, gap.reporter, gap.period,
                                                  gap.vintage, gap.world.str(), gap.partners.str(), (gap.world - gap.partners).str())));
  }
  if (verification.totals_missed.size() > kMostGaps) table.notes.push_back(fmt::format("… and {} more.", verification.totals_missed.size() - kMostGaps));
}

}  // namespace

Result<ImportReport> import_into(const std::filesystem::path& shelf, const ImportRequest& request, const std::string& format, const ImportWatch& watch) {
  const ImporterChoice choose = [&](const FileHead& head) { return format.empty() ? importer_of(head) : importer_named(format); };
  return import_files(shelf, request, choose, {embedded_table_files()}, watch);
}

TextTable import_table(const ImportReport& report) {
  TextTable table;
  table.columns = {{"file"}, {"format"}, {"vintage"}, {"state"}, {"rows", true}, {"kept", true}, {"bad", true}, {"unknown", true}, {"sha256"}};
  for (const FileReport& file : report.files) {
    std::string vintage = file.already;
    std::string state = "already there";
    if (file.already.empty()) {
      const auto made = std::ranges::find(report.vintages, file.source, &VintageReport::source);
      vintage = made == report.vintages.end() ? "" : made->id;
      state = report.refused ? "refused" : file.bad + file.unknown > 0 ? "partial" : "whole";
    }
    table.rows.push_back({std::filesystem::path(file.name).filename().string(), file.format, vintage, state, std::to_string(file.rows),
                          report.refused ? "0" : std::to_string(file.kept), std::to_string(file.bad), std::to_string(file.unknown), file.sha256});
    for (const auto& [reason, count] : file.left_out) table.notes.push_back(fmt::format("left out: {} × {}", count, reason));
    for (const std::string& problem : file.problems) table.notes.push_back(problem);
    const std::uint64_t troubles = file.bad + file.unknown + file.odd;
    if (troubles > file.problems.size()) table.notes.push_back(fmt::format("… and {} more in {}", troubles - file.problems.size(), file.name));
  }
  if (report.refused) table.notes.emplace_back("Nothing was imported: the shelf is as it was. Mend the rows above, or keep the good ones with --keep-good.");
  for (const VintageReport& vintage : report.vintages) {
    if (vintage.state == "partial") table.notes.push_back(fmt::format("{} is partial: rows of its files were not kept.", vintage.id));
  }
  return table;
}

TextTable formats_table() {
  TextTable table;
  table.columns = {{"format"}, {"title"}};
  for (const Importer* importer : importers()) table.rows.push_back({std::string(importer->format().id), std::string(importer->format().title)});
  return table;
}

Result<TextTable> vintage_table(const std::filesystem::path& shelf, const std::string& vintage) {
  const auto found = read_vintage_details(shelf, vintage);
  if (!found) return std::unexpected(found.error());
  if (found->empty()) return fail(ErrorCode::kNotFound, fmt::format("\"{}\" is no vintage of this shelf; see them with: paraph data list", vintage));
  const VintageDetails& it = found->front();
  TextTable table;
  table.caption = fmt::format("{}: {} figures, {} marks, {} facts, {}", it.id, it.observations, it.marks, it.facts, it.state);
  table.columns = {{"file"}, {"format"}, {"bytes", true}, {"rows", true}, {"kept", true}, {"bad", true}, {"unknown", true}, {"sha256"}, {"url"}, {"retrieved"}};
  for (const VintageFile& file : it.files) {
    table.rows.push_back({file.name, file.format, std::to_string(file.bytes), std::to_string(file.rows), std::to_string(file.kept),
                          std::to_string(file.bad), std::to_string(file.unknown), file.sha256, file.url, file.retrieved});
  }
  if (it.files.empty()) table.rows.push_back({it.file, "starter table", "", "", "", "", "", it.sha256, "", ""});
  const std::string recorded = it.recorded.empty() ? "unknown" : it.recorded;
  table.notes.push_back(fmt::format("source {}; recorded {}{}{}", it.source, recorded, it.basis_note.empty() ? "" : ": ", it.basis_note));
  if (!it.imported.empty()) table.notes.push_back(fmt::format("imported {}", it.imported));
  if (!it.note.empty()) table.notes.push_back(it.note);
  for (const auto& [reason, count] : it.left_out) table.notes.push_back(fmt::format("left out: {} × {}", count, reason));
  for (const std::string& problem : it.problems) table.notes.push_back(problem);
  return table;
}

Result<TextTable> diff_table(const std::filesystem::path& shelf, const std::string& first, const std::string& second, std::size_t limit) {
  const auto difference = compare_vintages(shelf, first, second, limit);
  if (!difference) return std::unexpected(difference.error());
  TextTable table;
  table.caption = fmt::format("{} → {}: {} figures revised, {} new, {} gone, {} the same", first, second, difference->changed, difference->added,
                              difference->removed, difference->same);
  table.columns = {{"measure"}, {"reporter"}, {"partner"}, {"period"}, {"unit"}, {"prices"}, {"was", true}, {"is", true}, {"line was"}, {"line is"}};
  for (const FigureChange& change : difference->figures) {
    const Observation& shown = change.added ? change.is : change.was;
    table.rows.push_back({shown.measure.str(), shown.reporter.str(), shown.partner.empty() ? shown.partner_as_published : shown.partner.str(),
                          shown.period.str(), shown.unit, shown.price_basis, change.added ? "" : value_text(change.was),
                          change.removed ? "" : value_text(change.is), change.was.line, change.is.line});
  }
  table.notes.push_back(fmt::format("revised {}, new {}, gone {}, same {}", difference->changed, difference->added, difference->removed, difference->same));
  const std::uint64_t all = difference->changed + difference->added + difference->removed;
  if (all > difference->figures.size()) table.notes.push_back(fmt::format("{} of {} differences are shown; see all with --limit 0", difference->figures.size(), all));
  if (difference->facts_same + difference->facts_added + difference->facts_removed > 0) {
    table.notes.push_back(fmt::format("facts: {} new, {} gone, {} the same", difference->facts_added, difference->facts_removed, difference->facts_same));
  }
  return table;
}

Result<TextTable> verify_table(const std::filesystem::path& shelf, const std::function<void(std::uint64_t rows)>& progress, bool& good) {
  const auto verification = verify_shelf(shelf, progress);
  // What a damaged file quotes may be no text at all.
  if (!verification) return fail(verification.error().code, mended_utf8(verification.error().message));
  good = verification->good();
  TextTable table;
  table.caption = good ? fmt::format("{}: all rows are as they were imported", shelf.string()) : fmt::format("{}: damaged", shelf.string());
  table.columns = {{"vintage"}, {"rows", true}, {"verified"}};
  for (const VerifiedVintage& vintage : verification->vintages) {
    table.rows.push_back({mended_utf8(vintage.id), std::to_string(vintage.rows), vintage.trouble.empty() ? "yes" : mended_utf8(vintage.trouble)});
  }
  if (!verification->file_trouble.empty()) table.notes.push_back("The file is damaged: " + mended_utf8(verification->file_trouble) + ". Build it anew, and import again what was imported.");
  list_gaps(*verification, table);
  return table;
}

Result<TextTable> forget_table(const std::filesystem::path& shelf, const std::string& id, bool now, const std::function<void()>& wait) {
  const auto goes = forget(shelf, id, now, wait);
  if (!goes) return std::unexpected(goes.error());
  TextTable table;
  table.columns = {{"vintage"}, {"figures", true}, {"facts", true}, {"from", true}, {"to", true}};
  for (const VintageDetails& each : goes->vintages) {
    table.rows.push_back({each.id, std::to_string(each.observations + each.marks), std::to_string(each.facts),
                          each.first_year ? std::to_string(*each.first_year) : "", each.last_year ? std::to_string(*each.last_year) : ""});
  }
  if (goes->source_goes) table.notes.push_back(fmt::format("No vintage of {} is left: the source goes, too.", goes->vintages.front().source));
  if (!goes->only_there.empty()) table.notes.push_back(fmt::format("No other vintage holds: {}.", fmt::join(goes->only_there, ", ")));
  table.notes.emplace_back(now ? "Forgotten." : "Nothing has been removed yet. To remove it, say --yes.");
  return table;
}

Result<TextTable> licence_table(const std::filesystem::path& shelf, const std::vector<std::string>& wanted) {
  const auto opened = open_shelf(shelf);
  if (!opened) return std::unexpected(opened.error());
  const auto sources = (*opened)->sources();
  if (!sources) return std::unexpected(sources.error());
  TextTable table;
  table.columns = {{"source"}, {"licence"}, {"grade"}, {"owed"}, {"url"}};
  const auto named = [](std::string_view id, const std::string& source) { return id.substr(0, id.find('@')) == source; };
  for (const std::string& each : wanted) {
    if (std::ranges::none_of(*sources, [&](const Source& source) { return named(each, source.id.str()); })) {
      return fail(ErrorCode::kNotFound, fmt::format("\"{}\" is no source of this shelf; see them with: paraph data list", each));
    }
  }
  for (const Source& source : *sources) {
    const auto asked = [&](const std::string& each) { return named(each, source.id.str()); };
    if (!wanted.empty() && std::ranges::none_of(wanted, asked)) continue;
    const bool free = source.grade == "A";
    table.rows.push_back({source.id.str(), source.licence, source.grade,
                          fmt::format("{}Source: {}, {}", free ? "(courtesy) " : "", source.attribution.empty() ? source.publisher : source.attribution, source.title),
                          source.url});
  }
  table.notes.emplace_back("Grade A is in the public domain: naming the source is a courtesy. Grade B wants the line under \"owed\" wherever its figures are published.");
  return table;
}

}  // namespace paraph
