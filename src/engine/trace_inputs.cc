#include "engine/trace_inputs.h"

#include <algorithm>
#include <deque>
#include <fstream>
#include <optional>

#include <fmt/format.h>

#include "engine/ledger_book.h"
#include "intake/intake.h"

namespace paraph {
namespace {

/// By its first bytes, not by its name.
bool is_ledger(const std::string& input) {
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  std::error_code error;
  if (!std::filesystem::is_regular_file(input, error)) return false;
  std::string head(kMagic.size(), ' ');
  std::ifstream file(input, std::ios::binary);
  return file.read(head.data(), static_cast<std::streamsize>(head.size())) && head == kMagic;
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return a == b || std::filesystem::equivalent(a, b, error);
}

/// The documents of one trace, which stay where they are.
class Gatherer {
 public:
  Gatherer(const Engine& engine, const InputTrace& wanted) : engine_(engine), wanted_(wanted) {}

  Result<void> gather() {
    const auto copies = list_inputs(wanted_.copies);
    if (!copies) return std::unexpected(copies.error());
    for (const std::string& input : *copies) {
      auto read = engine_.extract(input, wanted_.reading);
      if (!read) return std::unexpected(read.error());
      copies_.push_back(std::move(*read));
    }
    if (wanted_.against.empty()) return take_ledger(wanted_.ledger);
    for (const std::string& each : wanted_.against) {
      if (auto taken = take(each, *copies); !taken) return taken;
    }
    return {};
  }

  TracedCopies traced() {
    TracedCopies out;
    for (std::size_t i = 0; i < originals_.size(); ++i) out.documents.push_back({&originals_[i], true, absent_on_[i]});
    for (const Extraction& copy : copies_) out.documents.push_back({&copy, false, std::nullopt});
    out.searched = searched_;
    out.descents = trace(out.documents);
    for (const Descent& descent : out.descents) {
      out.comparisons.push_back(descent.parent ? compare(*out.documents[*descent.parent].edition, *out.documents[descent.copy].edition) : Comparison());
    }
    return out;
  }

  bool empty() const { return searched_ == 0; }

 private:
  void add(Extraction edition, std::optional<std::chrono::sys_days> absent_on) {
    originals_.push_back(std::move(edition));
    absent_on_.push_back(absent_on);
  }

  Result<void> take(const std::string& given, const std::vector<std::string>& copies) {
    std::error_code error;
    if (!std::filesystem::exists(given, error) && given.find('@') != std::string::npos && !given.starts_with("http")) return take_edition(given);
    if (is_ledger(given)) return take_ledger(given);
    const auto inputs = list_inputs({given});
    if (!inputs) return std::unexpected(inputs.error());
    for (const std::string& input : *inputs) {
      // A folder may hold the copies as well: nothing is its own original.
      if (std::ranges::any_of(copies, [&](const std::string& copy) { return same_file(copy, input); })) continue;
      auto read = engine_.extract(input, wanted_.reading);
      if (!read) return std::unexpected(read.error());
      add(std::move(*read), std::nullopt);
      ++searched_;
    }
    return {};
  }

  Result<void> take_edition(const std::string& reference) {
    const auto book = LedgerBook::open(engine_, wanted_.ledger, false);
    if (!book) return std::unexpected(book.error());
    auto edition = book->edition(reference, wanted_.reading);
    if (!edition) return std::unexpected(edition.error());
    if (!*edition) return fail(ErrorCode::kNotFound, fmt::format("{}: neither a file nor an edition of the ledger", reference));
    add(std::move(**edition), std::nullopt);
    ++searched_;
    return {};
  }

  Result<void> take_ledger(const std::filesystem::path& file) {
    const auto book = LedgerBook::open(engine_, file, false);
    if (!book) return fail(book.error().code, wanted_.against.empty() ? book.error().message + "; name what to search with --against" : book.error().message);
    auto found = book->candidates(copies_, wanted_.reading);
    if (!found) return std::unexpected(found.error());
    for (LedgerCandidate& each : *found) add(std::move(each.edition), each.absent_on);
    const auto size = book->size();
    if (!size) return std::unexpected(size.error());
    searched_ += static_cast<std::size_t>(*size);
    return {};
  }

  const Engine& engine_;
  const InputTrace& wanted_;
  std::deque<Extraction> copies_;
  std::deque<Extraction> originals_;
  std::vector<std::optional<std::chrono::sys_days>> absent_on_;
  std::size_t searched_ = 0;
};

}  // namespace

Result<bool> trace_inputs(const Engine& engine, const InputTrace& wanted, const ReportContext& context, std::string& out) {
  Gatherer gatherer(engine, wanted);
  if (auto gathered = gatherer.gather(); !gathered) return std::unexpected(gathered.error());
  if (gatherer.empty()) return fail(ErrorCode::kNotFound, "there are no editions to search: name some with --against");
  const TracedCopies traced = gatherer.traced();
  write_trace(traced, wanted.format, context, wanted.all, out);
  bool faithful = true;
  for (std::size_t d = 0; d < traced.descents.size(); ++d) faithful = faithful && is_faithful(traced, d);
  return faithful;
}

}  // namespace paraph
