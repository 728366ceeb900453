#pragma once

#include <string>

#include "base/result.h"
#include "intake/intake.h"

namespace paraph {

/// Fetches an http(s) address, following redirects to http(s) only; size, time and redirects are limited.
Result<Intake> fetch_url(const std::string& address, const IntakeLimits& limits);

}  // namespace paraph
