#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "importer/importer.h"
#include "importer/mapping.h"

namespace paraph {

/// A mapping made by looking at a table's first rows, and what it rests on. What the columns do not say reads EDIT, and such a
/// mapping is refused until somebody has.
struct ProposedMapping {
  TableMapping mapping;
  std::vector<std::string> remarks;  ///< "column "Code": 198 of 200 cells are ISO 3166-1 numbers"

  /// The mapping's text with the remarks as comments.
  std::string text() const;
};

/// Looks at the first 200 rows. Fails where the file is no table, or no column holds figures.
Result<ProposedMapping> propose_mapping(const ByteSource& file, const ImportContext& context);

}  // namespace paraph
