#include "store/sqlite_shelf.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "store/shelf_schema.h"
#include "store/sqlite_file.h"

namespace paraph {
namespace {

Result<SqliteFile> open_checked(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return fail(ErrorCode::kNotFound, fmt::format("{}: there is no reference database; build one with: paraph data build", path.string()));
  }
  auto file = SqliteFile::open(path);
  if (!file) return file;
  const auto application = file->integer("PRAGMA application_id");
  if (!application) return std::unexpected(application.error());
  if (*application != kShelfApplication) {
    return fail(ErrorCode::kMalformed,
                fmt::format("{}: is no reference database of Paraph; build one with: paraph data build", path.string()));
  }
  const auto found = file->integer("PRAGMA user_version");
  if (!found) return std::unexpected(found.error());
  if (*found != kShelfVersion) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("{}: is of schema version {}, this program reads {}; build it anew with: paraph data build", path.string(),
                            *found, kShelfVersion));
  }
  return file;
}

/// Conditions and their values, in order of the parameters.
class Conditions {
 public:
  void add(std::string_view column, std::int64_t value) {
    sql_ += fmt::format("{} {} = ?{}", sql_.empty() ? " WHERE" : " AND", column, values_.size() + 1);
    values_.push_back(value);
  }
  /// Spares looking into series that begin later or have ended.
  void add_within(std::string_view first, std::string_view last, std::int64_t value) {
    sql_ += fmt::format(" AND {} <= ?{} AND {} >= ?{}", first, values_.size() + 1, last, values_.size() + 1);
    values_.push_back(value);
  }
  void add_recorded(std::string_view vintage_column, const RecordedAt& recorded_by) {
    sql_ += fmt::format("{} {} IN (SELECT word FROM vintage WHERE recorded_day <= ?{})", sql_.empty() ? " WHERE" : " AND", vintage_column,
                        values_.size() + 1);
    values_.push_back(recorded_by.day.time_since_epoch().count());
  }
  const std::string& sql() const { return sql_; }
  void bind(Statement& statement) const {
    for (std::size_t i = 0; i < values_.size(); ++i) statement.bind(static_cast<int>(i) + 1, values_[i]);
  }

 private:
  std::string sql_;
  std::vector<std::int64_t> values_;
};

/// Statements and decoded words are kept from one look-up to the next: one thread only.
class SqliteShelf final : public ObservationSource {
 public:
  explicit SqliteShelf(SqliteFile file) : file_(std::move(file)) {}

