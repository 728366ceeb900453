#include "value/decimal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

#include "base/check.h"

namespace paraph {
namespace {

using Wide = Decimal::Units;

constexpr int kMostDigits = 34;
constexpr int kMostPower = 38;  // 10^38 is the largest power of ten in 127 bits.

constexpr std::array<Wide, kMostPower + 1> make_powers() {
  std::array<Wide, kMostPower + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}
constexpr auto kPowers = make_powers();

Wide power_of_ten(int power) {
  PARAPH_CHECK(power >= 0 && power <= kMostPower, "A power of ten must fit 128 bits.");
  return kPowers[static_cast<std::size_t>(power)];
}

bool fits_64(Wide units) {
  return units >= std::numeric_limits<std::int64_t>::min() && units <= std::numeric_limits<std::int64_t>::max();
}

Wide times(Wide a, Wide b) {
  Wide product = 0;
  PARAPH_CHECK(!__builtin_mul_overflow(a, b, &product), "A decimal's product must fit 128 bits.");
  return product;
}

Wide plus(Wide a, Wide b) {
  Wide sum = 0;
  PARAPH_CHECK(!__builtin_add_overflow(a, b, &sum), "A decimal's sum must fit 128 bits.");
  return sum;
}

/// Both figures in the smaller of their two units.
struct Aligned {
  Wide a;
  Wide b;
  int scale;
};

Aligned align(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  return {times(a.units(), power_of_ten(scale - a.scale())), times(b.units(), power_of_ten(scale - b.scale())), scale};
}

}  // namespace

Decimal::Decimal(Units units, int scale) : scale_(scale) {
  if (scale_ < 0) {
    units = units == 0 ? 0 : times(units, power_of_ten(-scale_));
    scale_ = 0;
  }
  if (fits_64(units)) {
    auto small = static_cast<std::int64_t>(units);
    for (; scale_ > 0 && small % 10 == 0; --scale_) small /= 10;
    units = small;
  }
  for (; scale_ > 0 && units % 10 == 0; --scale_) units /= 10;
  hold(units);
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  Units units = 0;
  int digits = 0;
  int written = 0;
  int scale = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    ++written;
    if (digits > 0 || c != '0') ++digits;
    if (point) ++scale;
    if (digits > kMostDigits || scale > kMostDigits) return std::nullopt;
    units = units * 10 + (c - '0');
  }
  if (written == 0 || text.ends_with('.')) return std::nullopt;
  return Decimal(negative ? -units : units, scale);
}

Decimal Decimal::shifted(int power) const { return Decimal(units(), scale_ - power); }

Decimal Decimal::abs() const { return negative() ? -*this : *this; }

double Decimal::to_double() const {
  return static_cast<double>(static_cast<long double>(units()) / std::pow(10.0L, static_cast<long double>(scale_)));
}

std::size_t Decimal::write(std::array<char, kLongestText>& out) const {
  PARAPH_CHECK(scale_ + 4 < static_cast<int>(kLongestText), "A decimal's places must fit its text.");
  // From the last digit to the first, at the end of the room; then moved to its start.
  char* const end = out.data() + out.size();
  char* at = end;
  int written = 0;
  const auto put = [&](int digit) {
    *--at = static_cast<char>('0' + (digit < 0 ? -digit : digit));
    if (++written == scale_) *--at = '.';
  };
  Units rest = units();
  for (; !fits_64(rest); rest /= 10) put(static_cast<int>(rest % 10));
  for (auto small = static_cast<std::int64_t>(rest); small != 0; small /= 10) put(static_cast<int>(small % 10));
  while (written < scale_) put(0);
  if (at == end || *at == '.') *--at = '0';
  if (negative()) *--at = '-';
  const auto size = static_cast<std::size_t>(end - at);
  std::memmove(out.data(), at, size);
  return size;
}

std::string Decimal::str() const {
  std::array<char, kLongestText> text;
  return {text.data(), write(text)};
}

Decimal operator+(Decimal a, Decimal b) {
  const Aligned both = align(a, b);
  return Decimal(plus(both.a, both.b), both.scale);
}

Decimal operator-(Decimal a, Decimal b) { return a + -b; }

Decimal operator*(Decimal a, Decimal b) { return Decimal(times(a.units(), b.units()), a.scale_ + b.scale_); }

Decimal operator-(Decimal a) { return Decimal(times(a.units(), -1), a.scale_); }

/// Whole parts first, so that figures of very different scale compare without overflow.
std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.scale_ == b.scale_) return a.units() <=> b.units();
  const auto split = [](const Decimal& figure) {
    if (figure.scale_ > kMostPower) return std::pair<Wide, Wide>{0, figure.units()};
    const Wide unit = power_of_ten(figure.scale_);
    return std::pair<Wide, Wide>{figure.units() / unit, figure.units() % unit};
  };
  auto [whole_a, part_a] = split(a);
  auto [whole_b, part_b] = split(b);
  if (whole_a != whole_b) return whole_a <=> whole_b;
  // Digit by digit behind the point; a part is below one, its first digit stands at its own scale.
  const auto digit = [](Wide part, int scale, int place) {
    if (place > scale) return 0;
    const int power = scale - place;
    return power > kMostPower ? 0 : static_cast<int>(part / power_of_ten(power) % 10);
  };
  for (int place = 1; place <= std::max(a.scale_, b.scale_); ++place) {
    const int left = digit(part_a, a.scale_, place);
    const int right = digit(part_b, b.scale_, place);
    if (left != right) return left <=> right;
  }
  return std::strong_ordering::equal;
}

Decimal Decimal::divide(Decimal a, Decimal b, int places) {
  PARAPH_CHECK(!b.zero(), "A divisor must not be zero.");
  PARAPH_CHECK(places >= 0, "A quotient must have no fewer than 0 decimals.");
  // a.units * 10^(places + b.scale - a.scale) / b.units
  const int power = places + b.scale_ - a.scale_;
  Units top = a.units();
  Units bottom = b.units();
  if (power >= 0) {
    top = times(top, power_of_ten(power));
  } else {
    bottom = times(bottom, power_of_ten(-power));
  }
  Units quotient = top / bottom;
  const Units rest = top % bottom;
  const Units size = rest < 0 ? -rest : rest;
  const Units whole = bottom < 0 ? -bottom : bottom;
  if (size >= whole - size) quotient = plus(quotient, (top < 0) == (bottom < 0) ? 1 : -1);
  return Decimal(quotient, places);
}

}  // namespace paraph
