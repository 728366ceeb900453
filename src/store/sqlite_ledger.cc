#include "store/sqlite_ledger.h"

#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "store/ledger_schema.h"
#include "store/prefixed_bytes.h"
#include "store/sqlite_file.h"

namespace paraph {
namespace {

std::int64_t day_number(std::chrono::sys_days day) { return day.time_since_epoch().count(); }
std::chrono::sys_days day_of(std::int64_t number) { return std::chrono::sys_days(std::chrono::days(number)); }

/// The bytes that a source's next ones are compressed behind: a row that stands without a base of its own.
struct Keyframe {
  std::int64_t row = 0;
  std::string bytes;
};

class SqliteLedger final : public LedgerStorage {
 public:
  SqliteLedger(SqliteFile file, std::string name) : file_(std::move(file)), name_(std::move(name)) {}

  Result<void> begin() override { return file_.execute("BEGIN IMMEDIATE"); }

  Result<void> commit() override { return file_.execute("COMMIT"); }

  void rollback() override {
    static_cast<void>(file_.execute("ROLLBACK").has_value());
    sources_.clear();
    keyframes_.clear();
  }

  Result<EditionPlace> append(const Edition& edition, std::string_view bytes) override {
    auto last = last_place();
    if (!last) return std::unexpected(last.error());
    if (*last && edition.recorded < (*last)->recorded) {
      return fail(ErrorCode::kConflict, fmt::format("{}: the last edition was recorded on {}; an edition cannot be recorded before it, on {}", name_,
                                                    day_text((*last)->recorded.day), day_text(edition.recorded.day)));
    }
    const auto source = source_number(edition.source, true);
    if (!source) return std::unexpected(source.error());
    EditionPlace place{*last ? (*last)->number + 1 : 1, edition.source, edition.seen, edition.recorded, {}};
    const std::string record = write_record(edition);
    place.link = chain_link(*last ? (*last)->link : kFirstLink, record);
    if (auto kept = keep_document(**source, edition.document, bytes); !kept) return std::unexpected(kept.error());
    const auto packed = packed_bytes("edition", "number", "record", **source, place.number, record);
    if (!packed) return std::unexpected(packed.error());
    auto insert = prepared("INSERT INTO edition (number, source, seen, recorded, link, base, size, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    if (!insert) return std::unexpected(insert.error());
    (*insert)->bind(1, place.number);
    (*insert)->bind(2, **source);
    (*insert)->bind(3, day_number(place.seen.day));
    (*insert)->bind(4, day_number(place.recorded.day));
    (*insert)->bind(5, std::string_view(place.link));
    packed->base > 0 ? (*insert)->bind(6, packed->base) : (*insert)->bind_null(6);
    (*insert)->bind(7, static_cast<std::int64_t>(record.size()));
    (*insert)->bind_blob(8, packed->bytes);
    if (auto run = (*insert)->run(); !run) return std::unexpected(run.error());
    if (auto indexed = index(edition, place.number); !indexed) return std::unexpected(indexed.error());
    return place;
  }

  Result<std::int64_t> size() const override { return file_.integer("SELECT COALESCE(MAX(number), 0) FROM edition"); }

  Result<EditionPlace> place(std::int64_t number) const override {
    auto row = prepared("SELECT e.number, s.name, e.seen, e.recorded, e.link FROM edition e JOIN source s ON s.id = e.source WHERE e.number = ?1");
    if (!row) return std::unexpected(row.error());
    (*row)->bind(1, number);
    auto found = one_place(**row);
    if (!found) return std::unexpected(found.error());
    if (!*found) return fail(ErrorCode::kNotFound, fmt::format("{}: there is no edition {}", name_, number));
    return **found;
  }

  Result<std::string> record(std::int64_t number) const override {
    auto bytes = stored("SELECT base, size, record FROM edition WHERE number = ?1", number);
    if (!bytes) return fail(bytes.error().code, fmt::format("{}: edition {}: {}", name_, number, bytes.error().message));
    return bytes;
  }

  Result<std::string> document(std::string_view digest) const override {
    auto row = prepared("SELECT id FROM document WHERE digest = ?1");
    if (!row) return std::unexpected(row.error());
    (*row)->bind(1, digest);
    const auto found = (*row)->step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return fail(ErrorCode::kNotFound, fmt::format("{}: there is no document {}", name_, digest));
    const std::int64_t id = (*row)->integer(0);
    (*row)->reset();
    return stored("SELECT base, size, bytes FROM document WHERE id = ?1", id);
  }

  Result<std::optional<EditionPlace>> in_force(std::string_view source, ValidTime at, std::optional<RecordedAt> recorded_by) const override {
    const auto number = source_number(source, false);
    if (!number) return std::unexpected(number.error());
    if (!*number) return std::optional<EditionPlace>();
    auto row = prepared(
        "SELECT e.number, s.name, e.seen, e.recorded, e.link FROM edition e JOIN source s ON s.id = e.source "
        "WHERE e.source = ?1 AND e.seen <= ?2 AND e.recorded <= ?3 ORDER BY e.source DESC, e.seen DESC, e.number DESC LIMIT 1");
    if (!row) return std::unexpected(row.error());
    constexpr std::int64_t kAnyDay = std::int64_t{1} << 40;
    (*row)->bind(1, **number);
    (*row)->bind(2, day_number(at.day));
    (*row)->bind(3, recorded_by ? day_number(recorded_by->day) : kAnyDay);
    return one_place(**row);
  }

  Result<std::vector<std::string>> sources() const override {
    auto rows = prepared("SELECT name FROM source ORDER BY name");
    if (!rows) return std::unexpected(rows.error());
    std::vector<std::string> out;
    for (;;) {
      const auto row = (*rows)->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) return out;
      out.emplace_back((*rows)->text(0));
    }
  }

