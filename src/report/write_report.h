#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "claim/extraction.h"
#include "value/actor_id.h"
#include "verdict/audit.h"

namespace paraph {

/// The forms of `paraph check`.
enum class AuditFormat : std::uint8_t { kTerminal, kJson, kJsonl, kHtml, kSarif, kClaimReview, kCsv };
std::optional<AuditFormat> audit_format_named(std::string_view name);

/// The forms of `paraph extract`.
enum class ExtractionFormat : std::uint8_t { kJsonl, kJson, kTable };
std::optional<ExtractionFormat> extraction_format_named(std::string_view name);

/// Where the reader sits; only terminal forms look at it.
struct Layout {
  std::size_t width = 80;  ///< Columns; at least 48 are used.
  bool colour = false;     ///< ANSI colours and underlining; without it, a line of tildes marks the claim.
};

/// What a report needs besides the findings.
struct ReportContext {
  Layout layout;
  /// "Uzbekistan" for `UZ`; without it, ids stand for themselves. Called from any thread.
  std::function<std::string_view(const ActorId&)> name_actor;
  std::string version;  ///< Of the program, for forms that name their producer.
};

/// What went into a report as a whole.
struct ReportTotals {
  std::size_t documents = 0;
  std::size_t failed = 0;  ///< Inputs that could not be read.
  AuditSummary summary;    ///< Of checks only.
  std::size_t claims = 0;
  std::size_t gaps = 0;
};

/// A report over any number of documents: head, then the parts with `between()` between those that wrote something, then
/// the tail.
/// Parts are pure and may be written by several threads at once; the same findings give the same bytes.
class AuditReport {
 public:
  virtual ~AuditReport() = default;
  virtual void head(std::string&) const {}
  virtual void part(const Audit& audit, std::string& out) const = 0;
  virtual std::string_view between() const { return ""; }
  virtual void tail(const ReportTotals&, std::string&) const {}
};

std::unique_ptr<AuditReport> make_audit_report(AuditFormat format, ReportContext context);

/// A document's part that is written while the document is read.
class GrowingPart {
 public:
  virtual ~GrowingPart() = default;
  virtual void add(const Extraction& so_far, std::span<const Claim> claims) = 0;
  /// Once, when the whole document is read.
  virtual void finish(const Extraction& extraction) = 0;
};

class ExtractionReport {
 public:
  virtual ~ExtractionReport() = default;
  /// Null where the form needs the whole document; else the same bytes as part() would write.
  virtual std::unique_ptr<GrowingPart> grow(std::string&) const { return nullptr; }
  virtual void head(std::string&) const {}
  virtual void part(const Extraction& extraction, std::string& out) const = 0;
  virtual std::string_view between() const { return ""; }
  virtual void tail(const ReportTotals&, std::string&) const {}
};

std::unique_ptr<ExtractionReport> make_extraction_report(ExtractionFormat format, ReportContext context);

/// The contract's lines of docs/claims.md: the document, its claims, its gaps.
void write_extraction_jsonl(const Extraction& extraction, std::string& out);

/// Adds one document's findings to the totals.
void add_to(ReportTotals& totals, const Audit& audit);
void add_to(ReportTotals& totals, const Extraction& extraction);

}  // namespace paraph
