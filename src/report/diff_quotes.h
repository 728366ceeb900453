#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "claim/extraction.h"
#include "ledger/compare.h"
#include "report/describe_claim.h"

namespace paraph {

/// A stretch of a passage's words: as it was, or changed.
struct QuotePiece {
  std::string text;  ///< White space levelled.
  bool changed = false;
};

/// A passage cut where words left or came, in reading order. Stretches without words are left out.
std::vector<QuotePiece> cut_quote(const Extraction& edition, TextSpan text, const std::vector<TextSpan>& changed);

/// The words that an edit took or gave, as written.
std::string edit_words(const Extraction& edition, TextSpan place);

/// Places of all edits on one side.
std::vector<TextSpan> places_before(const PassageChange& change);
std::vector<TextSpan> places_after(const PassageChange& change);

/// "value: $277 million to $300 million" and the like, for a claim that says something else now; empty where the words
/// show it all.
std::string change_in_words(const ClaimChange& change, const Extraction& before, const Extraction& after, const NameActor& name_actor);

/// "3 updated, 1 dropped; 12 kept, 2 of them moved".
std::string counts_in_words(const Comparison& comparison);

}  // namespace paraph
