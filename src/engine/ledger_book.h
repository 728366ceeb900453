#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "ledger/ledger_storage.h"
#include "report/text_table.h"

namespace paraph {

/// How editions are taken in.
struct RecordOptions {
  ReadingOptions reading;
  std::string source;                        ///< Empty: each input is its own source.
  std::optional<std::chrono::sys_days> seen; ///< The day on which the sources said so; empty for `today`.
  std::chrono::sys_days today;               ///< The caller's, never the clock's.
  const ObservationSource* shelf = nullptr;  ///< Judges every claim as well, where given.
};

/// An edition that was taken in, and how much it differs from the one before.
struct Recorded {
  EditionPlace place;
  std::size_t claims = 0;
  std::size_t events = 0;
  bool first = false;      ///< Of its source.
  bool same_bytes = false; ///< As the edition before.
};

/// An edition that a copy may come from.
struct LedgerCandidate {
  Extraction edition;
  std::optional<std::chrono::sys_days> absent_on;  ///< The day on which its source last said something else.
};

/// The bytes of a file, or of standard input for "-", unread.
Result<std::string> read_bytes(const std::string& input);

/// The ledger as the commands use it.
class LedgerBook {
 public:
  static Result<LedgerBook> open(const Engine& engine, const std::filesystem::path& file, bool create);

  /// Takes inputs in, in order, a few hundred a transaction; `done` is told of each one once it is on disk, `failed` of
  /// inputs that could not be read. Fails when the ledger cannot be written: what `done` was told of stays.
  Result<void> record(const std::vector<std::string>& inputs, const RecordOptions& options, const std::function<void(const Recorded&)>& done,
                      const std::function<void(const Error&)>& failed);

  /// A claim's id, or a pair such as US-UZ.
  Result<TextTable> history(std::string_view claim_or_pair) const;
  /// The editions in force on a day; with `source` or `pair`, the claims that they state.
  Result<TextTable> as_of(ValidTime at, std::optional<RecordedAt> recorded_by, std::string_view source, std::string_view pair) const;
  /// The last link of a sound chain.
  Result<std::string> verify() const;
  Result<std::int64_t> size() const { return storage_->size(); }

  /// "@17", or "SOURCE@2024-07-15": that edition, read by today's tables; empty when `reference` has another form.
  Result<std::optional<Extraction>> edition(std::string_view reference, const ReadingOptions& reading) const;

  /// Editions from which the copies may come, read by today's tables; each document once, where it was seen first.
  Result<std::vector<LedgerCandidate>> candidates(const std::deque<Extraction>& copies, const ReadingOptions& reading) const;

  /// One JSON line an edition, each with what import needs.
  Result<void> export_lines(const std::function<bool(std::string_view)>& write) const;
  /// Takes in lines that export wrote; their links must follow from this ledger's last. Gives the number of editions.
  Result<std::int64_t> import_lines(std::string_view lines);

 private:
  LedgerBook(const Engine& engine, std::unique_ptr<LedgerStorage> storage) : engine_(&engine), storage_(std::move(storage)) {}

  Result<Recorded> append(Extraction extraction, const std::string& input, const RecordOptions& options);
  Result<std::shared_ptr<const Extraction>> read_again(const EditionPlace& place, const ReadingOptions& reading) const;

  struct Recent {
    std::int64_t number = 0;
    std::string document;
    std::shared_ptr<const Extraction> extraction;
  };

  const Engine* engine_;
  std::unique_ptr<LedgerStorage> storage_;
  std::map<std::string, Recent> recent_;  ///< Last edition of each source of this run.
};

}  // namespace paraph
