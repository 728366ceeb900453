#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/trace.h"
#include "report/write_report.h"

namespace paraph {

/// The forms of `paraph trace`.
enum class TraceFormat : std::uint8_t { kTerminal, kJson, kHtml };
std::optional<TraceFormat> trace_format_named(std::string_view name);

/// Copies, what they were held against, and what came of it; the editions must outlive the writing.
struct TracedCopies {
  std::vector<Traced> documents;            ///< Originals and copies.
  std::vector<Descent> descents;            ///< As trace() gave them, one a copy.
  std::vector<Comparison> comparisons;      ///< One a descent: its parent with the copy; empty where there is none.
  std::size_t searched = 0;                 ///< Editions among which the originals were looked for.
};

/// Whether a parent was found and the copy says what it says, nothing more and nothing less.
bool is_faithful(const TracedCopies& traced, std::size_t descent);

/// Appends the whole report. `all` also writes what was kept or only moved.
void write_trace(const TracedCopies& traced, TraceFormat format, const ReportContext& context, bool all, std::string& out);

}  // namespace paraph
