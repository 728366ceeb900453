#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/arguments.h"

namespace paraph {

/// Options as all commands write them, and what completion scripts must know of each.
class CommandTable {
 public:
  /// An option with a closed list of values.
  CLI::Option* choose(CLI::App* command, const std::string& names, std::string& into, std::vector<std::string> choices, const std::string& says);
  /// Values that a script offers for an option that reads them itself.
  void offer(CLI::Option* option, std::vector<std::string> choices) { choices_[option] = std::move(choices); }
  /// Marks an option's value as a path.
  void file(CLI::Option* option) { takes_file_.push_back(option->type_name("FILE")); }
  /// Marks a command's operands as paths.
  void files(const CLI::App* command) { takes_files_.push_back(command); }

  void add_inputs(CLI::App* command, std::vector<std::string>& inputs, std::optional<std::string>& files_from, std::size_t& threads);
  void add_page(CLI::App* command, std::string& colour, std::size_t& width);

  CommandSketch sketch_of(const CLI::App& command) const;

 private:
  std::map<const CLI::Option*, std::vector<std::string>> choices_;
  std::vector<const CLI::Option*> takes_file_;
  std::vector<const CLI::App*> takes_files_;
};

}  // namespace paraph
