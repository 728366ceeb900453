#include "cli/command_check.h"

#include <algorithm>

#include <fmt/format.h>

#include <paraph/paraph.h>

#include "cli/output.h"
#include "cli/surroundings.h"
#include "engine/days.h"
#include "engine/run_inputs.h"
#include "engine/shelf_file.h"

namespace paraph {
namespace {

int refuse(const Error& error) {
  write_error(fmt::format("paraph check: {}\n", error.message));
  return 2;
}

bool found_any(const AuditSummary& summary, const std::vector<std::string>& labels) {
  const auto wanted = [&](std::string_view label) { return std::find(labels.begin(), labels.end(), label) != labels.end(); };
  return (summary.supported > 0 && wanted("supported")) || (summary.disputed > 0 && wanted("disputed")) ||
         (summary.refuted > 0 && wanted("refuted")) || (summary.outdated > 0 && wanted("outdated")) ||
         (summary.unverifiable > 0 && wanted("unverifiable"));
}

Result<AuditOptions> audit_options(const Engine& engine, const CheckArguments& arguments) {
  AuditOptions options;
  if (!arguments.pair.empty()) {
    const auto pair = engine.pair_named(arguments.pair);
    if (!pair) return std::unexpected(pair.error());
    options.reading.pair = *pair;
  }
  options.now = today();
  if (!arguments.now.empty()) {
    const auto now = read_day(arguments.now);
    if (!now) return std::unexpected(now.error());
    options.now = *now;
  }
  if (!arguments.as_of.empty()) {
    const auto as_of = read_day(arguments.as_of);
    if (!as_of) return std::unexpected(as_of.error());
    options.as_of = RecordedAt{*as_of};
  }
  return options;
}

}  // namespace

int run_check(const CheckArguments& arguments) {
  const auto engine = Engine::open();
  if (!engine) return refuse(engine.error());
  const auto options = audit_options(*engine, arguments);
  if (!options) return refuse(options.error());
  const auto shelf = find_shelf(shelf_candidates(arguments.shelf));
  if (!shelf) return refuse(shelf.error());
  const auto inputs = gather_inputs(arguments.inputs, arguments.files_from);
  if (!inputs) return refuse(inputs.error());
  for (const Error& error : inputs->missing) write_error(fmt::format("paraph check: {}\n", error.message));
  if (inputs->inputs.empty()) return 2;
  auto output = Output::open(arguments.output);
  if (!output) return refuse(output.error());

  const bool to_file = arguments.output.has_value();
  const auto report = make_audit_report(
      *audit_format_named(arguments.format),
      {{page_width(arguments.width), page_colour(arguments.colour, to_file)}, [&](const ActorId& actor) { return engine->display_name(actor); },
       std::string(version())});
  const RunSink sink{[&](std::string_view text) { return output->write(text); },
                     [](const std::string&, const Error& error) { write_error(fmt::format("paraph check: {}\n", error.message)); }};
  const auto totals = run_audits(*engine, {inputs->inputs, arguments.threads}, *options, *shelf, *report, sink);
  if (!totals) return refuse(totals.error());
  if (const auto kept = output->keep(); !kept) return refuse(kept.error());
  if (totals->failed > 0 || !inputs->missing.empty()) return 2;
  return found_any(totals->summary, arguments.fail_on) ? 1 : 0;
}

}  // namespace paraph
