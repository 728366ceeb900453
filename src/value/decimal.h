#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace paraph {

/// An exact decimal `units * 10^-scale`, held in 128 bits: what a text writes, never a binary fraction.
/// Equality is by value: 1.50 == 1.5. Arithmetic that would overflow 128 bits fails a check.
class Decimal {
 public:
  using Units = __int128;

  Decimal() = default;
  explicit Decimal(std::int64_t whole) { hold(whole); }
  Decimal(Units units, int scale);

  /// "-1234.50", ".5"; no grouping, no exponent. Empty when the text is anything else or exceeds 34 digits.
  static std::optional<Decimal> parse(std::string_view text);

  Units units() const { return static_cast<Units>((static_cast<unsigned __int128>(high_) << 64) | low_); }
  int scale() const { return scale_; }
  bool negative() const { return (high_ >> 63) != 0; }
  bool zero() const { return (high_ | low_) == 0; }

  /// Times 10^power, exactly.
  Decimal shifted(int power) const;
  Decimal abs() const;
  double to_double() const;

  /// Shortest plain form: no exponent, no trailing zeros after the point: "424600000", "0.5", "-3".
  std::string str() const;

  /// The same into `out`; returns its length.
  static constexpr std::size_t kLongestText = 80;
  std::size_t write(std::array<char, kLongestText>& out) const;

  friend Decimal operator+(Decimal a, Decimal b);
  friend Decimal operator-(Decimal a, Decimal b);
  friend Decimal operator*(Decimal a, Decimal b);
  friend Decimal operator-(Decimal a);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

  /// a / b rounded half away from zero to `places` decimals; `b` must not be zero.
  static Decimal divide(Decimal a, Decimal b, int places);

 private:
  void hold(Units units) {
    low_ = static_cast<std::uint64_t>(units);
    high_ = static_cast<std::uint64_t>(units >> 64);
  }

  // Two halves: an __int128 would align every figure to 16 bytes, and claims hold many.
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
  int scale_ = 0;  ///< Normalised: 0 <= scale, and no trailing zero behind the point.
};

}  // namespace paraph
