#include "brief/json_sheet.h"

#include "brief/write_brief.h"
#include "claim/read_claims.h"
#include "report/day_text.h"
#include "report/json_writer.h"

namespace paraph {
namespace {

void write_citations(JsonWriter& json, const std::vector<Citation>& citations) {
  write_key(json, "citations");
  json.StartArray();
  for (const Citation& citation : citations) {
    json.StartObject();
    write_member(json, "source", citation.source.str());
    write_member(json, "vintage", citation.vintage.str());
    write_member(json, "series", citation.series);
    write_given(json, "period", citation.period);
    write_given(json, "rows", citation.rows);
    write_given(json, "command", citation.command);
    json.EndObject();
  }
  json.EndArray();
}

/// Ids as `paraph extract` gives them to the same statements.
void write_claims(JsonWriter& json, const std::vector<Claim>& claims) {
  write_key(json, "claims");
  json.StartArray();
  for (const Claim& claim : claims) {
    json.StartObject();
    write_member(json, "id", claim_id(claim));
    write_member(json, "kind", name_of(claim.kind()));
    json.EndObject();
  }
  json.EndArray();
}

void write_statement(JsonWriter& json, const CitedSentence& statement) {
  json.StartObject();
  write_member(json, "wording", statement.wording);
  write_member(json, "text", statement.text);
  write_claims(json, statement.claims);
  write_citations(json, statement.citations);
  write_given(json, "remark", statement.remark);
  json.EndObject();
}

void write_table(JsonWriter& json, const IndicatorTable& table) {
  json.StartObject();
  write_member(json, "title", table.title);
  write_list(json, "years", table.years);
  write_key(json, "rows");
  json.StartArray();
  for (const IndicatorRow& row : table.rows) {
    json.StartObject();
    write_member(json, "label", row.label);
    write_list(json, "cells", row.cells);
    json.EndObject();
  }
  json.EndArray();
  write_claims(json, table.claims);
  write_citations(json, table.citations);
  json.EndObject();
}

void write_chart(JsonWriter& json, const Chart& chart) {
  json.StartObject();
  write_member(json, "title", chart.title);
  write_member(json, "unit", chart.unit);
  write_member(json, "words", chart.words);
  write_key(json, "lines");
  json.StartArray();
  for (const ChartLine& line : chart.lines) {
    json.StartObject();
    write_member(json, "name", line.name);
    write_key(json, "points");
    json.StartArray();
    for (const auto& [year, value] : line.points) {
      json.StartArray();
      json.Int64(year);
      write_decimal(json, value);
      json.EndArray();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  write_citations(json, chart.citations);
  json.EndObject();
}

void write_section(JsonWriter& json, const Section& section) {
  json.StartObject();
  write_member(json, "section", section_name(section.kind));
  write_member(json, "heading", section.heading);
  write_key(json, "paragraphs");
  json.StartArray();
  for (const auto& paragraph : section.paragraphs) {
    json.StartArray();
    for (const CitedSentence& statement : paragraph) write_statement(json, statement);
    json.EndArray();
  }
  json.EndArray();
  write_key(json, "tables");
  json.StartArray();
  for (const IndicatorTable& table : section.tables) write_table(json, table);
  json.EndArray();
  write_key(json, "charts");
  json.StartArray();
  for (const Chart& chart : section.charts) write_chart(json, chart);
  json.EndArray();
  json.EndObject();
}

void write_source(JsonWriter& json, const SourceNote& note) {
  json.StartObject();
  write_member(json, "id", note.source.id.str());
  write_member(json, "title", note.source.title);
  write_member(json, "publisher", note.source.publisher);
  write_member(json, "url", note.source.url);
  write_member(json, "licence", note.source.licence);
  write_given(json, "attribution", note.source.attribution);
  write_member(json, "next_update", note.next_update);
  write_key(json, "vintages");
  json.StartArray();
  for (const Vintage& vintage : note.vintages) {
    json.StartObject();
    write_member(json, "id", vintage.id.str());
    if (vintage.recorded) write_member(json, "recorded", iso_day(vintage.recorded->day));
    write_member(json, "file", vintage.file);
    write_member(json, "sha256", vintage.sha256);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

/// "us-census-country@2026-10" as a key that BibTeX and CSL take.
std::string key_of(const VintageId& vintage) {
  std::string key = vintage.str();
  for (char& c : key) {
    if (c == '@') c = ':';
  }
  return key;
}

void write_date(JsonWriter& json, std::string_view key, std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  write_key(json, key);
  json.StartObject();
  write_key(json, "date-parts");
  json.StartArray();
  json.StartArray();
  json.Int64(static_cast<int>(date.year()));
  json.Int64(static_cast<int>(static_cast<unsigned>(date.month())));
  json.Int64(static_cast<int>(static_cast<unsigned>(date.day())));
  json.EndArray();
  json.EndArray();
  json.EndObject();
}

/// Characters that BibTeX gives a meaning.
std::string tex_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&' || c == '%' || c == '#' || c == '_' || c == '$') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string ended(JsonWriter& json, const std::string& out) {
  json.flush();
  return out + "\n";
}

}  // namespace

std::string write_json_sheet(const Sheet& sheet) {
  std::string out;
  JsonWriter json(out);
  json.StartObject();
  write_member(json, "type", "brief");
  write_member(json, "title", sheet.title);
  write_key(json, "pair");
  json.StartArray();
  write_string(json, sheet.pair.home.str());
  write_string(json, sheet.pair.partner.str());
  json.EndArray();
  write_member(json, "as_of", iso_day(sheet.as_of));
  write_key(json, "sections");
  json.StartArray();
  for (const Section& section : sheet.sections) write_section(json, section);
  json.EndArray();
  write_key(json, "sources");
  json.StartArray();
  for (const SourceNote& note : sheet.sources) write_source(json, note);
  json.EndArray();
  json.EndObject();
  return ended(json, out);
}

std::string write_csl(const Sheet& sheet) {
  std::string out;
  JsonWriter json(out);
  json.StartArray();
  for (const SourceNote& note : sheet.sources) {
    for (const Vintage& vintage : note.vintages) {
      json.StartObject();
      write_member(json, "id", key_of(vintage.id));
      write_member(json, "type", "dataset");
      write_member(json, "title", note.source.title);
      write_key(json, "author");
      json.StartArray();
      json.StartObject();
      write_member(json, "literal", note.source.publisher);
      json.EndObject();
      json.EndArray();
      write_member(json, "publisher", note.source.publisher);
      write_member(json, "URL", note.source.url);
      write_member(json, "version", vintage.id.str());
      if (vintage.recorded) write_date(json, "accessed", vintage.recorded->day);
      write_member(json, "note", "Licence: " + note.source.licence);
      json.EndObject();
    }
  }
  json.EndArray();
  return ended(json, out);
}

std::string write_bibtex(const Sheet& sheet) {
  std::string out;
  for (const SourceNote& note : sheet.sources) {
    for (const Vintage& vintage : note.vintages) {
      out += "@misc{" + key_of(vintage.id) + ",\n  author = {{" + tex_of(note.source.publisher) + "}},\n  title = {{" + tex_of(note.source.title) + "}},\n";
      out += "  howpublished = {\\url{" + note.source.url + "}},\n";
      if (vintage.recorded) out += "  urldate = {" + iso_day(vintage.recorded->day) + "},\n";
      out += "  version = {" + tex_of(vintage.id.str()) + "},\n  note = {Licence: " + tex_of(note.source.licence) + "}\n}\n";
    }
  }
  return out;
}

}  // namespace paraph
