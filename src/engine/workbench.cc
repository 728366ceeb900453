#include <paraph/paraph.h>

#include <utility>

#include <fmt/format.h>

#include "engine/engine.h"
#include "engine/run_inputs.h"
#include "engine/days.h"
#include "engine/sheet_writer.h"
#include "report/write_report.h"
#include "store/sqlite_shelf.h"

namespace paraph {

struct Workbench::Inside {
  Engine engine;
  std::string shelf;
};

namespace {

std::expected<ReadingOptions, std::string> reading_options(const Engine& engine, const SheetOptions& options) {
  ReadingOptions reading;
  if (options.pair.empty()) return reading;
  const auto pair = engine.pair_named(options.pair);
  if (!pair) return std::unexpected(pair.error().message);
  reading.pair = *pair;
  return reading;
}

std::string lines_of(const Extraction& extraction) {
  std::string lines;
  write_extraction_jsonl(extraction, lines);
  return lines;
}

}  // namespace

Workbench::Workbench(std::shared_ptr<const Inside> inside) : inside_(std::move(inside)) {}

std::expected<Workbench, std::string> Workbench::open(const std::string& shelf) {
  auto engine = Engine::open();
  if (!engine) return std::unexpected(engine.error().message);
  if (!shelf.empty()) {
    const auto opened = open_shelf(shelf);
    if (!opened) return std::unexpected(opened.error().message);
  }
  return Workbench(std::make_shared<const Inside>(std::move(*engine), shelf));
}

std::expected<std::string, std::string> Workbench::extract(const std::string& input, const SheetOptions& options) const {
  const auto reading = reading_options(inside_->engine, options);
  if (!reading) return std::unexpected(reading.error());
  const auto extraction = inside_->engine.extract(input, *reading);
  if (!extraction) return std::unexpected(extraction.error().message);
  return lines_of(*extraction);
}

std::expected<std::string, std::string> Workbench::extract_text(std::string_view text, const std::string& name,
                                                                const SheetOptions& options) const {
  const auto reading = reading_options(inside_->engine, options);
  if (!reading) return std::unexpected(reading.error());
  Intake intake;
  intake.name = name;
  intake.bytes = text;
  intake.hints.name = name;
  const auto extraction = inside_->engine.extract_bytes(std::move(intake), *reading);
  if (!extraction) return std::unexpected(extraction.error().message);
  return lines_of(*extraction);
}

std::expected<std::string, std::string> Workbench::check(const std::string& input, std::string_view format, const SheetOptions& options) const {
  const auto wanted = audit_format_named(format);
  if (!wanted) return std::unexpected(fmt::format("\"{}\" is no format of an audit", format));
  if (inside_->shelf.empty()) return std::unexpected("no shelf was given to Workbench::open, so nothing can be checked");
  AuditOptions audit_options;
  const auto reading = reading_options(inside_->engine, options);
  if (!reading) return std::unexpected(reading.error());
  audit_options.reading = *reading;
  const auto now = read_day(options.now);
  if (!now) return std::unexpected("SheetOptions::now: " + now.error().message);
  audit_options.now = *now;
  if (!options.as_of.empty()) {
    const auto as_of = read_day(options.as_of);
    if (!as_of) return std::unexpected("SheetOptions::as_of: " + as_of.error().message);
    audit_options.as_of = RecordedAt{*as_of};
  }
  const auto shelf = open_shelf(inside_->shelf);
  if (!shelf) return std::unexpected(shelf.error().message);
  const auto audit = inside_->engine.check(input, audit_options, **shelf);
  if (!audit) return std::unexpected(audit.error().message);
  const Engine& engine = inside_->engine;
  const auto report = make_audit_report(
      *wanted, {Layout{}, [&engine](const ActorId& actor) { return engine.display_name(actor); }, std::string(version())});
  std::string out;
  ReportTotals totals;
  add_to(totals, *audit);
  report->head(out);
  report->part(*audit, out);
  report->tail(totals, out);
  return out;
}

std::expected<std::string, std::string> Workbench::brief(const std::string& home, const std::string& partner, std::string_view format,
                                                         const BriefOptions& options) const {
  const Engine& engine = inside_->engine;
  const auto wanted = sheet_format_named(format);
  if (!wanted) return std::unexpected(fmt::format("\"{}\" is no format of a sheet", format));
  if (inside_->shelf.empty()) return std::unexpected("no shelf was given to Workbench::open, so there is nothing to write from");
  BriefRequest request;
  for (const auto& [written, actor] : {std::pair(&home, &request.pair.home), std::pair(&partner, &request.pair.partner)}) {
    const auto named = engine.actor_named(*written);
    if (!named) return std::unexpected(named.error().message);
    *actor = *named;
  }
  const auto day = read_day(options.as_of);
  if (!day) return std::unexpected("BriefOptions::as_of: " + day.error().message);
  request.as_of = *day;
  if (!options.recorded_by.empty()) {
    const auto recorded = read_day(options.recorded_by);
    if (!recorded) return std::unexpected("BriefOptions::recorded_by: " + recorded.error().message);
    request.recorded_by = RecordedAt{*recorded};
  }
  request.charts = *wanted == SheetFormat::kHtml || *wanted == SheetFormat::kPrintHtml || *wanted == SheetFormat::kJson;
  const auto writer = SheetWriter::open(engine);
  if (!writer) return std::unexpected(writer.error().message);
  const auto shelf = open_shelf(inside_->shelf);
  if (!shelf) return std::unexpected(shelf.error().message);
  const auto checked = writer->write(request, **shelf);
  if (!checked) return std::unexpected(checked.error().message);
  return format_sheet(checked->sheet, *wanted, options.style == "table" ? SheetStyle::kTable : SheetStyle::kSheet).text;
}

const std::string& Workbench::fingerprint() const { return inside_->engine.fingerprint(); }

std::string_view version() { return PARAPH_VERSION; }

}  // namespace paraph
