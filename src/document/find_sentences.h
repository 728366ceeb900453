#pragma once

#include "base/result.h"
#include "document/document.h"
#include "document/read_document.h"

namespace paraph {

/// Fills the sentences of every block but boilerplate and metadata: a table row is one, other blocks are split. A sentence
/// longer than `limits.sentence_bytes` is cut at white space, and the document says so in its warnings. kLimitExceeded
/// when there are more sentences than `limits.sentences`.
Result<void> find_sentences(const DocumentLimits& limits, Document& document);

}  // namespace paraph
