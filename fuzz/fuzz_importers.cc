#include <cstddef>
#include <cstdint>
#include <string_view>

#include "importer/importer.h"
#include "importer/recording_sink.h"

using namespace paraph;

/// Whatever importer recognises the bytes reads them: SDMX, IATI, Comtrade, World Bank, Census, IMF and the carried tables.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ImportContext context{embedded_table_files()};
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto importer = importer_of({"file", bytes.substr(0, FileHead::kBytes)});
  if (!importer) return 0;
  RecordingSink sink;
  const MemoryBytes file("file", bytes);
  (void)(*importer)->read(file, context, sink);
  return 0;
}
