#include "http/problem.h"

#include <array>
#include <cstddef>

#include <fmt/format.h>

#include "http/flat_object.h"

namespace paraph {
namespace {

struct Row {
  Problem problem;
  unsigned status;
  std::string_view type;
  std::string_view title;
};

/// In the order of the enumerators.
constexpr std::array<Row, 23> kRows = {{
    {Problem::kMalformedRequest, 400, "malformed-request", "The request cannot be understood"},
    {Problem::kMalformedJson, 400, "malformed-json", "The body is not the JSON that is read here"},
    {Problem::kMalformedUtf8, 400, "malformed-utf8", "The body is not the UTF-8 that it is said to be"},
    {Problem::kBadParameter, 400, "bad-parameter", "A parameter has no such value"},
    {Problem::kTokenNeeded, 401, "token-needed", "This server wants a token"},
    {Problem::kAddressRefused, 403, "address-refused", "This server does not fetch that address"},
    {Problem::kOtherSite, 403, "other-site", "Pages of other sites have no access"},
    {Problem::kNotFound, 404, "not-found", "There is nothing here"},
    {Problem::kMethodNotAllowed, 405, "method-not-allowed", "Not with this method"},
    {Problem::kNotAcceptable, 406, "not-acceptable", "None of the accepted media types is offered"},
    {Problem::kRequestTimeout, 408, "request-timeout", "The request did not arrive in time"},
    {Problem::kBodyTooLarge, 413, "body-too-large", "The body is too large"},
    {Problem::kTargetTooLong, 414, "target-too-long", "The target is too long"},
    {Problem::kUnsupportedMediaType, 415, "unsupported-media-type", "This kind of body is not read"},
    {Problem::kOtherHost, 421, "other-host", "The request names another host"},
    {Problem::kUnreadableDocument, 422, "unreadable-document", "The document cannot be read"},
    {Problem::kTooManyRequests, 429, "too-many-requests", "Too many audits of this client are waiting"},
    {Problem::kHeaderTooLarge, 431, "header-too-large", "The header is too large"},
    {Problem::kBug, 500, "bug", "A bug in Paraph"},
    {Problem::kFetchFailed, 502, "fetch-failed", "The address could not be fetched"},
    {Problem::kOverloaded, 503, "overloaded", "The server has no room for this now"},
    {Problem::kFetchTimeout, 504, "fetch-timeout", "The address did not answer in time"},
    {Problem::kNoShelf, 503, "no-shelf", "The reference database cannot be read"},
}};

const Row& row_of(Problem problem) { return kRows[static_cast<std::size_t>(problem)]; }

constexpr bool in_order() {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (static_cast<std::size_t>(kRows[i].problem) != i) return false;
  }
  return true;
}
static_assert(in_order());

constexpr std::string_view kPrefix = "urn:paraph:problem:";

}  // namespace

std::string_view problem_type(Problem problem) { return row_of(problem).type; }
unsigned problem_status(Problem problem) { return row_of(problem).status; }

Answer refusal(Problem problem, std::string_view detail, std::string_view parameter) {
  const Row& row = row_of(problem);
  Answer answer;
  answer.status = row.status;
  answer.type = "application/problem+json";
  answer.cache = "no-store";
  answer.body = write_flat_object({{"type", fmt::format("{}{}", kPrefix, row.type)},
                                   {"title", std::string(row.title)},
                                   {"status", row.status},
                                   {"detail", std::string(detail)},
                                   {"parameter", std::string(parameter)}});
  if (row.status == 401) answer.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"paraph\"");
  if (row.status == 429 || row.status == 503) answer.headers.emplace_back("Retry-After", "1");
  return answer;
}

Problem problem_of(const Error& error) {
  switch (error.code) {
    case ErrorCode::kNotFound: return Problem::kNotFound;
    case ErrorCode::kOutOfRange: return Problem::kBadParameter;
    case ErrorCode::kLimitExceeded:
    case ErrorCode::kUnreadable:
    case ErrorCode::kMalformed:
    case ErrorCode::kUnsupported: return Problem::kUnreadableDocument;
    case ErrorCode::kConflict: return Problem::kNoShelf;
  }
  return Problem::kUnreadableDocument;
}

}  // namespace paraph
