#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "cli/command_table.h"

namespace paraph {

/// The commands about editions of a sheet: diff.
class EditionCommands {
 public:
  explicit EditionCommands(CommandTable& table) : table_(table) {}

  void add_to(CLI::App& app);
  /// The command that was parsed, if it is one of these.
  std::optional<Command> chosen() const;

 private:
  void add_diff(CLI::App& app);

  CommandTable& table_;
  CLI::App* diff_command_ = nullptr;
  DiffArguments diff_;
};

}  // namespace paraph
