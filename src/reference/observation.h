#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/strong_id.h"
#include "value/actor_id.h"
#include "value/bitemporal.h"
#include "value/civil_period.h"
#include "value/decimal.h"

namespace paraph {

using SourceId = StrongId<struct SourceTag>;    ///< "uzstat-1105"
using VintageId = StrongId<struct VintageTag>;  ///< "us-foreign-assistance@2023-10"
using MeasureId = StrongId<struct MeasureTag>;  ///< "exports", "aid-obligations", "gdp": data/measures/measures.tsv

/// A publisher's series or list, with what its licence asks for.
struct Source {
  SourceId id;
  std::string title;
  std::string publisher;
  std::string url;
  std::string licence;
  std::string grade;  ///< A public domain, B permissive with attribution.
  std::string attribution;
  std::string note;

  friend auto operator<=>(const Source&, const Source&) = default;
};

/// One state of a source as it could be had at one time.
struct Vintage {
  VintageId id;
  SourceId source;
  std::optional<RecordedAt> recorded;  ///< Empty when nobody knows; then no --as-of can include it silently.
  std::string file;                    ///< Name of the file that it was read from.
  std::string sha256;
  std::string note;

  friend auto operator<=>(const Vintage&, const Vintage&) = default;
};

/// What a row of a partner table stands for.
enum class RowClass : std::uint8_t {
  kCountry,
  kWorld,
  kAggregate,  ///< A region or group: never ranked.
  kResidual,   ///< "Other countries", not specified, confidential: never ranked.
};

std::string_view row_class_name(RowClass row_class);
std::optional<RowClass> row_class_named(std::string_view name);

/// What stands where a figure is expected. A published 0 is a figure; a mark says why there is none, as the publisher does.
enum class ValueMark : std::uint8_t {
  kFigure,
  kBlank,
  kDash,          ///< "-": nothing, or less than half a unit; the publisher's legend decides.
  kDots,          ///< "..": not available, or not applicable.
  kNotAvailable,  ///< "n/a", "NA".
  kConfidential,  ///< "c", "(D)": withheld.
};

/// "figure", "blank", "dash", "dots", "not-available", "confidential".
std::string_view value_mark_name(ValueMark mark);

/// One published figure, with everything needed to find it again.
struct Observation {
  VintageId vintage;
  MeasureId measure;
  ActorId reporter;  ///< Whose statistics; the donor for aid.
  ActorId partner;   ///< Empty for aggregates and residuals, "W00" for the world.
  CivilPeriod period = CivilPeriod::year(1);
  Decimal value;     ///< In `unit`, all published digits.
  std::string unit;
  std::string basis;        ///< "FOB", "CIF", "customs", or empty.
  std::string coverage;     ///< "goods", "goods-services", or empty.
  std::string price_basis;  ///< "current", "constant-FY2022", or empty.
  RowClass row_class = RowClass::kCountry;
  std::string partner_as_published;
  std::string line;    ///< Line or cell in the vintage's file.
  std::string status{};  ///< As published beside the figure ("E", "P"), else empty.
  ValueMark mark = ValueMark::kFigure;  ///< Anything else: `value` means nothing. Given only where the query asks for marks.

  friend auto operator<=>(const Observation&, const Observation&) = default;
};

/// One dated fact: "US recognized UZ on 1991-12-25".
struct Fact {
  VintageId vintage;
  std::string kind;   ///< "relations", "mission", "official", "visit", "membership", "independence", "agreement", "agreement-party"
  ActorId subject;
  ActorId object;     ///< The other state, or the organisation; may be empty.
  std::string event;  ///< "recognized", "established", "opened", …
  std::optional<CivilPeriod> from;
  std::optional<CivilPeriod> to;
  std::string title;
  std::string name;
  std::string place;
  std::string status;  ///< "member", "observer", …
  std::string as_published;
  std::string line;

  friend auto operator<=>(const Fact&, const Fact&) = default;
};

}  // namespace paraph
