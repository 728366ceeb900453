#include "lexicon/embedded_tables.h"

#include "lexicon/table.h"

namespace paraph {

TableFiles embedded_table_files() {
  return [](std::string_view path) -> std::string_view {
    for (const EmbeddedTable* table = kEmbeddedTables; table->path != nullptr; ++table) {
      if (path == table->path) return {table->first, table->last};
    }
    return {};
  };
}

std::vector<std::string_view> embedded_table_paths(std::string_view folder) {
  std::vector<std::string_view> paths;
  for (const EmbeddedTable* table = kEmbeddedTables; table->path != nullptr; ++table) {
    const std::string_view path = table->path;
    if (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/') paths.push_back(path);
  }
  return paths;
}

}  // namespace paraph