  Result<std::vector<DatedEvent>> events_of(std::string_view claim) const override {
    auto rows = prepared("SELECT edition, kind, before, after FROM event WHERE claim = ?1 ORDER BY edition, kind, before, after");
    if (!rows) return std::unexpected(rows.error());
    (*rows)->bind(1, claim);
    std::vector<DatedEvent> out;
    for (;;) {
      const auto row = (*rows)->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) return out;
      const auto kind = static_cast<std::size_t>((*rows)->integer(1));
      if (kind >= kChangeKinds.size()) return fail(ErrorCode::kMalformed, fmt::format("{}: an event of {} is of no known kind", name_, claim));
      out.push_back({(*rows)->integer(0), {kChangeKinds[kind], std::string((*rows)->text(2)), std::string((*rows)->text(3))}});
    }
  }

  Result<std::optional<KnownClaim>> claim(std::string_view id) const override {
    auto rows = prepared("SELECT id, says, first_edition FROM claim WHERE id = ?1");
    if (!rows) return std::unexpected(rows.error());
    (*rows)->bind(1, id);
    const auto row = (*rows)->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::optional<KnownClaim>();
    std::optional<KnownClaim> out(KnownClaim{std::string((*rows)->text(0)), std::string((*rows)->text(1)), (*rows)->integer(2)});
    (*rows)->reset();
    return out;
  }

  Result<std::vector<KnownClaim>> claims_between(std::string_view a, std::string_view b) const override {
    auto rows = prepared(
        "SELECT id, says, first_edition FROM claim WHERE subject = ?1 AND object = ?2 UNION "
        "SELECT id, says, first_edition FROM claim WHERE subject = ?2 AND object = ?1 ORDER BY first_edition, id");
    if (!rows) return std::unexpected(rows.error());
    (*rows)->bind(1, a);
    (*rows)->bind(2, b);
    std::vector<KnownClaim> out;
    for (;;) {
      const auto row = (*rows)->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) return out;
      out.push_back({std::string((*rows)->text(0)), std::string((*rows)->text(1)), (*rows)->integer(2)});
    }
  }

 private:
  struct Packed {
    std::int64_t base = 0;
    std::string bytes;
  };

  /// Valid until the same text is prepared again; statements run to their end or are reset.
  Result<Statement*> prepared(const std::string& sql) const {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return &found->second;
    auto statement = file_.prepare(sql);
    if (!statement) return std::unexpected(statement.error());
    return &statements_.emplace(sql, std::move(*statement)).first->second;
  }

  static Result<std::optional<EditionPlace>> one_place(Statement& row) {
    const auto found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return std::optional<EditionPlace>();
    std::optional<EditionPlace> place(EditionPlace{row.integer(0), std::string(row.text(1)), ValidTime{day_of(row.integer(2))},
                                                   RecordedAt{day_of(row.integer(3))}, std::string(row.text(4))});
    row.reset();
    return place;
  }

  Result<std::optional<EditionPlace>> last_place() const {
    auto row = prepared("SELECT e.number, s.name, e.seen, e.recorded, e.link FROM edition e JOIN source s ON s.id = e.source ORDER BY e.number DESC LIMIT 1");
    if (!row) return std::unexpected(row.error());
    return one_place(**row);
  }

