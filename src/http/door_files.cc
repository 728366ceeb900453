#include "http/door_files.h"

#include "http/embedded_packs.h"

namespace paraph {

Result<DoorFiles> DoorFiles::embedded() {
  DoorFiles files;
  for (const auto& [site, pack] : {std::pair(&files.page, page_pack()), {&files.examples, examples_pack()}, {&files.api, api_pack()}}) {
    auto read = Site::read(pack);
    if (!read) return std::unexpected(read.error());
    *site = std::move(*read);
  }
  return files;
}

}  // namespace paraph
