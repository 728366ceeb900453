#pragma once

#include <optional>

#include "report/json_writer.h"
#include "report/quoter.h"
#include "report/write_report.h"

namespace paraph {

/// The contract's lines, written as they come: the document, its claims, its gaps.
class JsonlPart final : public GrowingPart {
 public:
  explicit JsonlPart(std::string& out) : json_(out) {}
  void add(const Extraction& so_far, std::span<const Claim> claims) override;
  void finish(const Extraction& extraction) override;

 private:
  void start(const Extraction& extraction);

  JsonWriter json_;
  std::optional<Quoter> quoter_;
};

class JsonlExtractionReport final : public ExtractionReport {
 public:
  std::unique_ptr<GrowingPart> grow(std::string& out) const override { return std::make_unique<JsonlPart>(out); }
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
