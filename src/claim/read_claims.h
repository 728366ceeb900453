#pragma once

#include <optional>

#include "claim/claim.h"
#include "claim/grammar.h"
#include "document/document.h"
#include "lexicon/lexicon.h"

namespace paraph {

/// What the caller knows about the document from elsewhere.
struct ReadingOptions {
  std::optional<ActorPair> pair;  ///< Overrides the pair that title and headings give.
};

/// Reads every sentence of the document into claims, and what it could not read into gaps. Pure: same document, lexicon
/// and grammar, same Reading.
Reading read_claims(const Document& document, const Lexicon& lexicon, const Grammar& grammar, const ReadingOptions& options = {});

/// Sets Claim::id from what the claim says: kind and members, never place or white space. Claims that say the same share it.
void assign_ids(Reading& reading);

}  // namespace paraph
