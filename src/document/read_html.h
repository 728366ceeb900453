#pragma once

#include <cstddef>

#include "document/document.h"
#include "document/find_metadata.h"

namespace paraph {

/// Reads HTML into `document.content` and `document.blocks`, without sentences: scripts and styles are dropped, navigation
/// and the like set aside as boilerplate, headings, lists and tables kept. Meta tags go into `declared`.
void read_html(const DecodedText& source, std::size_t depth, Document& document, DeclaredMetadata& declared);

}  // namespace paraph
