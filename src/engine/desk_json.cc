#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <xxhash.h>

#include "engine/desk.h"
#include "engine/desk_rows.h"
#include "lexicon/table.h"
#include "report/day_text.h"
#include "report/json_writer.h"
#include "store/sqlite_shelf.h"

namespace paraph {

namespace {
const ActorId kWorld("W00");
}  // namespace

void write_actor(JsonWriter& json, const ActorEntry& entry, std::string_view matched) {
  json.StartObject();
  write_member(json, "id", entry.id.str());
  write_member(json, "name", entry.name);
  write_member(json, "kind", entry.organisation ? "organisation" : "state");
  write_given(json, "alpha3", entry.alpha3);
  write_given(json, "numeric", entry.numeric);
  write_given(json, "matched", matched);
  json.EndObject();
}

void write_source_members(JsonWriter& json, const Source& source) {
  write_member(json, "id", source.id.str());
  write_member(json, "title", source.title);
  write_member(json, "publisher", source.publisher);
  write_member(json, "url", source.url);
  write_member(json, "licence", source.licence);
  write_member(json, "grade", source.grade);
  write_given(json, "attribution", source.attribution);
  write_given(json, "note", source.note);
}

void write_names(JsonWriter& json, const Engine& engine, const std::set<ActorId>& actors) {
  json.Key("names");
  json.StartObject();
  for (const ActorId& actor : actors) {
    if (!actor.empty()) write_member(json, actor.str(), actor == kWorld ? std::string_view("World") : engine.display_name(actor));
  }
  json.EndObject();
}

SourceNames::SourceNames(const std::vector<Vintage>& vintages) {
  for (const Vintage& vintage : vintages) sources_.emplace(vintage.id, vintage.source);
}

const std::string& SourceNames::of(const VintageId& vintage) {
  static const std::string kUnknown;
  const auto found = sources_.find(vintage);
  if (found == sources_.end()) return kUnknown;
  used_.insert(found->second);
  return found->second.str();
}

void write_series_members(JsonWriter& json, const Observation& common, const std::string& source) {
  write_member(json, "source", source);
  write_member(json, "vintage", common.vintage.str());
  write_member(json, "measure", common.measure.str());
  write_member(json, "reporter", common.reporter.str());
  write_given(json, "partner", common.partner.str());
  write_member(json, "unit", common.unit);
  write_given(json, "basis", common.basis);
  write_given(json, "coverage", common.coverage);
  write_given(json, "price_basis", common.price_basis);
  write_member(json, "row_class", row_class_name(common.row_class));
}

namespace {

/// Of everything that tells the figure from others of its vintage, not of its value: a mended figure keeps it.
std::string observation_id(const Observation& row) {
  const std::string key = fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}", row.vintage.str(), row.measure.str(), row.reporter.str(), row.partner.str(),
                                      row.period.str(), row.unit, row.basis, row.coverage, row.price_basis, row.partner_as_published, row.line);
  return fmt::format("o{:016x}", XXH3_64bits(key.data(), key.size()));
}

void write_observation(JsonWriter& json, const Observation& row, const std::string& source) {
  json.StartObject();
  write_member(json, "id", observation_id(row));
  write_series_members(json, row, source);
  write_given(json, "partner_as_published", row.partner_as_published);
  write_member(json, "period", row.period.str());
  write_member(json, "value", row.value);
  write_given(json, "line", row.line);
  write_given(json, "status", row.status);
  json.EndObject();
}

}  // namespace

std::string write_actors(const std::vector<FoundActor>& found) {
  std::string out;
  JsonWriter json(out);
  json.StartObject();
  json.Key("actors");
  json.StartArray();
  for (const FoundActor& each : found) write_actor(json, *each.entry, each.matched);
  json.EndArray();
  json.EndObject();
  json.flush();
  return out;
}

std::string write_table_json(const TextTable& table) {
  std::string out;
  JsonWriter json(out);
  json.StartObject();
  write_member(json, "caption", table.caption);
  json.Key("columns");
  json.StartArray();
  for (const TableColumn& column : table.columns) {
    json.StartObject();
    write_member(json, "name", column.heading);
    if (column.figures) write_member(json, "figures", true);
    json.EndObject();
  }
  json.EndArray();
  json.Key("rows");
  json.StartArray();
  for (const auto& row : table.rows) {
    json.StartObject();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].empty()) continue;
      const auto figure = table.columns[i].figures ? Decimal::parse(row[i]) : std::nullopt;
      if (figure) {
        write_member(json, table.columns[i].heading, *figure);
      } else {
        write_member(json, table.columns[i].heading, row[i]);
      }
    }
    json.EndObject();
  }
  json.EndArray();
  json.Key("notes");
  json.StartArray();
  for (const std::string& note : table.notes) json.String(note);
  json.EndArray();
  json.EndObject();
  json.flush();
  return out;
}

std::string write_table_csv(const TextTable& table) {
  std::string out;
  write_csv_table(table, out);
  return out;
}

