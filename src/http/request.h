#pragma once

#include <string>

#include "http/target.h"

namespace paraph {

/// One request as it came, with the header fields that anything here looks at.
struct Request {
  std::string method;  ///< "GET"
  Target target;
  std::string host;
  std::string origin;
  std::string fetch_site;  ///< Sec-Fetch-Site, which browsers set and pages cannot.
  std::string authorization;
  std::string accept;
  std::string accept_encoding;
  std::string content_type;
  std::string content_encoding;
  std::string if_none_match;
  std::string body;
  std::string peer;  ///< "127.0.0.1"
};

}  // namespace paraph
