#include "cli/edition_arguments.h"

namespace paraph {

void EditionCommands::add_to(CLI::App& app) { add_diff(app); }

void EditionCommands::add_diff(CLI::App& app) {
  CLI::App* command = app.add_subcommand("diff", "Say what changed from one edition of a sheet to another");
  command->add_option("old", diff_.before, "The earlier edition: a file, an address, or - for standard input")->required()->type_name("OLD");
  command->add_option("new", diff_.after, "The later edition")->required()->type_name("NEW");
  table_.files(command);
  table_.choose(command, "-f,--format", diff_.format, {"terminal", "json", "html"}, "Output format");
  command->add_option("--pair", diff_.pair, "The two states, where the sheets do not say: US-UZ")->type_name("A-B");
  command->add_flag("--all", diff_.all, "Also write what was kept or only moved");
  table_.file(command->add_option("-o,--output", diff_.output, "Write to this file, whole or not at all"));
  table_.add_page(command, diff_.colour, diff_.width);
  command->footer("Examples:\n"
                  "  paraph diff sheet-2023.html sheet-2024.html\n"
                  "  paraph diff old.txt new.txt --format html --output changes.html\n\n"
                  "Form, white space, order and furniture of pages are never a change.\n"
                  "Exit status: 0 no change, 1 changes, 2 could not run.");
  diff_command_ = command;
}

std::optional<Command> EditionCommands::chosen() const {
  if (diff_command_->parsed()) return diff_;
  return std::nullopt;
}

}  // namespace paraph
