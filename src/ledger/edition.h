#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/text_span.h"
#include "ledger/change.h"
#include "value/bitemporal.h"

namespace paraph {

/// A claim as an edition stated it.
struct StatedClaim {
  std::string id;
  std::string kind;
  std::string subject;
  std::string object;
  std::string says;     ///< describe_claim with ids for actors.
  std::string json;     ///< The claim line of docs/claims.md without the verdict.
  std::string verdict;  ///< Label at the time of recording; empty where none was asked for.
  TextSpan span{0, 0};
  TextSpan sentence{0, 0};
  friend auto operator<=>(const StatedClaim&, const StatedClaim&) = default;
};

/// A passage that the edition's reading left open.
struct StatedGap {
  std::string reason;
  TextSpan span{0, 0};
  friend auto operator<=>(const StatedGap&, const StatedGap&) = default;
};

/// What became of a claim against the edition of the same source before; `before` or `after` is empty for kAdded and kDropped.
struct ClaimEvent {
  ChangeKind kind = ChangeKind::kAdded;
  std::string before;
  std::string after;
  friend auto operator<=>(const ClaimEvent&, const ClaimEvent&) = default;
};

/// What the ledger keeps of one edition, but for the document's bytes.
struct Edition {
  std::string source;    ///< Address or name under which the sheet is followed.
  std::string name;      ///< As it was given.
  ValidTime seen{};      ///< The day on which the source said so.
  RecordedAt recorded{}; ///< The day on which the ledger took it in; never before that of the edition before.
  std::string document;  ///< SHA-256 of the original bytes.
  std::string format;    ///< "plain text", "HTML" …
  std::string published;
  std::string title;
  std::string publisher;
  std::string home;      ///< The pair; empty when the sheet has none.
  std::string partner;
  std::string lexicon;   ///< Fingerprint of the tables that read it.
  std::int64_t previous = 0;  ///< Number of the edition of this source that `events` compare with; 0 for none.
  std::vector<StatedClaim> claims;
  std::vector<StatedGap> gaps;
  std::vector<ClaimEvent> events;
  friend auto operator<=>(const Edition&, const Edition&) = default;
};

/// The record of an edition in the form of docs/ledger.md: lines of tab-separated fields, escaped; the same edition
/// gives the same bytes, which the chain is made over.
std::string write_record(const Edition& edition);
/// Reads it back; kMalformed names the line. kUnsupported for another version.
Result<Edition> read_record(std::string_view record);

/// The link of an edition: SHA-256 over the link before and the record. The first link is made over kFirstLink.
std::string chain_link(std::string_view link_before, std::string_view record);
inline constexpr std::string_view kFirstLink = "0000000000000000000000000000000000000000000000000000000000000000";

/// "2024-07-15".
std::string day_text(std::chrono::sys_days day);

}  // namespace paraph
