#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace paraph {

/// What a child process may use.
struct ChildLimits {
  std::size_t memory;              ///< Address space in bytes.
  std::chrono::milliseconds time;  ///< Of the clock, and of the processor.
  std::size_t output;              ///< Bytes that it may write to its standard output.
};

/// What a child process left behind.
struct ChildOutcome {
  int exit_code = 0;  ///< Its exit code, or -1 when a signal ended it.
  int signal = 0;
  std::string output;
  std::string trouble;  ///< The first 4 KiB of its standard error.
};

/// Path of a program in PATH; empty if there is none.
std::string find_program(std::string_view name);

/// Runs `program` without a shell and with an almost empty environment; `input` is its standard input, as a seekable file.
/// kLimitExceeded when the clock or the output limit stopped it; how it ended otherwise is in the outcome.
Result<ChildOutcome> run_child(const std::string& program, const std::vector<std::string>& arguments, std::string_view input,
                               const ChildLimits& limits);

}  // namespace paraph
