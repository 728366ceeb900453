#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/text_span.h"
#include "claim/claim.h"
#include "claim/sentence_frame.h"

namespace paraph {

/// How far a pattern came around one anchor word.
struct PatternOutcome {
  bool matched = false;
  std::size_t items_met = 0;  ///< Items that fitted at its best try, the anchor counted.
  std::size_t item = 0;       ///< The item that nothing fitted, where it did not match.
  std::size_t unit = 0;       ///< The unit that stood there; units.size() at either end of the sentence.
  bool forward = true;        ///< The item stands behind the anchor.
  bool clause_end = false;    ///< A gap would have had to cross the end of a clause.
};

/// Is told what a reading tries and decides, sentence by sentence. What it is given lives only as long as the call.
class ReadingTrace {
 public:
  virtual ~ReadingTrace() = default;

  /// A sentence in units; its triggers are not found yet.
  virtual void begin(const SentenceFrame& frame, TextSpan sentence) = 0;
  /// Pattern `pattern` of the grammar was tried around unit `anchor`. `match` is meaningful where it matched.
  virtual void tried(std::uint32_t pattern, std::size_t anchor, const PatternOutcome& outcome, const TriggerMatch& match) = 0;
  /// A match that lost against another of its family or against a look-alike.
  virtual void outdone(const TriggerMatch& loser, const TriggerMatch& winner) = 0;
  virtual void kept(const TriggerMatch& match) = 0;
  /// The sentence has been read; `gaps` are what it left open. Its claims stand in the reading.
  virtual void end(std::span<const Gap> gaps) = 0;
};

/// As find_triggers() without a trace, in the same code, telling `trace` of every pattern that is tried.
void find_triggers(const Grammar& grammar, SentenceFrame& frame, ReadingTrace& trace);

}  // namespace paraph
