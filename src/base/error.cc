#include "base/error.h"

namespace paraph {

std::string_view error_code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kNotFound: return "not-found";
    case ErrorCode::kUnreadable: return "unreadable";
    case ErrorCode::kMalformed: return "malformed";
    case ErrorCode::kOutOfRange: return "out-of-range";
    case ErrorCode::kUnsupported: return "unsupported";
    case ErrorCode::kLimitExceeded: return "limit-exceeded";
    case ErrorCode::kConflict: return "conflict";
  }
  return "unknown";
}

}  // namespace paraph
