#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "document/read_document.h"

using namespace paraph;

/// Reads the same bytes in every format: whatever they hold, the spans of the result must lie inside the input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  DocumentLimits limits;
  limits.sentence_bytes = 500;
  for (const DocumentFormat format : {DocumentFormat::kPlain, DocumentFormat::kMarkdown, DocumentFormat::kHtml}) {
    DocumentHints hints;
    hints.format = format;
    const Result<Document> document = read_document(bytes, hints, limits);
    if (!document) continue;
    std::size_t last = 0;
    for (const Block& block : document->blocks) {
      if (block.text.empty() || block.text.first() < last) std::abort();
      last = block.text.last();
      if (document->origin(block.text).last() > size) std::abort();
      for (const TextSpan cell : block.cells) {
        if (!block.text.contains(cell)) std::abort();
      }
      for (const Sentence& sentence : block.sentences) {
        if (!block.text.contains(sentence.text) || sentence.text.empty() || sentence.origin.last() > size) std::abort();
      }
    }
  }
  return 0;
}
