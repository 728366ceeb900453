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

/// Files, folders, addresses and "-", with those that a list file names (one a line, "-" for standard input) behind
/// them, as list_inputs orders them.
Result<std::vector<std::string>> gather_inputs(std::vector<std::string> given, const std::optional<std::string>& list_file);

}  // namespace paraph
