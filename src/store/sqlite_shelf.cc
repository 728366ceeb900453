#include "store/sqlite_shelf.h"

#include <algorithm>

#include <fmt/format.h>

#include "store/row_reader.h"
#include "store/shelf_schema.h"
#include "store/sqlite_file.h"

namespace paraph {
namespace {

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
  explicit SqliteShelf(SqliteFile file) : file_(std::move(file)), rows_(file_) {}

  Result<std::vector<Observation>> observations(const ObservationQuery& query) const override {
    std::vector<Observation> found;
    Conditions conditions;
    for (const auto& [column, text] : {std::pair("reporter", text_of(query.reporter)), std::pair("measure", text_of(query.measure)),
                                       std::pair("partner", text_of(query.partner))}) {
      if (!text) continue;
      const auto word = rows_.word_number(*text);
      if (!word) return std::unexpected(word.error());
      if (!*word) return found;
      conditions.add(column, **word);
    }
    std::optional<std::int64_t> period;
    if (query.period) {
      const auto number = rows_.period_number(*query.period);
      if (!number) return std::unexpected(number.error());
      if (!*number) return found;
      period = *number;
      conditions.add_within("first_period", "last_period", *period);
    }
    if (query.recorded_by) conditions.add_recorded("vintage", *query.recorded_by);
    auto statement = rows_.prepared(fmt::format("SELECT {} FROM series{}", kSeriesColumns, conditions.sql()));
    if (!statement) return std::unexpected(statement.error());
    conditions.bind(**statement);
    for (;;) {
      const auto row = (*statement)->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) break;
      auto read = rows_.read_figures(**statement, period, query.with_marks, [&](Observation&& each) { found.push_back(std::move(each)); });
      if (!read || (query.limit > 0 && found.size() >= query.limit)) {
        (*statement)->reset();
        if (!read) return std::unexpected(read.error());
        break;
      }
    }
    if (query.limit > 0 && found.size() > query.limit) found.erase(found.begin() + static_cast<std::ptrdiff_t>(query.limit), found.end());
    std::ranges::sort(found);
    return found;
  }

  Result<std::vector<Fact>> facts(const FactQuery& query) const override {
    std::vector<Fact> found;
    Conditions conditions;
    for (const auto& [column, text] :
         {std::pair("kind", query.kind), std::pair("subject", text_of(query.subject)), std::pair("object", text_of(query.object))}) {
      if (!text) continue;
      const auto word = rows_.word_number(*text);
      if (!word) return std::unexpected(word.error());
      if (!*word) return found;
      conditions.add(column, **word);
    }
    if (query.recorded_by) conditions.add_recorded("vintage", *query.recorded_by);
    auto statement = rows_.prepared(fmt::format("SELECT {} FROM fact{}{}", kFactColumns, conditions.sql(),
                                                query.limit > 0 ? fmt::format(" LIMIT {}", query.limit) : ""));
    if (!statement) return std::unexpected(statement.error());
    conditions.bind(**statement);
    for (;;) {
      const auto row = (*statement)->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) break;
      auto fact = rows_.read_fact(**statement);
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
    auto statement = rows_.prepared("SELECT id, title, publisher, url, licence, grade, attribution, note FROM source ORDER BY id");
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
    auto statement = rows_.prepared(
        "SELECT word.text, source, recorded_day, file, sha256, basis_note, note FROM vintage JOIN word ON word.id = vintage.word "
        "ORDER BY word.text");
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

  SqliteFile file_;
  mutable RowReader rows_;  ///< Behind `file_`: its statements end before it.
  mutable std::optional<std::vector<Vintage>> vintages_;
};

}  // namespace

Result<SqliteFile> open_shelf_file(const std::filesystem::path& path) {
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

Result<std::unique_ptr<ObservationSource>> open_shelf(const std::filesystem::path& path) {
  auto file = open_shelf_file(path);
  if (!file) return std::unexpected(file.error());
  return std::unique_ptr<ObservationSource>(std::make_unique<SqliteShelf>(std::move(*file)));
}

Result<std::vector<VintageExtent>> read_extents(const std::filesystem::path& path) {
  const auto file = open_shelf_file(path);
  if (!file) return std::unexpected(file.error());
  auto statement =
      file->prepare("SELECT word.text, observations + marks + facts, first_year, last_year FROM vintage JOIN word ON word.id = vintage.word ORDER BY word.text");
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
