#include "report/audit_lines.h"

#include "report/audit_json.h"
#include "report/claim_json.h"

namespace paraph {
namespace {

void write_audited_document(JsonWriter& json, const Audit& audit) {
  json.StartObject();
  write_document_members(json, audit.extraction);
  write_audit_members(json, audit);
  json.EndObject();
}

void write_audited_claim(JsonWriter& json, const Audit& audit, std::size_t index, Quoter& quoter) {
  json.StartObject();
  write_claim_members(json, audit.extraction.reading.claims[index], quoter);
  if (audit.verdicts[index]) write_verdict_member(json, *audit.verdicts[index]);
  json.EndObject();
}

void write_gap(JsonWriter& json, const Gap& gap, Quoter& quoter) {
  json.StartObject();
  write_gap_members(json, gap, quoter);
  json.EndObject();
}

}  // namespace

void JsonlAuditReport::part(const Audit& audit, std::string& out) const {
  JsonWriter json(out);
  Quoter quoter(audit.extraction);
  write_audited_document(json, audit);
  json.end_line();
  for (std::size_t i = 0; i < audit.extraction.reading.claims.size(); ++i) {
    write_audited_claim(json, audit, i, quoter);
    json.end_line();
  }
  for (const Gap& gap : audit.extraction.reading.gaps) {
    write_gap(json, gap, quoter);
    json.end_line();
  }
}

void JsonAuditReport::part(const Audit& audit, std::string& out) const {
  JsonWriter json(out);
  Quoter quoter(audit.extraction);
  json.StartObject();
  write_key(json, "document");
  write_audited_document(json, audit);
  write_key(json, "claims");
  json.StartArray();
  for (std::size_t i = 0; i < audit.extraction.reading.claims.size(); ++i) write_audited_claim(json, audit, i, quoter);
  json.EndArray();
  write_key(json, "gaps");
  json.StartArray();
  for (const Gap& gap : audit.extraction.reading.gaps) write_gap(json, gap, quoter);
  json.EndArray();
  json.EndObject();
}

}  // namespace paraph
