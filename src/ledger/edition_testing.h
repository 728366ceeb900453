#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "claim/extraction.h"
#include "claim/grammar.h"
#include "claim/read_claims.h"
#include "document/read_document.h"
#include "lexicon/lexicon.h"
#include "lexicon/table.h"

namespace paraph {

/// The tables that the program carries, loaded once a test binary.
struct EditionTables {
  Lexicon lexicon;
  Grammar grammar;
};

inline const EditionTables& edition_tables() {
  static const EditionTables tables = [] {
    const TableFiles files = embedded_table_files();
    auto lexicon = Lexicon::load(files);
    if (!lexicon) throw std::runtime_error(lexicon.error().message);
    auto grammar = Grammar::load(files, embedded_table_paths("grammar"), *lexicon);
    if (!grammar) throw std::runtime_error(grammar.error().message);
    return EditionTables{std::move(*lexicon), std::move(*grammar)};
  }();
  return tables;
}

/// For tests: text read as an edition, with the tables that the program carries.
inline Extraction edition_of(std::string bytes, const std::string& name = "sheet.txt") {
  Extraction extraction;
  extraction.name = name;
  extraction.bytes = std::move(bytes);
  auto document = read_document(extraction.bytes, {.format = std::nullopt, .name = name, .charset = {}});
  if (!document) throw std::runtime_error(document.error().message);
  extraction.document = std::move(*document);
  const EditionTables& engine = edition_tables();
  extraction.reading = read_claims(extraction.document, engine.lexicon, engine.grammar);
  extraction.fingerprint = engine.lexicon.fingerprint();
  return extraction;
}

}  // namespace paraph
