#include <array>

#include <fmt/format.h>

#include "engine/days.h"
#include "http/document_request.h"
#include "http/negotiate.h"
#include "http/routes.h"

namespace paraph {
namespace {

constexpr std::size_t kLargeDocument = std::size_t{256} << 10;

std::unexpected<Refused> bad(std::string_view parameter, std::string detail) {
  return std::unexpected(Refused{Problem::kBadParameter, std::move(detail), std::string(parameter)});
}

/// What the parameters and, of a JSON body, the members say together.
struct Wanted {
  std::string bytes;
  std::string url;  ///< Instead of bytes.
  std::string media_type;
  std::string charset;
  std::string name;
  AuditOptions options;
  bool words = false;
};

std::string default_name(std::string_view media_type) {
  if (media_type == "text/html" || media_type == "application/xhtml+xml") return "document.html";
  if (media_type == "text/markdown") return "document.md";
  return media_type == "application/pdf" ? "document.pdf" : "document.txt";
}

std::expected<void, Refused> read_json_body(const Request& request, DocumentRequest& members, Wanted& wanted) {
  auto read = read_document_request(request.body);
  if (!read) return std::unexpected(Refused{Problem::kMalformedJson, read.error().message, {}});
  members = std::move(*read);
  if (members.contains("text") == members.contains("url")) {
    return std::unexpected(Refused{Problem::kMalformedJson, "exactly one of text and url is wanted", {}});
  }
  wanted.media_type = "text/plain";
  if (const auto format = members.find("format"); format != members.end()) {
    if (format->second != "plain" && format->second != "markdown" && format->second != "html") return bad("format", "the format of a text is plain, markdown or html");
    if (members.contains("url")) return bad("format", "an address says itself what it holds");
    wanted.media_type = "text/" + format->second;
  }
  wanted.charset = "utf-8";
  if (const auto text = members.find("text"); text != members.end()) wanted.bytes = std::move(text->second);
  if (const auto url = members.find("url"); url != members.end()) {
    wanted.url = url->second;
    if (!is_web_address(wanted.url) || wanted.url.size() > 4096) return bad("url", "it is an address that begins with http:// or https://, of at most 4096 bytes");
    for (const char c : wanted.url) {
      if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f) return bad("url", "it holds white space or a control character");
    }
  }
  return {};
}

std::expected<Wanted, Refused> read_wanted(const Request& request, const DeskTables& tables, std::chrono::sys_days today) {
  Wanted wanted;
  DocumentRequest members;
  wanted.media_type = media_type_of(request.content_type);
  wanted.charset = charset_of(request.content_type);
  if (wanted.media_type == "application/json") {
    if (const auto read = read_json_body(request, members, wanted); !read) return std::unexpected(read.error());
  } else {
    if ((wanted.charset == "utf-8" || wanted.charset == "utf8") && wanted.media_type != "application/pdf" && !is_utf8(request.body)) {
      return std::unexpected(Refused{Problem::kMalformedUtf8, "Content-Type says utf-8 and the body is not; leave charset out to have it found out", {}});
    }
    wanted.bytes = request.body;
  }
  for (const std::string_view name : {"pair", "name", "now", "as_of"}) {
    const auto member = members.find(name);
    if (member == members.end()) {
      if (request.target.has(name)) members[std::string(name)] = request.target.parameter(name);
    } else if (request.target.has(name)) {
      return bad(name, "it stands in the body and in the query");
    }
  }
  const auto said = [&](std::string_view name) {
    const auto member = members.find(name);
    return member == members.end() ? std::string() : member->second;
  };
  wanted.name = said("name").empty() ? default_name(wanted.media_type) : said("name");
  if (wanted.name.size() > 1024) return bad("name", "a name has at most 1024 bytes");
  if (const std::string pair = said("pair"); !pair.empty()) {
    const auto named = tables.engine.pair_named(pair);
    if (!named) return bad("pair", named.error().message);
    wanted.options.reading.pair = *named;
  }
  wanted.options.now = today;
  if (const std::string now = said("now"); !now.empty()) {
    const auto day = read_day(now);
    if (!day) return bad("now", day.error().message);
    wanted.options.now = *day;
  }
  if (const std::string as_of = said("as_of"); !as_of.empty()) {
    const auto day = read_day(as_of);
    if (!day) return bad("as_of", day.error().message);
    wanted.options.as_of = RecordedAt{*day};
  }
  if (request.target.has("text")) {
    const std::string_view text = request.target.parameter("text");
    if (text != "true" && text != "false") return bad("text", "it is true or false");
    wanted.words = text == "true";
  }
  return wanted;
}

Answer fetch_refusal(const Error& error) {
  switch (error.code) {
    case ErrorCode::kConflict: return refusal(Problem::kAddressRefused, error.message, "url");
    case ErrorCode::kUnsupported: return refusal(Problem::kBadParameter, error.message, "url");
    case ErrorCode::kLimitExceeded: return refusal(Problem::kFetchTimeout, error.message, "url");
    default: return refusal(Problem::kFetchFailed, error.message, "url");
  }
}

/// The media types that go with the forms, in the order of their offers.
struct CheckForm {
  FormOffer offer;
  AuditFormat format;
  std::string_view type;
};
constexpr std::array<CheckForm, 6> kCheckForms = {{
    {{"json", "application/json"}, AuditFormat::kJson, "application/json"},
    {{"jsonl", "application/x-ndjson"}, AuditFormat::kJsonl, "application/x-ndjson"},
    {{"sarif", "application/sarif+json"}, AuditFormat::kSarif, "application/sarif+json"},
    {{"claimreview", "application/ld+json"}, AuditFormat::kClaimReview, "application/ld+json"},
    {{"csv", "text/csv"}, AuditFormat::kCsv, "text/csv; charset=utf-8"},
    {{"html", "text/html"}, AuditFormat::kHtml, "text/html; charset=utf-8"},
}};

}  // namespace

