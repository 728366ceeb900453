#pragma once

#include <expected>
#include <string>
#include <utility>

#include "base/error.h"

namespace paraph {

/// The value, or the failure of the world that prevented it.
template <typename T>
class [[nodiscard]] Result : public std::expected<T, Error> {
 public:
  using std::expected<T, Error>::expected;
};

template <>
class [[nodiscard]] Result<void> : public std::expected<void, Error> {
 public:
  using std::expected<void, Error>::expected;
};

/// `return fail(ErrorCode::kMalformed, "people.tsv:3: …");`
inline std::unexpected<Error> fail(ErrorCode code, std::string message) {
  return std::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace paraph
