#include "cli/arguments.h"

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command_table.h"
#include "cli/edition_arguments.h"
#include "cli/suggestion.h"

namespace paraph {
namespace {

const std::vector<std::string> kBriefSections = {"relations", "agreements", "trade", "assistance", "memberships", "visits", "figures", "unknown"};

/// Help as people read it: the words that a command takes, not the library's names and counts for them.
class HelpFormatter final : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* command, std::string name) const override {
    std::string usage = fmt::format("Usage: {} [OPTIONS]", name);
    for (const CLI::Option* option : command->get_options()) {
      if (option->get_positional()) usage += " " + type_of(option);
    }
    if (!command->get_subcommands({}).empty()) usage += " COMMAND";
    return usage + "\n";
  }

  /// Positionals stand in the usage line already.
  std::string make_positionals(const CLI::App*) const override { return {}; }

  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string type = type_of(option);
    std::string words = type.empty() ? "" : " " + type;
    if (!option->get_default_str().empty()) words += fmt::format(" [{}]", option->get_default_str());
    return words;
  }

 private:
  /// The library appends the values that are allowed behind a colon; descriptions have them already.
  static std::string type_of(const CLI::Option* option) {
    const std::string type = option->get_type_name();
    return type.substr(0, type.find(':'));
  }
};

/// The command line as CLI11 reads it, together with what it fills.
class CommandLine {
 public:
  CommandLine() {
    app_.require_subcommand(1);
    app_.formatter(std::make_shared<HelpFormatter>());
    version_ = app_.add_flag("--version", wants_version_, "Print the version and the fingerprint of the language tables");
    app_.footer("Examples:\n"
                "  paraph check sheet.html                      audit a fact sheet\n"
                "  paraph extract sheets/ --format table        what is claimed in a folder of sheets\n"
                "  paraph data show trade US UZ 2021            the figures behind a verdict\n\n"
                "Exit status: 0 everything supported, 1 findings, 2 could not run.");
    add_extract();
    add_check();
    add_brief();
    add_data();
    add_grammar();
    editions_.add_to(app_);
    add_serve();
    add_completion();
    // Behind the commands, which would inherit it.
    app_.set_help_all_flag("--help-all", "Help for all commands");
  }

  Command read(int count, const char* const* arguments) {
    if (count <= 1) return EndOfRun{2, app_.help()};
    try {
      app_.parse(count, arguments);
    } catch (const CLI::CallForHelp&) {
      return EndOfRun{0, deepest().help(path_above(deepest()))};
    } catch (const CLI::CallForAllHelp&) {
      return EndOfRun{0, app_.help("", CLI::AppFormatMode::All)};
    } catch (const CLI::ParseError& error) {
      if (version_->count() > 0) return VersionArguments{};
      return EndOfRun{2, explained(error)};
    }
    if (version_->count() > 0) return VersionArguments{};
    return chosen();
  }

  CommandSketch sketch() const { return table_.sketch_of(app_); }

 private:
  void add_extract() {
    CLI::App* command = app_.add_subcommand("extract", "Print every claim that documents make, with its place");
    table_.add_inputs(command, extract_.inputs, extract_.files_from, extract_.threads);
    table_.choose(command, "-f,--format", extract_.format, {"jsonl", "json", "table"}, "Output format");
    command->add_option("--pair", extract_.pair, "The two states, where the document does not say: US-UZ")->type_name("A-B");
    command->add_flag("--quantities", extract_.quantities, "Also print every figure, as lines of their own");
    command->add_flag("--dates", extract_.dates, "Also print every date, as lines of their own");
    command->add_flag("--coverage", extract_.coverage, "Instead of the claims, print how much was read: claims by kind, gaps by reason");
    table_.file(command->add_option("-o,--output", extract_.output, "Write to this file, whole or not at all"));
    command->footer("Examples:\n"
                    "  paraph extract sheet.txt\n"
                    "  paraph extract sheets/ --threads 4 > claims.jsonl\n"
                    "  paraph extract sheets/ --coverage\n"
                    "  curl -s https://example.org/sheet | paraph extract - --pair US-UZ --format table");
    extract_command_ = command;
  }

