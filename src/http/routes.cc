#include "http/routes.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "engine/days.h"
#include "http/negotiate.h"

namespace paraph {
namespace {

using Made = std::expected<PreparedGet, Refused>;

std::unexpected<Refused> bad(std::string_view parameter, std::string detail) {
  return std::unexpected(Refused{Problem::kBadParameter, std::move(detail), std::string(parameter)});
}

std::expected<std::optional<int>, Refused> number_in(const Request& request, std::string_view name, int least, int most) {
  if (!request.target.has(name)) return std::optional<int>();
  const std::string_view text = request.target.parameter(name);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < least || number > most) {
    return bad(name, fmt::format("it is a whole number from {} to {}", least, most));
  }
  return std::optional(number);
}

std::expected<std::optional<ActorId>, Refused> actor_in(const Request& request, std::string_view name, const Engine& engine, bool world) {
  if (!request.target.has(name)) return std::optional<ActorId>();
  const std::string_view text = request.target.parameter(name);
  if (world && text == "W00") return std::optional(ActorId(text));
  const auto actor = engine.actor_named(text);
  if (!actor) return bad(name, actor.error().message);
  return std::optional(*actor);
}

/// The answer to a look-up, or what its failure means: the shelf is there, so a failing look-up is the shelf's trouble.
Answer looked_up(Result<std::string> text) {
  if (!text) {
    if (text.error().code == ErrorCode::kOutOfRange) return refusal(Problem::kBadParameter, text.error().message);
    if (text.error().code == ErrorCode::kNotFound) return refusal(Problem::kNotFound, text.error().message);
    return refusal(Problem::kNoShelf, text.error().message);
  }
  Answer answer;
  answer.body = std::move(*text);
  return answer;
}

Made pair(const Request& request, const DeskTables& tables) {
  const auto a = tables.engine.actor_named(request.target.segments[2]);
  if (!a) return std::unexpected(Refused{Problem::kNotFound, a.error().message, "a"});
  const auto b = tables.engine.actor_named(request.target.segments[3]);
  if (!b) return std::unexpected(Refused{Problem::kNotFound, b.error().message, "b"});
  std::optional<RecordedAt> as_of;
  if (request.target.has("as_of")) {
    const auto day = read_day(request.target.parameter("as_of"));
    if (!day) return bad("as_of", day.error().message);
    as_of = RecordedAt{*day};
  }
  return PreparedGet{"application/json", std::nullopt, [a = *a, b = *b, as_of](const Desk& desk) { return looked_up(desk.pair(a, b, as_of)); }};
}

/// The address of the next page: the same request with another cursor.
std::string next_link(const Request& request, const std::string& next) {
  std::string query;
  std::string_view rest = request.target.query;
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    if (!part.empty() && !part.starts_with("cursor=")) query.append(query.empty() ? "" : "&").append(part);
  }
  return fmt::format("<{}?{}{}cursor={}>; rel=\"next\"", request.target.path, query, query.empty() ? "" : "&", next);
}

Made pages(const Request& request, const DeskTables& tables, bool series) {
  PageRequest wanted;
  const auto reporter = actor_in(request, "reporter", tables.engine, false);
  if (!reporter) return std::unexpected(reporter.error());
  wanted.filter.reporter = *reporter;
  const auto partner = actor_in(request, "partner", tables.engine, true);
  if (!partner) return std::unexpected(partner.error());
  wanted.filter.partner = *partner;
  if (request.target.has("measure")) wanted.filter.measure = MeasureId(request.target.parameter("measure"));
  if (request.target.has("source")) wanted.filter.source = SourceId(request.target.parameter("source"));
  if (request.target.has("vintage")) wanted.filter.vintage = VintageId(request.target.parameter("vintage"));
  for (const auto& [name, year] : {std::pair("from", &wanted.filter.from), {"to", &wanted.filter.to}}) {
    const auto number = number_in(request, name, 1, 9999);
    if (!number) return std::unexpected(number.error());
    *year = *number;
  }
  const auto limit = number_in(request, "limit", 1, 1000);
  if (!limit) return std::unexpected(limit.error());
  wanted.limit = static_cast<std::size_t>(limit->value_or(100));
  wanted.cursor = request.target.parameter("cursor");
  const auto form = series ? chosen_form(request, {}, {{"json", "application/json"}})
                           : chosen_form(request, request.target.parameter("format"), {{"json", "application/json"}, {"csv", "text/csv"}});
  if (!form) return std::unexpected(form.error());
  const bool csv = *form == 1;
  const auto work = [request, wanted, series, csv](const Desk& desk) {
    auto page = series ? desk.series(wanted) : desk.observations(wanted, csv);
    if (!page) return looked_up(std::unexpected(page.error()));
    Answer answer;
    answer.body = std::move(page->text);
    if (!page->next.empty()) answer.headers.emplace_back("Link", next_link(request, page->next));
    return answer;
  };
  return PreparedGet{csv ? "text/csv; charset=utf-8" : "application/json", std::nullopt, work};
}

