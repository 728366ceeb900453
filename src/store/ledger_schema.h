#pragma once

#include <cstdint>

namespace paraph {

/// Of the SQLite file: docs/ledger.md describes this version.
inline constexpr std::int64_t kLedgerVersion = 1;
/// SQLite's application_id: "PaLe" in bytes.
inline constexpr std::int64_t kLedgerApplication = 0x50614C65;

/// `edition` and `document` are the ledger; the other tables are indexes over what the records say. Bytes are compressed,
/// with the bytes of the row `base` in front where there is one: a small edit takes little room.
inline constexpr const char* kLedgerSchema = R"(
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE edition (number INTEGER PRIMARY KEY, source INTEGER NOT NULL, seen INTEGER NOT NULL, recorded INTEGER NOT NULL, link TEXT NOT NULL,
  base INTEGER, size INTEGER NOT NULL, record BLOB NOT NULL) STRICT;
CREATE TABLE document (id INTEGER PRIMARY KEY, digest TEXT NOT NULL, base INTEGER, size INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE claim (id TEXT NOT NULL, subject TEXT NOT NULL, object TEXT NOT NULL, says TEXT NOT NULL, first_edition INTEGER NOT NULL,
  PRIMARY KEY (id)) STRICT, WITHOUT ROWID;
CREATE TABLE event (claim TEXT NOT NULL, edition INTEGER NOT NULL, kind INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  PRIMARY KEY (claim, edition, kind, before, after)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX document_by_digest ON document (digest);
CREATE UNIQUE INDEX edition_in_force ON edition (source, seen, number, recorded);
CREATE INDEX claim_between ON claim (subject, object, first_edition);
CREATE TRIGGER edition_stays BEFORE UPDATE ON edition BEGIN SELECT RAISE(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER edition_remains BEFORE DELETE ON edition BEGIN SELECT RAISE(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER document_stays BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER document_remains BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'the ledger only appends'); END;
)";

}  // namespace paraph
