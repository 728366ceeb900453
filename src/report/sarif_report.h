#pragma once

#include "report/write_report.h"

namespace paraph {

/// SARIF 2.1.0: one run, a rule for each label and kind, a result for each judged claim and each gap.
class SarifReport final : public AuditReport {
 public:
  explicit SarifReport(ReportContext context) : context_(std::move(context)) {}
  void head(std::string& out) const override;
  void part(const Audit& audit, std::string& out) const override;
  std::string_view between() const override { return ",\n"; }
  void tail(const ReportTotals& totals, std::string& out) const override;

 private:
  ReportContext context_;
};

/// A path or address as a URI reference: addresses stay, absolute paths become file URIs, the rest is percent-encoded.
std::string uri_of(std::string_view name);

}  // namespace paraph
