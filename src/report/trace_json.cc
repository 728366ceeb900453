#include <cmath>

#include "report/claim_json.h"
#include "report/diff_json.h"
#include "report/quoter.h"
#include "report/trace_forms.h"
#include "report/trace_words.h"

namespace paraph {
namespace {

/// In thousandths: more would be a show of knowledge.
void write_confidence(JsonWriter& json, std::string_view key, double confidence) {
  write_member(json, key, Decimal(std::lround(confidence * 1000)).shifted(-3));
}

void write_candidates(JsonWriter& json, const TracedCopies& traced, const Descent& descent) {
  write_key(json, "candidates");
  json.StartArray();
  for (const Lineage& each : descent.originals) {
    const Extraction& edition = *traced.documents[each.parent].edition;
    json.StartObject();
    write_member(json, "name", mended_utf8(edition.name));
    if (edition.document.published) write_member(json, "published", edition.document.published->str());
    write_confidence(json, "confidence", each.confidence);
    if (each.older_than_parent) write_member(json, "dates_against", true);
    json.EndObject();
  }
  json.EndArray();
}

void write_copy(JsonWriter& json, const TracedCopies& traced, std::size_t d, const ReportContext& context, bool all) {
  const Descent& descent = traced.descents[d];
  const Extraction& copy = *traced.documents[descent.copy].edition;
  json.StartObject();
  write_key(json, "document");
  json.StartObject();
  write_document_members(json, copy);
  json.EndObject();
  if (descent.parent) {
    const Traced& parent = traced.documents[*descent.parent];
    write_key(json, "parent");
    json.StartObject();
    write_member(json, "name", mended_utf8(parent.edition->name));
    write_member(json, "is", parent.original ? "edition" : "copy");
    write_confidence(json, "confidence", descent.parent_confidence);
    json.EndObject();
  }
  write_member(json, "certain", descent.certain);
  write_confidence(json, "none", descent.unknown);
  write_candidates(json, traced, descent);
  write_key(json, "notes");
  json.StartArray();
  for (const std::string& sentence : origin_in_words(traced, descent)) write_string(json, sentence);
  json.EndArray();
  write_member(json, "faithful", is_faithful(traced, d));
  if (descent.parent) {
    const Comparison& comparison = traced.comparisons[d];
    write_key(json, "counts");
    json.StartObject();
    for (const ChangeKind kind : kChangeKinds) write_member(json, change_kind_name(kind), comparison.count(kind));
    json.EndObject();
    write_key(json, "changes");
    json.StartArray();
    const ComparedEditions editions{*traced.documents[*descent.parent].edition, copy, comparison};
    for (const std::size_t p : told_passages(comparison, all)) write_passage_change(json, comparison.passages[p], editions, context.name_actor);
    json.EndArray();
  }
  json.EndObject();
}

}  // namespace

void write_trace_json(const TracedCopies& traced, const ReportContext& context, bool all, std::string& out) {
  JsonWriter json(out);
  json.StartObject();
  write_member(json, "type", "trace");
  write_member(json, "searched", traced.searched);
  write_key(json, "copies");
  json.StartArray();
  for (std::size_t d = 0; d < traced.descents.size(); ++d) write_copy(json, traced, d, context, all);
  json.EndArray();
  json.EndObject();
  json.end_line();
}

}  // namespace paraph
