#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "value/civil_period.h"

namespace paraph {
namespace {

rc::Gen<CivilPoint> any_point() {
  return rc::gen::exec([] {
    CivilPoint point;
    point.year = *rc::gen::inRange(1600, 2200);
    switch (*rc::gen::inRange(0, 3)) {
      case 0:
        break;
      case 1:
        point.month = *rc::gen::inRange(1, 13);
        point.precision = PeriodPrecision::kMonth;
        break;
      default:
        point.month = *rc::gen::inRange(1, 13);
        point.day = *rc::gen::inRange(1, 29);
        point.precision = PeriodPrecision::kDay;
        break;
    }
    return point;
  });
}

rc::Gen<CivilPeriod> any_period() {
  return rc::gen::exec([] {
    const CivilPoint one = *any_point();
    const CivilPoint other = *any_point();
    const bool ordered = one.first_day() <= other.first_day();
    switch (*rc::gen::inRange(0, 6)) {
      case 0:
        return CivilPeriod::at(one);
      case 1:
        return CivilPeriod::since(one);
      case 2:
        return CivilPeriod::until(one);
      case 3:
        return CivilPeriod::fiscal_year(one.year);
      case 4:
        return CivilPeriod::fiscal_years(one.year, one.year + *rc::gen::inRange(1, 20));
      default:
        return CivilPeriod::between(ordered ? one : other, ordered ? other : one);
    }
  });
}

RC_GTEST_PROP(PeriodLaws, WhatIsWrittenReadsBackAsTheSameWords, ()) {
  const CivilPeriod period = *any_period();
  const auto back = CivilPeriod::parse(period.str());
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->str() == period.str());
  RC_ASSERT(back->fiscal() == period.fiscal());
}

RC_GTEST_PROP(PeriodLaws, APointReadsBackAsItself, ()) {
  const CivilPeriod period = CivilPeriod::at(*any_point());
  RC_ASSERT(CivilPeriod::parse(period.str()) == period);
  RC_ASSERT(period.is_point());
}

RC_GTEST_PROP(PeriodLaws, APointCoversWholeDaysInOrder, ()) {
  const CivilPoint point = *any_point();
  const auto days = (point.day_after() - point.first_day()).count();
  RC_ASSERT(days >= 1);
  RC_ASSERT(days <= 366);
  const std::chrono::year_month_day first(point.first_day());
  RC_ASSERT(static_cast<int>(first.year()) == point.year);
}

RC_GTEST_PROP(PeriodLaws, NoTextIsReadThatIsNotWrittenThatWay, ()) {
  const std::string text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789-/.FY ")));
  const auto period = CivilPeriod::parse(text);
  if (period) RC_ASSERT(CivilPeriod::parse(period->str()) == period);
}

}  // namespace
}  // namespace paraph