  Result<std::vector<Observation>> observations(const ObservationQuery& query) const override {
    std::vector<Observation> found;
    Conditions conditions;
    for (const auto& [column, text] : {std::pair("s.reporter", text_of(query.reporter)), std::pair("s.measure", text_of(query.measure)),
                                       std::pair("s.partner", text_of(query.partner))}) {
      if (!text) continue;
      const auto word = number_of("SELECT id FROM word WHERE text = ?1", *text);
      if (!word) return std::unexpected(word.error());
      if (!*word) return found;
      conditions.add(column, **word);
    }
    if (query.period) {
      const auto period = number_of("SELECT id FROM period WHERE text = ?1", query.period->str());
      if (!period) return std::unexpected(period.error());
      if (!*period) return found;
      conditions.add("o.period", **period);
      conditions.add_within("s.first_period", "s.last_period", **period);
    }
    if (query.recorded_by) conditions.add_recorded("s.vintage", *query.recorded_by);
    auto statement = prepared(
        "SELECT s.vintage, s.measure, s.reporter, s.partner, s.unit, s.basis, s.coverage, s.price_basis, s.row_class, s.published, s.line, "
        "o.period, o.value, o.line FROM series s CROSS JOIN observation o ON o.series = s.id" +
            conditions.sql(),
        query.limit);
    if (!statement) return std::unexpected(statement.error());
    conditions.bind(**statement);
    for (;;) {
      const auto row = (*statement)->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) break;
      auto observation = read_observation(**statement);
      if (!observation) {
        (*statement)->reset();
        return std::unexpected(observation.error());
      }
      found.push_back(std::move(*observation));
    }
    std::ranges::sort(found);
    return found;
  }

  Result<std::vector<Fact>> facts(const FactQuery& query) const override {
    std::vector<Fact> found;
    Conditions conditions;
    for (const auto& [column, text] :
         {std::pair("kind", query.kind), std::pair("subject", text_of(query.subject)), std::pair("object", text_of(query.object))}) {
      if (!text) continue;
      const auto word = number_of("SELECT id FROM word WHERE text = ?1", *text);
      if (!word) return std::unexpected(word.error());
      if (!*word) return found;
      conditions.add(column, **word);
    }
    if (query.recorded_by) conditions.add_recorded("vintage", *query.recorded_by);
    auto statement =
        prepared("SELECT vintage, kind, subject, object, event, title, name, place, status, as_published, first, last, ref FROM fact" +
                     conditions.sql(),
                 query.limit);
    if (!statement) return std::unexpected(statement.error());
    conditions.bind(**statement);
    for (;;) {
      const auto row = (*statement)->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) break;
      auto fact = read_fact(**statement);
      if (!fact) {
        (*statement)->reset();
        return std::unexpected(fact.error());
      }
      found.push_back(std::move(*fact));
    }
    std::ranges::sort(found, [](const Fact& a, const Fact& b) { return a.from != b.from ? a.from < b.from : a < b; });
    return found;
  }

  Result<std::vector<Source>> sources() const override {
    auto statement = prepared("SELECT id, title, publisher, url, licence, grade, attribution, note FROM source ORDER BY id", 0);
    if (!statement) return std::unexpected(statement.error());
    std::vector<Source> found;
    for (;;) {
      const auto row = (*statement)->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) return found;
      const auto text = [&](int column) { return std::string((*statement)->text(column)); };
      found.push_back({SourceId(text(0)), text(1), text(2), text(3), text(4), text(5), text(6), text(7)});
    }
  }

  /// Asked for with every claim: read once.
  Result<std::vector<Vintage>> vintages() const override {
    if (!vintages_) {
      auto read = read_vintages();
      if (!read) return read;
      vintages_ = std::move(*read);
    }
    return *vintages_;
  }

 private:
  Result<std::vector<Vintage>> read_vintages() const {
    auto statement = prepared(
        "SELECT word.text, source, recorded_day, file, sha256, basis_note, note FROM vintage JOIN word ON word.id = vintage.word "
        "ORDER BY word.text",
        0);
    if (!statement) return std::unexpected(statement.error());
    std::vector<Vintage> found;
    for (;;) {
      const auto row = (*statement)->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) return found;
      const Statement& it = **statement;
      Vintage vintage;
      vintage.id = VintageId(it.text(0));
      vintage.source = SourceId(it.text(1));
      if (!it.is_null(2)) vintage.recorded = RecordedAt{std::chrono::sys_days(std::chrono::days(it.integer(2)))};
      vintage.file = it.text(3);
      vintage.sha256 = it.text(4);
      vintage.note = it.text(5);
      if (!vintage.note.empty() && !it.text(6).empty()) vintage.note += ' ';
      vintage.note += it.text(6);
      found.push_back(std::move(vintage));
    }
  }

  template <typename Tag>
  static std::optional<std::string> text_of(const std::optional<StrongId<Tag>>& id) {
    return id ? std::optional(id->str()) : std::nullopt;
  }

  /// Valid until the same text is prepared again: steps to the end, or is reset.
  Result<Statement*> prepared(std::string sql, std::size_t limit) const {
    if (limit > 0) sql += fmt::format(" LIMIT {}", limit);
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return &found->second;
    auto statement = file_.prepare(sql);
    if (!statement) return std::unexpected(statement.error());
    return &statements_.emplace(std::move(sql), std::move(*statement)).first->second;
  }

  Result<std::optional<std::int64_t>> number_of(const std::string& sql, std::string_view text) const {
    auto statement = prepared(sql, 0);
    if (!statement) return std::unexpected(statement.error());
    (*statement)->bind(1, text);
    const auto row = (*statement)->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::optional<std::int64_t>();
    const std::optional<std::int64_t> number((*statement)->integer(0));
    (*statement)->reset();
    return number;
  }

  /// The text of a coded word; empty where the file is damaged, which the callers' fields then show.
  const std::string& word(std::int64_t number) const { return text_in(words_, "SELECT text FROM word WHERE id = ?1", number); }

  const std::string& text_in(std::unordered_map<std::int64_t, std::string>& cache, const char* sql, std::int64_t number) const {
    const auto found = cache.find(number);
    if (found != cache.end()) return found->second;
    std::string text;
    if (auto statement = prepared(sql, 0)) {
      (*statement)->bind(1, number);
      const auto row = (*statement)->step();
      if (row && *row) {
        text = (*statement)->text(0);
        (*statement)->reset();
      }
    }
    return cache.emplace(number, std::move(text)).first->second;
  }

  Result<Observation> read_observation(const Statement& row) const {
    const std::string& period_text = text_in(periods_, "SELECT text FROM period WHERE id = ?1", row.integer(11));
    const auto period = CivilPeriod::parse(period_text);
    const auto value = row.is_text(12) ? Decimal::parse(row.text(12)) : std::optional(Decimal(row.integer(12)));
    if (!period || !value) return fail(ErrorCode::kMalformed, "the reference database is damaged; build it anew with: paraph data build");
    Observation observation;
    observation.vintage = VintageId(word(row.integer(0)));
    observation.measure = MeasureId(word(row.integer(1)));
    observation.reporter = ActorId(word(row.integer(2)));
    observation.partner = ActorId(word(row.integer(3)));
    observation.period = *period;
    observation.value = *value;
    observation.unit = word(row.integer(4));
    observation.basis = word(row.integer(5));
    observation.coverage = word(row.integer(6));
    observation.price_basis = word(row.integer(7));
    observation.row_class = static_cast<RowClass>(std::clamp<std::int64_t>(row.integer(8), 0, 3));
    observation.partner_as_published = word(row.integer(9));
    observation.line = row.is_null(13) ? row.text(10) : row.text(13);
    return observation;
  }

  Result<Fact> read_fact(const Statement& row) const {
    Fact fact;
    fact.vintage = VintageId(word(row.integer(0)));
    fact.kind = word(row.integer(1));
    fact.subject = ActorId(word(row.integer(2)));
    fact.object = ActorId(word(row.integer(3)));
    fact.event = word(row.integer(4));
    fact.title = word(row.integer(5));
    fact.name = word(row.integer(6));
    fact.place = word(row.integer(7));
    fact.status = word(row.integer(8));
    fact.as_published = word(row.integer(9));
    for (auto& [column, end] : {std::pair(10, &fact.from), std::pair(11, &fact.to)}) {
      if (row.text(column).empty()) continue;
      *end = CivilPeriod::parse(row.text(column));
      if (!*end) return fail(ErrorCode::kMalformed, "the reference database is damaged; build it anew with: paraph data build");
    }
    fact.line = row.text(12);
    return fact;
  }

  SqliteFile file_;
  mutable std::map<std::string, Statement> statements_;  ///< Behind `file_`: closed before it.
  mutable std::optional<std::vector<Vintage>> vintages_;
  mutable std::unordered_map<std::int64_t, std::string> words_;
  mutable std::unordered_map<std::int64_t, std::string> periods_;
};

}  // namespace

Result<std::unique_ptr<ObservationSource>> open_shelf(const std::filesystem::path& path) {
  auto file = open_checked(path);
  if (!file) return std::unexpected(file.error());
  return std::unique_ptr<ObservationSource>(std::make_unique<SqliteShelf>(std::move(*file)));
}

Result<std::vector<VintageExtent>> read_extents(const std::filesystem::path& path) {
  const auto file = open_checked(path);
  if (!file) return std::unexpected(file.error());
  auto statement =
      file->prepare("SELECT word.text, rows, first_year, last_year FROM vintage JOIN word ON word.id = vintage.word ORDER BY word.text");
  if (!statement) return std::unexpected(statement.error());
  std::vector<VintageExtent> extents;
  for (;;) {
    const auto row = statement->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return extents;
    VintageExtent extent;
    extent.vintage = VintageId(statement->text(0));
    extent.rows = static_cast<std::size_t>(statement->integer(1));
    if (!statement->is_null(2)) extent.first_year = static_cast<int>(statement->integer(2));
    if (!statement->is_null(3)) extent.last_year = static_cast<int>(statement->integer(3));
    extents.push_back(std::move(extent));
  }
}

}  // namespace paraph
