#include <algorithm>
#include <array>

#include "mention/date_part.h"

namespace paraph {
namespace {

using enum FigureWord;

/// A plural noun that a number before it counts: "troops", "students"; "figures" and the like go with years.
bool counted_noun(const SentenceCursor& cursor, std::size_t at) {
  if (!cursor.lower_word(at) || cursor.use(at) != kNone) return false;
  const std::string_view word = cursor.written(at);
  if (word.size() < 4 || !word.ends_with('s'))
    return word == "people" || word == "men" || word == "women" || word == "children" || word == "staff" || word == "personnel";
  constexpr std::array<std::string_view, 14> kNoPlural = {"thus",    "less", "plus",  "versus", "towards",    "across",  "besides",
                                                          "perhaps", "sees", "marks", "brings", "represents", "remains", "shows"};
  return !word.ends_with("ss") && std::ranges::find(kNoPlural, word) == kNoPlural.end();
}

bool measured(const SentenceCursor& cursor, std::size_t at) {
  if (!cursor.has(at)) return false;
  const auto rest = cursor.from(at);
  if (const auto multiplier = cursor.units().multipliers().longest(rest)) {
    if (!cursor.units().multipliers().value(multiplier->index).glued_only || cursor.touches(at)) return true;
  }
  const auto unit = cursor.units().units().longest(rest);
  if (!unit) return false;
  const std::string& base = cursor.units().units().value(unit->index).base_unit;
  return base != "people" && base != "year" && base != "day" && base != "company";
}

}  // namespace

bool year_stands_like_date(const SentenceCursor& cursor, std::size_t first, std::size_t last, bool in_list) {
  if (measured(cursor, last)) return false;
  const bool counts = counted_noun(cursor, last);
  const bool ends = !cursor.has(last) || (!cursor.token(last).is_word() && !cursor.is_shape(last, TokenShape::kNumber));
  if (in_list) return !counts || ends;
  if (first == 0) return !counts && !(cursor.is_sign(last, '.') && cursor.has(last + 1));
  if (cursor.is_sign(first - 1, '(') || cursor.is_sign(first - 1, '[')) return ends || !counts;
  // A cell of a table, or a line of its own.
  const auto cell_edge = [&](std::size_t from, std::size_t to) {
    return cursor.text().substr(from, to - from).find('\t') != std::string_view::npos;
  };
  if (cell_edge(cursor.token(first - 1).last, cursor.token(first).first) &&
      (!cursor.has(last) || cell_edge(cursor.token(last - 1).last, cursor.token(last).first))) {
    return true;
  }
  switch (cursor.use(first - 1)) {
    case kIn:
    case kSince:
    case kDuring:
    case kUntil:
    case kYear:
    case kYears:
    case kPart:
    case kSeason:
    case kDated: return true;
    case kBy:
    case kBefore:
    case kAfter:
    case kThrough:
    case kFrom:
    case kOf:
    case kFor:
    case kAs:
    case kOn:
    case kBetween:
    case kThe:
    case kThis:
    case kThat:
    case kPossessive:
    case kAgainst:
    case kPrevious: return !counts;
    case kTo:
      if (first >= 2 && (cursor.written(first - 2) == "compared" || cursor.written(first - 2) == "Compared" || cursor.is(first - 2, kBack)))
        return !counts;
      [[fallthrough]];
    case kThan:
    case kAnd:
    case kOr:
    case kAt:
    case kAbout:
      return cursor.is(last, kYearNoun) || (ends && !cursor.use_before_is(first - 1, kRise) && !cursor.use_before_is(first - 1, kFall));
    default: break;
  }
  if (cursor.is(last, kYearNoun)) return true;
  if (cursor.is_sign(first - 1, ',') || cursor.is_sign(first - 1, ':') || cursor.is_sign(first - 1, ';')) return ends;
  // "(in force 2003)", "(signed 2003, in force 2004)".
  if ((cursor.is_sign(last, ')') || cursor.is_sign(last, ',') || cursor.is_sign(last, ';')) && cursor.lower_word(first - 1)) {
    for (std::size_t back = 2; back <= std::min<std::size_t>(first, 6); ++back) {
      if (cursor.is_sign(first - back, '(')) return true;
    }
  }
  // "pre-2014", "post-2015".
  return cursor.is_shape(first - 1, TokenShape::kDash) && cursor.touches(first) && cursor.touches(first - 1) && first >= 2 &&
         cursor.lower_word(first - 2);
}

}  // namespace paraph
