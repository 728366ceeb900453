#pragma once

#include <cstdint>

namespace paraph {

/// Of the SQLite file: docs/reference.md describes this version. A shelf of another version is rebuilt, never migrated.
inline constexpr std::int64_t kShelfVersion = 1;
/// SQLite's application_id: "PaRf" in bytes.
inline constexpr std::int64_t kShelfApplication = 0x50615266;

/// Strings stand once in `word`. A series holds what its observations have in common, so that an observation is three
/// small numbers; series are numbered by reporter, measure and partner: a pair, or a reporter's year, is a run of pages.
inline constexpr const char* kShelfSchema = R"(
CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE source (id TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT NOT NULL, url TEXT NOT NULL, licence TEXT NOT NULL,
  grade TEXT NOT NULL, attribution TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (id)) STRICT, WITHOUT ROWID;
CREATE TABLE vintage (word INTEGER PRIMARY KEY, source TEXT NOT NULL, recorded TEXT NOT NULL, recorded_day INTEGER, basis_note TEXT NOT NULL,
  file TEXT NOT NULL, sha256 TEXT NOT NULL, note TEXT NOT NULL, rows INTEGER NOT NULL, first_year INTEGER, last_year INTEGER) STRICT;
CREATE TABLE period (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE series (id INTEGER PRIMARY KEY, reporter INTEGER NOT NULL, measure INTEGER NOT NULL, partner INTEGER NOT NULL,
  vintage INTEGER NOT NULL, unit INTEGER NOT NULL, basis INTEGER NOT NULL, coverage INTEGER NOT NULL, price_basis INTEGER NOT NULL,
  row_class INTEGER NOT NULL, published INTEGER NOT NULL, line TEXT NOT NULL,
  first_period INTEGER NOT NULL, last_period INTEGER NOT NULL) STRICT;
CREATE TABLE observation (series INTEGER NOT NULL, period INTEGER NOT NULL, value ANY NOT NULL, line TEXT,
  PRIMARY KEY (series, period)) STRICT, WITHOUT ROWID;
CREATE TABLE fact (kind INTEGER NOT NULL, subject INTEGER NOT NULL, object INTEGER NOT NULL, number INTEGER NOT NULL, vintage INTEGER NOT NULL,
  event INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, title INTEGER NOT NULL, name INTEGER NOT NULL, place INTEGER NOT NULL,
  status INTEGER NOT NULL, as_published INTEGER NOT NULL, ref TEXT NOT NULL, PRIMARY KEY (kind, subject, object, number)) STRICT, WITHOUT ROWID;
)";

inline constexpr const char* kShelfIndexes = R"(
CREATE UNIQUE INDEX word_by_text ON word (text);
CREATE UNIQUE INDEX period_by_text ON period (text);
CREATE INDEX series_by_reporter ON series (reporter, measure, partner);
CREATE INDEX fact_by_object ON fact (kind, object, subject, number);
)";

}  // namespace paraph
