#pragma once

#include <cstddef>

#include "document/document.h"

namespace paraph {

/// Fills the sentences of every block but boilerplate and metadata: a table row is one, other blocks are split. A sentence
/// longer than `most` bytes is cut at white space, and the document says so in its warnings.
void find_sentences(std::size_t most, Document& document);

}  // namespace paraph
