#pragma once

#include "report/write_report.h"

namespace paraph {

/// One self-contained page: the documents' text with every claim marked, and each verdict with its evidence beside it.
/// No script, no request to anywhere; filters work by style alone.
class HtmlReport final : public AuditReport {
 public:
  explicit HtmlReport(ReportContext context) : context_(std::move(context)) {}
  void head(std::string& out) const override;
  void part(const Audit& audit, std::string& out) const override;
  void tail(const ReportTotals& totals, std::string& out) const override;

 private:
  ReportContext context_;
};

}  // namespace paraph