Made ranks(const Request& request, const DeskTables& tables) {
  const auto reporter = actor_in(request, "reporter", tables.engine, false);
  if (!reporter) return std::unexpected(reporter.error());
  if (!*reporter) return bad("reporter", "whose partners? A code or name is needed");
  const auto partner = actor_in(request, "partner", tables.engine, false);
  if (!partner) return std::unexpected(partner.error());
  const auto year = number_in(request, "year", 1, 9999);
  if (!year) return std::unexpected(year.error());
  if (partner->has_value() == year->has_value()) return bad(*year ? "partner" : "year", "one of year and partner is needed, and not both");
  const auto flow = rank_flow_named(request.target.has("flow") ? request.target.parameter("flow") : "total");
  if (!flow) return bad("flow", flow.error().message);
  return PreparedGet{"application/json", std::nullopt, [reporter = **reporter, partner = *partner, year = *year, flow = *flow](const Desk& desk) {
                       return looked_up(year ? desk.ranks_of_year(reporter, flow, *year) : desk.ranks_of_partner(reporter, flow, *partner));
                     }};
}

Made actors(const Request& request, const DeskTables& tables) {
  const auto limit = number_in(request, "limit", 1, 500);
  if (!limit) return std::unexpected(limit.error());
  std::optional<bool> organisations;
  if (request.target.has("kind")) {
    const std::string_view kind = request.target.parameter("kind");
    if (kind != "state" && kind != "organisation") return bad("kind", "it is state or organisation");
    organisations = kind == "organisation";
  }
  if (request.target.parameter("q").size() > 200) return bad("q", "no name is that long");
  Answer answer;
  answer.body = write_actors(tables.actors.find(request.target.parameter("q"), organisations, static_cast<std::size_t>(limit->value_or(10))));
  return PreparedGet{"application/json", std::move(answer), {}};
}

Made show(const Request& request) {
  const auto form = chosen_form(request, request.target.parameter("format"), {{"json", "application/json"}, {"csv", "text/csv"}});
  if (!form) return std::unexpected(form.error());
  const auto& segments = request.target.segments;
  const auto work = [question = segments[2], operands = std::vector<std::string>(segments.begin() + 3, segments.end()), csv = *form == 1](const Desk& desk) {
    const auto table = desk.show(question, operands);
    if (!table) return looked_up(std::unexpected(table.error()));
    return looked_up(csv ? write_table_csv(*table) : write_table_json(*table));
  };
  return PreparedGet{*form == 1 ? "text/csv; charset=utf-8" : "application/json", std::nullopt, work};
}

Made examples(const DoorFiles& files) {
  Answer answer;
  answer.body = "{\"examples\":[";
  for (const SiteFile& file : files.examples.files()) {
    if (answer.body.back() != '[') answer.body += ',';
    answer.body += fmt::format(R"({{"name":"{0}","media_type":"{1}","bytes":{2},"href":"/v1/examples/{0}"}})", file.path, file.type.substr(0, file.type.find(';')), file.plain.size());
  }
  answer.body += "]}";
  return PreparedGet{"application/json", std::move(answer), {}};
}

Made example(const Request& request, const DoorFiles& files) {
  const SiteFile* file = files.examples.find(request.target.segments[2]);
  if (file == nullptr) return std::unexpected(Refused{Problem::kNotFound, "there is no such example; /v1/examples lists them", {}});
  Answer answer;
  answer.body = file->plain;
  return PreparedGet{"text/plain; charset=utf-8", std::move(answer), {}};
}

}  // namespace

