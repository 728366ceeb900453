#pragma once

#include "document/document.h"
#include "document/find_metadata.h"

namespace paraph {

/// Reads Markdown into `document.content` and `document.blocks`, without sentences: marks of emphasis are dropped, of
/// links the text is kept, images and raw HTML are left out, front matter goes into `declared`.
void read_markdown(const DecodedText& source, Document& document, DeclaredMetadata& declared);

}  // namespace paraph
