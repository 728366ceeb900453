#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace paraph {

/// A prepared statement; parameters count from 1, columns from 0.
class Statement {
 public:
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::string_view text);  ///< The bytes must outlive the step.
  void bind_blob(int parameter, std::string_view bytes);  ///< As text: must outlive the step.
  void bind_null(int parameter);

  /// True for a row, false at the end, after which the statement can run again.
  Result<bool> step();
  /// For statements that give no rows.
  Result<void> run();
  void reset();

  bool is_null(int column) const;
  bool is_text(int column) const;
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;  ///< Until the next step.
  std::string_view blob(int column) const;  ///< Until the next step.

 private:
  struct Finalise {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalise> statement_;
};

/// One connection to one SQLite file. Messages of failures name the file.
class SqliteFile {
 public:
  /// For a fresh file that nobody else sees yet: no journal, no waiting for the disk.
  static Result<SqliteFile> create(const std::filesystem::path& file);
  /// Read-only; the file must not change while it is open.
  static Result<SqliteFile> open(const std::filesystem::path& file);

  /// For a file that several processes read and append to: written ahead, on disk at every commit. A writer waits up to
  /// a minute for another. Without `create`, kNotFound where there is no file.
  static Result<SqliteFile> open_shared(const std::filesystem::path& file, bool create);

  Result<void> execute(const std::string& sql) const;
  Result<Statement> prepare(std::string_view sql) const;
  /// The single integer that a query gives.
  Result<std::int64_t> integer(std::string_view sql) const;
  Result<void> close();

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  SqliteFile(sqlite3* connection, std::string name) : connection_(connection), name_(std::move(name)) {}
  static Result<SqliteFile> open_with(const std::filesystem::path& file, const std::string& address, int flags);

  std::unique_ptr<sqlite3, Close> connection_;
  std::string name_;
};

}  // namespace paraph
