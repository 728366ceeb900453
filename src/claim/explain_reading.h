#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claim/claim.h"
#include "claim/read_claims.h"

namespace paraph {

/// A mention of a sentence as patterns see it: one unit.
struct ExplainedUnit {
  TextSpan span{0, 0};  ///< Original bytes.
  std::string kind;     ///< "actor", "money", "period" …
  std::string says;     ///< "GH", "US, GH (by context)", "5000000 USD", "2020".
};

/// What became of one phrasing of the grammar around one word of the sentence.
enum class TryOutcome : std::uint8_t { kKept, kOutdone, kFailed };

struct ExplainedTry {
  TryOutcome outcome = TryOutcome::kFailed;
  TextSpan span{0, 0};     ///< Original bytes that it took; of its anchor word where it failed.
  std::uint32_t rule = 0;  ///< Into Grammar::rules().
  std::size_t met = 0;     ///< Items of the phrasing that fitted, of how many.
  std::size_t items = 0;
  std::string why;         ///< A sentence of ours; empty for a rule that was kept.
};

/// One sentence from its words to its claims.
struct ExplainedSentence {
  TextSpan span{0, 0};                ///< Original bytes.
  std::vector<ExplainedUnit> units;   ///< Mentions only, in the order of the text.
  std::vector<ExplainedTry> tries;    ///< Kept, then outdone, then failed with the nearest first.
  std::vector<Claim> claims;
  std::vector<Gap> gaps;
};

struct Explanation {
  Reading reading;
  std::vector<ExplainedSentence> sentences;
};

/// Reads the document as read_claims() does, in the same code, and tells sentence by sentence what was tried.
Explanation explain_reading(const Document& document, const Lexicon& lexicon, const Grammar& grammar, const ReadingOptions& options = {});

}  // namespace paraph
