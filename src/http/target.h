#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace paraph {

/// A request's target taken apart: "/v1/pairs/US/UZ?as_of=2022-06-30".
struct Target {
  std::string path;                   ///< As it came, without the query.
  std::string query;                  ///< As it came, without the question mark.
  std::vector<std::string> segments;  ///< Decoded, valid UTF-8, none empty, none "." or "..".
  std::map<std::string, std::string, std::less<>> parameters;

  /// Empty where the parameter is not there.
  std::string_view parameter(std::string_view name) const;
  bool has(std::string_view name) const { return parameters.contains(name); }
};

/// Takes an origin-form target apart; fails on bad escapes, bytes that are not UTF-8, control characters, dot segments, empty
/// segments, and parameters that stand twice.
Result<Target> read_target(std::string_view text);

}  // namespace paraph