std::expected<PreparedReading, Refused> prepare_reading(const Request& request, bool check, const DeskTables& tables, std::chrono::sys_days today) {
  std::vector<FormOffer> offers;
  for (const CheckForm& form : kCheckForms) {
    if (check || offers.size() < 2) offers.push_back(form.offer);
  }
  const auto form = chosen_form(request, request.target.parameter("format"), offers);
  if (!form) return std::unexpected(form.error());
  auto wanted = read_wanted(request, tables, today);
  if (!wanted) return std::unexpected(wanted.error());

  PreparedReading prepared;
  if (!wanted->url.empty()) {
    prepared.size = JobSize::kFetch;
  } else if (wanted->bytes.size() > kLargeDocument || wanted->media_type == "application/pdf") {
    prepared.size = JobSize::kLarge;
  }
  prepared.work = [wanted = std::move(*wanted), form = kCheckForms[*form], check](const Desk& desk, const IntakeLimits& limits) {
    Result<Intake> intake;
    if (wanted.url.empty()) {
      intake = intake_of(wanted.bytes, wanted.media_type, wanted.charset, wanted.name, limits);
    } else {
      intake = intake_from_public(wanted.url, limits);
      if (!intake) return fetch_refusal(intake.error());
      intake = as_text(std::move(*intake), limits);
    }
    if (!intake) return refusal(Problem::kUnreadableDocument, intake.error().message);
    auto text = check ? desk.check(std::move(*intake), wanted.options, form.format, wanted.words)
                      : desk.extract(std::move(*intake), wanted.options.reading, form.format == AuditFormat::kJson ? ExtractionFormat::kJson : ExtractionFormat::kJsonl, wanted.words);
    if (!text) return refusal(problem_of(text.error()), text.error().message);
    Answer answer;
    answer.type = form.type;
    answer.body = std::move(*text);
    // A report holds the words of a document that somebody else wrote: it is for keeping, not for running here.
    if (form.format == AuditFormat::kHtml) answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"audit.html\"");
    return answer;
  };
  return prepared;
}

}  // namespace paraph
