#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "claim/claim.h"
#include "evidence/evidence.h"
#include "reference/observation_source.h"

namespace paraph {

/// Bounds of knowledge for one audit.
struct EvidenceContext {
  std::chrono::sys_days now;                                        ///< The day of the audit.
  std::optional<RecordedAt> as_of;                                  ///< Only rows recorded by this day; empty for all.
  std::optional<CivilPeriod> published;                             ///< Of the document.
  std::function<std::string_view(const ActorId&)> name_actor = {};  ///< For readings in words; ids stand for themselves where empty.
};

/// Looks up everything on the shelf that bears on the claim, under every reading that the text leaves open.
/// Fails only when the shelf fails; nothing found is an empty Evidence.
Result<Evidence> gather_evidence(const Claim& claim, const ObservationSource& shelf, const EvidenceContext& context);

}  // namespace paraph
