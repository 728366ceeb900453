#include "mention/hedge.h"

namespace paraph {
namespace {

using enum FigureWord;

ChangeDirection direction_of(FigureWord use) {
  if (use == kRise) return ChangeDirection::kUp;
  return use == kFall ? ChangeDirection::kDown : ChangeDirection::kNone;
}

}  // namespace

Hedge hedge_before(const SentenceCursor& cursor, std::size_t first, std::size_t floor) {
  const auto use = [&](std::size_t back) { return first >= floor + back ? cursor.use(first - back) : kNone; };
  const auto with_degree = [&](Comparator comparator, std::size_t words) {
    const bool degree = use(words + 1) == kJust || use(words + 1) == kWell || use(words + 1) == kVery;
    return Hedge{comparator, first - words - (degree ? 1 : 0)};
  };
  switch (use(1)) {
    case kAbout: {
      const bool article = use(2) == kArticle;
      return {Comparator::kAbout, first - (article ? 2 : 1)};
    }
    case kNearly: return with_degree(Comparator::kLess, 1);
    case kOver: return with_degree(Comparator::kMore, 1);
    case kExceed:
      if (use(2) == kNot) return {Comparator::kAtMost, first - 2};
      return {Comparator::kMore, first};
    case kMovesTo: return {use(2) == kNot ? Comparator::kLess : Comparator::kEqual, first};
    case kMinimum: return {Comparator::kAtLeast, first - 1};
    case kMaximum: return {Comparator::kAtMost, first - 1};
    case kThan:
      if (use(2) == kMore || use(2) == kHigher) {
        if (use(3) == kNo || use(3) == kNot) return {Comparator::kAtMost, first - 3};
        return with_degree(Comparator::kMore, 2);
      }
      if (use(2) == kLess) {
        if (use(3) == kNo || use(3) == kNot) return {Comparator::kAtLeast, first - 3};
        return with_degree(Comparator::kLess, 2);
      }
      break;
    case kLeast:
      if (use(2) == kAt) return {Comparator::kAtLeast, first - 2};
      break;
    case kMost:
      if (use(2) == kAt) return {Comparator::kAtMost, first - 2};
      break;
    case kTo:
      if (use(2) == kUp)
        return first > 2 && cursor.written(first - 3).starts_with("add") ? Hedge{Comparator::kEqual, first}
                                                                         : Hedge{Comparator::kAtMost, first - 2};
      if (use(2) == kClose) return {Comparator::kAbout, first - 2};
      break;
    case kAs:
      if ((use(2) == kMany || use(2) == kMuch || use(2) == kHigher) && use(3) == kAs) return {Comparator::kAtMost, first - 3};
      break;
    case kAt:
      if (use(2) == kAbout) return {Comparator::kAbout, first};  // "estimated at"
      break;
    case kOf:
      if (use(3) == kAbout && cursor.written(first - 3) == "estimated") return {Comparator::kAbout, first};  // "an estimated total of"
      if (use(2) == kUpwards) return {Comparator::kMore, first - 2};
      if (use(2) == kExcess && use(3) == kIn) return {Comparator::kMore, first - 3};
      if (use(2) == kShort) return with_degree(Comparator::kLess, 2);
      if (use(2) == kMinimum) return {Comparator::kAtLeast, first - (use(3) == kArticle ? 3 : 2)};
      if (use(2) == kMaximum) return {Comparator::kAtMost, first - (use(3) == kArticle ? 3 : 2)};
      break;
    default:
      if (first >= floor + 2 && cursor.is_sign(first - 1, '.') && cursor.touches(first - 1) && use(2) == kAbout)
        return {Comparator::kAbout, first - 2};  // "approx. 5"
      break;
  }
  return {Comparator::kEqual, first};
}

std::size_t hedge_after(const SentenceCursor& cursor, std::size_t last, std::size_t limit, Comparator& comparator) {
  if (comparator != Comparator::kEqual || last >= limit) return last;
  if (cursor.is_sign(last, '+') && cursor.touches(last)) return comparator = Comparator::kAtLeast, last + 1;
  if (cursor.is_shape(last, TokenShape::kDash) && cursor.written(last + 1) == "odd") return comparator = Comparator::kAbout, last + 2;
  if (!cursor.is(last, kOr)) return last;
  switch (cursor.use(last + 1)) {
    case kMore:
    case kHigher: return comparator = Comparator::kAtLeast, last + 2;
    case kLess: return comparator = Comparator::kAtMost, last + 2;
    case kSo: return comparator = Comparator::kAbout, last + 2;
    default: return last;
  }
}

ChangeDirection change_around(const SentenceCursor& cursor, std::size_t first, std::size_t last, std::size_t floor, std::size_t limit) {
  const auto use_before = [&](std::size_t here) { return here > floor ? cursor.use_before(here) : kNone; };
  std::size_t at = first;
  const FigureWord joint = use_before(at);
  const bool preposition = joint == kBy || joint == kTo || joint == kFrom || joint == kOf;
  if (preposition) --at;
  if (joint == kUp || ((joint == kBy || joint == kFrom) && use_before(at) == kUp)) return ChangeDirection::kUp;
  for (int back = 0; back < 2 && at > floor; ++back, --at) {
    if (const auto direction = direction_of(cursor.use(at - 1)); direction != ChangeDirection::kNone) return direction;
    if (!cursor.lower_word(at - 1) || !cursor.written(at - 1).ends_with("ly")) break;  // "fell sharply by"
  }
  for (std::size_t next = last; next < last + 2 && next < limit; ++next) {
    if (const auto direction = direction_of(cursor.use(next)); direction != ChangeDirection::kNone) return direction;
    if (next == last && cursor.is(next, kHigher)) return ChangeDirection::kUp;
    if (next == last && cursor.is(next, kMore) && cursor.is(next + 1, kThan)) return ChangeDirection::kUp;
    if (next == last && cursor.is(next, kLess)) return ChangeDirection::kDown;
    if (!cursor.lower_word(next) || cursor.use(next) != kNone) break;
  }
  return ChangeDirection::kNone;
}

}  // namespace paraph
