#include "report/csv_report.h"

#include <array>

#include "report/display_text.h"
#include "report/quoter.h"
#include "report/text_table.h"

namespace paraph {
namespace {

constexpr std::array<std::string_view, 25> kColumns = {
    "document", "claim", "kind", "first", "last", "quote", "subject", "object", "value", "low", "high", "unit", "period",
    "modality", "label", "was", "reason", "why", "source", "reading", "published_value", "published_unit", "says",
    "difference_percent", "query"};

/// Writes fields of one row with commas between them.
class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}
  void add(std::string_view field) {
    if (!first_) out_.push_back(',');
    first_ = false;
    append_csv_field(field, out_);
  }
  void add(const std::optional<Decimal>& value) { add(value ? std::string_view(value->str()) : std::string_view()); }
  void end() { out_ += "\r\n"; }

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace

void CsvReport::head(std::string& out) const {
  Row row(out);
  for (const std::string_view column : kColumns) row.add(column);
  row.end();
}

void CsvReport::part(const Audit& audit, std::string& out) const {
  Quoter quoter(audit.extraction, QuoteFrom::kText);
  const std::string name = mended_utf8(audit.extraction.name);
  for (std::size_t i = 0; i < audit.verdicts.size(); ++i) {
    const Claim& claim = audit.extraction.reading.claims[i];
    const Quantity quantity = claim.quantity.value_or(Quantity{});
    const Verdict verdict = audit.verdicts[i].value_or(Verdict{});
    const bool judged = audit.verdicts[i].has_value();
    const EvidenceLine line = verdict.evidence.lines.empty() ? EvidenceLine{} : verdict.evidence.lines.front();
    const bool shown = !verdict.evidence.lines.empty();
    Row row(out);
    row.add(name);
    row.add(claim.id);
    row.add(name_of(claim.kind()));
    row.add(std::to_string(claim.span.first()));
    row.add(std::to_string(claim.span.last()));
    row.add(in_one_line(quoter.quote(claim.span).exact));
    row.add(claim.subject ? claim.subject->str() : "");
    row.add(claim.object ? claim.object->str() : "");
    row.add(quantity.value);
    row.add(quantity.low);
    row.add(quantity.high);
    row.add(quantity.unit);
    row.add(claim.period ? claim.period->str() : "");
    row.add(name_of(claim.modality));
    row.add(judged ? verdict_label_name(verdict.label) : "not-judged");
    row.add(judged ? verdict_label_name(verdict.was) : "");
    row.add(verdict.reason ? unverifiable_reason_name(*verdict.reason) : "");
    row.add(verdict.why);
    row.add(line.source.str());
    row.add(line.reading);
    row.add(line.value);
    row.add(line.unit);
    row.add(line.says);
    row.add(line.difference_percent);
    row.add(shown ? line.query : "");
    row.end();
  }
}

}  // namespace paraph
