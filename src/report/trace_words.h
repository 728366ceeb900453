#pragma once

#include <string>
#include <vector>

#include "report/trace_report.h"

namespace paraph {

/// "sheet-2023.html (10 January 2023)".
std::string traced_name(const Traced& document);

/// "97 %"; never 0 or 100, which nobody can know.
std::string percent_sure(double confidence);

/// Where a copy comes from and how sure that is, the next best, and what the dates say: a sentence each.
std::vector<std::string> origin_in_words(const TracedCopies& traced, const Descent& descent);

/// One line of the tree of reposts.
struct TreeLine {
  std::size_t depth = 0;                ///< 0 for originals, and for copies of none.
  std::optional<std::size_t> document;  ///< Empty for the line above copies that come from no original.
  const Descent* descent = nullptr;     ///< Of copies.
};

/// Originals that have copies, with their copies below them; then copies of none. In the order in which they were given.
std::vector<TreeLine> tree_of(const TracedCopies& traced);

/// Passages of the comparison in the order in which they are told: what weighs first, then, with `all`, the rest.
std::vector<std::size_t> told_passages(const Comparison& comparison, bool all);

}  // namespace paraph
