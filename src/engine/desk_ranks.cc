#include <algorithm>

#include "engine/desk.h"
#include "engine/desk_ranks.h"
#include "engine/desk_rows.h"

namespace paraph {
namespace {

void write_table(JsonWriter& json, const PartnerTable& table, const Engine& engine, SourceNames& sources) {
  json.StartObject();
  write_member(json, "source", sources.of(table.vintage));
  write_member(json, "vintage", table.vintage.str());
  write_member(json, "period", table.period.str());
  write_member(json, "unit", table.unit);
  write_given(json, "coverage", table.coverage);
  json.Key("rows");
  json.StartArray();
  for (const RankedPartner& each : table.partners) {
    if (each.place == 0) continue;
    json.StartObject();
    write_member(json, "place", each.place);
    write_member(json, "partner", each.partner.empty() ? each.published : each.partner.str());
    write_member(json, "name", each.partner.empty() ? std::string_view(each.published) : engine.display_name(each.partner));
    write_member(json, "value", each.value);
    if (each.tied) write_member(json, "tied", true);
    json.EndObject();
  }
  json.EndArray();
  json.Key("excluded");
  json.StartArray();
  for (const UnrankedRow& row : table.unranked) {
    json.StartObject();
    write_member(json, "name", row.published);
    write_member(json, "row_class", row_class_name(row.row_class));
    write_member(json, "measure", row.measure.str());
    write_member(json, "value", row.value);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void write_head(JsonWriter& json, const ActorId& reporter, RankFlow flow) {
  json.StartObject();
  write_member(json, "reporter", reporter.str());
  write_member(json, "flow", rank_flow_name(flow));
}

}  // namespace

void write_rank_series(JsonWriter& json, const std::vector<PartnerTable>& tables, const ActorId& reporter, RankFlow flow, const ActorId& partner, SourceNames& sources) {
  const auto place_in = [&](const PartnerTable& table) {
    const auto found = std::ranges::find(table.partners, partner, &RankedPartner::partner);
    return found == table.partners.end() || found->place == 0 ? nullptr : &*found;
  };
  // Tables stand by vintage, then period.
  for (auto first = tables.begin(); first != tables.end();) {
    const auto last = std::ranges::find_if(first, tables.end(), [&](const PartnerTable& table) { return table.vintage != first->vintage; });
    if (std::any_of(first, last, place_in)) {
      json.StartObject();
      write_member(json, "source", sources.of(first->vintage));
      write_member(json, "vintage", first->vintage.str());
      write_member(json, "reporter", reporter.str());
      write_member(json, "partner", partner.str());
      write_member(json, "flow", rank_flow_name(flow));
      write_member(json, "unit", first->unit);
      write_given(json, "coverage", first->coverage);
      json.Key("points");
      json.StartArray();
      for (auto table = first; table != last; ++table) {
        const RankedPartner* own = place_in(*table);
        if (own == nullptr) continue;
        json.StartObject();
        write_member(json, "period", table->period.str());
        write_member(json, "place", own->place);
        write_member(json, "of", table->of);
        write_member(json, "value", own->value);
        if (own->tied) write_member(json, "tied", true);
        json.EndObject();
      }
      json.EndArray();
      json.EndObject();
    }
    first = last;
  }
}

Result<std::string> Desk::ranks_of_year(const ActorId& reporter, RankFlow flow, int year) const {
  const auto tables = rank_tables(*shelf_, reporter, flow, year);
  if (!tables) return std::unexpected(tables.error());
  const auto vintages = shelf_->vintages();
  if (!vintages) return std::unexpected(vintages.error());
  SourceNames sources(*vintages);
  std::string out;
  JsonWriter json(out);
  write_head(json, reporter, flow);
  json.Key("tables");
  json.StartArray();
  std::set<ActorId> actors{reporter};
  for (const PartnerTable& table : *tables) {
    write_table(json, table, engine(), sources);
    for (const RankedPartner& each : table.partners) actors.insert(each.partner);
  }
  json.EndArray();
  write_names(json, engine(), actors);
  json.EndObject();
  json.flush();
  return out;
}

Result<std::string> Desk::ranks_of_partner(const ActorId& reporter, RankFlow flow, const ActorId& partner) const {
  const auto tables = rank_tables(*shelf_, reporter, flow, std::nullopt);
  if (!tables) return std::unexpected(tables.error());
  const auto vintages = shelf_->vintages();
  if (!vintages) return std::unexpected(vintages.error());
  SourceNames sources(*vintages);
  std::string out;
  JsonWriter json(out);
  write_head(json, reporter, flow);
  json.Key("series");
  json.StartArray();
  write_rank_series(json, *tables, reporter, flow, partner, sources);
  json.EndArray();
  write_names(json, engine(), {reporter, partner});
  json.EndObject();
  json.flush();
  return out;
}

}  // namespace paraph
