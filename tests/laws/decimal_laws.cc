#include <cstdint>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "value/decimal.h"

namespace paraph {
namespace {

/// Up to eighteen digits before and nine behind the point.
rc::Gen<Decimal> any_decimal() {
  return rc::gen::map(rc::gen::pair(rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange(0, 10)),
                      [](const auto& parts) { return Decimal(parts.first, parts.second); });
}

RC_GTEST_PROP(DecimalLaws, WhatIsWrittenReadsBack, ()) {
  const Decimal value = *any_decimal();
  const auto back = Decimal::parse(value.str());
  RC_ASSERT(back.has_value());
  RC_ASSERT(*back == value);
  RC_ASSERT(back->str() == value.str());
}

RC_GTEST_PROP(DecimalLaws, SumsAreExactAndOrderDoesNotMatter, ()) {
  const Decimal a = *any_decimal();
  const Decimal b = *any_decimal();
  const Decimal c = *any_decimal();
  RC_ASSERT(a + b == b + a);
  RC_ASSERT((a + b) + c == a + (b + c));
  RC_ASSERT((a + b) - b == a);
}

RC_GTEST_PROP(DecimalLaws, TheOrderIsThatOfTheDifferences, ()) {
  const Decimal a = *any_decimal();
  const Decimal b = *any_decimal();
  RC_ASSERT((a < b) == (a - b).negative());
  RC_ASSERT((a == b) == (a - b).zero());
}

RC_GTEST_PROP(DecimalLaws, ShiftingThereAndBackChangesNothing, (bool up)) {
  const Decimal value = *any_decimal();
  const int power = *rc::gen::inRange(0, 10) * (up ? 1 : -1);
  RC_ASSERT(value.shifted(power).shifted(-power) == value);
}

RC_GTEST_PROP(DecimalLaws, AQuotientIsWithinHalfAUnitOfItsLastPlace, ()) {
  const Decimal a(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000), *rc::gen::inRange(0, 4));
  const Decimal b(*rc::gen::suchThat(rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000), [](std::int64_t it) { return it != 0; }));
  const int places = *rc::gen::inRange(0, 6);
  const Decimal left = (a - Decimal::divide(a, b, places) * b).abs();
  RC_ASSERT(left + left <= b.abs() * Decimal(1, places));
}

}  // namespace
}  // namespace paraph
