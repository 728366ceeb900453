#pragma once

#include "report/write_report.h"

namespace paraph {

/// RFC 4180, one row a claim, with a header row: for spreadsheets. Evidence stands in it as the best line only.
class CsvReport final : public AuditReport {
 public:
  void head(std::string& out) const override;
  void part(const Audit& audit, std::string& out) const override;
};

}  // namespace paraph
