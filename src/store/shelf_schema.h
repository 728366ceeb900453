#pragma once

#include <cstdint>

namespace paraph {

/// Of the SQLite file: docs/reference.md describes this version. A shelf of another version is rebuilt, never migrated.
inline constexpr std::int64_t kShelfVersion = 2;
/// SQLite's application_id: "PaRf" in bytes.
inline constexpr std::int64_t kShelfApplication = 0x50615266;

/// Strings stand once in `word`; 0 is the empty string. A series holds what its figures have in common, and the figures
/// themselves packed in one blob (packed_series.h): a pair of one reporter, or all partners of a reporter, is a run of pages.
inline constexpr const char* kShelfSchema = R"(
CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX word_by_text ON word (text);
INSERT INTO word VALUES (0, '');
CREATE TABLE source (id TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT NOT NULL, url TEXT NOT NULL, licence TEXT NOT NULL,
  grade TEXT NOT NULL, attribution TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (id)) STRICT, WITHOUT ROWID;
CREATE TABLE vintage (word INTEGER PRIMARY KEY, source TEXT NOT NULL, recorded TEXT NOT NULL, recorded_day INTEGER, basis_note TEXT NOT NULL,
  file TEXT NOT NULL, sha256 TEXT NOT NULL, note TEXT NOT NULL, imported TEXT NOT NULL, state TEXT NOT NULL,
  observations INTEGER NOT NULL, marks INTEGER NOT NULL, facts INTEGER NOT NULL, first_year INTEGER, last_year INTEGER,
  digest INTEGER NOT NULL) STRICT;
CREATE TABLE file (vintage INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
  format TEXT NOT NULL, url TEXT NOT NULL, retrieved TEXT NOT NULL, rows INTEGER NOT NULL, kept INTEGER NOT NULL, bad INTEGER NOT NULL,
  unknown INTEGER NOT NULL, odd INTEGER NOT NULL, PRIMARY KEY (vintage, number)) STRICT, WITHOUT ROWID;
CREATE TABLE left_out (vintage INTEGER NOT NULL, file INTEGER NOT NULL, reason TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (vintage, file, reason)) STRICT, WITHOUT ROWID;
CREATE TABLE problem (vintage INTEGER NOT NULL, file INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (vintage, file, number)) STRICT, WITHOUT ROWID;
CREATE TABLE period (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX period_by_text ON period (text);
CREATE TABLE series (reporter INTEGER NOT NULL, measure INTEGER NOT NULL, partner INTEGER NOT NULL, vintage INTEGER NOT NULL,
  number INTEGER NOT NULL, unit INTEGER NOT NULL, basis INTEGER NOT NULL, coverage INTEGER NOT NULL, price_basis INTEGER NOT NULL,
  row_class INTEGER NOT NULL, published INTEGER NOT NULL, file INTEGER NOT NULL, first_period INTEGER NOT NULL,
  last_period INTEGER NOT NULL, line TEXT NOT NULL, figures BLOB NOT NULL,
  PRIMARY KEY (reporter, measure, partner, vintage, number)) STRICT, WITHOUT ROWID;
CREATE TABLE fact (kind INTEGER NOT NULL, subject INTEGER NOT NULL, object INTEGER NOT NULL, number INTEGER NOT NULL, vintage INTEGER NOT NULL,
  event INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, title INTEGER NOT NULL, name INTEGER NOT NULL, place INTEGER NOT NULL,
  status INTEGER NOT NULL, as_published INTEGER NOT NULL, ref TEXT NOT NULL, PRIMARY KEY (kind, subject, object, number)) STRICT, WITHOUT ROWID;
CREATE INDEX fact_by_object ON fact (kind, object, subject, number);
)";

}  // namespace paraph
