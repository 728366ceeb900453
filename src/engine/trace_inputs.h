#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "report/trace_report.h"

namespace paraph {

/// Copies to be traced, what they may come from, and how the result is written.
struct InputTrace {
  std::vector<std::string> copies;   ///< As Engine::extract takes them; folders are walked.
  std::vector<std::string> against;  ///< The same, ledgers, or editions as LedgerBook::edition takes them; empty for `ledger`.
  ReadingOptions reading;
  TraceFormat format = TraceFormat::kTerminal;
  bool all = false;                  ///< Also what was kept.
  std::filesystem::path ledger;
};

/// Reads all with the same tables, traces the copies and appends the report; true where every copy is faithful.
Result<bool> trace_inputs(const Engine& engine, const InputTrace& wanted, const ReportContext& context, std::string& out);

}  // namespace paraph
