#pragma once

#include <cstddef>

#include "document/document.h"

namespace paraph {

/// Reads plain text, taking over `text` as the document's content: line ends inside paragraphs become spaces, and the
/// first space between the cells of a table row becomes a tab. Fills `content` and `blocks`, without sentences; stops soon
/// after `most` blocks.
void read_plain(DecodedText text, std::size_t most, Document& document);

}  // namespace paraph
