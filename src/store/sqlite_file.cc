#include "store/sqlite_file.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace paraph {
namespace {

std::unexpected<Error> failure(sqlite3* connection, std::string_view name) {
  const int code = connection != nullptr ? sqlite3_errcode(connection) : SQLITE_NOMEM;
  const char* words = connection != nullptr ? sqlite3_errmsg(connection) : "out of memory";
  const ErrorCode kind = code == SQLITE_BUSY                               ? ErrorCode::kConflict
                         : code == SQLITE_CANTOPEN                           ? ErrorCode::kNotFound
                         : code == SQLITE_NOTADB || code == SQLITE_CORRUPT ? ErrorCode::kMalformed
                                                                           : ErrorCode::kUnreadable;
  return fail(kind, fmt::format("{}: {}", name, words));
}

/// SQLite gives its own copy's name back: good enough for a message.
std::unexpected<Error> failure(sqlite3_stmt* statement) {
  sqlite3* connection = sqlite3_db_handle(statement);
  const char* name = sqlite3_db_filename(connection, "main");
  return failure(connection, name != nullptr ? name : "reference database");
}

std::string file_address(const std::filesystem::path& file) {
  std::string address = "file:";
  for (const char c : file.string()) {
    if (c == '%' || c == '?' || c == '#') {
      address += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      address += c;
    }
  }
  return address + "?immutable=1";
}

}  // namespace

void Statement::Finalise::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void SqliteFile::Close::operator()(sqlite3* connection) const { sqlite3_close(connection); }

void Statement::bind(int parameter, std::int64_t value) { sqlite3_bind_int64(statement_.get(), parameter, value); }
void Statement::bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), parameter, text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}
void Statement::bind_blob(int parameter, std::string_view bytes) {
  sqlite3_bind_blob64(statement_.get(), parameter, bytes.data() == nullptr ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
}
void Statement::bind_null(int parameter) { sqlite3_bind_null(statement_.get(), parameter); }

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    sqlite3_reset(statement_.get());
    return false;
  }
  auto error = failure(statement_.get());
  sqlite3_reset(statement_.get());
  return error;
}

Result<void> Statement::run() {
  const auto row = step();
  if (!row) return std::unexpected(row.error());
  if (*row) sqlite3_reset(statement_.get());
  return {};
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
bool Statement::is_text(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_TEXT; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return bytes == nullptr ? std::string_view()
                          : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::string_view Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return bytes == nullptr ? std::string_view()
                          : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

Result<SqliteFile> SqliteFile::open_with(const std::filesystem::path& file, const std::string& address, int flags) {
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(address.c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  SqliteFile opened(connection, file.string());
  if (code != SQLITE_OK) return failure(connection, opened.name_);
  return opened;
}

Result<SqliteFile> SqliteFile::create(const std::filesystem::path& file) {
  auto created = open_with(file, file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!created) return created;
  if (auto set = created->execute("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32768;"); !set) {
    return std::unexpected(set.error());
  }
  return created;
}

Result<SqliteFile> SqliteFile::open(const std::filesystem::path& file) {
  auto opened = open_with(file, file_address(file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  if (!opened) return opened;
  if (auto set = opened->execute("PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY;"); !set) return std::unexpected(set.error());
  return opened;
}

Result<SqliteFile> SqliteFile::open_shared(const std::filesystem::path& file, bool create) {
  constexpr int kPatience = 60'000;  // milliseconds
  auto opened = open_with(file, file.string(), SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0));
  if (!opened) return opened;
  sqlite3_busy_timeout(opened->connection_.get(), kPatience);
  if (auto set = opened->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;"); !set) {
    return std::unexpected(set.error());
  }
  return opened;
}

Result<void> SqliteFile::execute(const std::string& sql) const {
  if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return failure(connection_.get(), name_);
  return {};
}

Result<Statement> SqliteFile::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return failure(connection_.get(), name_);
  return Statement(statement);
}

Result<std::int64_t> SqliteFile::integer(std::string_view sql) const {
  auto statement = prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  const auto row = statement->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return fail(ErrorCode::kMalformed, fmt::format("{}: a query gave no row", name_));
  return statement->integer(0);
}

Result<void> SqliteFile::close() {
  const int code = sqlite3_close(connection_.get());
  if (code != SQLITE_OK) return failure(connection_.get(), name_);
  static_cast<void>(connection_.release());
  return {};
}

}  // namespace paraph