  void add_check() {
    CLI::App* command = app_.add_subcommand("check", "Audit documents against reference data, claim by claim");
    table_.add_inputs(command, check_.inputs, check_.files_from, check_.threads);
    table_.choose(command, "-f,--format", check_.format, {"terminal", "json", "jsonl", "html", "sarif", "claimreview", "csv"}, "Output format");
    command->add_option("--pair", check_.pair, "The two states, where the document does not say: US-UZ")->type_name("A-B");
    command->add_option("--as-of", check_.as_of, "Use only what was recorded by this day")->type_name("DATE");
    command->add_option("--now", check_.now, "The day of the audit; default today")->type_name("DATE");
    CLI::Option* fail_on = command->add_option("--fail-on", check_.fail_on, "Verdicts that make the exit status 1: labels separated by commas, or none")
                               ->delimiter(',')
                               ->allow_extra_args(false)
                               ->check(CLI::IsMember({"supported", "disputed", "refuted", "outdated", "unverifiable", "none"}))
                               ->type_name("LIST");
    table_.offer(fail_on, {"refuted", "disputed", "outdated", "unverifiable", "none"});
    table_.file(command->add_option("-o,--output", check_.output, "Write to this file, whole or not at all"));
    table_.file(command->add_option("--shelf", check_.shelf, "The reference database"));
    table_.add_page(command, check_.colour, check_.width);
    command->footer("Examples:\n"
                    "  paraph check sheet.txt\n"
                    "  paraph check sheet.pdf --format html --output audit.html\n"
                    "  paraph check sheet.md --as-of 2022-06-30 --fail-on refuted\n"
                    "  paraph check docs/ --format sarif --output audit.sarif\n\n"
                    "The database is looked for at --shelf, $PARAPH_SHELF, beside the program, in ../share/paraph, and in\n"
                    "$XDG_DATA_HOME/paraph. NO_COLOR and CLICOLOR_FORCE are heeded.");
    check_command_ = command;
  }

  void add_brief() {
    CLI::App* command = app_.add_subcommand("brief", "Write a fact sheet about two states, every sentence cited and checked");
    command->add_option("a", brief_.home, "The first state: a code (US) or a name")->required()->type_name("A");
    command->add_option("b", brief_.partner, "The second state")->required()->type_name("B");
    command->add_option("--as-of", brief_.as_of, "The day that the sheet is about; default today")->type_name("DATE");
    command->add_option("--recorded-by", brief_.recorded_by, "Use only what was recorded by this day")->type_name("DATE");
    table_.choose(command, "-f,--format", brief_.format, {"md", "txt", "html", "pdf-ready-html", "json", "csl", "bibtex"}, "Output format");
    table_.choose(command, "--style", brief_.style, {"sheet", "table"}, "Running text, or one table a section");
    CLI::Option* sections = command->add_option("--sections", brief_.sections, "Only these sections, separated by commas")
                                ->delimiter(',')
                                ->allow_extra_args(false)
                                ->check(CLI::IsMember(kBriefSections))
                                ->type_name("LIST");
    table_.offer(sections, kBriefSections);
    table_.choose(command, "--language", brief_.language, {"en"}, "Language");
    table_.file(command->add_option("--update", brief_.update, "Propose the smallest edits that make this sheet true, as a diff with reasons"));
    table_.file(command->add_option("-o,--output", brief_.output, "Write to this file, whole or not at all"));
    table_.file(command->add_option("--shelf", brief_.shelf, "The reference database"));
    command->footer("Examples:\n"
                    "  paraph brief US UZ\n"
                    "  paraph brief Ghana Kenya --sections trade,memberships --format txt\n"
                    "  paraph brief US UZ --as-of 2015-06-30 --format html --output us-uz.html\n"
                    "  paraph brief US UZ --format bibtex --output us-uz.bib\n"
                    "  paraph brief US UZ --update sheet.txt\n\n"
                    "Sections: relations, agreements, trade, assistance, memberships, visits, figures, unknown. Nothing is printed that its\n"
                    "own audit does not read as written and find supported; what was withheld is named on standard error.");
    brief_command_ = command;
  }

