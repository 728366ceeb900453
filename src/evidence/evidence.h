#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reference/observation.h"
#include "value/decimal.h"

namespace paraph {

/// Agreement of one line of evidence with the claim, within the claim's own precision.
enum class Agrees : std::uint8_t {
  kYes,
  kRounded,  ///< Within half a unit of the last non-zero digit of a whole number that ends in zeros.
  kNear,     ///< Outside the interval, inside 2 %: a revision, typically.
  kNo,
  kContext,  ///< Shown for the reader, does not weigh: the level behind a growth, a newer period.
};
std::string_view agrees_name(Agrees agrees);

/// One line of evidence: a figure or fact as published or computed, how it was read, and how to find it again.
struct EvidenceLine {
  SourceId source;
  VintageId vintage;
  ActorId reporter{};            ///< Whose statistics; empty for facts and for figures of one state.
  std::string series;            ///< "exports + imports, goods, reporter UZ".
  std::string reading;           ///< The reading it belongs to, in words: "Uzbekistan's statistics, goods, calendar year 2020".
  bool usual = true;             ///< False for a reading that is supported only when stated: constant prices, fiscal year.
  std::optional<Decimal> value;  ///< Exact value in `unit`; empty for facts.
  std::string unit;
  std::string says;  ///< For facts and ranks, in words: "19 February 1992", "16th of 190".
  std::optional<CivilPeriod> period;
  std::optional<Decimal> difference_percent;  ///< (published - claimed) / claimed, in percent, two decimals.
  Agrees agrees = Agrees::kContext;
  std::vector<std::string> exclusions;  ///< For ranks: rows left out, as published.
  std::vector<std::string> components;  ///< "exports 28500… (line 12)", for sums.
  std::string query;                    ///< "paraph data show trade US UZ 2020".

  friend auto operator<=>(const EvidenceLine&, const EvidenceLine&) = default;
};

/// All that the shelf says about one claim, best reading first, plus what it says today.
struct Evidence {
  std::vector<EvidenceLine> lines;
  std::vector<EvidenceLine> newer;  ///< The same series at newer periods or with newer status: what makes a claim outdated.
  std::string tolerance;            ///< "[276.5, 277.5) million USD"; empty where there is none.
  bool vintage_unknown = false;     ///< Rows were left out because their recording date is unknown.
  bool vintages_too_new = false;    ///< Rows exist, but only in vintages after the as-of day.

  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

}  // namespace paraph
