#pragma once

#include <filesystem>
#include <string>

#include "engine/engine.h"
#include "report/diff_report.h"

namespace paraph {

/// Two editions to be compared, and how the result is written.
struct InputComparison {
  std::string before;  ///< As Engine::extract takes it, or an edition as LedgerBook::edition does.
  std::string after;
  ReadingOptions reading;
  DiffFormat format = DiffFormat::kTerminal;
  bool all = false;  ///< Also what was kept.
  std::filesystem::path ledger;  ///< Opened only for editions that name it.
};

/// Reads both with the same tables, compares them and appends the report; true where they differ.
Result<bool> compare_inputs(const Engine& engine, const InputComparison& wanted, const ReportContext& context, std::string& out);

}  // namespace paraph
