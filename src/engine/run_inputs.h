#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "report/explanation_report.h"
#include "report/reading_coverage.h"
#include "report/write_report.h"

namespace paraph {

/// Where the results of a run go.
struct RunSink {
  std::function<bool(std::string_view)> write;  ///< False ends the run early: the reader has gone away.
  std::function<void(const std::string& input, const Error&)> fail;  ///< An input that could not be read; the others go on.
};

/// Inputs as list_inputs gives them; 0 threads is one for each core.
struct RunOptions {
  std::vector<std::string> inputs;
  std::size_t threads = 0;
};

/// What an input adds to the output of an extraction, after its report.
using AfterExtraction = std::function<void(const Extraction&, std::string&)>;

/// Extracts every input and writes one report. Output stands in the order of the inputs whatever the threads, and at
/// most a few results for each thread wait in memory.
ReportTotals run_extractions(const Engine& engine, const RunOptions& run, const ReadingOptions& reading, const ExtractionReport& report,
                             const AfterExtraction& after, const RunSink& sink);

/// Checks every input against the shelf and writes one report. Fails when the shelf cannot be opened.
Result<ReportTotals> run_audits(const Engine& engine, const RunOptions& run, const AuditOptions& options, const std::filesystem::path& shelf,
                                const AuditReport& report, const RunSink& sink);

}  // namespace paraph
