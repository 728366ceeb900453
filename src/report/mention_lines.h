#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text_span.h"
#include "value/decimal.h"

namespace paraph {

/// One figure of the text, whether or not a claim uses it.
struct QuantityLine {
  TextSpan span{0, 0};                ///< Original bytes.
  std::string_view quote;
  std::optional<Decimal> value;       ///< Empty for a range.
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  std::string_view unit;              ///< ISO 4217, "percent", "percentage-point", "rank", a unit, or the noun counted.
  std::string_view per;               ///< Of a rate: "year", "capita", "barrel".
  std::string_view comparator = "=";  ///< As claims have it.
  std::string_view change = "=";      ///< "=", "~", ">", "<", "up", "down".
};

/// One date, duration or set of the text in TIMEX3's terms.
struct DateLine {
  TextSpan span{0, 0};              ///< Original bytes.
  std::string_view quote;
  std::string_view timex = "DATE";  ///< "DATE", "TIME", "DURATION" or "SET".
  std::string_view value;
  std::string_view modifier;        ///< "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_AFTER", "ON_OR_BEFORE".
  std::string_view anchor;          ///< What the date was resolved on; empty for absolute ones.
  std::string_view fiscal_year_of;  ///< Whose fiscal year it is, with its first and last day.
  std::string_view from;
  std::string_view to;
};

/// `{"type":"quantity",…}` with a line feed; values as strings, as docs/claims.md has them.
void write_quantity_line(const QuantityLine& line, std::string& out);

/// `{"type":"date",…}` with a line feed.
void write_date_line(const DateLine& line, std::string& out);

}  // namespace paraph
