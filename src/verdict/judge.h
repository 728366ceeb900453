#pragma once

#include <chrono>
#include <optional>

#include "claim/claim.h"
#include "evidence/evidence.h"
#include "value/civil_period.h"
#include "verdict/verdict.h"

namespace paraph {

/// What the judge needs to know besides claim and evidence.
struct JudgingContext {
  std::chrono::sys_days now;             ///< The day of the audit: an argument, never the clock.
  std::optional<CivilPeriod> published;  ///< Of the document; empty when it does not say.
};

/// Judges one claim as docs/verdicts.md says. Pure.
Verdict judge(const Claim& claim, const Evidence& evidence, const JudgingContext& context);

}  // namespace paraph
