#pragma once

#include "report/write_report.h"

namespace paraph {

class JsonlExtractionReport final : public ExtractionReport {
 public:
  void part(const Extraction& extraction, std::string& out) const override { write_extraction_jsonl(extraction, out); }
};

/// One array with an object a document.
class JsonExtractionReport final : public ExtractionReport {
 public:
  void head(std::string& out) const override { out += "["; }
  void part(const Extraction& extraction, std::string& out) const override;
  std::string_view between() const override { return ",\n"; }
  void tail(const ReportTotals&, std::string& out) const override { out += "]\n"; }
};

/// Kind, subject, object, figure, period and quote of every claim, for people.
class TableExtractionReport final : public ExtractionReport {
 public:
  explicit TableExtractionReport(ReportContext context) : context_(std::move(context)) {}
  void part(const Extraction& extraction, std::string& out) const override;
  std::string_view between() const override { return "\n"; }

 private:
  ReportContext context_;
};

}  // namespace paraph
