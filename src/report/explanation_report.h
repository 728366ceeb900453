#pragma once

#include <string>

#include "claim/explain_reading.h"
#include "claim/extraction.h"
#include "report/write_report.h"

namespace paraph {

/// A reading told sentence by sentence: what `paraph grammar explain` prints. `most` failed phrasings a sentence are shown,
/// the nearest first; the others are counted.
void write_explanation(const Extraction& extraction, const Explanation& explanation, const Grammar& grammar, const ReportContext& context, std::size_t most,
                       std::string& out);

/// The same as one JSON object with everything that was tried.
void write_explanation_json(const Extraction& extraction, const Explanation& explanation, const Grammar& grammar, std::string& out);

}  // namespace paraph
