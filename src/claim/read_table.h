#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "claim/claim.h"
#include "claim/document_context.h"
#include "document/document.h"

namespace paraph {

/// Reads the rows of one table: what a row or column is labelled ("Exports to Arnor", "2021", "GDP") is said of each
/// figure where they cross. `caption` is the line before the table; it may give the unit ("in US$ million"). Returns the
/// claims in reading order, with spans of the original bytes; empty when the table is of another kind.
std::vector<Claim> read_table(std::span<const Block> rows, const Document& document, std::string_view caption, const DocumentContext& context);

}  // namespace paraph
