#include <csignal>
#include <exception>
#include <new>

#include <fmt/format.h>

#include <paraph/paraph.h>

#include "base/check.h"
#include "cli/arguments.h"
#include "cli/command_brief.h"
#include "cli/command_check.h"
#include "cli/command_data.h"
#include "cli/command_diff.h"
#include "cli/command_extract.h"
#include "cli/command_grammar.h"
#include "cli/command_ledger.h"
#include "cli/command_trace.h"
#include "cli/command_serve.h"
#include "cli/completion.h"
#include "cli/output.h"

namespace paraph {
namespace {

constexpr int kBug = 70;  // EX_SOFTWARE of sysexits.h.

int print(std::string_view text) {
  auto output = Output::open(std::nullopt);
  if (!output) return 2;
  output->write(text);
  return output->keep() ? 0 : 2;
}

int print_version() {
  const auto workbench = Workbench::open();
  if (!workbench) {
    write_error(fmt::format("paraph: {}\n", workbench.error()));
    return 2;
  }
  return print(fmt::format("paraph {} (language tables {})\n", version(), workbench->fingerprint()));
}

struct Run {
  int operator()(const ExtractArguments& arguments) const { return run_extract(arguments); }
  int operator()(const CheckArguments& arguments) const { return run_check(arguments); }
  int operator()(const BriefArguments& arguments) const { return run_brief(arguments); }
  int operator()(const DataArguments& arguments) const { return run_data(arguments); }
  int operator()(const GrammarArguments& arguments) const { return run_grammar(arguments); }
  int operator()(const DiffArguments& arguments) const { return run_diff(arguments); }
  int operator()(const TraceArguments& arguments) const { return run_trace(arguments); }
  int operator()(const LedgerArguments& arguments) const { return run_ledger(arguments); }
  int operator()(const ServeArguments& arguments) const { return run_serve(arguments); }
  int operator()(const CompletionArguments& arguments) const { return print(completion_script(arguments.shell, sketch_commands())); }
  int operator()(const VersionArguments&) const { return print_version(); }
  int operator()(const EndOfRun& end) const {
    if (end.code == 0) return print(end.message);
    write_error(end.message);
    return end.code;
  }
};

}  // namespace
}  // namespace paraph

int main(int count, char** arguments) {
  // A reader that goes away is an answer to write(), not the end of the program.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return std::visit(paraph::Run{}, paraph::read_arguments(count, arguments));
  } catch (const paraph::BrokenContract& bug) {
    paraph::write_error(fmt::format("paraph: this is a bug in Paraph, please report it: {}\n", bug.what()));
  } catch (const std::bad_alloc&) {
    paraph::write_error("paraph: out of memory\n");
    return 2;
  } catch (const std::exception& error) {
    paraph::write_error(fmt::format("paraph: this is a bug in Paraph, please report it: {}\n", error.what()));
  }
  return paraph::kBug;
}
