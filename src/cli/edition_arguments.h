#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "cli/command_table.h"

namespace paraph {

/// The commands about editions of a sheet: diff, trace, ledger.
class EditionCommands {
 public:
  explicit EditionCommands(CommandTable& table) : table_(table) {}

  void add_to(CLI::App& app);
  /// The command that was parsed, if it is one of these.
  std::optional<Command> chosen() const;

 private:
  void add_diff(CLI::App& app);
  void add_trace(CLI::App& app);
  void add_ledger(CLI::App& app);
  CLI::App* add_action(CLI::App* ledger, const std::string& name, LedgerArguments::Action action, const std::string& says);

  CommandTable& table_;
  CLI::App* diff_command_ = nullptr;
  DiffArguments diff_;
  CLI::App* trace_command_ = nullptr;
  TraceArguments trace_;
  LedgerArguments ledger_;
  std::vector<std::pair<CLI::App*, LedgerArguments::Action>> ledger_commands_;
};

}  // namespace paraph