  void add_show(CLI::App* show, DataArguments::Action action, const std::string& name, const std::string& says, std::size_t least, std::size_t most,
                const std::string& operands, const std::string& example) {
    CLI::App* command = show->add_subcommand(name, says);
    command->add_option("operands", data_.operands, operands)->required()->expected(static_cast<int>(least), static_cast<int>(most))->type_name(operands);
    add_table(command);
    command->footer("Example:\n  " + example);
    data_commands_.emplace_back(command, action);
  }

  void add_table(CLI::App* command) {
    table_.choose(command, "-f,--format", data_.format, {"table", "json", "csv"}, "Output format");
    table_.file(command->add_option("--shelf", data_.shelf, "The reference database"));
    table_.add_page(command, data_.colour, data_.width);
  }

  void add_data() {
    using Action = DataArguments::Action;
    CLI::App* data = app_.add_subcommand("data", "The reference database: what is in it, and how it is built");
    data->require_subcommand(1);
    CLI::App* list = data->add_subcommand("list", "Sources and vintages, with licence, recording date, rows and years");
    add_table(list);
    data_commands_.emplace_back(list, Action::kList);
    CLI::App* show = data->add_subcommand("show", "The figures and facts that verdicts name as evidence");
    show->require_subcommand(1);
    show->footer("Actors are codes (UZ), names (Uzbekistan) or acronyms (NATO).");
    add_show(show, Action::kTrade, "trade", "Each side's figures for trade between two states", 2, 3, "A B [YEAR|FROM..TO]", "paraph data show trade US UZ 2021");
    add_show(show, Action::kRank, "rank", "One state's partners in order, with what is never ranked", 2, 3, "A YEAR [exports|imports|total]", "paraph data show rank UZ 2021 total");
    add_show(show, Action::kAid, "aid", "Aid from a donor to a recipient, by measure, prices and vintage", 2, 3, "DONOR RECIPIENT [YEAR|FROM..TO]", "paraph data show aid US UZ 1992..2022");
    add_show(show, Action::kRelations, "relations", "Recognition, relations and missions", 2, 2, "A B", "paraph data show relations US UZ");
    add_show(show, Action::kMembership, "membership", "Organisations that a state is in", 1, 2, "A [ORGANISATION]", "paraph data show membership UZ WTO");
    add_show(show, Action::kIndicator, "indicator", "GDP, population and other figures of one state", 2, 3, "A MEASURE [YEAR|FROM..TO]", "paraph data show indicator UZ gdp 2021");
    add_show(show, Action::kAgreement, "agreement", "Agreements of two states", 2, 2, "A B", "paraph data show agreement US UZ");
    add_show(show, Action::kVisit, "visit", "Visits of leaders between two states", 2, 3, "A B [YEAR|FROM..TO]", "paraph data show visit US UZ 2002");
    add_show(show, Action::kOfficial, "official", "Ambassadors and other heads of mission", 2, 2, "A B", "paraph data show official US UZ");
    add_show(show, Action::kIndependence, "independence", "Since when a state is independent, and of whom", 1, 1, "A", "paraph data show independence UZ");
    add_show(show, Action::kVintage, "vintage", "One vintage: its files, checksums, counts, and what was not kept", 1, 1, "VINTAGE", "paraph data show vintage us-foreign-assistance@2023-10");
    add_upkeep(data);
    CLI::App* build = data->add_subcommand("build", "Build the reference database from the starter tables");
    table_.file(build->add_option("--from", data_.from, "Folder of the tables")->capture_default_str());
    table_.file(build->add_option("--to", data_.to, "The database; default where check looks in your data folder"));
    build->footer("Example:\n  paraph data build --from data/starter --to reference.sqlite");
    data_commands_.emplace_back(build, Action::kBuild);
  }

