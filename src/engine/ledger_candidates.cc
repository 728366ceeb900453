#include <set>

#include <fmt/format.h>

#include "engine/ledger_book.h"

namespace paraph {

Result<std::vector<LedgerCandidate>> LedgerBook::candidates(const std::deque<Extraction>&, const ReadingOptions& reading) const {
  std::vector<LedgerCandidate> out;
  const auto size = storage_->size();
  if (!size) return std::unexpected(size.error());
  std::set<std::string> documents;
  for (std::int64_t number = 1; number <= *size; ++number) {
    const auto record = storage_->record(number);
    if (!record) return std::unexpected(record.error());
    const auto edition = read_record(*record);
    if (!edition) return std::unexpected(edition.error());
    if (!documents.insert(edition->source + '\n' + edition->document).second) continue;
    LedgerCandidate candidate;
    auto read = this->edition(fmt::format("@{}", number), reading);
    if (!read) return std::unexpected(read.error());
    candidate.edition = std::move(**read);
    if (edition->previous > 0) {
      const auto before = storage_->place(edition->previous);
      if (!before) return std::unexpected(before.error());
      candidate.absent_on = before->seen.day;
    }
    out.push_back(std::move(candidate));
  }
  return out;
}

}  // namespace paraph
