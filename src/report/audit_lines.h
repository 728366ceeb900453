#pragma once

#include "report/write_report.h"

namespace paraph {

/// One line a document, claim and gap: the contract's lines with a `verdict` member.
class JsonlAuditReport final : public AuditReport {
 public:
  void part(const Audit& audit, std::string& out) const override;
};

/// One array with an object a document: {"document":…,"claims":[…],"gaps":[…],"summary":…}.
class JsonAuditReport final : public AuditReport {
 public:
  void head(std::string& out) const override { out += "["; }
  void part(const Audit& audit, std::string& out) const override;
  std::string_view between() const override { return ",\n"; }
  void tail(const ReportTotals&, std::string& out) const override { out += "]\n"; }
};

}  // namespace paraph