const std::vector<Route>& all_routes() {
  static const std::vector<Route> kRoutes = {
      {"POST /v1/check", "POST", {"v1", "check"}, {"pair", "name", "now", "as_of", "text", "format"}},
      {"POST /v1/extract", "POST", {"v1", "extract"}, {"pair", "name", "text", "format"}},
      {"GET /v1/pairs/{a}/{b}", "GET", {"v1", "pairs", "{}", "{}"}, {"as_of"}},
      {"GET /v1/observations", "GET", {"v1", "observations"}, {"measure", "reporter", "partner", "source", "vintage", "from", "to", "limit", "cursor", "format"}},
      {"GET /v1/series", "GET", {"v1", "series"}, {"measure", "reporter", "partner", "source", "vintage", "limit", "cursor"}},
      {"GET /v1/ranks", "GET", {"v1", "ranks"}, {"reporter", "year", "partner", "flow"}},
      {"GET /v1/actors", "GET", {"v1", "actors"}, {"q", "kind", "limit"}},
      {"GET /v1/sources", "GET", {"v1", "sources"}, {}},
      {"GET /v1/show/{question}/{operands}", "GET", {"v1", "show", "{}", "{*}"}, {"format"}},
      {"GET /v1/examples", "GET", {"v1", "examples"}, {}},
      {"GET /v1/examples/{name}", "GET", {"v1", "examples", "{}"}, {}},
      {"GET /v1/openapi.json", "GET", {"v1", "openapi.json"}, {}},
      {"GET /healthz", "GET", {"healthz"}, {}},
      {"GET /readyz", "GET", {"readyz"}, {}},
      {"GET /metrics", "GET", {"metrics"}, {}},
  };
  return kRoutes;
}

const Route* find_route(const Target& target) {
  for (const Route& route : all_routes()) {
    const bool open = route.segments.back() == "{*}";
    if (open ? target.segments.size() < route.segments.size() : target.segments.size() != route.segments.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < route.segments.size(); ++i) same = same && (route.segments[i].starts_with('{') || route.segments[i] == target.segments[i]);
    if (same) return &route;
  }
  return nullptr;
}

std::expected<std::size_t, Refused> chosen_form(const Request& request, std::string_view format, const std::vector<FormOffer>& offers) {
  std::vector<std::string_view> types;
  std::string names;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (!format.empty() && offers[i].format == format) return i;
    types.push_back(offers[i].type);
    names.append(i == 0 ? "" : ", ").append(format.empty() ? offers[i].type : offers[i].format);
  }
  if (!format.empty()) return bad("format", "it is one of " + names);
  const auto best = best_type(request.accept, types);
  if (!best) return std::unexpected(Refused{Problem::kNotAcceptable, "offered are " + names, {}});
  return *best;
}

std::expected<PreparedGet, Refused> prepare_get(const Request& request, const Route& route, const DeskTables& tables, const DoorFiles& files) {
  const std::string_view name = route.segments.size() > 1 ? route.segments[1] : route.segments[0];
  if (name == "observations") return pages(request, tables, false);
  if (name == "show") return show(request);
  if (name == "examples" && route.segments.size() == 3) return example(request, files);
  if (const auto form = chosen_form(request, {}, {{"json", "application/json"}}); !form) return std::unexpected(form.error());
  if (name == "pairs") return pair(request, tables);
  if (name == "series") return pages(request, tables, true);
  if (name == "ranks") return ranks(request, tables);
  if (name == "actors") return actors(request, tables);
  if (name == "examples") return examples(files);
  if (name == "sources") return PreparedGet{"application/json", std::nullopt, [](const Desk& desk) { return looked_up(desk.sources()); }};
  Answer answer;
  if (name == "openapi.json") {
    const SiteFile* file = files.api.find("openapi.json");
    if (file != nullptr) answer.body = file->plain;
  } else {
    answer.body = R"({"status":"ok"})";
  }
  return PreparedGet{"application/json", std::move(answer), {}};
}

}  // namespace paraph
