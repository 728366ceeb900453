#include "cli/command_extract.h"

#include <memory>
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

/// The claims themselves are not wanted.
class NoReport final : public ExtractionReport {
 public:
  void part(const Extraction&, std::string&) const override {}
};

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
  const Layout layout{page_width(0), page_colour("auto", to_file)};
  const auto report = arguments.coverage
                          ? std::make_unique<NoReport>()
                          : make_extraction_report(*extraction_format_named(arguments.format),
                                                   {layout, [&](const ActorId& actor) { return engine->display_name(actor); }, std::string(version())});
  std::mutex errors;
  std::mutex counting;
  ReadingCoverage coverage;
  const AfterExtraction more = [&](const Extraction& extraction, std::string& out) {
    if (arguments.coverage) {
      const std::lock_guard lock(counting);
      add_to(coverage, extraction);
    } else if (arguments.format == "jsonl") {
      append_mentions(*engine, extraction, {arguments.quantities, arguments.dates}, out);
    }
  };
  const RunSink sink{[&](std::string_view text) { return output->write(text); },
                     [&](const std::string&, const Error& error) {
                       const std::lock_guard lock(errors);
                       write_error(fmt::format("paraph extract: {}\n", error.message));
                     }};
  const bool asked = arguments.quantities || arguments.dates || arguments.coverage;
  const AfterExtraction after = asked ? more : AfterExtraction();
  const ReportTotals totals = run_extractions(*engine, {inputs->inputs, arguments.threads}, reading, *report, after, sink);
  if (arguments.coverage) {
    std::string page;
    if (arguments.format == "json") write_coverage_json(coverage, page);
    else write_terminal_table(coverage_table(coverage), layout.width, layout.colour, page);
    output->write(page);
  }
  if (const auto kept = output->keep(); !kept) return refuse(kept.error());
  return totals.failed > 0 || !inputs->missing.empty() ? 2 : 0;
}

}  // namespace paraph
