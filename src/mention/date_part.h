#pragma once

#include <cstddef>
#include <optional>

#include "mention/mention.h"
#include "mention/sentence_cursor.h"

namespace paraph {

/// One date without what bounds it: "26 June 2001", "June", "the first half of 2024", "2022-23", "FY2021", "last year".
struct DatePart {
  CivilPoint point;                 ///< Year 0 where the text gives none beside it.
  std::optional<CivilPoint> until;  ///< The end of an interval written as one: "1-13 August", "2022-23".
  std::size_t first = 0;            ///< Tokens [first, last).
  std::size_t last = 0;
  PeriodAnchor anchor = PeriodAnchor::kNone;
  int offset_years = 0;
  bool fiscal = false;
  bool split_year = false;
  bool bare_year = false;  ///< Four digits alone: the words around must say that they are a date.
};

/// The date that starts exactly at token `at`; the year may be missing. Does not ask whether a bare year stands like a date.
std::optional<DatePart> read_date_part(const SentenceCursor& cursor, std::size_t at);

/// The year of token `at`: four digits from 1400 to 2100 and nothing else.
std::optional<int> read_year(const SentenceCursor& cursor, std::size_t at);

/// Whether a bare year [first, last) stands where dates stand, not as a count: "in 2021", "2021 figures", "(2019)".
/// `in_list` says that a date ends right before the sign or word in front.
bool year_stands_like_date(const SentenceCursor& cursor, std::size_t first, std::size_t last, bool in_list);

}  // namespace paraph
