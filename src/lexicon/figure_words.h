#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace paraph {

/// What a plain word does around a figure or a date; words of one use share one member ("until", "till").
enum class FigureWord : std::uint8_t {
  kNone,
  // Prepositions, articles and joints.
  kIn,
  kDuring,
  kSince,
  kUntil,
  kThrough,
  kBy,
  kBefore,
  kAfter,
  kFrom,
  kTo,
  kUp,
  kOf,
  kOn,
  kAt,
  kAs,
  kFor,
  kBetween,
  kAnd,
  kOr,
  kThe,
  kArticle,     ///< a, an
  kPossessive,  ///< 's, its, their
  kOnwards,
  kBack,
  kThan,
  kNo,
  kNot,
  kMore,
  kLess,
  kLeast,
  kMost,
  kMany,
  kMuch,
  kWell,
  kJust,
  kVery,
  kClose,
  kExcess,
  kUpwards,
  kShort,
  kSo,
  kHigher,

  kAgainst,  ///< against, versus: a date or figure compared with
  // Dates.
  kEdge,  ///< end, beginning, start, middle, close: "the end of 2021"
  kPart,  ///< early, late, mid: "early 2021"
  kHalf,
  kQuarter,
  kQuarterCode,
  kMonths,
  kYear,
  kYears,
  kDecade,
  kCentury,
  kFiscal,
  kFy,
  kLast,
  kLatter,
  kNext,
  kThis,
  kThat,
  kSame,
  kPrevious,
  kFollowing,
  kCurrent,
  kEarlier,
  kLater,
  kAgo,
  kSeason,
  kThen,
  kDate,
  kEnded,
  kDated,
  kYearNoun,  ///< figures, elections, census: what a year alone may stand before
  // Figures.
  kAbout,
  kNearly,
  kOver,
  kExceed,
  kMinimum,
  kMaximum,
  kRange,
  kRise,
  kFall,
  kDesignator,  ///< Article, Resolution, No.: the number after it is a name
  kPairNoun,    ///< countries, sides: "the two countries" counts nothing
  kMovesTo,     ///< reached, totalled: a figure of money or people follows; no hedge, no direction
};

/// Whether a figure may start at a word of this use: "a", "half".
bool starts_figure(FigureWord use);
/// Whether a date may start at it: "early", "last", "FY".
bool starts_date(FigureWord use);

/// Every word with its use; folded forms.
std::span<const std::pair<std::string_view, FigureWord>> figure_words();

}  // namespace paraph
