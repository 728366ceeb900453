#include "report/write_report.h"

#include <array>
#include <utility>

#include "report/audit_lines.h"
#include "report/claimreview_report.h"
#include "report/csv_report.h"
#include "report/extraction_report.h"
#include "report/html_report.h"
#include "report/sarif_report.h"
#include "report/terminal_report.h"

namespace paraph {
namespace {

constexpr std::array<std::string_view, 7> kAuditFormats = {"terminal", "json", "jsonl", "html", "sarif", "claimreview", "csv"};
constexpr std::array<std::string_view, 3> kExtractionFormats = {"jsonl", "json", "table"};

template <typename Format, std::size_t count>
std::optional<Format> named(const std::array<std::string_view, count>& names, std::string_view name) {
  for (std::size_t i = 0; i < count; ++i) {
    if (names[i] == name) return static_cast<Format>(i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<AuditFormat> audit_format_named(std::string_view name) { return named<AuditFormat>(kAuditFormats, name); }

std::optional<ExtractionFormat> extraction_format_named(std::string_view name) {
  return named<ExtractionFormat>(kExtractionFormats, name);
}

std::unique_ptr<AuditReport> make_audit_report(AuditFormat format, ReportContext context) {
  switch (format) {
    case AuditFormat::kTerminal: return std::make_unique<TerminalReport>(std::move(context));
    case AuditFormat::kJson: return std::make_unique<JsonAuditReport>();
    case AuditFormat::kJsonl: return std::make_unique<JsonlAuditReport>();
    case AuditFormat::kHtml: return std::make_unique<HtmlReport>(std::move(context));
    case AuditFormat::kSarif: return std::make_unique<SarifReport>(std::move(context));
    case AuditFormat::kClaimReview: return std::make_unique<ClaimReviewReport>();
    case AuditFormat::kCsv: return std::make_unique<CsvReport>();
  }
  return nullptr;
}

std::unique_ptr<ExtractionReport> make_extraction_report(ExtractionFormat format, ReportContext context) {
  switch (format) {
    case ExtractionFormat::kJsonl: return std::make_unique<JsonlExtractionReport>();
    case ExtractionFormat::kJson: return std::make_unique<JsonExtractionReport>();
    case ExtractionFormat::kTable: return std::make_unique<TableExtractionReport>(std::move(context));
  }
  return nullptr;
}

void add_to(ReportTotals& totals, const Audit& audit) {
  const AuditSummary summary = summarise(audit);
  totals.summary.supported += summary.supported;
  totals.summary.disputed += summary.disputed;
  totals.summary.refuted += summary.refuted;
  totals.summary.outdated += summary.outdated;
  totals.summary.unverifiable += summary.unverifiable;
  totals.summary.checkable += summary.checkable;
  totals.summary.tracked += summary.tracked;
  totals.summary.gaps += summary.gaps;
  add_to(totals, audit.extraction);
}

void add_to(ReportTotals& totals, const Extraction& extraction) {
  ++totals.documents;
  totals.claims += extraction.reading.claims.size();
  totals.gaps += extraction.reading.gaps.size();
}

}  // namespace paraph
