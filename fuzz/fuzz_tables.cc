#include <cstddef>
#include <cstdint>
#include <string_view>

#include "importer/importer.h"
#include "importer/mapped_importer.h"
#include "importer/propose_mapping.h"
#include "importer/recording_sink.h"

using namespace paraph;

/// The first line is a mapping's choice, the rest the table: any mapping, any bytes, as CSV, JSON Lines, XLSX or XLS.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ImportContext context{embedded_table_files()};
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = bytes.find("\n\n");
  if (cut != std::string_view::npos) {
    auto mapping = read_mapping("fuzz.mapping", bytes.substr(0, cut + 1));
    if (mapping) {
      const auto again = read_mapping("again.mapping", write_mapping(*mapping));
      if (!again || *again != *mapping) __builtin_trap();
      RecordingSink sink;
      const MemoryBytes file("table", bytes.substr(cut + 2));
      (void)make_mapped_importer(std::move(*mapping))->read(file, context, sink);
    }
  }
  const MemoryBytes whole("table", bytes);
  (void)propose_mapping(whole, context);
  return 0;
}
