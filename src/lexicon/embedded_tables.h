#pragma once

namespace paraph {

/// One file of data/ inside the binary: bytes [first, last). The list ends with a null path.
struct EmbeddedTable {
  const char* path;
  const char* first;
  const char* last;
};

extern const EmbeddedTable kEmbeddedTables[];

}  // namespace paraph
