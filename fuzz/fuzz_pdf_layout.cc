#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "intake/pdf_layout.h"
#include "text/decoded_text.h"

using namespace paraph;

/// The listing comes from a child process that hostile bytes may have taken over: any bytes may arrive here.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view listing(reinterpret_cast<const char*>(data), size);
  const Result<std::string> text = lay_out_pdf(listing);
  if (text && text->size() > 3 * size + 16) std::abort();
  if (text && valid_utf8_prefix(listing) == size && valid_utf8_prefix(*text) != text->size()) std::abort();
  return 0;
}
