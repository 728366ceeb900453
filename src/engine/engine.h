#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "claim/explain_reading.h"
#include "claim/extraction.h"
#include "claim/read_claims.h"
#include "intake/intake.h"
#include "reference/observation_source.h"
#include "value/bitemporal.h"
#include "verdict/audit.h"

namespace paraph {

/// Bounds on what is taken in and read.
struct EngineOptions {
  IntakeLimits intake;
  DocumentLimits document;
};

/// What an audit needs besides the document and the shelf.
struct AuditOptions {
  ReadingOptions reading;
  std::chrono::sys_days now;        ///< The day of the audit: the caller's, never the clock's.
  std::optional<RecordedAt> as_of;  ///< Only reference rows recorded by this day; empty for all.
};

/// Takes a document's claims as they are read; the extraction holds all but them, with the gaps still to come.
using ExtractionSink = std::function<void(const Extraction& so_far, std::span<const Claim> claims)>;

/// A document with the story of its reading. The extraction's reading is the explanation's.
struct Explained {
  Extraction extraction;
  Explanation explanation;
};

/// Lexicon and grammar, loaded once, and the way from a path to what was found. Safe to share between threads.
class Engine {
 public:
  /// Loads the tables that the program carries; fails with file:line where one is malformed.
  static Result<Engine> open(const EngineOptions& options = {});

  /// Reads a file, "-" for standard input, or an http(s) address, and the claims in it.
  Result<Extraction> extract(const std::string& input, const ReadingOptions& options, const ExtractionSink& sink = {}) const;
  /// The same for bytes that the caller has.
  Result<Extraction> extract_bytes(Intake intake, const ReadingOptions& options, const ExtractionSink& sink = {}) const;

  /// As extract_bytes(), with what was tried for every sentence.
  Result<Explained> explain(Intake intake, const ReadingOptions& options) const;

  Result<Audit> check(const std::string& input, const AuditOptions& options, const ObservationSource& shelf) const;
  Result<Audit> check_extraction(Extraction extraction, const AuditOptions& options, const ObservationSource& shelf) const;

  const Lexicon& lexicon() const;
  const Grammar& grammar() const;
  /// Of all tables: stamped on every output.
  const std::string& fingerprint() const;
  std::string_view display_name(const ActorId& actor) const;
  /// "UZ", "Uzbekistan", "uzb", "WTO"; fails with what was not understood.
  Result<ActorId> actor_named(std::string_view written) const;
  /// "US-UZ", "United States-Guinea-Bissau".
  Result<ActorPair> pair_named(std::string_view written) const;

 private:
  struct Tables;
  Engine(std::shared_ptr<const Tables> tables, EngineOptions options);

  std::shared_ptr<const Tables> tables_;
  EngineOptions options_;
};

}  // namespace paraph
