#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "importer/importer.h"
#include "importer/recording_sink.h"

namespace paraph {

/// The real file `path` under the folder of reference files, PARAPH_SHARED in the environment; empty where there is none. For tests
/// only.
inline std::optional<std::string> shared_sample(const char* shared, const std::string& path) {
  if (shared == nullptr) return std::nullopt;
  std::ifstream file(std::string(shared) + "/data/" + path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Reads bytes with the importer that recognises them; `name` is the file's name without folders.
inline Result<RecordingSink> import_bytes(const std::string& name, std::string_view bytes) {
  const auto importer = importer_of({name, bytes.substr(0, FileHead::kBytes)});
  if (!importer) return std::unexpected(importer.error());
  RecordingSink sink;
  const MemoryBytes file(name, bytes);
  if (auto done = (*importer)->read(file, {embedded_table_files()}, sink); !done) return std::unexpected(done.error());
  return sink;
}

}  // namespace paraph
