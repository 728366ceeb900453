#include "cli/command_trace.h"

#include <fmt/format.h>

#include <paraph/paraph.h>

#include "cli/output.h"
#include "cli/surroundings.h"
#include "engine/trace_inputs.h"

namespace paraph {
namespace {

int refuse(const Error& error) {
  write_error(fmt::format("paraph trace: {}\n", error.message));
  return 2;
}

}  // namespace

int run_trace(const TraceArguments& arguments) {
  const auto engine = Engine::open();
  if (!engine) return refuse(engine.error());
  InputTrace wanted{arguments.copies, arguments.against, {}, *trace_format_named(arguments.format), arguments.all, ledger_file(arguments.ledger)};
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
  const auto faithful = trace_inputs(*engine, wanted, context, text);
  if (!faithful) return refuse(faithful.error());
  output->write(text);
  if (const auto kept = output->keep(); !kept) return refuse(kept.error());
  return *faithful ? 0 : 1;
}

}  // namespace paraph
