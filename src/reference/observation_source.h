#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "reference/observation.h"

namespace paraph {

/// Which observations are wanted; empty members do not restrict.
struct ObservationQuery {
  std::optional<MeasureId> measure;
  std::optional<ActorId> reporter;
  std::optional<ActorId> partner;
  std::optional<CivilPeriod> period;      ///< Exactly this period, as published.
  std::optional<RecordedAt> recorded_by;  ///< Only vintages recorded by this day; unknown recording dates are left out.
  std::size_t limit = 0;                  ///< 0 is no limit.
  bool with_marks = false;                ///< Also what stands in a figure's place: Observation::mark.
};

struct FactQuery {
  std::optional<std::string> kind;
  std::optional<ActorId> subject;
  std::optional<ActorId> object;
  std::optional<RecordedAt> recorded_by;
  std::size_t limit = 0;
};

/// The reference shelf as evidence sees it: facts and figures with their sources. Implementations are read-only views
/// of one snapshot; results come in a fixed order (vintage, measure, reporter, partner, period; facts by from date).
class ObservationSource {
 public:
  virtual ~ObservationSource() = default;

  virtual Result<std::vector<Observation>> observations(const ObservationQuery& query) const = 0;
  virtual Result<std::vector<Fact>> facts(const FactQuery& query) const = 0;
  virtual Result<std::vector<Source>> sources() const = 0;
  virtual Result<std::vector<Vintage>> vintages() const = 0;
};

}  // namespace paraph