  /// Empty where the source is not known and is not to be added.
  Result<std::optional<std::int64_t>> source_number(std::string_view name, bool add) const {
    const auto known = sources_.find(std::string(name));
    if (known != sources_.end()) return std::optional(known->second);
    auto row = prepared("SELECT id FROM source WHERE name = ?1");
    if (!row) return std::unexpected(row.error());
    (*row)->bind(1, name);
    const auto found = (*row)->step();
    if (!found) return std::unexpected(found.error());
    std::optional<std::int64_t> number;
    if (*found) {
      number = (*row)->integer(0);
      (*row)->reset();
    } else if (add) {
      auto insert = prepared("INSERT INTO source (name) VALUES (?1) RETURNING id");
      if (!insert) return std::unexpected(insert.error());
      (*insert)->bind(1, name);
      const auto made = (*insert)->step();
      if (!made) return std::unexpected(made.error());
      number = (*insert)->integer(0);
      (*insert)->reset();
    }
    if (number) sources_.emplace(name, *number);
    return number;
  }

  /// Bytes of a row, with the row before that they lean on.
  Result<std::string> stored(const std::string& sql, std::int64_t number) const {
    auto row = prepared(sql);
    if (!row) return std::unexpected(row.error());
    (*row)->bind(1, number);
    const auto found = (*row)->step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return fail(ErrorCode::kNotFound, fmt::format("{}: a row that others lean on is missing", name_));
    const std::int64_t base = (*row)->is_null(0) ? 0 : (*row)->integer(0);
    const auto size = static_cast<std::size_t>((*row)->integer(1));
    const std::string bytes((*row)->blob(2));
    (*row)->reset();
    if (base == 0) return packer_.restored(bytes, {}, size);
    // A row leans on one that stands alone; anything else is damage, and would not end.
    (*row)->bind(1, base);
    const auto below = (*row)->step();
    if (!below) return std::unexpected(below.error());
    if (!*below || !(*row)->is_null(0)) {
      (*row)->reset();
      return fail(ErrorCode::kMalformed, "a row leans on one that does not stand alone");
    }
    const std::string base_bytes((*row)->blob(2));
    const auto base_size = static_cast<std::size_t>((*row)->integer(1));
    (*row)->reset();
    const auto prefix = packer_.restored(base_bytes, {}, base_size);
    if (!prefix) return prefix;
    return packer_.restored(bytes, *prefix, size);
  }

  /// Behind the source's keyframe where that saves at least half; else the row becomes the keyframe.
  Result<Packed> packed_bytes(const std::string& table, const std::string& id, const std::string& column, std::int64_t source, std::int64_t row,
                              std::string_view bytes) {
    Keyframe& keyframe = keyframes_[{table, source}];
    if (keyframe.row == 0 && table == "edition") {
      const auto last = file_.integer(fmt::format("SELECT COALESCE((SELECT COALESCE(base, number) FROM edition WHERE source = {} ORDER BY number DESC LIMIT 1), 0)", source));
      if (!last) return std::unexpected(last.error());
      if (*last > 0) {
        auto before = stored(fmt::format("SELECT base, size, {} FROM {} WHERE {} = ?1", column, table, id), *last);
        if (!before) return std::unexpected(before.error());
        keyframe = {*last, std::move(*before)};
      }
    }
    Packed alone{0, {}};
    if (keyframe.row > 0) {
      Packed leaning{keyframe.row, packer_.compressed(bytes, keyframe.bytes)};
      if (leaning.bytes.size() * 12 < bytes.size()) return leaning;
      alone.bytes = packer_.compressed(bytes, {});
      if (leaning.bytes.size() * 2 < alone.bytes.size()) return leaning;
    } else {
      alone.bytes = packer_.compressed(bytes, {});
    }
    keyframe = {row, std::string(bytes)};
    return alone;
  }

