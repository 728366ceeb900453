#include "cli/command_table.h"

#include <algorithm>

namespace paraph {
namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

}  // namespace

CLI::Option* CommandTable::choose(CLI::App* command, const std::string& names, std::string& into, std::vector<std::string> choices,
                                  const std::string& says) {
  CLI::Option* option = command->add_option(names, into, says)->check(CLI::IsMember(choices))->capture_default_str();
  option->type_name("");
  option->description(says + ": " + listed(choices));
  choices_[option] = std::move(choices);
  return option;
}

void CommandTable::add_inputs(CLI::App* command, std::vector<std::string>& inputs, std::optional<std::string>& files_from, std::size_t& threads) {
  command->add_option("inputs", inputs, "Files, folders, http(s) addresses, or - for standard input")->type_name("FILE|DIR|URL…");
  files(command);
  file(command->add_option("--files-from", files_from, "Read more inputs from this file, one a line"));
  command->add_option("--threads", threads, "Threads; 0 is one a core. The output does not depend on it")->type_name("N");
}

void CommandTable::add_page(CLI::App* command, std::string& colour, std::size_t& width) {
  choose(command, "--color,--colour", colour, {"auto", "always", "never"}, "Colours");
  command->add_option("--width", width, "Columns; 0 is what the terminal has")->type_name("N");
}

CommandSketch CommandTable::sketch_of(const CLI::App& command) const {
  CommandSketch sketch;
  sketch.name = command.get_name();
  sketch.says = command.get_description();
  sketch.takes_files = std::find(takes_files_.begin(), takes_files_.end(), &command) != takes_files_.end();
  for (const CLI::Option* option : command.get_options()) {
    const auto known = choices_.find(option);
    if (option->get_positional()) {
      if (known != choices_.end()) sketch.choices = known->second;
      continue;
    }
    OptionSketch drawn;
    for (const std::string& name : option->get_lnames()) drawn.names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) drawn.names.push_back("-" + name);
    drawn.says = option->get_description();
    drawn.takes_value = option->get_items_expected_max() > 0;
    drawn.takes_file = std::find(takes_file_.begin(), takes_file_.end(), option) != takes_file_.end();
    if (known != choices_.end()) drawn.choices = known->second;
    sketch.options.push_back(std::move(drawn));
  }
  for (const CLI::App* inner : command.get_subcommands({})) sketch.commands.push_back(sketch_of(*inner));
  return sketch;
}

}  // namespace paraph
