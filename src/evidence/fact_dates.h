#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evidence/evidence.h"
#include "evidence/shelf_view.h"
#include "reference/observation.h"
#include "value/civil_period.h"

namespace paraph {

/// Whether a recorded date bears out a claimed one.
enum class DateFit : std::uint8_t {
  kWithin,   ///< The recorded date lies in the claimed period: 19 February 1992 in 1992.
  kCoarser,  ///< The record is less exact and the claimed date lies in it: 1992 for 19 February 1992.
  kOutside,
  kUndated,  ///< One of the two has no date.
};

/// For an event: a claim "since 1992" is met by an event in 1992.
DateFit fit_date(const std::optional<CivilPeriod>& recorded, const std::optional<CivilPeriod>& claimed);

/// Whether [from, to] of a fact has a day in common with the period; an open end reaches without limit.
bool overlaps(const std::optional<CivilPeriod>& from, const std::optional<CivilPeriod>& to, const CivilPeriod& period);

/// A line about an event, agreeing as its date does: an undated claim agrees with any date.
EvidenceLine event_line(const ShelfView& shelf, const Fact& fact, const std::optional<CivilPeriod>& claimed, std::string reading);

/// Of one source that knows several events of a kind, those of other dates contradict nothing once one fits.
void forgive_other_dates(std::vector<EvidenceLine>& lines);

}  // namespace paraph
