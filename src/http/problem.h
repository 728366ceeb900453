#pragma once

#include <cstdint>
#include <string_view>

#include "base/error.h"
#include "http/answer.h"

namespace paraph {

/// Everything that an answer can refuse for; docs/api/README.md lists the same names.
enum class Problem : std::uint8_t {
  kMalformedRequest, kMalformedJson, kMalformedUtf8, kBadParameter, kTokenNeeded, kAddressRefused, kOtherSite, kNotFound, kMethodNotAllowed,
  kNotAcceptable, kRequestTimeout, kBodyTooLarge, kTargetTooLong, kUnsupportedMediaType, kOtherHost, kUnreadableDocument, kTooManyRequests,
  kHeaderTooLarge, kBug, kFetchFailed, kOverloaded, kFetchTimeout, kNoShelf,
};

/// "body-too-large": what stands behind "urn:paraph:problem:".
std::string_view problem_type(Problem problem);
unsigned problem_status(Problem problem);

/// problem+json. `parameter` names the one to blame, where one is.
Answer refusal(Problem problem, std::string_view detail, std::string_view parameter = {});

/// What a failure of the world is to a client that sent a document.
Problem problem_of(const Error& error);

}  // namespace paraph
