#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace paraph {

/// What failed outside the program; the message says where and what to do.
enum class ErrorCode {
  kNotFound,       ///< No such file, address, table or column.
  kUnreadable,     ///< There, but the system refuses or the bytes end early.
  kMalformed,      ///< Not in the form that its kind prescribes.
  kOutOfRange,     ///< Well formed, but outside what is allowed.
  kUnsupported,    ///< A version or form that this build does not know.
  kLimitExceeded,  ///< Too large, too deep, too slow: a limit stopped it.
  kConflict,       ///< Somebody else holds it, or it contradicts what is there.
};

std::string_view error_code_name(ErrorCode code);

/// A failure of the world: never a finding about a document, never a bug.
struct Error {
  ErrorCode code = ErrorCode::kMalformed;
  std::string message;  ///< "file:line: what was found, what was expected, what to do".

  friend auto operator<=>(const Error&, const Error&) = default;
};

}  // namespace paraph
