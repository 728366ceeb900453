#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/evidence.h"
#include "value/civil_period.h"

namespace paraph {

enum class VerdictLabel : std::uint8_t { kSupported, kDisputed, kRefuted, kOutdated, kUnverifiable };
std::string_view verdict_label_name(VerdictLabel label);

/// Why nothing could be decided.
enum class UnverifiableReason : std::uint8_t { kNoData, kNoVintage, kAmbiguousMeasure, kAmbiguousActor, kMissingPeriod, kNotCheckable };
std::string_view unverifiable_reason_name(UnverifiableReason reason);

/// Laid over a supported or disputed claim that newer data have overtaken.
struct Outdated {
  CivilPeriod newer_period = CivilPeriod::year(1);  ///< The newer period or status.
  std::string now_says;                             ///< "11th, $765 million (uzstat, 2023)", in words.
  bool when_published = false;                      ///< Already so when the document was published, not only as of the audit.
  bool publication_unknown = false;

  friend auto operator<=>(const Outdated&, const Outdated&) = default;
};

/// A claim's judgement: a label, a reason in words, and evidence that anyone can re-run.
struct Verdict {
  VerdictLabel label = VerdictLabel::kUnverifiable;  ///< kOutdated only over a claim that was true; see `was`.
  VerdictLabel was = VerdictLabel::kUnverifiable;    ///< Without the overlay: supported, disputed, refuted or unverifiable.
  std::optional<UnverifiableReason> reason;          ///< For kUnverifiable only.
  std::string why;                                   ///< One line for the reader.
  std::vector<std::string> readings;                 ///< The readings that fit, named: "Uzbek reporter, goods, calendar year".
  std::optional<Outdated> outdated;
  Evidence evidence;
};

}  // namespace paraph
