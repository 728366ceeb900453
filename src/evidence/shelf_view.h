#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "evidence/evidence.h"
#include "evidence/gather_evidence.h"
#include "reference/observation_source.h"

namespace paraph {

/// The shelf as one claim sees it: only rows that were recorded by the as-of day, and a note of those left out.
class ShelfView {
 public:
  /// Fails when the shelf fails.
  static Result<ShelfView> open(const ObservationSource& shelf, const EvidenceContext& context);

  Result<std::vector<Observation>> figures(const ObservationQuery& query);
  /// One reporter's row for one partner, all periods and vintages.
  Result<std::vector<Observation>> figures(std::string_view measure, const ActorId& reporter, const ActorId& partner);
  Result<std::vector<Fact>> facts(std::string_view kind, const std::optional<ActorId>& subject, const std::optional<ActorId>& object);
  /// In both directions, by date.
  Result<std::vector<Fact>> facts_between(std::string_view kind, const ActorId& a, const ActorId& b);

  Result<std::vector<Source>> sources() const { return shelf_->sources(); }
  const SourceId& source_of(const VintageId& vintage) const;
  const Vintage* vintage(const VintageId& id) const;
  /// "Uzbekistan", or the id.
  std::string name(const ActorId& actor) const;
  /// "Uzbekistan's", "United States'".
  std::string possessive(const ActorId& actor) const;
  const EvidenceContext& context() const { return *context_; }

  /// The document's day, or the audit's where it has none: what "is" means in it.
  std::chrono::sys_days present() const;
  /// The last calendar year that was over by `present`.
  int last_full_year() const;
  /// Over by the audit's day.
  bool is_past(const CivilPeriod& period) const;

  /// A line with source, vintage and, for vintages typed from the public record, a word that says so.
  EvidenceLine line(const VintageId& vintage, std::string reading) const;

  /// Moves what was left out into the evidence.
  void report_left_out(Evidence& evidence) const;

 private:
  ShelfView(const ObservationSource& shelf, const EvidenceContext& context) : shelf_(&shelf), context_(&context) {}
  bool known(const VintageId& vintage);

  const ObservationSource* shelf_;
  const EvidenceContext* context_;
  std::vector<Vintage> vintages_;
  bool left_out_unknown_ = false;
  bool left_out_newer_ = false;
};

}  // namespace paraph
