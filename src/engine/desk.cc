#include "engine/desk.h"

#include <charconv>
#include <utility>

#include <fmt/format.h>
#include <xxhash.h>

#include <paraph/paraph.h>

#include "report/reading_json.h"
#include "intake/fetch_url.h"
#include "report/quoter.h"
#include "store/sqlite_shelf.h"
#include "text/decoded_text.h"

namespace paraph {

Result<std::shared_ptr<const DeskTables>> DeskTables::open(const std::filesystem::path& shelf, const EngineOptions& options) {
  auto engine = Engine::open(options);
  if (!engine) return std::unexpected(engine.error());
  auto actors = ActorIndex::load();
  if (!actors) return std::unexpected(actors.error());
  const auto opened = open_shelf(shelf);
  if (!opened) return std::unexpected(opened.error());
  const auto vintages = (*opened)->vintages();
  if (!vintages) return std::unexpected(vintages.error());
  const auto extents = read_extents(shelf);
  if (!extents) return std::unexpected(extents.error());
  std::string identity;
  for (const Vintage& vintage : *vintages) identity += fmt::format("{}\t{}\t{}\n", vintage.id.str(), vintage.sha256, vintage.note);
  for (const VintageExtent& extent : *extents) identity += fmt::format("{}\t{}\n", extent.vintage.str(), extent.rows);
  std::string id = fmt::format("{:016x}", XXH3_64bits(identity.data(), identity.size()));
  return std::make_shared<const DeskTables>(DeskTables{std::move(*engine), std::move(*actors), shelf, std::move(id)});
}

Desk::Desk(std::shared_ptr<const DeskTables> tables, std::unique_ptr<ObservationSource> shelf, ShelfTables shown, ShelfPages pages)
    : tables_(std::move(tables)), shelf_(std::move(shelf)), remembered_(std::make_unique<RememberingShelf>(*shelf_)), shown_(std::move(shown)), pages_(std::move(pages)) {}

Result<Desk> Desk::open(std::shared_ptr<const DeskTables> tables) {
  auto shelf = open_shelf(tables->shelf);
  if (!shelf) return std::unexpected(shelf.error());
  auto shown = ShelfTables::open(tables->engine, tables->shelf);
  if (!shown) return std::unexpected(shown.error());
  auto pages = ShelfPages::open(tables->shelf);
  if (!pages) return std::unexpected(pages.error());
  return Desk(std::move(tables), std::move(*shelf), std::move(*shown), std::move(*pages));
}

NameActor Desk::name_actor() const {
  return [this](const ActorId& actor) { return tables_->engine.display_name(actor); };
}

Result<std::string> Desk::check(Intake intake, const AuditOptions& options, AuditFormat format, bool words) const {
  auto extraction = engine().extract_bytes(std::move(intake), options.reading);
  if (!extraction) return std::unexpected(extraction.error());
  const auto audit = engine().check_extraction(std::move(*extraction), options, *remembered_);
  if (!audit) return fail(ErrorCode::kConflict, audit.error().message);
  std::string out;
  if (format == AuditFormat::kJson) {
    write_reading_json(*audit, {name_actor(), words}, out);
    return out;
  }
  const auto report = make_audit_report(format, {Layout{}, name_actor(), std::string(version())});
  ReportTotals totals;
  add_to(totals, *audit);
  report->head(out);
  report->part(*audit, out);
  report->tail(totals, out);
  return out;
}

Result<std::string> Desk::extract(Intake intake, const ReadingOptions& options, ExtractionFormat format, bool words) const {
  const auto extraction = engine().extract_bytes(std::move(intake), options);
  if (!extraction) return std::unexpected(extraction.error());
  std::string out;
  if (format == ExtractionFormat::kJson) {
    write_reading_json(*extraction, {name_actor(), words}, out);
  } else {
    write_extraction_jsonl(*extraction, out);
  }
  return out;
}

std::string Desk::cursor_of(const PagePlace& place) const {
  const auto& key = place.series;
  return fmt::format("{}.{:x}.{:x}.{:x}.{:x}.{:x}.{:x}", tables_->shelf_id.substr(0, 8), key[0], key[1], key[2], key[3], key[4], place.figures);
}

Result<std::optional<PagePlace>> Desk::place_of(const std::string& cursor) const {
  if (cursor.empty()) return std::optional<PagePlace>();
  const auto malformed = [] { return fail(ErrorCode::kOutOfRange, "the cursor is none of this shelf's; begin again without one"); };
  std::string_view rest = cursor;
  if (!rest.starts_with(tables_->shelf_id.substr(0, 8))) return malformed();
  rest.remove_prefix(8);
  PagePlace place;
  for (std::size_t i = 0; i < 6; ++i) {
    if (!rest.starts_with('.')) return malformed();
    rest.remove_prefix(1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number, 16);
    if (error != std::errc() || number < 0) return malformed();
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (i < 5) {
      place.series[i] = number;
    } else {
      place.figures = static_cast<std::size_t>(number);
    }
  }
  if (!rest.empty()) return malformed();
  return std::optional(place);
}

Result<Intake> intake_of(std::string bytes, std::string_view media_type, std::string_view charset, std::string name, const IntakeLimits& limits) {
  Intake intake;
  intake.name = std::move(name);
  intake.bytes = std::move(bytes);
  intake.hints.charset = charset;
  if (media_type == "text/plain") {
    intake.hints.format = DocumentFormat::kPlain;
  } else if (media_type == "text/markdown") {
    intake.hints.format = DocumentFormat::kMarkdown;
  } else if (media_type == "text/html" || media_type == "application/xhtml+xml") {
    intake.hints.format = DocumentFormat::kHtml;
  } else if (media_type == "application/pdf") {
    if (detect_format(intake.bytes, {}) != DocumentFormat::kPdf) return fail(ErrorCode::kMalformed, "the body does not begin as a PDF does");
    return with_pdf_as_text(std::move(intake), limits);
  } else {
    return fail(ErrorCode::kUnsupported, fmt::format("\"{}\" is no document; send text/plain, text/markdown, text/html, application/pdf or application/json", media_type));
  }
  return intake;
}

Result<Intake> intake_from_public(const std::string& address, const IntakeLimits& limits) {
  if (!is_web_address(address)) return fail(ErrorCode::kUnsupported, "only http and https addresses are fetched");
  IntakeLimits strict = limits;
  strict.public_only = true;
  return fetch_url(address, strict);
}

Result<Intake> as_text(Intake intake, const IntakeLimits& limits) { return with_pdf_as_text(std::move(intake), limits); }

bool is_utf8(std::string_view text) { return valid_utf8_prefix(text) == text.size(); }
std::string mended_text(std::string_view text) { return mended_utf8(text); }

}  // namespace paraph