  Result<void> keep_document(std::int64_t source, const std::string& digest, std::string_view bytes) {
    auto known = prepared("SELECT 1 FROM document WHERE digest = ?1");
    if (!known) return std::unexpected(known.error());
    (*known)->bind(1, std::string_view(digest));
    const auto found = (*known)->step();
    if (!found) return std::unexpected(found.error());
    if (*found) {
      (*known)->reset();
      return {};
    }
    const auto last = file_.integer("SELECT COALESCE(MAX(id), 0) FROM document");
    if (!last) return std::unexpected(last.error());
    const auto packed = packed_bytes("document", "id", "bytes", source, *last + 1, bytes);
    if (!packed) return std::unexpected(packed.error());
    auto insert = prepared("INSERT INTO document (id, digest, base, size, bytes) VALUES (?1, ?2, ?3, ?4, ?5)");
    if (!insert) return std::unexpected(insert.error());
    (*insert)->bind(1, *last + 1);
    (*insert)->bind(2, std::string_view(digest));
    packed->base > 0 ? (*insert)->bind(3, packed->base) : (*insert)->bind_null(3);
    (*insert)->bind(4, static_cast<std::int64_t>(bytes.size()));
    (*insert)->bind_blob(5, packed->bytes);
    return (*insert)->run();
  }

  /// Only claims with an event can be new to the ledger.
  Result<void> index(const Edition& edition, std::int64_t number) {
    std::set<std::string> touched;
    auto insert = prepared("INSERT OR IGNORE INTO event (claim, edition, kind, before, after) VALUES (?1, ?2, ?3, ?4, ?5)");
    if (!insert) return std::unexpected(insert.error());
    for (const ClaimEvent& event : edition.events) {
      for (const std::string& id : {event.before, event.after}) {
        if (id.empty()) continue;
        (*insert)->bind(1, std::string_view(id));
        (*insert)->bind(2, number);
        (*insert)->bind(3, static_cast<std::int64_t>(event.kind));
        (*insert)->bind(4, std::string_view(event.before));
        (*insert)->bind(5, std::string_view(event.after));
        if (auto run = (*insert)->run(); !run) return run;
      }
      if (!event.after.empty()) touched.insert(event.after);
    }
    if (touched.empty()) return {};
    auto add = prepared("INSERT OR IGNORE INTO claim (id, subject, object, says, first_edition) VALUES (?1, ?2, ?3, ?4, ?5)");
    if (!add) return std::unexpected(add.error());
    for (const StatedClaim& claim : edition.claims) {
      if (touched.erase(claim.id) == 0) continue;
      (*add)->bind(1, std::string_view(claim.id));
      (*add)->bind(2, std::string_view(claim.subject));
      (*add)->bind(3, std::string_view(claim.object));
      (*add)->bind(4, std::string_view(claim.says));
      (*add)->bind(5, number);
      if (auto run = (*add)->run(); !run) return run;
    }
    return {};
  }

  SqliteFile file_;
  std::string name_;
  mutable std::map<std::string, Statement> statements_;  ///< Behind `file_`: closed before it.
  mutable PrefixedBytes packer_;
  mutable std::unordered_map<std::string, std::int64_t> sources_;
  std::map<std::pair<std::string, std::int64_t>, Keyframe> keyframes_;
};

}  // namespace

Result<std::unique_ptr<LedgerStorage>> open_ledger(const std::filesystem::path& path, bool create) {
  std::error_code error;
  const bool there = std::filesystem::exists(path, error);
  if (!there && !create) return fail(ErrorCode::kNotFound, fmt::format("{}: there is no ledger; the first `paraph ledger record` makes one", path.string()));
  if (!there && path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  auto file = SqliteFile::open_shared(path, create);
  if (!file) return std::unexpected(file.error());
  if (create) {
    // Two writers may meet a file that is not there: the first one in makes it.
    if (auto begun = file->execute("BEGIN IMMEDIATE"); !begun) return std::unexpected(begun.error());
    const auto tables = file->integer("SELECT COUNT(*) FROM sqlite_schema");
    if (tables && *tables == 0) {
      const auto made = file->execute(fmt::format("{}PRAGMA application_id = {}; PRAGMA user_version = {};", kLedgerSchema, kLedgerApplication, kLedgerVersion));
      if (!made) return std::unexpected(made.error());
    }
    if (auto ended = file->execute("COMMIT"); !ended) return std::unexpected(ended.error());
  }
  const auto application = file->integer("PRAGMA application_id");
  if (!application) return std::unexpected(application.error());
  if (*application != kLedgerApplication) return fail(ErrorCode::kMalformed, fmt::format("{}: is no ledger of Paraph", path.string()));
  const auto version = file->integer("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  if (*version != kLedgerVersion) {
    return fail(ErrorCode::kUnsupported, fmt::format("{}: is a ledger of version {}, this program reads {}; export it with the program that wrote it", path.string(),
                                                     *version, kLedgerVersion));
  }
  return std::unique_ptr<LedgerStorage>(std::make_unique<SqliteLedger>(std::move(*file), path.string()));
}

}  // namespace paraph
