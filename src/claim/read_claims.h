#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "claim/claim.h"
#include "claim/grammar.h"
#include "document/document.h"
#include "lexicon/lexicon.h"

namespace paraph {

class ReadingTrace;

/// What the caller knows about the document from elsewhere.
struct ReadingOptions {
  std::optional<ActorPair> pair;  ///< Overrides the pair that title and headings give.
};

/// Takes the claims of a sentence or table as they are read, in document order. `so_far` knows the pair and the number of
/// sentences already, and holds no claims.
using ClaimSink = std::function<void(const Reading& so_far, std::span<const Claim> claims)>;

/// Reads every sentence of the document into claims, and what it could not read into gaps. Pure: same document, lexicon
/// and grammar, same Reading. With a sink the claims go there, and the Reading holds the rest: a large document's claims
/// need not be held at once.
Reading read_claims(const Document& document, const Lexicon& lexicon, const Grammar& grammar, const ReadingOptions& options = {},
                    const ClaimSink& sink = {}, ReadingTrace* trace = nullptr);

/// Of what the claim says: kind and members, never place or white space. Claims that say the same share it.
std::string claim_id(const Claim& claim);

}  // namespace paraph
