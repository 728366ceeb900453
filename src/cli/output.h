#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace paraph {

/// Where results go: standard output, or a file that appears whole or not at all.
class Output {
 public:
  /// A temporary file beside `file`, or standard output where there is none. An interrupt removes the temporary file.
  static Result<Output> open(const std::optional<std::string>& file);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  /// Removes what was not kept.
  ~Output();

  /// False when the reader has gone away or the disk is full; error() then says which.
  bool write(std::string_view text);
  /// Puts the file in its place; fails with what went wrong before. A reader that has gone away is no failure.
  Result<void> keep();

 private:
  Output(int descriptor, std::string target, std::string temporary);

  int descriptor_;
  std::string target_;     ///< Empty for standard output.
  std::string temporary_;
  std::optional<Error> error_;
  bool closed_by_reader_ = false;
};

/// Trouble and progress; never results.
void write_error(std::string_view text);

}  // namespace paraph