  void add_grammar() {
    CLI::App* grammar = app_.add_subcommand("grammar", "The phrasings that claims are read by: what is tried for a sentence, and why");
    grammar->require_subcommand(1);
    CLI::App* explain = grammar->add_subcommand("explain", "Tell how a sentence is read: mentions, phrasings tried, claims and gaps");
    explain->add_option("sentence", grammar_.words, "The sentence, or - for standard input")->required()->type_name("SENTENCE");
    explain->add_option("--pair", grammar_.pair, "The two states that the text is about, home first: US-GH")->type_name("A-B");
    table_.choose(explain, "-f,--format", grammar_.format, {"text", "json"}, "Output format");
    explain->add_flag("--all", grammar_.all, "Every phrasing that was tried, not only those that came near");
    table_.choose(explain, "--color,--colour", grammar_.colour, {"auto", "always", "never"}, "Colours");
    explain->footer("Examples:\n"
                    "  paraph grammar explain \"The two countries opened embassies in 1992.\" --pair US-UZ\n"
                    "  paraph grammar explain - --format json < passage.txt");
    CLI::App* list = grammar->add_subcommand("list", "The phrasings of the grammar, with the file and line of each");
    list->add_option("families", grammar_.words, "Only these families: trade mission")->type_name("FAMILY…");
    table_.choose(list, "-f,--format", grammar_list_format_, {"table", "json", "csv"}, "Output format");
    table_.add_page(list, grammar_.colour, grammar_.width);
    list->footer("Examples:\n  paraph grammar list\n  paraph grammar list mission --format json");
    explain_command_ = explain;
    list_command_ = list;
  }

  CLI::App* add_part(CLI::App* data, DataArguments::Action action, const std::string& name, const std::string& says, const std::string& examples) {
    CLI::App* command = data->add_subcommand(name, says);
    add_table(command);
    command->footer(examples);
    data_commands_.emplace_back(command, action);
    return command;
  }

