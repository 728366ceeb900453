#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>

#include "engine/desk.h"
#include "http/answer.h"

namespace paraph {

/// Which queue a piece of work waits in.
enum class JobSize : std::uint8_t {
  kSmall,  ///< Milliseconds.
  kLarge,  ///< A long document or a PDF: never all workers at once.
  kFetch,  ///< Waits for other machines: has workers of its own.
};

/// Work that needs a desk.
struct Job {
  JobSize size = JobSize::kSmall;
  std::function<Answer(const Desk&)> work;
  std::string route;  ///< "POST /v1/check"
};

/// Answered at once, or by a worker.
using Reply = std::variant<Answer, Job>;

}  // namespace paraph
