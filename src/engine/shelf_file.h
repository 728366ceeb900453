#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/sqlite_shelf.h"

namespace paraph {

/// The first of the candidates that is there; fails with all of them and with what to do.
Result<std::filesystem::path> find_shelf(const std::vector<std::filesystem::path>& candidates);

/// Inputs in order, and those of the given that are not there.
struct GatheredInputs {
  std::vector<std::string> inputs;
  std::vector<Error> missing;
};

/// Files, folders, addresses and "-", with those that a list file names (one a line, "-" for standard input) behind
/// them; folders as list_inputs walks them. What is missing does not keep the others from being read. Fails when the
/// list file cannot be read.
Result<GatheredInputs> gather_inputs(std::vector<std::string> given, const std::optional<std::string>& list_file);

}  // namespace paraph
