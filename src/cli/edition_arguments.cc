#include "cli/edition_arguments.h"

namespace paraph {

void EditionCommands::add_to(CLI::App& app) {
  add_diff(app);
  add_trace(app);
  add_ledger(app);
}

void EditionCommands::add_diff(CLI::App& app) {
  CLI::App* command = app.add_subcommand("diff", "Say what changed from one edition of a sheet to another");
  command->add_option("old", diff_.before, "The earlier edition: a file, an address, - for standard input, or of the ledger @NUMBER or SOURCE@DATE")->required()->type_name("OLD");
  command->add_option("new", diff_.after, "The later edition")->required()->type_name("NEW");
  table_.files(command);
  table_.choose(command, "-f,--format", diff_.format, {"terminal", "json", "html"}, "Output format");
  command->add_option("--pair", diff_.pair, "The two states, where the sheets do not say: US-UZ")->type_name("A-B");
  command->add_flag("--all", diff_.all, "Also write what was kept or only moved");
  table_.file(command->add_option("--ledger", diff_.ledger, "The ledger, for editions that it holds"));
  table_.file(command->add_option("-o,--output", diff_.output, "Write to this file, whole or not at all"));
  table_.add_page(command, diff_.colour, diff_.width);
  command->footer("Examples:\n"
                  "  paraph diff sheet-2023.html sheet-2024.html\n"
                  "  paraph diff old.txt new.txt --format html --output changes.html\n"
                  "  paraph diff @3 @4\n"
                  "  paraph diff https://example.org/sheet@2023-01-01 https://example.org/sheet@2024-01-01\n\n"
                  "Form, white space, order and furniture of pages are never a change.\n"
                  "Exit status: 0 no change, 1 changes, 2 could not run.");
  diff_command_ = command;
}

void EditionCommands::add_trace(CLI::App& app) {
  CLI::App* command = app.add_subcommand("trace", "Say which edition a copy comes from, and what it altered");
  command->add_option("copies", trace_.copies, "The copies: files, folders, addresses, or - for standard input")->required()->type_name("FILE|DIR|URL…");
  table_.files(command);
  CLI::Option* against = command->add_option("--against", trace_.against, "What it may come from: files, folders, ledgers, or editions as diff takes them; default the ledger");
  table_.file(against);
  against->type_name("LEDGER|FILE|DIR…");
  table_.choose(command, "-f,--format", trace_.format, {"terminal", "json", "html"}, "Output format");
  command->add_option("--pair", trace_.pair, "The two states, where the sheets do not say: US-UZ")->type_name("A-B");
  command->add_flag("--all", trace_.all, "Also write what was kept or only moved");
  table_.file(command->add_option("--ledger", trace_.ledger, "The ledger; default $PARAPH_LEDGER, else in your data folder"));
  table_.file(command->add_option("-o,--output", trace_.output, "Write to this file, whole or not at all"));
  table_.add_page(command, trace_.colour, trace_.width);
  command->footer("Examples:\n"
                  "  paraph trace repost.html\n"
                  "  paraph trace repost.html --against sheet-2023.html sheet-2024.html\n"
                  "  paraph trace reposts/ --against editions/ --format html --output reposts.html\n\n"
                  "Of several copies, some may be made from others: then a tree is written first.\n"
                  "Exit status: 0 faithful copies, 1 altered ones or such as come from none of these, 2 could not run.");
  trace_command_ = command;
}

CLI::App* EditionCommands::add_action(CLI::App* ledger, const std::string& name, LedgerArguments::Action action, const std::string& says) {
  CLI::App* command = ledger->add_subcommand(name, says);
  table_.file(command->add_option("--ledger", ledger_.ledger, "The ledger; default $PARAPH_LEDGER, else in your data folder"));
  ledger_commands_.emplace_back(command, action);
  return command;
}

void EditionCommands::add_ledger(CLI::App& app) {
  using Action = LedgerArguments::Action;
  CLI::App* ledger = app.add_subcommand("ledger", "What every edition of a sheet claimed, kept for good");
  ledger->require_subcommand(1);
  CLI::App* record = add_action(ledger, "record", Action::kRecord, "Take editions in: bytes, claims, gaps, and what changed since the edition before");
  record->add_option("inputs", ledger_.inputs, "Files, folders, http(s) addresses, or - for standard input")->type_name("FILE|DIR|URL…");
  table_.files(record);
  table_.file(record->add_option("--files-from", ledger_.files_from, "Read more inputs from this file, one a line"));
  record->add_option("--source", ledger_.source, "The address or name under which the sheet is followed; default each input's own")->type_name("NAME");
  record->add_option("--seen", ledger_.seen, "The day on which the source said so; default today")->type_name("DATE");
  record->add_option("--now", ledger_.now, "The day of recording; default today")->type_name("DATE");
  record->add_option("--pair", ledger_.pair, "The two states, where the document does not say: US-UZ")->type_name("A-B");
  record->add_flag("--check", ledger_.check, "Also judge every claim, and keep the verdicts");
  table_.file(record->add_option("--shelf", ledger_.shelf, "The reference database, for --check"));
  record->footer("Examples:\n"
                 "  paraph ledger record sheet.html --source https://example.org/sheet --seen 2024-07-15\n"
                 "  paraph ledger record archive/ --ledger sheets.sqlite");
  CLI::App* history = add_action(ledger, "history", Action::kHistory, "The life of a claim, or of all claims between two states");
  history->add_option("claim", ledger_.asked, "A claim's id, or a pair")->required()->type_name("CLAIM|PAIR");
  history->footer("Examples:\n  paraph ledger history US-UZ\n  paraph ledger history cd1510eecb57e1809");
  CLI::App* as_of = add_action(ledger, "as-of", Action::kAsOf, "What the sheets said on a day");
  as_of->add_option("date", ledger_.asked, "The day")->required()->type_name("DATE");
  as_of->add_option("--recorded-by", ledger_.recorded_by, "Only editions that the ledger held by this day")->type_name("DATE");
  as_of->add_option("--source", ledger_.source, "The claims of this source's edition")->type_name("NAME");
  as_of->add_option("--pair", ledger_.pair, "The claims between these two")->type_name("A-B");
  as_of->footer("Examples:\n  paraph ledger as-of 2022-06-30\n  paraph ledger as-of 2022-06-30 --pair US-UZ --recorded-by 2022-12-31");
  for (CLI::App* command : {history, as_of}) {
    table_.choose(command, "-f,--format", ledger_.format, {"table", "json", "csv"}, "Output format");
    table_.add_page(command, ledger_.colour, ledger_.width);
  }
  CLI::App* verify = add_action(ledger, "verify", Action::kVerify, "Check every link, record and document");
  verify->add_option("--head", ledger_.head, "The link that must stand last: shows that nothing was cut off")->type_name("LINK");
  verify->footer("Example:\n  paraph ledger verify\n\nExit status: 0 sound, 1 tampered with or damaged, 2 could not run.");
  CLI::App* exported = add_action(ledger, "export", Action::kExport, "Write the ledger as JSON lines");
  table_.file(exported->add_option("-o,--output", ledger_.output, "Write to this file, whole or not at all"));
  exported->footer("Example:\n  paraph ledger export --output ledger.jsonl");
  CLI::App* imported = add_action(ledger, "import", Action::kImport, "Take in JSON lines that export wrote, links checked");
  imported->add_option("file", ledger_.inputs, "The lines, or - for standard input")->required()->expected(1)->type_name("FILE");
  table_.files(imported);
  imported->footer("Example:\n  paraph ledger import ledger.jsonl --ledger copy.sqlite");
}

std::optional<Command> EditionCommands::chosen() const {
  if (diff_command_->parsed()) return diff_;
  if (trace_command_->parsed()) return trace_;
  for (const auto& [command, action] : ledger_commands_) {
    if (!command->parsed()) continue;
    if (action == LedgerArguments::Action::kRecord && ledger_.inputs.empty() && !ledger_.files_from) {
      return EndOfRun{2, "paraph ledger record: no input; name files, folders or addresses, or - for standard input\n"};
    }
    LedgerArguments ledger = ledger_;
    ledger.action = action;
    return ledger;
  }
  return std::nullopt;
}

}  // namespace paraph
