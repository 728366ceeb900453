#pragma once

#include <string>
#include <string_view>

#include "cli/arguments.h"

namespace paraph {

/// A script for "bash", "zsh" or "fish" that completes commands, options, their values and files.
std::string completion_script(std::string_view shell, const CommandSketch& root);

}  // namespace paraph
