#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "claim/extraction.h"
#include "ledger/compare.h"
#include "report/write_report.h"

namespace paraph {

/// The forms of `paraph diff`.
enum class DiffFormat : std::uint8_t { kTerminal, kJson, kHtml };
std::optional<DiffFormat> diff_format_named(std::string_view name);

/// Two editions and what became of one in the other; all three must outlive the writing.
struct ComparedEditions {
  const Extraction& before;
  const Extraction& after;
  const Comparison& comparison;
};

/// Appends the whole report. `all` also writes what was kept or only moved.
void write_diff(const ComparedEditions& editions, DiffFormat format, const ReportContext& context, bool all, std::string& out);

}  // namespace paraph
