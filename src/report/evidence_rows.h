#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/claim.h"
#include "report/figures.h"
#include "report/verdict_look.h"
#include "verdict/verdict.h"

namespace paraph {

/// One line of evidence as people read it: the same words in the terminal and in HTML.
struct EvidenceRow {
  std::string mark;
  std::string source;
  std::string reading;
  std::string figure;      ///< Scaled to the table's heading, or words.
  bool numeric = false;    ///< `figure` stands under the heading and is aligned at its point.
  std::string difference;
  const EvidenceLine* line = nullptr;  ///< Null for the sheet's own row.
};

/// The sheet's own figure first, then every line of evidence.
struct EvidenceTable {
  std::string heading;  ///< "million USD"; empty when nothing is numeric.
  std::vector<EvidenceRow> rows;
  std::vector<std::string> queries;  ///< Distinct, in order.
};

EvidenceTable evidence_table(const Claim& claim, const Verdict& verdict);

/// Spaces behind each figure, so that right-aligned figures stand under one decimal point.
void align_points(std::vector<EvidenceRow>& rows);

}  // namespace paraph
