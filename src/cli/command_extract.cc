#include "cli/command_extract.h"

#include <mutex>

#include <fmt/format.h>

#include <paraph/paraph.h>

#include "cli/output.h"
#include "cli/surroundings.h"
#include "engine/mention_report.h"
#include "engine/run_inputs.h"
#include "engine/shelf_file.h"

namespace paraph {
namespace {

int refuse(const Error& error) {
  write_error(fmt::format("paraph extract: {}\n", error.message));
  return 2;
}

}  // namespace

int run_extract(const ExtractArguments& arguments) {
  const auto engine = Engine::open();
  if (!engine) return refuse(engine.error());
  ReadingOptions reading;
  if (!arguments.pair.empty()) {
    const auto pair = engine->pair_named(arguments.pair);
    if (!pair) return refuse(pair.error());
    reading.pair = *pair;
  }
  const auto inputs = gather_inputs(arguments.inputs, arguments.files_from);
  if (!inputs) return refuse(inputs.error());
  for (const Error& error : inputs->missing) write_error(fmt::format("paraph extract: {}\n", error.message));
  if (inputs->inputs.empty()) return 2;
  auto output = Output::open(arguments.output);
  if (!output) return refuse(output.error());

  const bool to_file = arguments.output.has_value();
  const auto report = make_extraction_report(
      *extraction_format_named(arguments.format),
      {{page_width(0), page_colour("auto", to_file)}, [&](const ActorId& actor) { return engine->display_name(actor); }, std::string(version())});
  std::mutex errors;
  const AfterExtraction more = [&](const Extraction& extraction, std::string& out) {
    if (arguments.format == "jsonl") append_mentions(*engine, extraction, {arguments.quantities, arguments.dates}, out);
    if (!arguments.coverage) return;
    const std::string line = coverage_line(extraction) + "\n";
    const std::lock_guard lock(errors);
    write_error(line);
  };
  const RunSink sink{[&](std::string_view text) { return output->write(text); },
                     [&](const std::string&, const Error& error) {
                       const std::lock_guard lock(errors);
                       write_error(fmt::format("paraph extract: {}\n", error.message));
                     }};
  const bool asked = arguments.quantities || arguments.dates || arguments.coverage;
  const AfterExtraction after = asked ? more : AfterExtraction();
  const ReportTotals totals = run_extractions(*engine, {inputs->inputs, arguments.threads}, reading, *report, after, sink);
  if (const auto kept = output->keep(); !kept) return refuse(kept.error());
  return totals.failed > 0 || !inputs->missing.empty() ? 2 : 0;
}

}  // namespace paraph
