#include "report/audit_json.h"

#include "report/day_text.h"

namespace paraph {
namespace {

using AddressOf = std::string (*)(std::string_view query);

void write_line(JsonWriter& json, const EvidenceLine& line, AddressOf address) {
  json.StartObject();
  write_member(json, "source", line.source.str());
  write_given(json, "vintage", line.vintage.str());
  write_given(json, "series", line.series);
  write_given(json, "reading", line.reading);
  write_member(json, "usual", line.usual);
  write_given(json, "value", line.value);
  write_given(json, "unit", line.unit);
  write_given(json, "says", line.says);
  if (line.period) write_member(json, "period", line.period->str());
  write_given(json, "difference_percent", line.difference_percent);
  write_member(json, "agrees", agrees_name(line.agrees));
  write_list(json, "exclusions", line.exclusions);
  write_list(json, "components", line.components);
  write_given(json, "query", line.query);
  if (address != nullptr) write_given(json, "href", address(line.query));
  json.EndObject();
}

void write_lines(JsonWriter& json, std::string_view key, const std::vector<EvidenceLine>& lines, AddressOf address) {
  write_key(json, key);
  json.StartArray();
  for (const EvidenceLine& line : lines) write_line(json, line, address);
  json.EndArray();
}

void write_summary(JsonWriter& json, const AuditSummary& summary) {
  write_key(json, "summary");
  json.StartObject();
  write_member(json, "supported", summary.supported);
  write_member(json, "disputed", summary.disputed);
  write_member(json, "refuted", summary.refuted);
  write_member(json, "outdated", summary.outdated);
  write_member(json, "unverifiable", summary.unverifiable);
  write_member(json, "decided", summary.decided());
  write_member(json, "checkable", summary.checkable);
  write_member(json, "tracked", summary.tracked);
  write_member(json, "gaps", summary.gaps);
  json.EndObject();
}

}  // namespace

void write_audit_members(JsonWriter& json, const Audit& audit) {
  write_member(json, "now", iso_day(audit.now));
  if (audit.as_of) write_member(json, "as_of", iso_day(audit.as_of->day));
  write_summary(json, summarise(audit));
}

void write_verdict_member(JsonWriter& json, const Verdict& verdict, AddressOf address) {
  write_key(json, "verdict");
  json.StartObject();
  write_member(json, "label", verdict_label_name(verdict.label));
  if (verdict.was != verdict.label) write_member(json, "was", verdict_label_name(verdict.was));
  if (verdict.reason) write_member(json, "reason", unverifiable_reason_name(*verdict.reason));
  write_member(json, "why", verdict.why);
  write_list(json, "readings", verdict.readings);
  if (verdict.outdated) {
    const Outdated& outdated = *verdict.outdated;
    write_key(json, "outdated");
    json.StartObject();
    write_member(json, "since", outdated.newer_period.str());
    write_member(json, "now_says", outdated.now_says);
    if (outdated.publication_unknown) {
      write_member(json, "publication_unknown", true);
    } else {
      write_member(json, "when_published", outdated.when_published);
    }
    json.EndObject();
  }
  write_given(json, "tolerance", verdict.evidence.tolerance);
  if (verdict.evidence.vintage_unknown) write_member(json, "vintage_unknown", true);
  if (verdict.evidence.vintages_too_new) write_member(json, "vintages_too_new", true);
  write_lines(json, "evidence", verdict.evidence.lines, address);
  if (!verdict.evidence.newer.empty()) write_lines(json, "newer", verdict.evidence.newer, address);
  json.EndObject();
}

}  // namespace paraph
