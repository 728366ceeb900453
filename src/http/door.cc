#include "http/door.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>
#include <xxhash.h>

#include "http/compress.h"
#include "http/negotiate.h"
#include "http/problem.h"
#include "http/routes.h"

namespace paraph {
namespace {

/// "127.0.0.1" of "127.0.0.1:8377", "[::1]" of "[::1]:80".
std::string_view name_of_host(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, std::min(host.find(']') + 1, host.size()));
  return host.substr(0, host.find(':'));
}

/// Takes as long for a wrong token as for the right one.
bool same_secret(std::string_view given, std::string_view wanted) {
  unsigned different = given.size() == wanted.size() ? 0 : 1;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const char other = wanted.empty() ? '\0' : wanted[i % wanted.size()];
    different |= static_cast<unsigned>(static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(other));
  }
  return different == 0;
}

bool begins(const Target& target, std::string_view segment) { return !target.segments.empty() && target.segments.front() == segment; }

constexpr std::string_view kNotBuilt =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Paraph</title><h1>Paraph</h1>"
    "<p>The interface answers below <code>/v1</code>; <a href=\"/v1/openapi.json\">its description</a>.</p>"
    "<p>This program was built without the page. To build it: <code>npm ci &amp;&amp; npm run build</code> in <code>web/</code>, then build the program anew.</p></html>";

}  // namespace

Door::Door(std::shared_ptr<const DeskTables> tables, DoorFiles files, DoorOptions options, std::function<std::chrono::sys_days()> today)
    : tables_(std::move(tables)), files_(std::make_shared<const DoorFiles>(std::move(files))), options_(std::move(options)), today_(std::move(today)) {}

