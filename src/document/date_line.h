#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/text_span.h"
#include "value/civil_period.h"

namespace paraph {

/// A date with at least month and year, and where it stands.
struct FoundDate {
  CivilPoint point;
  TextSpan span;
};

/// The first date with month and year at or after `from`: "Jul 15th, 2024", "20.07.2023", "2023-02-03", "May 1999".
/// "03/04/2023" is left unread, since it has two readings; "19/12/2023" has one.
std::optional<FoundDate> find_date(std::string_view text, std::size_t from = 0);

/// The date of a line that is a dateline and nothing else: "Last updated: March 2024", "Tunis, 20.07.2023",
/// "(Brief as on 15 February 2023)", "Fact Sheet • Bureau of African Affairs • August 17, 2021".
/// With `labelled_only`, a name before the date is not enough: it must be bare or labelled.
std::optional<CivilPoint> read_dateline(std::string_view line, bool labelled_only);

/// The dateline of a news paragraph.
struct LeadingDateline {
  std::optional<CivilPoint> point;  ///< Empty when it gives no year: "MONTEVIDEO, March 14 (Wire) - ".
  std::size_t length;               ///< Bytes up to the text behind its dash.
};

/// A dateline that opens a paragraph: "ADDIS ABABA, 9 December 2022 — …"; empty when there is none.
std::optional<LeadingDateline> read_leading_dateline(std::string_view paragraph);

/// The day of a machine-written date: "2022-11-14T15:02:11+00:00", "2022-11-14", "2022-11".
std::optional<CivilPoint> read_machine_date(std::string_view text);

}  // namespace paraph
