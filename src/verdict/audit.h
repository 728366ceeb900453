#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "claim/extraction.h"
#include "value/bitemporal.h"
#include "verdict/verdict.h"

namespace paraph {

/// One document read and checked: `verdicts[i]` judges `extraction.reading.claims[i]`; tracked kinds have none.
struct Audit {
  Extraction extraction;
  std::vector<std::optional<Verdict>> verdicts;
  std::chrono::sys_days now;
  std::optional<RecordedAt> as_of;
};

/// How many claims got which label, for summaries; "decided / checkable" is the coverage.
struct AuditSummary {
  std::size_t supported = 0, disputed = 0, refuted = 0, outdated = 0, unverifiable = 0;
  std::size_t checkable = 0, tracked = 0, gaps = 0;
  std::size_t decided() const { return supported + disputed + refuted + outdated; }
};

AuditSummary summarise(const Audit& audit);

}  // namespace paraph