  void add_upkeep(CLI::App* data) {
    using Action = DataArguments::Action;
    CLI::App* import = add_part(data, Action::kImport, "import", "Bring publishers' files onto the shelf, as a vintage of their source",
                                "Examples:\n"
                                "  paraph data import us_foreign_aid_country.csv --vintage 2025-12\n"
                                "  paraph data import exports.csv imports.csv --keep-good\n"
                                "  paraph data import table.csv --as foreign-assistance --shelf mine.sqlite\n\n"
                                "Nothing is overwritten: a new vintage stands beside the old ones. One bad row refuses all, unless good ones\n"
                                "are to be kept. Bytes that the shelf holds already change nothing.");
    import->add_option("files", data_.operands, "Files of one vintage")->required()->type_name("FILE…");
    table_.files(import);
    import->add_option("--source", data_.source, "File the rows under this source; default the format's own")->type_name("ID");
    import->add_option("--vintage", data_.vintage, "When the publisher issued it: 2023-10; default what the file says, else today")->type_name("DATE");
    import->add_option("--as", data_.as, "The format, where the bytes do not say; see: paraph data formats")->type_name("FORMAT");
    CLI::Option* strict = import->add_flag("--strict", data_.strict, "Refuse the whole import for one bad row; the default");
    import->add_flag("--keep-good", data_.keep_good, "Keep good rows, list bad ones, and call the vintage partial")->excludes(strict);
    add_part(data, Action::kFormats, "formats", "Formats that can be imported", "Example:\n  paraph data formats");
    CLI::App* diff = add_part(data, Action::kDiff, "diff", "What one vintage revised of another",
                              "Example:\n  paraph data diff us-foreign-assistance@2023-10 us-foreign-assistance@2025-12 --limit 0 --format csv");
    diff->add_option("vintages", data_.operands, "The earlier and the later vintage")->required()->expected(2)->type_name("VINTAGE VINTAGE");
    diff->add_option("--limit", data_.limit, "Rows shown; 0 is all")->capture_default_str()->type_name("N");
    add_part(data, Action::kVerify, "verify", "Read everything back: structure, counts, digests, published totals",
             "Example:\n  paraph data verify --shelf mine.sqlite\n\nExit status 1 where rows are not as they were imported.");
    CLI::App* forget = add_part(data, Action::kForget, "forget", "Remove a source or a vintage, after showing what goes with it",
                                "Examples:\n  paraph data forget us-foreign-assistance@2023-10\n  paraph data forget us-foreign-assistance --yes");
    forget->add_option("id", data_.operands, "A source or a vintage")->required()->expected(1)->type_name("ID");
    forget->add_flag("--yes", data_.yes, "Do it; without, it is only shown");
    CLI::App* licence = add_part(data, Action::kLicence, "licence", "What a published sheet owes to the sources that it cites",
                                 "Example:\n  paraph data licence imf-dots uzstat-1105");
    licence->add_option("sources", data_.operands, "Sources or vintages; default all")->type_name("ID…");
    CLI::App* mirror = add_part(data, Action::kMirror, "mirror", "Both sides' figures for each flow between two states, and the gap",
                                "Example:\n  paraph data mirror US UZ 2015..2020");
    mirror->add_option("operands", data_.operands, "A B [YEAR|FROM..TO]")->required()->expected(2, 3)->type_name("A B [YEAR|FROM..TO]");
  }

  void add_serve() {
    CLI::App* command = app_.add_subcommand("serve", "Answer HTTP: the page and the interface, on this machine");
    command->add_option("--listen", serve_.listen, "Address and port; port 0 is any that is free")->capture_default_str()->type_name("HOST:PORT");
    table_.file(command->add_option("--token-file", serve_.token_file, "File with the token that requests must bring; needed beyond this machine"));
    command->add_option("--host", serve_.hosts, "A further name under which it is reached, as behind a proxy")->type_name("NAME");
    command->add_option("--trust", serve_.trusted, "Fetch from this number and port though it is not public: 10.1.2.3:80")->type_name("ADDRESS:PORT");
    command->add_option("--threads", serve_.threads, "Audits at a time; 0 is one a core")->type_name("N");
    command->add_option("--connections", serve_.connections, "Connections at a time")->check(CLI::Range(1, 1'000'000))->capture_default_str()->type_name("N");
    table_.file(command->add_option("--access-log", serve_.log, "A line of JSON a request goes to this file; - is standard error, none is none")->capture_default_str());
    table_.file(command->add_option("--shelf", serve_.shelf, "The reference database"));
    command->footer("Examples:\n"
                    "  paraph serve\n"
                    "  paraph serve --listen 127.0.0.1:0 --access-log none\n"
                    "  paraph serve --listen 0.0.0.0:8377 --token-file /etc/paraph/token\n"
                    "  curl -s --data-binary @sheet.txt -H 'Content-Type: text/plain' http://127.0.0.1:8377/v1/check");
    serve_command_ = command;
  }

  void add_completion() {
    CLI::App* command = app_.add_subcommand("completion", "Print a completion script for a shell");
    table_.choose(command, "shell", completion_.shell, {"bash", "zsh", "fish"}, "The shell")->required()->type_name("bash|zsh|fish");
    command->footer("Examples:\n"
                    "  paraph completion bash > ~/.local/share/bash-completion/completions/paraph\n"
                    "  paraph completion zsh > ~/.zfunc/_paraph\n"
                    "  paraph completion fish > ~/.config/fish/completions/paraph.fish");
    completion_command_ = command;
  }

