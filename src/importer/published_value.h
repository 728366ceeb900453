#pragma once

#include <optional>
#include <string_view>

#include "reference/observation.h"
#include "value/decimal.h"

namespace paraph {

/// A cell where a figure is expected: a figure, or the publisher's mark for none.
struct PublishedValue {
  Decimal value;
  ValueMark mark = ValueMark::kFigure;
};

/// "12.50", "-3", "1.2E3"; blank; "-", "–", "—"; "..", "…", "..."; "n/a", "NA", "n.a."; "c", "(c)", "(D)". Spaces around it do not
/// count. Empty for anything else: no grouping, no percent sign, no footnotes.
std::optional<PublishedValue> read_published_value(std::string_view text);

}  // namespace paraph
