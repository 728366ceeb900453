#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "claim/extraction.h"
#include "report/text_table.h"

namespace paraph {

/// How much of some documents was read, and why the rest was not.
struct ReadingCoverage {
  std::size_t documents = 0;
  std::size_t sentences = 0;
  std::size_t checkable = 0;  ///< Sentences with a figure or date and an actor: each has a claim or a gap.
  std::size_t claimed = 0;    ///< Sentences with a claim.
  std::size_t text = 0;       ///< Bytes of all sentences.
  std::size_t covered = 0;    ///< Bytes of those that have a claim or a named gap.
  std::array<std::size_t, EnumNames<ClaimKind>::kNames.size()> claims{};
  std::array<std::size_t, EnumNames<GapReason>::kNames.size()> gaps{};
};

void add_to(ReadingCoverage& coverage, const Extraction& extraction);

/// Claims by kind and gaps by reason, the most frequent first; what there is none of is left out.
TextTable coverage_table(const ReadingCoverage& coverage);

/// The same as one object; every kind and reason that occurs.
void write_coverage_json(const ReadingCoverage& coverage, std::string& out);

}  // namespace paraph
