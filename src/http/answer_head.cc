#include "http/answer_head.h"

#include <fmt/format.h>

namespace paraph {
namespace {

/// Scripts, styles, pictures and requests from here alone, and nothing inline (docs/decisions/0013).
constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
constexpr std::string_view kOtherPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

}  // namespace

std::string_view reason_of(unsigned status) {
  switch (status) {
    case 200: return "OK";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    default: return "Other";
  }
}

std::string answer_head(const Answer& answer, std::string_view number, bool keep, bool page) {
  std::string head = fmt::format("HTTP/1.1 {} {}\r\nServer: paraph\r\n", answer.status, reason_of(answer.status));
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) head.append(name).append(": ").append(value).append("\r\n");
  };
  if (answer.status != 304) {
    add("Content-Type", answer.type);
    add("Content-Length", std::to_string(answer.bytes().size()));
    add("Content-Encoding", answer.encoding);
  }
  add("ETag", answer.etag);
  add("Cache-Control", answer.cache);
  for (const auto& [name, value] : answer.headers) add(name, value);
  add("Content-Security-Policy", page && answer.page ? kPagePolicy : kOtherPolicy);
  add("X-Content-Type-Options", "nosniff");
  add("X-Frame-Options", "DENY");
  add("Referrer-Policy", "no-referrer");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", "same-origin");
  add("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  add("X-Request-Id", number);
  add("Connection", keep ? "keep-alive" : "close");
  return head + "\r\n";
}

}  // namespace paraph
