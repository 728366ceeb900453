#include "engine/compare_inputs.h"

#include "engine/days.h"
#include "engine/ledger_book.h"
#include "ledger/compare.h"

namespace paraph {

namespace {

/// A file of that name comes before an edition of the ledger.
bool names_an_edition(const std::string& input) {
  std::error_code error;
  const std::size_t at = input.rfind('@');
  if (at == std::string::npos || std::filesystem::exists(input, error)) return false;
  return at == 0 || read_day(std::string_view(input).substr(at + 1)).has_value();
}

Result<Extraction> read_input(const Engine& engine, const std::string& input, const InputComparison& wanted) {
  if (!names_an_edition(input)) return engine.extract(input, wanted.reading);
  const auto book = LedgerBook::open(engine, wanted.ledger, false);
  if (!book) return std::unexpected(book.error());
  auto edition = book->edition(input, wanted.reading);
  if (!edition) return std::unexpected(edition.error());
  if (!*edition) return engine.extract(input, wanted.reading);
  return std::move(**edition);
}

}  // namespace

Result<bool> compare_inputs(const Engine& engine, const InputComparison& wanted, const ReportContext& context, std::string& out) {
  const auto before = read_input(engine, wanted.before, wanted);
  if (!before) return std::unexpected(before.error());
  const auto after = read_input(engine, wanted.after, wanted);
  if (!after) return std::unexpected(after.error());
  const Comparison comparison = compare(*before, *after);
  write_diff({*before, *after, comparison}, wanted.format, context, wanted.all, out);
  return comparison.differs();
}

}  // namespace paraph