  Command chosen() {
    if (extract_command_->parsed()) {
      if (extract_.inputs.empty() && !extract_.files_from) return nothing_to_read(*extract_command_);
      return extract_;
    }
    if (brief_command_->parsed()) return brief_;
    if (check_command_->parsed()) {
      if (check_.inputs.empty() && !check_.files_from) return nothing_to_read(*check_command_);
      return check_;
    }
    if (serve_command_->parsed()) return serve_;
    if (completion_command_->parsed()) return completion_;
    if (explain_command_->parsed()) return grammar_;
    if (list_command_->parsed()) {
      grammar_.action = GrammarArguments::Action::kList;
      grammar_.format = grammar_list_format_;
      return grammar_;
    }
    if (auto command = editions_.chosen()) return *std::move(command);
    for (const auto& [command, action] : data_commands_) {
      if (!command->parsed()) continue;
      data_.action = action;
      return data_;
    }
    return EndOfRun{2, app_.help()};
  }

  EndOfRun nothing_to_read(const CLI::App& command) const {
    return {2, fmt::format("paraph {}: no input; name files, folders or addresses, or - for standard input\n", command.get_name())};
  }

  /// The innermost command that the arguments chose.
  const CLI::App& deepest() const {
    const CLI::App* command = &app_;
    while (true) {
      const auto inner = command->get_subcommands();
      if (inner.empty()) return *command;
      command = inner.front();
    }
  }

  /// "paraph data" for `show`: what stands before a command's own name.
  static std::string path_above(const CLI::App& command) {
    std::string path;
    for (const CLI::App* each = command.get_parent(); each != nullptr; each = each->get_parent()) {
      path = each->get_name() + (path.empty() ? "" : " " + path);
    }
    return path;
  }

  std::string explained(const CLI::ParseError& error) const {
    const CLI::App& command = deepest();
    const std::string above = path_above(command);
    const std::string path = above.empty() ? command.get_name() : above + " " + command.get_name();
    std::string message = fmt::format("{}: {}", path, error.what());
    for (const std::string& word : app_.remaining(true)) {
      const bool flag = word.starts_with("-");
      const auto meant = nearest_word(word.substr(0, word.find('=')), flag ? option_names(command) : command_names(command));
      message = flag ? fmt::format("{}: there is no option {}", path, word) : fmt::format("{}: {} was not expected here", path, word);
      if (meant) message += fmt::format("; did you mean {}?", *meant);
      break;
    }
    return message + fmt::format("\nTry {} --help\n", path);
  }

  static std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
      for (const std::string& name : option->get_snames()) names.push_back("-" + name);
    }
    return names;
  }

  static std::vector<std::string> command_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::App* inner : command.get_subcommands({})) names.push_back(inner->get_name());
    return names;
  }

  CLI::App app_{"Paraph audits fact sheets about the relations of two states: what they claim, and what the data say.", "paraph"};
  ExtractArguments extract_;
  CheckArguments check_;
  BriefArguments brief_;
  DataArguments data_;
  GrammarArguments grammar_;
  std::string grammar_list_format_ = "table";
  ServeArguments serve_;
  CompletionArguments completion_;
  bool wants_version_ = false;
  CLI::Option* version_ = nullptr;
  CLI::App* extract_command_ = nullptr;
  CLI::App* check_command_ = nullptr;
  CLI::App* explain_command_ = nullptr;
  CLI::App* list_command_ = nullptr;
  CLI::App* brief_command_ = nullptr;
  CLI::App* serve_command_ = nullptr;
  CLI::App* completion_command_ = nullptr;
  std::vector<std::pair<CLI::App*, DataArguments::Action>> data_commands_;
  CommandTable table_;
  EditionCommands editions_{table_};
};

}  // namespace

Command read_arguments(int count, const char* const* arguments) { return CommandLine().read(count, arguments); }

CommandSketch sketch_commands() { return CommandLine().sketch(); }

}  // namespace paraph
