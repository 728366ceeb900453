#include "cli/completion.h"

#include <fmt/format.h>

namespace paraph {
namespace {

/// A command with the words that lead to it: "", "data", "data show", "data show trade".
struct Place {
  std::string path;
  const CommandSketch* command;
};

void collect(const CommandSketch& command, const std::string& path, std::vector<Place>& places) {
  places.push_back({path, &command});
  for (const CommandSketch& inner : command.commands) collect(inner, path.empty() ? inner.name : path + " " + inner.name, places);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

/// Inside single quotes, for all three shells.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out.append(c == '\'' ? "'\\''" : std::string(1, c));
  return out + "'";
}

/// The words typed so far that are commands make the path; bash and zsh share the loop and the tables.
std::string bash_script(const std::vector<Place>& places) {
  std::string paths;
  std::string words;
  std::string values;
  for (const Place& place : places) {
    std::vector<std::string> offered;
    for (const CommandSketch& inner : place.command->commands) {
      paths += fmt::format("      {}) path={} ;;\n", quoted(place.path.empty() ? inner.name : place.path + " " + inner.name),
                           quoted(place.path.empty() ? inner.name : place.path + " " + inner.name));
      offered.push_back(inner.name);
    }
    for (const std::string& choice : place.command->choices) offered.push_back(choice);
    for (const OptionSketch& option : place.command->options) {
      for (const std::string& name : option.names) offered.push_back(name);
      if (option.choices.empty()) continue;
      for (const std::string& name : option.names) {
        values += fmt::format("    {}) COMPREPLY=($(compgen -W {} -- \"$word\")); return ;;\n", quoted(place.path + " " + name), quoted(joined(option.choices)));
      }
    }
    words += fmt::format("    {}) offered={}; files={} ;;\n", quoted(place.path), quoted(joined(offered)), place.command->takes_files ? 1 : 0);
  }
  return "_paraph() {\n"
         "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" path='' offered='' files=0 i step\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    step=\"${path:+$path }${COMP_WORDS[i]}\"\n"
         "    case \"$step\" in\n" + paths +
         "    esac\n"
         "  done\n"
         "  case \"$path $before\" in\n" + values +
         "  esac\n"
         "  case \"$path\" in\n" + words +
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$offered\" -- \"$word\"))\n"
         "  if [[ $files == 1 && $word != -* || $before == --output || $before == --shelf || $before == --files-from || $before == --from || $before == --to ]]; then\n"
         "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _paraph paraph\n";
}

std::string zsh_script(const std::vector<Place>& places) {
  return "#compdef paraph\nautoload -U +X bashcompinit && bashcompinit\n" + bash_script(places);
}

std::string fish_script(const std::vector<Place>& places) {
  std::string out = "complete -c paraph -f\n";
  for (const Place& place : places) {
    std::string when;
    std::string_view rest = place.path;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      when += fmt::format("{}__fish_seen_subcommand_from {}", when.empty() ? "" : "; and ", rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (place.path.empty()) when = "__fish_use_subcommand";
    std::vector<std::string> inner_names;
    for (const CommandSketch& inner : place.command->commands) inner_names.push_back(inner.name);
    for (const CommandSketch& inner : place.command->commands) {
      const std::string alone = place.path.empty() ? when : fmt::format("{}; and not __fish_seen_subcommand_from {}", when, joined(inner_names));
      out += fmt::format("complete -c paraph -n {} -a {} -d {}\n", quoted(alone), inner.name, quoted(inner.says));
    }
    if (!place.command->choices.empty()) out += fmt::format("complete -c paraph -n {} -a {}\n", quoted(when), quoted(joined(place.command->choices)));
    if (place.command->takes_files) out += fmt::format("complete -c paraph -n {} -F\n", quoted(when));
    for (const OptionSketch& option : place.command->options) {
      out += fmt::format("complete -c paraph -n {}", quoted(when));
      for (const std::string& name : option.names) out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (option.takes_value) out += option.takes_file ? " -r -F" : " -x";
      if (!option.choices.empty()) out += " -a " + quoted(joined(option.choices));
      out += fmt::format(" -d {}\n", quoted(option.says));
    }
  }
  return out;
}

}  // namespace

std::string completion_script(std::string_view shell, const CommandSketch& root) {
  std::vector<Place> places;
  collect(root, "", places);
  if (shell == "zsh") return zsh_script(places);
  if (shell == "fish") return fish_script(places);
  return bash_script(places);
}

}  // namespace paraph
