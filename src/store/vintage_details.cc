#include "store/shelf_vintages.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "store/shelf_change.h"
#include "store/sqlite_file.h"
#include "store/sqlite_shelf.h"

namespace paraph {
namespace {

/// Calls `each` for every row of a query with one text parameter.
Result<void> for_each_row(const SqliteFile& file, std::string_view sql, const std::optional<std::int64_t>& parameter,
                          const std::function<void(const Statement&)>& each) {
  auto statement = file.prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  if (parameter) statement->bind(1, *parameter);
  for (;;) {
    const auto row = statement->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return {};
    each(*statement);
  }
}

Result<void> read_files(const SqliteFile& file, std::int64_t word, VintageDetails& details, bool all) {
  auto done = for_each_row(file, "SELECT number, name, sha256, format, url, retrieved, bytes, rows, kept, bad, unknown, odd FROM file WHERE vintage = ?1", word,
                           [&](const Statement& row) {
                             VintageFile read;
                             read.number = row.integer(0);
                             int column = 0;
                             for (std::string* text : {&read.name, &read.sha256, &read.format, &read.url, &read.retrieved}) *text = row.text(++column);
                             for (std::int64_t* count : {&read.bytes, &read.rows, &read.kept, &read.bad, &read.unknown, &read.odd}) *count = row.integer(++column);
                             details.files.push_back(std::move(read));
                           });
  if (!done || !all) return done;
  done = for_each_row(file, "SELECT reason, sum(count) FROM left_out WHERE vintage = ?1 GROUP BY reason ORDER BY 2 DESC, 1", word,
                      [&](const Statement& row) { details.left_out.emplace_back(row.text(0), row.integer(1)); });
  if (!done) return done;
  return for_each_row(file, "SELECT text FROM problem WHERE vintage = ?1 ORDER BY file, number", word,
                      [&](const Statement& row) { details.problems.emplace_back(row.text(0)); });
}

Result<std::vector<VintageDetails>> read_all(const SqliteFile& file, const std::optional<std::string>& only) {
  std::vector<VintageDetails> found;
  std::vector<std::int64_t> words;
  auto done = for_each_row(file,
                           "SELECT word.text, source, recorded, basis_note, file, sha256, note, imported, state, observations, marks, facts, first_year, "
                           "last_year, word FROM vintage JOIN word ON word.id = vintage.word ORDER BY word.text",
                           std::nullopt, [&](const Statement& row) {
                             if (only && row.text(0) != *only) return;
                             VintageDetails details;
                             int column = -1;
                             for (std::string* text : {&details.id, &details.source, &details.recorded, &details.basis_note, &details.file, &details.sha256,
                                                       &details.note, &details.imported, &details.state}) {
                               *text = row.text(++column);
                             }
                             for (std::int64_t* count : {&details.observations, &details.marks, &details.facts}) *count = row.integer(++column);
                             if (!row.is_null(12)) details.first_year = row.integer(12);
                             if (!row.is_null(13)) details.last_year = row.integer(13);
                             found.push_back(std::move(details));
                             words.push_back(row.integer(14));
                           });
  if (!done) return std::unexpected(done.error());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (auto read = read_files(file, words[i], found[i], only.has_value()); !read) return std::unexpected(read.error());
  }
  return found;
}

/// Reporters and measures of which these vintages hold the only figures.
Result<std::vector<std::string>> held_only_by(const SqliteFile& file, const std::string& vintages) {
  std::vector<std::string> only;
  const std::string sql = fmt::format(
      "SELECT m.text, r.text FROM (SELECT reporter, measure, min(vintage IN ({})) AS alone FROM series GROUP BY reporter, measure) JOIN word m ON m.id = measure "
      "JOIN word r ON r.id = reporter WHERE alone = 1 ORDER BY 1, 2",
      vintages);
  auto done = for_each_row(file, sql, std::nullopt, [&](const Statement& row) { only.push_back(fmt::format("{} of {}", row.text(0), row.text(1))); });
  if (!done) return std::unexpected(done.error());
  return only;
}

Result<Forgotten> what_goes(const SqliteFile& file, const std::string& id, std::string& words) {
  const auto all = read_all(file, std::nullopt);
  if (!all) return std::unexpected(all.error());
  Forgotten goes;
  std::string source;
  for (const VintageDetails& each : *all) {
    if (each.id != id && each.source != id) continue;
    goes.vintages.push_back(each);
    source = each.source;
  }
  if (goes.vintages.empty()) {
    std::vector<std::string> names;
    for (const VintageDetails& each : *all) names.push_back(each.id);
    return fail(ErrorCode::kNotFound, fmt::format("\"{}\" is no source or vintage of this shelf; there are {}", id, fmt::join(names, ", ")));
  }
  goes.source_goes = static_cast<std::size_t>(std::ranges::count(*all, source, &VintageDetails::source)) == goes.vintages.size();
  for (const VintageDetails& each : goes.vintages) {
    auto find = file.prepare("SELECT id FROM word WHERE text = ?1");
    if (!find) return std::unexpected(find.error());
    find->bind(1, each.id);
    const auto row = find->step();
    if (!row) return std::unexpected(row.error());
    words += fmt::format("{}{}", words.empty() ? "" : ", ", find->integer(0));
  }
  auto only = held_only_by(file, words);
  if (!only) return std::unexpected(only.error());
  goes.only_there = std::move(*only);
  return goes;
}

Result<void> remove_rows(const SqliteFile& file, const std::string& words, const std::string& source) {
  if (auto done = file.execute("BEGIN"); !done) return done;
  for (const std::string_view table : {"series", "fact", "file", "left_out", "problem"}) {
    if (auto done = file.execute(fmt::format("DELETE FROM {} WHERE vintage IN ({})", table, words)); !done) return done;
  }
  if (auto done = file.execute(fmt::format("DELETE FROM vintage WHERE word IN ({})", words)); !done) return done;
  if (!source.empty()) {
    auto remove = file.prepare("DELETE FROM source WHERE id = ?1");
    if (!remove) return std::unexpected(remove.error());
    remove->bind(1, source);
    if (auto done = remove->run(); !done) return done;
  }
  if (auto done = file.execute("COMMIT"); !done) return done;
  return file.execute("VACUUM");
}

}  // namespace

Result<std::vector<VintageDetails>> read_vintage_details(const std::filesystem::path& shelf, const std::optional<std::string>& only) {
  const auto file = open_shelf_file(shelf);
  if (!file) return std::unexpected(file.error());
  return read_all(*file, only);
}

Result<Forgotten> forget(const std::filesystem::path& shelf, const std::string& id, bool now, const std::function<void()>& wait) {
  if (!now) {
    const auto file = open_shelf_file(shelf);
    if (!file) return std::unexpected(file.error());
    std::string words;
    return what_goes(*file, id, words);
  }
  if (const auto there = open_shelf_file(shelf); !there) return std::unexpected(there.error());
  auto change = ShelfChange::begin(shelf, ShelfChange::Start::kCopy, wait);
  if (!change) return std::unexpected(change.error());
  Result<Forgotten> goes;
  {
    const auto file = SqliteFile::create(change->file());
    if (!file) return std::unexpected(file.error());
    std::string words;
    goes = what_goes(*file, id, words);
    if (!goes) return goes;
    if (auto done = remove_rows(*file, words, goes->source_goes ? goes->vintages.front().source : ""); !done) return std::unexpected(done.error());
  }
  if (auto done = change->commit(); !done) return std::unexpected(done.error());
  return goes;
}

}  // namespace paraph
