#include "verdict/audit.h"

namespace paraph {

AuditSummary summarise(const Audit& audit) {
  AuditSummary summary;
  for (std::size_t i = 0; i < audit.verdicts.size(); ++i) {
    if (!is_checkable(audit.extraction.reading.claims[i].kind())) {
      ++summary.tracked;
      continue;
    }
    ++summary.checkable;
    if (!audit.verdicts[i]) continue;
    switch (audit.verdicts[i]->label) {
      case VerdictLabel::kSupported: ++summary.supported; break;
      case VerdictLabel::kDisputed: ++summary.disputed; break;
      case VerdictLabel::kRefuted: ++summary.refuted; break;
      case VerdictLabel::kOutdated: ++summary.outdated; break;
      case VerdictLabel::kUnverifiable: ++summary.unverifiable; break;
    }
  }
  summary.gaps = audit.extraction.reading.gaps.size();
  return summary;
}

}  // namespace paraph
