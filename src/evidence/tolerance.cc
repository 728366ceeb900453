#include "evidence/tolerance.h"

#include <fmt/format.h>

#include "evidence/words.h"

namespace paraph {
namespace {

constexpr int kMostDigits = 24;
const Decimal kNearShare(2, 2);    ///< 2 %: what revisions of trade and aid figures usually stay within.
const Decimal kReachShare(25, 2);  ///< How far "more than" and "nearly" reach: a quarter of the figure.

bool within_reach(const Decimal& value) { return value.abs() < Decimal(1).shifted(kMostDigits) && value.scale() <= 10; }

/// Power of ten of the last digit that is not zero; for whole numbers only.
int last_nonzero_power(const Decimal& value) {
  if (value.zero() || value.scale() > 0) return 0;
  int power = 0;
  for (Decimal::Units rest = value.units(); rest % 10 == 0; rest /= 10) ++power;
  return power;
}

Decimal half_unit(int power) { return Decimal(5).shifted(power - 1); }

/// How the figures of an interval are best read: in the scale of the claim.
std::string scaled(const Decimal& value, int power) { return value.shifted(-power).str(); }

}  // namespace

Decimal rounded_to(const Decimal& value, int places) {
  return value.scale() <= places ? value : Decimal::divide(value, Decimal(1), places);
}

std::optional<Decimal> percent_change(const Decimal& from, const Decimal& to) {
  const Decimal base = rounded_to(from, 6);
  if (base.zero() || base.abs() >= Decimal(1).shifted(kMostDigits) || to.abs() >= Decimal(1).shifted(kMostDigits)) return std::nullopt;
  return Decimal::divide((rounded_to(to, 6) - base).shifted(2), base.abs(), 2);
}

std::optional<Tolerance> Tolerance::of(const Quantity& quantity) {
  Tolerance tolerance;
  tolerance.unit_ = quantity.unit;
  if (quantity.low && quantity.high) {
    tolerance.low_end_ = *quantity.low;
    tolerance.high_end_ = *quantity.high;
  } else if (quantity.value) {
    tolerance.low_end_ = tolerance.high_end_ = *quantity.value;
  } else {
    return std::nullopt;
  }
  if (!within_reach(tolerance.low_end_) || !within_reach(tolerance.high_end_) || tolerance.high_end_ < tolerance.low_end_)
    return std::nullopt;
  const Decimal& claimed = tolerance.low_end_;
  const int power = quantity.digits > 0 ? quantity.exponent : last_nonzero_power(tolerance.high_end_);
  if (power < -10 || power > kMostDigits) return std::nullopt;
  const bool rank = quantity.unit == "rank";
  tolerance.near_allowed_ = !rank;
  const Decimal half = half_unit(power);
  const Decimal reach = claimed.abs() * kReachShare;
  switch (quantity.comparator) {
    case Comparator::kEqual: tolerance.exact_ = {claimed - half, claimed + half}; break;
    case Comparator::kRange: tolerance.exact_ = {claimed - half, tolerance.high_end_ + half}; break;
    case Comparator::kAbout: tolerance.exact_ = {claimed - half - half, claimed + half + half, true, true}; break;
    case Comparator::kMore: tolerance.exact_ = {claimed, claimed + reach, false, true}; break;
    case Comparator::kAtLeast: tolerance.exact_ = {claimed, claimed + reach, true, true}; break;
    case Comparator::kLess: tolerance.exact_ = {claimed - reach, claimed, true, false}; break;
    case Comparator::kAtMost: tolerance.exact_ = {claimed - reach, claimed, true, true}; break;
  }
  // A place is whole: "16th" is 16; "in the top ten" is any of ten.
  if (rank && (quantity.comparator == Comparator::kAtMost || quantity.comparator == Comparator::kLess)) tolerance.exact_.low = Decimal(1);
  if (quantity.comparator == Comparator::kMore || quantity.comparator == Comparator::kAtLeast) tolerance.literal_above_ = true;
  if (!rank && (quantity.comparator == Comparator::kLess || quantity.comparator == Comparator::kAtMost)) tolerance.literal_above_ = false;
  const bool plain = quantity.comparator == Comparator::kEqual || quantity.comparator == Comparator::kAbout;
  const int rounding = last_nonzero_power(claimed);
  if (plain && !rank && rounding > power) {
    const Decimal slack = quantity.comparator == Comparator::kAbout ? half_unit(rounding) + half_unit(rounding) : half_unit(rounding);
    tolerance.rounded_ = Interval{claimed - slack, claimed + slack, true, quantity.comparator == Comparator::kAbout};
  }
  return tolerance;
}

Agrees Tolerance::agreement(const Decimal& published) const {
  if (exact_.holds(published)) return Agrees::kYes;
  if (rounded_ && rounded_->holds(published)) return Agrees::kRounded;
  if (!near_allowed_) return Agrees::kNo;
  // True in the letter, but further off than the words suggest.
  if (literal_above_ && (*literal_above_ ? published > high_end_ : published < low_end_)) return Agrees::kNear;
  const Decimal below = low_end_ - low_end_.abs() * kNearShare;
  const Decimal above = high_end_ + high_end_.abs() * kNearShare;
  return published >= below && published <= above ? Agrees::kNear : Agrees::kNo;
}

std::optional<Decimal> Tolerance::difference_percent(const Decimal& published) const {
  if (published >= low_end_ && published <= high_end_ && low_end_ != high_end_) return Decimal(0);
  return percent_change(published < low_end_ ? low_end_ : high_end_, published);
}

std::string Tolerance::str() const {
  const int power = scale_power(high_end_);
  const auto interval = [&](const Interval& it) {
    return fmt::format("{}{}, {}{}", it.low_included ? '[' : '(', scaled(it.low, power), scaled(it.high, power),
                       it.high_included ? ']' : ')');
  };
  std::string text = interval(exact_);
  if (rounded_) text += fmt::format(", or {} where rounded", interval(*rounded_));
  if (const std::string_view word = scale_word(power); !word.empty()) text.append(" ").append(word);
  if (!unit_.empty()) text.append(" ").append(unit_);
  return text;
}

}  // namespace paraph
