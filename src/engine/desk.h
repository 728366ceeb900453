#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/actor_index.h"
#include "engine/engine.h"
#include "engine/remembering_shelf.h"
#include "engine/shelf_tables.h"
#include "report/describe_claim.h"
#include "report/write_report.h"
#include "store/shelf_pages.h"

namespace paraph {

/// What every desk of a server shares: tables loaded once, and the shelf's place.
struct DeskTables {
  Engine engine;
  ActorIndex actors;
  std::filesystem::path shelf;
  std::string shelf_id;  ///< Sixteen hexadecimal digits over the shelf's vintages: the same digits, the same rows.

  /// Fails as Engine::open and open_shelf do.
  static Result<std::shared_ptr<const DeskTables>> open(const std::filesystem::path& shelf, const EngineOptions& options = {});
};

/// Whose page of figures is wanted, as the HTTP interface asks for it.
struct PageRequest {
  FigureFilter filter;
  std::string cursor;  ///< As given with the page before; empty for the first.
  std::size_t limit = 100;
};

/// A page as text, with the cursor of the next one; empty on the last.
struct PageText {
  std::string text;
  std::string next;
};

/// One reader's place at the shelf: every question of the HTTP interface, answered in the words of docs/api/openapi.json. One
/// thread at a time; any number of desks share their tables.
class Desk {
 public:
  static Result<Desk> open(std::shared_ptr<const DeskTables> tables);

  const DeskTables& tables() const { return *tables_; }
  const Engine& engine() const { return tables_->engine; }

  /// The audit in one of its forms; kJson as the interface has it, with `words` the text too. kConflict where the shelf fails.
  Result<std::string> check(Intake intake, const AuditOptions& options, AuditFormat format, bool words) const;
  Result<std::string> extract(Intake intake, const ReadingOptions& options, ExtractionFormat format, bool words) const;

  /// What `paraph data show QUESTION OPERANDS…` prints. kNotFound for a question that there is not.
  Result<TextTable> show(std::string_view question, const std::vector<std::string>& operands) const;
  Result<std::string> sources() const;
  Result<std::string> pair(const ActorId& a, const ActorId& b, const std::optional<RecordedAt>& as_of) const;
  Result<PageText> observations(const PageRequest& request, bool csv) const;
  Result<PageText> series(const PageRequest& request) const;
  /// Tables of all partners in one year.
  Result<std::string> ranks_of_year(const ActorId& reporter, RankFlow flow, int year) const;
  /// One partner's place in every year.
  Result<std::string> ranks_of_partner(const ActorId& reporter, RankFlow flow, const ActorId& partner) const;

 private:
  Desk(std::shared_ptr<const DeskTables> tables, std::unique_ptr<ObservationSource> shelf, ShelfTables shown, ShelfPages pages);
  Result<std::optional<PagePlace>> place_of(const std::string& cursor) const;
  std::string cursor_of(const PagePlace& place) const;
  NameActor name_actor() const;

  std::shared_ptr<const DeskTables> tables_;
  std::unique_ptr<ObservationSource> shelf_;
  std::unique_ptr<RememberingShelf> remembered_;  ///< Of audits, which ask for the same rows over and over.
  ShelfTables shown_;
  ShelfPages pages_;
};

/// {"actors":[…]} of the interface.
std::string write_actors(const std::vector<FoundActor>& found);
/// {"caption":…,"columns":[…],"rows":[…],"notes":[…]}
std::string write_table_json(const TextTable& table);
std::string write_table_csv(const TextTable& table);

/// Bytes that a client sent, as a document of this media type ("text/html") and charset; a PDF comes back as its text.
/// kUnsupported for a media type that no document has.
Result<Intake> intake_of(std::string bytes, std::string_view media_type, std::string_view charset, std::string name, const IntakeLimits& limits = {});

/// A document at an http(s) address on the public network: kConflict where it leads, at once or by a redirect, to an address
/// that is private, loopback, link-local or otherwise not public.
Result<Intake> intake_from_public(const std::string& address, const IntakeLimits& limits);

/// The same document; a PDF's text in its place.
Result<Intake> as_text(Intake intake, const IntakeLimits& limits);

/// True where every byte belongs to well-formed UTF-8.
bool is_utf8(std::string_view text);
/// The same text with U+FFFD for every byte that does not.
std::string mended_text(std::string_view text);

}  // namespace paraph
