#include "report/mention_lines.h"

#include "report/json_writer.h"

namespace paraph {
namespace {

void write_text_decimal(JsonWriter& json, std::string_view key, const std::optional<Decimal>& value) {
  if (value) write_member(json, key, value->str());
}

}  // namespace

void write_quantity_line(const QuantityLine& line, std::string& out) {
  JsonWriter json(out);
  json.StartObject();
  write_member(json, "type", "quantity");
  write_member(json, "span", line.span);
  write_text_decimal(json, "value", line.value);
  write_text_decimal(json, "low", line.low);
  write_text_decimal(json, "high", line.high);
  write_given(json, "unit", line.unit);
  write_given(json, "per", line.per);
  write_member(json, "comparator", line.comparator);
  write_member(json, "change", line.change);
  write_member(json, "quote", line.quote);
  json.EndObject();
  json.end_line();
}

void write_date_line(const DateLine& line, std::string& out) {
  JsonWriter json(out);
  json.StartObject();
  write_member(json, "type", "date");
  write_member(json, "span", line.span);
  write_member(json, "timex", line.timex);
  write_given(json, "value", line.value);
  write_given(json, "mod", line.modifier);
  write_given(json, "anchor", line.anchor);
  write_given(json, "fiscal_year_of", line.fiscal_year_of);
  write_given(json, "from", line.from);
  write_given(json, "to", line.to);
  write_member(json, "quote", line.quote);
  json.EndObject();
  json.end_line();
}

}  // namespace paraph
