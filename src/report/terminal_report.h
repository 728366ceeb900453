#pragma once

#include "report/write_report.h"

namespace paraph {

/// The report that people read first: the document's own words, what was found about them, and why.
class TerminalReport final : public AuditReport {
 public:
  explicit TerminalReport(ReportContext context) : context_(std::move(context)) {}
  void part(const Audit& audit, std::string& out) const override;
  std::string_view between() const override { return "\n"; }
  void tail(const ReportTotals& totals, std::string& out) const override;

 private:
  ReportContext context_;
};

}  // namespace paraph
