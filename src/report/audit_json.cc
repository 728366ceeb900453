#include "report/audit_json.h"

namespace paraph {
namespace {

void write_line(JsonWriter& json, const EvidenceLine& line) {
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
  json.EndObject();
}

void write_lines(JsonWriter& json, std::string_view key, const std::vector<EvidenceLine>& lines) {
  write_key(json, key);
  json.StartArray();
  for (const EvidenceLine& line : lines) write_line(json, line);
  json.EndArray();
}

}  // namespace

void write_verdict_member(JsonWriter& json, const Verdict& verdict) {
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
  write_lines(json, "evidence", verdict.evidence.lines);
  if (!verdict.evidence.newer.empty()) write_lines(json, "newer", verdict.evidence.newer);
  json.EndObject();
}

}  // namespace paraph
