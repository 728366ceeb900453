#include "report/extraction_report.h"

#include <fmt/format.h>

#include "report/claim_json.h"
#include "report/display_text.h"
#include "report/figures.h"
#include "report/text_table.h"

namespace paraph {
namespace {

void write_claim(JsonWriter& json, const Claim& claim, Quoter& quoter) {
  json.StartObject();
  write_claim_members(json, claim, quoter);
  json.EndObject();
}

void write_gap(JsonWriter& json, const Gap& gap, Quoter& quoter) {
  json.StartObject();
  write_gap_members(json, gap, quoter);
  json.EndObject();
}

}  // namespace

void JsonlPart::start(const Extraction& extraction) {
  if (quoter_) return;
  quoter_.emplace(extraction);
  json_.StartObject();
  write_document_members(json_, extraction);
  json_.EndObject();
  json_.end_line();
}

void JsonlPart::add(const Extraction& so_far, std::span<const Claim> claims) {
  start(so_far);
  for (const Claim& claim : claims) {
    write_claim(json_, claim, *quoter_);
    json_.end_line();
  }
}

void JsonlPart::finish(const Extraction& extraction) {
  start(extraction);
  quoter_.emplace(extraction);  // which may have moved since
  for (const Gap& gap : extraction.reading.gaps) {
    write_gap(json_, gap, *quoter_);
    json_.end_line();
  }
  json_.flush();
}

void write_extraction_jsonl(const Extraction& extraction, std::string& out) {
  JsonlPart part(out);
  part.add(extraction, extraction.reading.claims);
  part.finish(extraction);
}

void JsonExtractionReport::part(const Extraction& extraction, std::string& out) const {
  JsonWriter json(out);
  Quoter quoter(extraction);
  json.StartObject();
  write_key(json, "document");
  json.StartObject();
  write_document_members(json, extraction);
  json.EndObject();
  write_key(json, "claims");
  json.StartArray();
  for (const Claim& claim : extraction.reading.claims) write_claim(json, claim, quoter);
  json.EndArray();
  write_key(json, "gaps");
  json.StartArray();
  for (const Gap& gap : extraction.reading.gaps) write_gap(json, gap, quoter);
  json.EndArray();
  json.EndObject();
}

void TableExtractionReport::part(const Extraction& extraction, std::string& out) const {
  Quoter quoter(extraction, QuoteFrom::kText);
  TextTable table;
  const Reading& reading = extraction.reading;
  table.caption = fmt::format("{}: {} claims and {} gaps in {} sentences", in_one_line(mended_utf8(extraction.name)),
                              reading.claims.size(), reading.gaps.size(), reading.sentences);
  table.columns = {{"kind"}, {"subject"}, {"object"}, {"value", true}, {"period"}, {"quote"}};
  for (const Claim& claim : reading.claims) {
    table.rows.push_back({std::string(name_of(claim.kind())), claim.subject ? claim.subject->str() : "",
                          claim.object ? claim.object->str() : "", claim.quantity ? quantity_in_words(*claim.quantity) : "",
                          claim.period ? claim.period->str() : "", in_one_line(quoter.quote(claim.span).exact)});
  }
  for (const Gap& gap : reading.gaps) {
    table.rows.push_back({"gap", "", "", "", "", fmt::format("({}) {}", name_of(gap.reason), in_one_line(quoter.quote(gap.span).exact))});
  }
  write_terminal_table(table, context_.layout.width, context_.layout.colour, out);
}

}  // namespace paraph
