#include "cli/command_brief.h"

#include <fmt/format.h>

#include "cli/output.h"
#include "cli/surroundings.h"
#include "engine/days.h"
#include "engine/engine.h"
#include "engine/shelf_file.h"
#include "engine/sheet_update.h"
#include "engine/sheet_writer.h"

namespace paraph {
namespace {

int refuse(const Error& error) {
  write_error(fmt::format("paraph brief: {}\n", error.message));
  return 2;
}

Result<BriefRequest> request_of(const Engine& engine, const BriefArguments& arguments) {
  BriefRequest request;
  const auto home = engine.actor_named(arguments.home);
  if (!home) return std::unexpected(home.error());
  const auto partner = engine.actor_named(arguments.partner);
  if (!partner) return std::unexpected(partner.error());
  request.pair = {*home, *partner};
  request.as_of = today();
  if (!arguments.as_of.empty()) {
    const auto day = read_day(arguments.as_of);
    if (!day) return std::unexpected(day.error());
    if (*day > request.as_of) return fail(ErrorCode::kOutOfRange, fmt::format("--as-of {}: that day has not come", arguments.as_of));
    request.as_of = *day;
  }
  if (!arguments.recorded_by.empty()) {
    const auto day = read_day(arguments.recorded_by);
    if (!day) return std::unexpected(day.error());
    request.recorded_by = RecordedAt{*day};
  }
  for (const std::string& section : arguments.sections) request.sections.push_back(*section_named(section));
  request.charts = arguments.format == "html" || arguments.format == "pdf-ready-html" || arguments.format == "json";
  return request;
}

/// The existing sheet keeps its own pair; the states on the command line are those it must be about.
int propose(const Engine& engine, const BriefArguments& arguments, const BriefRequest& request, const ObservationSource& shelf) {
  AuditOptions options;
  options.reading.pair = request.pair;
  options.now = request.as_of;
  options.as_of = request.recorded_by;
  const auto update = propose_update(engine, *arguments.update, options, shelf);
  if (!update) return refuse(update.error());
  auto output = Output::open(arguments.output);
  if (!output) return refuse(output.error());
  output->write(update_diff(*update));
  if (const auto kept = output->keep(); !kept) return refuse(kept.error());
  return update->edits.empty() && update->unmended.empty() ? 0 : 1;
}

}  // namespace

int run_brief(const BriefArguments& arguments) {
  const auto engine = Engine::open();
  if (!engine) return refuse(engine.error());
  const auto request = request_of(*engine, arguments);
  if (!request) return refuse(request.error());
  const auto writer = SheetWriter::open(*engine);
  if (!writer) return refuse(writer.error());
  const auto file = find_shelf(shelf_candidates(arguments.shelf));
  if (!file) return refuse(file.error());
  const auto shelf = open_shelf(*file);
  if (!shelf) return refuse(shelf.error());
  if (arguments.update) return propose(*engine, arguments, *request, **shelf);
  const auto checked = writer->write(*request, **shelf);
  if (!checked) return refuse(checked.error());
  auto output = Output::open(arguments.output);
  if (!output) return refuse(output.error());
  const SheetStyle style = arguments.style == "table" ? SheetStyle::kTable : SheetStyle::kSheet;
  output->write(format_sheet(checked->sheet, *sheet_format_named(arguments.format), style).text);
  if (const auto kept = output->keep(); !kept) return refuse(kept.error());
  for (const Withheld& withheld : checked->withheld)
    write_error(fmt::format("paraph brief: withheld, for it does not pass the audit: {}\n  {}\n", withheld.text, withheld.why));
  return checked->withheld.empty() ? 0 : 1;
}

}  // namespace paraph
