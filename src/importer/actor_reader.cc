#include "importer/actor_reader.h"

#include <utility>

namespace paraph {
namespace {

constexpr std::string_view kWorld = "W00";

}  // namespace

Result<ActorReader> ActorReader::load(const ImportContext& context, const TableMapping& mapping) {
  ActorReader reader;
  auto countries = CountryCodes::load(context.tables);
  if (!countries) return std::unexpected(std::move(countries.error()));
  reader.countries_ = std::move(*countries);
  for (const auto* columns : {&mapping.reporter_columns, &mapping.partner_columns}) {
    for (const ActorColumn& column : *columns) {
      if (column.scheme.empty() || reader.lists_.contains(column.scheme)) continue;
      if (context.tables("names/" + column.scheme + ".tsv").empty()) {
        return fail(ErrorCode::kNotFound, "there is no list of names \"" + column.scheme + "\" in data/names");
      }
      auto names = PartnerNames::load(context.tables, column.scheme);
      if (!names) return std::unexpected(std::move(names.error()));
      reader.lists_.emplace(column.scheme, std::move(*names));
    }
  }
  for (const NamedRow& row : mapping.rows) reader.rows_.emplace(folded_name(row.name), row);
  return reader;
}

ActorMeaning ActorReader::read(std::string_view text, const ActorColumn& column, int year) const {
  ActorMeaning meaning;
  if (!rows_.empty() && text.size() < 500) {
    if (const auto row = rows_.find(folded_name(text)); row != rows_.end()) {
      if (!row->second.row_class) {
        meaning.kind = ActorMeaning::Kind::kLeftOut;
        meaning.reason = "row that the mapping leaves out";
        return meaning;
      }
      meaning.kind = ActorMeaning::Kind::kActor;
      meaning.row_class = *row->second.row_class;
      meaning.actor = meaning.row_class == RowClass::kWorld ? kWorld : row->second.actor;
      return meaning;
    }
  }
  if (column.reading == ActorReading::kScheme) {
    const PartnerNames& list = lists_.find(column.scheme)->second;
    if (const PartnerName* name = list.find(text, year)) {
      meaning.kind = ActorMeaning::Kind::kActor;
      meaning.actor = name->row_class == RowClass::kWorld ? kWorld : std::string_view(name->actor);
      meaning.row_class = name->row_class;
      meaning.dated = name->from != 0 || name->to != 0;
    } else if (meaning.reason = list.reason_left_out(text); !meaning.reason.empty()) {
      meaning.kind = ActorMeaning::Kind::kLeftOut;
    } else {
      meaning.dated = list.find(text, 0) != nullptr;
    }
    return meaning;
  }
  const std::string* actor = nullptr;
  switch (column.reading) {
    case ActorReading::kAny:
      actor = countries_.by_code(text);
      if (actor == nullptr) actor = countries_.by_name(text);
      break;
    case ActorReading::kCode: actor = countries_.by_code(text); break;
    case ActorReading::kAlpha2: actor = countries_.by_alpha2(text); break;
    case ActorReading::kAlpha3: actor = countries_.by_alpha3(text); break;
    case ActorReading::kNumeric: actor = countries_.by_number(text); break;
    case ActorReading::kName: actor = countries_.by_name(text); break;
    case ActorReading::kScheme: break;
  }
  if (actor == nullptr) return meaning;
  meaning.kind = ActorMeaning::Kind::kActor;
  meaning.actor = *actor;
  if (meaning.actor == "EU") meaning.row_class = RowClass::kAggregate;
  return meaning;
}

}  // namespace paraph
