#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ledger/edition.h"
#include "value/bitemporal.h"

namespace paraph {

/// An edition's place in the ledger. Numbers count from 1 without gaps.
struct EditionPlace {
  std::int64_t number = 0;
  std::string source;
  ValidTime seen{};
  RecordedAt recorded{};
  std::string link;
  friend auto operator<=>(const EditionPlace&, const EditionPlace&) = default;
};

/// A claim's event with the edition in which it happened.
struct DatedEvent {
  std::int64_t edition = 0;
  ClaimEvent event;
  friend auto operator<=>(const DatedEvent&, const DatedEvent&) = default;
};

/// A claim that some edition stated, and where first.
struct KnownClaim {
  std::string id;
  std::string says;
  std::int64_t first_edition = 0;
  friend auto operator<=>(const KnownClaim&, const KnownClaim&) = default;
};

/// Where editions are kept. Only appends; every reader sees whole transactions. One thread an object.
class LedgerStorage {
 public:
  virtual ~LedgerStorage() = default;

  /// Waits for other writers, then holds them off until commit or rollback. kConflict when they do not end in time.
  virtual Result<void> begin() = 0;
  virtual Result<void> commit() = 0;
  virtual void rollback() = 0;
  /// Inside begin and commit: takes the edition in and gives it the next number. kConflict when `edition.recorded` lies
  /// before that of the last edition. `bytes` are the document's, of which `edition.document` is the digest.
  virtual Result<EditionPlace> append(const Edition& edition, std::string_view bytes) = 0;

  /// Number of editions.
  virtual Result<std::int64_t> size() const = 0;
  virtual Result<EditionPlace> place(std::int64_t number) const = 0;
  /// The record as it was chained.
  virtual Result<std::string> record(std::int64_t number) const = 0;
  virtual Result<std::string> document(std::string_view digest) const = 0;

  /// The edition of a source in force on a day, of those recorded by another; of several seen on one day, the last recorded.
  virtual Result<std::optional<EditionPlace>> in_force(std::string_view source, ValidTime at, std::optional<RecordedAt> recorded_by) const = 0;
  /// In order of their names.
  virtual Result<std::vector<std::string>> sources() const = 0;
  /// Ascending by edition: all events in which the claim came, went, or became another.
  virtual Result<std::vector<DatedEvent>> events_of(std::string_view claim) const = 0;
  virtual Result<std::optional<KnownClaim>> claim(std::string_view id) const = 0;
  /// All claims whose subject and object are these two, in either order.
  virtual Result<std::vector<KnownClaim>> claims_between(std::string_view a, std::string_view b) const = 0;
};

}  // namespace paraph
