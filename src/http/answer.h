#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paraph {

/// What goes back to a client: everything but what the connection adds (length, date, security headers).
struct Answer {
  unsigned status = 200;
  std::string type;          ///< Content-Type; empty where there is no body.
  std::string body;
  std::string_view kept;     ///< Bytes of the program itself, sent instead of `body`.
  std::string encoding;      ///< Content-Encoding of the body as it stands; empty for none.
  std::string etag;          ///< In quotes; empty for none.
  std::string cache = "no-cache";
  std::vector<std::pair<std::string, std::string>> headers;
  bool page = false;         ///< Of the workbench page: its own content security policy.
  bool close = false;        ///< The connection ends behind it.
  std::string cause;         ///< Of a bug: for the log alone, never sent.
  std::string route;         ///< Which kind of request it answers, for counters: "POST /v1/check".

  std::string_view bytes() const { return kept.empty() ? std::string_view(body) : kept; }
};

}  // namespace paraph