Result<std::string> Desk::sources() const {
  const auto sources = shelf_->sources();
  if (!sources) return std::unexpected(sources.error());
  const auto vintages = shelf_->vintages();
  if (!vintages) return std::unexpected(vintages.error());
  const auto extents = read_extents(tables_->shelf);
  if (!extents) return std::unexpected(extents.error());
  const auto measures = Table::read("data/measures/measures.tsv", embedded_table_files()("measures/measures.tsv"), {"id", "name", "definition", "unit"});
  if (!measures) return std::unexpected(measures.error());
  std::string out;
  JsonWriter json(out);
  json.StartObject();
  json.Key("sources");
  json.StartArray();
  for (const Source& source : *sources) {
    json.StartObject();
    write_source_members(json, source);
    json.Key("vintages");
    json.StartArray();
    for (const Vintage& vintage : *vintages) {
      if (vintage.source != source.id) continue;
      json.StartObject();
      write_member(json, "id", vintage.id.str());
      write_member(json, "source", source.id.str());
      if (vintage.recorded) write_member(json, "recorded", iso_day(vintage.recorded->day));
      write_given(json, "file", vintage.file);
      write_given(json, "sha256", vintage.sha256);
      write_given(json, "note", vintage.note);
      const auto extent = std::ranges::find(*extents, vintage.id, &VintageExtent::vintage);
      if (extent != extents->end()) {
        write_member(json, "rows", extent->rows);
        if (extent->first_year) write_member(json, "first_year", static_cast<std::size_t>(std::max(0, *extent->first_year)));
        if (extent->last_year) write_member(json, "last_year", static_cast<std::size_t>(std::max(0, *extent->last_year)));
      }
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  json.Key("measures");
  json.StartArray();
  for (std::size_t row = 0; row < measures->rows(); ++row) {
    json.StartObject();
    for (const auto& [column, name] : {std::pair(0UL, "id"), {1UL, "name"}, {2UL, "definition"}, {3UL, "unit"}}) {
      write_member(json, name, measures->cell(row, column));
    }
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  json.flush();
  return out;
}

Result<PageText> Desk::observations(const PageRequest& request, bool csv) const {
  const auto place = place_of(request.cursor);
  if (!place) return std::unexpected(place.error());
  const auto page = pages_.figures(request.filter, *place, request.limit);
  if (!page) return std::unexpected(page.error());
  const auto vintages = shelf_->vintages();
  if (!vintages) return std::unexpected(vintages.error());
  SourceNames sources(*vintages);
  PageText text;
  if (page->next) text.next = cursor_of(*page->next);
  if (csv) {
    TextTable table;
    table.columns = {{"id"}, {"source"}, {"vintage"}, {"measure"}, {"reporter"}, {"partner"}, {"period"}, {"value"}, {"unit"}, {"basis"}, {"coverage"},
                     {"price_basis"}, {"row_class"}, {"partner_as_published"}, {"line"}, {"status"}};
    for (const Observation& row : page->figures) {
      table.rows.push_back({observation_id(row), sources.of(row.vintage), row.vintage.str(), row.measure.str(), row.reporter.str(), row.partner.str(), row.period.str(),
                            row.value.str(), row.unit, row.basis, row.coverage, row.price_basis, std::string(row_class_name(row.row_class)),
                            row.partner_as_published, row.line, row.status});
    }
    write_csv_table(table, text.text);
    return text;
  }
  JsonWriter json(text.text);
  json.StartObject();
  json.Key("observations");
  json.StartArray();
  std::set<ActorId> actors;
  for (const Observation& row : page->figures) {
    write_observation(json, row, sources.of(row.vintage));
    actors.insert({row.reporter, row.partner});
  }
  json.EndArray();
  write_given(json, "next", text.next);
  write_names(json, engine(), actors);
  json.EndObject();
  json.flush();
  return text;
}

Result<PageText> Desk::series(const PageRequest& request) const {
  const auto place = place_of(request.cursor);
  if (!place) return std::unexpected(place.error());
  const auto page = pages_.series(request.filter, *place, request.limit);
  if (!page) return std::unexpected(page.error());
  const auto vintages = shelf_->vintages();
  if (!vintages) return std::unexpected(vintages.error());
  SourceNames sources(*vintages);
  PageText text;
  if (page->next) text.next = cursor_of(*page->next);
  JsonWriter json(text.text);
  json.StartObject();
  json.Key("series");
  json.StartArray();
  std::set<ActorId> actors;
  for (const SeriesHead& head : page->series) {
    json.StartObject();
    write_series_members(json, head.common, sources.of(head.common.vintage));
    write_given(json, "partner_as_published", head.common.partner_as_published);
    write_member(json, "first", head.first.str());
    write_member(json, "last", head.last.str());
    write_member(json, "figures", head.figures);
    json.EndObject();
    actors.insert({head.common.reporter, head.common.partner});
  }
  json.EndArray();
  write_given(json, "next", text.next);
  write_names(json, engine(), actors);
  json.EndObject();
  json.flush();
  return text;
}

}  // namespace paraph
