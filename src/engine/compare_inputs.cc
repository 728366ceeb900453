#include "engine/compare_inputs.h"

#include "ledger/compare.h"

namespace paraph {

Result<bool> compare_inputs(const Engine& engine, const InputComparison& wanted, const ReportContext& context, std::string& out) {
  const auto before = engine.extract(wanted.before, wanted.reading);
  if (!before) return std::unexpected(before.error());
  const auto after = engine.extract(wanted.after, wanted.reading);
  if (!after) return std::unexpected(after.error());
  const Comparison comparison = compare(*before, *after);
  write_diff({*before, *after, comparison}, wanted.format, context, wanted.all, out);
  return comparison.differs();
}

}  // namespace paraph
