#pragma once

#include <vector>

#include "evidence/evidence.h"
#include "verdict/verdict.h"

namespace paraph {

/// Lines of evidence sorted by what they weigh; pointers into the evidence, in its order.
struct WeighedLines {
  std::vector<const EvidenceLine*> fit;      ///< Agree, in a usual reading.
  std::vector<const EvidenceLine*> near;     ///< Within 2 %, in a usual reading.
  std::vector<const EvidenceLine*> unusual;  ///< Agree or near, only in a reading that the text does not state.
  std::vector<const EvidenceLine*> against;  ///< Usual readings that do not agree.
  std::vector<const EvidenceLine*> unusual_against;

  bool empty() const { return fit.empty() && near.empty() && unusual.empty() && against.empty() && unusual_against.empty(); }
};

WeighedLines weigh(const Evidence& evidence);

/// Supported, disputed or refuted; never for empty lines.
VerdictLabel label_of(const WeighedLines& lines);

/// One line for the reader: what fits, and by how much the others differ.
std::string why_of(const WeighedLines& lines, VerdictLabel label);

/// The readings that fit, named.
std::vector<std::string> readings_of(const WeighedLines& lines);

/// "11th of 190, $765.13 million", "$276.97 million", "19 February 1992": what a line says in a few words.
std::string line_in_words(const EvidenceLine& line);

}  // namespace paraph
