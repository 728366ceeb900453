#include "cli/command_diff.h"

#include <fmt/format.h>

#include <paraph/paraph.h>

#include "cli/output.h"
#include "cli/surroundings.h"
#include "engine/compare_inputs.h"

namespace paraph {
namespace {

int refuse(const Error& error) {
  write_error(fmt::format("paraph diff: {}\n", error.message));
  return 2;
}

}  // namespace

int run_diff(const DiffArguments& arguments) {
  const auto engine = Engine::open();
  if (!engine) return refuse(engine.error());
  InputComparison wanted{arguments.before, arguments.after, {}, *diff_format_named(arguments.format), arguments.all, ledger_file(arguments.ledger)};
  if (!arguments.pair.empty()) {
    const auto pair = engine->pair_named(arguments.pair);
    if (!pair) return refuse(pair.error());
    wanted.reading.pair = *pair;
  }
  auto output = Output::open(arguments.output);
  if (!output) return refuse(output.error());
  const ReportContext context{{page_width(arguments.width), page_colour(arguments.colour, arguments.output.has_value())},
                              [&](const ActorId& actor) { return engine->display_name(actor); },
                              std::string(version())};
  std::string text;
  const auto differs = compare_inputs(*engine, wanted, context, text);
  if (!differs) return refuse(differs.error());
  output->write(text);
  if (const auto kept = output->keep(); !kept) return refuse(kept.error());
  return *differs ? 1 : 0;
}

}  // namespace paraph
