#pragma once

#include "report/write_report.h"

namespace paraph {

/// A JSON-LD array of schema.org ClaimReview, one for each judged claim.
class ClaimReviewReport final : public AuditReport {
 public:
  void head(std::string& out) const override { out += "["; }
  void part(const Audit& audit, std::string& out) const override;
  std::string_view between() const override { return ",\n"; }
  void tail(const ReportTotals&, std::string& out) const override { out += "]\n"; }
};

}  // namespace paraph