std::string Door::today_text() const {
  const std::chrono::year_month_day date(today_());
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Answer> Door::refuse_sender(const Request& head) const {
  if (!options_.hosts.empty() && std::ranges::find(options_.hosts, name_of_host(head.host)) == options_.hosts.end()) {
    return refusal(Problem::kOtherHost, "Host names another machine; open this server by the address that it printed, or start it with --host");
  }
  // Pages of other sites can send requests to this machine, but cannot hide that they do.
  const std::size_t scheme = head.origin.find("://");
  if (!head.origin.empty() && (scheme == std::string::npos || std::string_view(head.origin).substr(scheme + 3) != head.host)) {
    return refusal(Problem::kOtherSite, "Origin is another site");
  }
  const bool guarded = begins(head.target, "v1") || begins(head.target, "metrics");
  if (guarded && (head.fetch_site == "cross-site" || head.fetch_site == "same-site")) {
    return refusal(Problem::kOtherSite, "the request comes from a page of another site");
  }
  if (!options_.token.empty() && guarded) {
    constexpr std::string_view kBearer = "Bearer ";
    const std::string_view field = head.authorization;
    if (!field.starts_with(kBearer) || !same_secret(field.substr(kBearer.size()), options_.token)) {
      return refusal(Problem::kTokenNeeded, "send the server's token: Authorization: Bearer …");
    }
  }
  return std::nullopt;
}

std::optional<Answer> Door::refuse(const Request& head) const {
  if (auto refused = refuse_sender(head)) return refused;
  const Route* route = find_route(head.target);
  if (route == nullptr) return begins(head.target, "v1") ? std::optional(refusal(Problem::kNotFound, "docs/api/README.md lists what is here")) : std::nullopt;
  const std::string_view method = head.method == "HEAD" ? std::string_view("GET") : std::string_view(head.method);
  if (method != route->method) {
    Answer answer = refusal(Problem::kMethodNotAllowed, fmt::format("this path takes {}", route->method));
    answer.headers.emplace_back("Allow", route->method == "GET" ? "GET, HEAD" : std::string(route->method));
    answer.route = route->name;
    return answer;
  }
  for (const auto& [name, value] : head.target.parameters) {
    if (std::ranges::find(route->parameters, name) == route->parameters.end()) {
      return refusal(Problem::kBadParameter, "this path has no such parameter", name);
    }
  }
  if (route->method != "POST") return std::nullopt;
  if (!head.content_encoding.empty() && head.content_encoding != "identity") {
    return refusal(Problem::kUnsupportedMediaType, "send the body without a content coding");
  }
  constexpr std::array<std::string_view, 6> kBodies = {"text/plain", "text/markdown", "text/html", "application/xhtml+xml", "application/pdf", "application/json"};
  if (std::ranges::find(kBodies, media_type_of(head.content_type)) == kBodies.end()) {
    return refusal(Problem::kUnsupportedMediaType, "send text/plain, text/markdown, text/html, application/pdf or application/json");
  }
  return std::nullopt;
}

std::string Door::tag_of(const Request& request, std::string_view form) const {
  const std::string key = fmt::format("{}\n{}\n{}\n{}\n{}?{}", options_.version, tables_->engine.fingerprint(), tables_->shelf_id, form, request.target.path, request.target.query);
  return fmt::format("\"{:016x}\"", XXH3_64bits(key.data(), key.size()));
}

Reply Door::reply_page(const Request& request) const {
  if (request.method != "GET" && request.method != "HEAD") {
    Answer answer = refusal(Problem::kMethodNotAllowed, "the page is read with GET");
    answer.headers.emplace_back("Allow", "GET, HEAD");
    return answer;
  }
  std::string path;
  for (const std::string& segment : request.target.segments) path += (path.empty() ? "" : "/") + segment;
  const SiteFile* file = files_->page.find(path);
  // The page's own views have addresses without a file: /pair/US/UZ is index.html.
  if (file == nullptr && path.find('.') == std::string::npos) file = files_->page.find("");
  Answer answer;
  answer.page = true;
  answer.route = "GET page";
  if (file == nullptr) {
    if (!path.empty()) return refusal(Problem::kNotFound, "the page has no such file");
    answer.type = "text/html; charset=utf-8";
    answer.kept = kNotBuilt;
    return answer;
  }
  answer.type = file->type;
  answer.etag = fmt::format("\"{}\"", file->tag);
  answer.cache = file->lasting ? "public, max-age=31536000, immutable" : "no-cache";
  if (tag_matches(request.if_none_match, answer.etag)) {
    answer.status = 304;
    return answer;
  }
  const Coding coding = best_coding(request.accept_encoding);
  const std::string_view packed = coding == Coding::kZstd ? file->zstd : coding == Coding::kGzip ? file->gzip : std::string_view();
  answer.kept = packed.empty() ? file->plain : packed;
  if (!packed.empty()) {
    answer.encoding = coding_name(coding);
    answer.etag = coded_tag(answer.etag, coding);
  }
  answer.headers.emplace_back("Vary", "Accept-Encoding");
  return answer;
}

Reply Door::reply_get(const Request& request, const Route& route) const {
  auto prepared = prepare_get(request, route, *tables_, *files_);
  if (!prepared) return refusal(prepared.error().problem, prepared.error().detail, prepared.error().parameter);
  const std::string tag = tag_of(request, prepared->type);
  if (tag_matches(request.if_none_match, tag)) {
    Answer answer;
    answer.status = 304;
    answer.etag = tag;
    answer.route = route.name;
    return answer;
  }
  const auto finish = [tag, coding = request.accept_encoding, type = prepared->type](Answer answer) {
    if (answer.status == 200) {
      if (answer.type.empty()) answer.type = type;
      answer.etag = tag;
      answer.headers.emplace_back("Vary", "Accept, Accept-Encoding");
      code_answer(coding, answer);
    }
    return answer;
  };
  if (prepared->now) {
    Answer answer = finish(std::move(*prepared->now));
    answer.route = route.name;
    return answer;
  }
  return Job{JobSize::kSmall, [finish, work = std::move(prepared->work)](const Desk& desk) { return finish(work(desk)); }, std::string(route.name)};
}

Reply Door::reply_read(const Request& request, bool check) const {
  auto prepared = prepare_reading(request, check, *tables_, today_());
  if (!prepared) return refusal(prepared.error().problem, prepared.error().detail, prepared.error().parameter);
  return Job{prepared->size,
             [work = std::move(prepared->work), coding = request.accept_encoding, limits = options_.intake](const Desk& desk) {
               Answer answer = work(desk, limits);
               answer.cache = "no-store";
               if (answer.status == 200) {
                 answer.headers.emplace_back("Vary", "Accept, Accept-Encoding");
                 code_answer(coding, answer);
               }
               return answer;
             },
             check ? "POST /v1/check" : "POST /v1/extract"};
}

Reply Door::reply(Request request) const {
  const Route* route = find_route(request.target);
  if (route == nullptr) return reply_page(request);
  Reply reply = route->method == "POST" ? reply_read(request, route->name == "POST /v1/check") : reply_get(request, *route);
  if (auto* answer = std::get_if<Answer>(&reply)) answer->route = route->name;
  return reply;
}

void code_answer(std::string_view accept_encoding, Answer& answer) {
  constexpr std::size_t kWorth = 1024;
  const Coding coding = best_coding(accept_encoding);
  if (coding == Coding::kIdentity || answer.body.size() < kWorth || !answer.encoding.empty()) return;
  std::string packed = compressed(answer.body, coding, false);
  if (packed.empty() || packed.size() >= answer.body.size()) return;
  answer.body = std::move(packed);
  answer.encoding = coding_name(coding);
  answer.etag = coded_tag(answer.etag, coding);
}

}  // namespace paraph
