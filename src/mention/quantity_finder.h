#pragma once

#include <optional>
#include <span>
#include <vector>

#include "mention/figure.h"
#include "mention/mention.h"

namespace paraph {

/// A figure with what stands around it, before hedges.
struct Figure {
  Numeral numeral;
  Multiplier multiplier;
  const CurrencyForm* currency = nullptr;
  const UnitForm* unit = nullptr;
  bool unit_inside = false;  ///< The unit's words belong to the mention; those of counted things stay outside.
  std::size_t first = 0;
  std::size_t last = 0;

  Decimal plain() const { return numeral.value; }
  Decimal value() const { return numeral.value * multiplier.factor; }
  bool bare() const { return currency == nullptr && unit == nullptr && !multiplier.present(); }
};

inline bool is_percent(const UnitForm& unit) { return unit.base_unit == "percent"; }
inline bool is_points(const UnitForm& unit) { return unit.base_unit == "percentage-point"; }
inline bool is_time(const UnitForm& unit) { return unit.base_unit == "day" || unit.base_unit == "year"; }

/// Finds one figure after the other in a sentence, around the mentions that others have taken.
class QuantityFinder {
 public:
  QuantityFinder(const SentenceCursor& cursor, std::span<const Mention> taken, std::vector<Mention>& mentions)
      : c_(cursor), taken_(taken), mentions_(mentions) {}

  void run();

 private:
  // Where figures start and what their mention is, in find_quantities.cc.
  bool may_start(std::size_t at) const;
  std::size_t money_over_name(std::size_t at, std::size_t name_last);
  std::size_t read(std::size_t at);
  std::size_t ordinal(std::size_t at);
  bool ranks(std::size_t at, std::size_t last) const;
  static void set_base(Quantity& quantity, const Figure& figure);
  static Decimal based(const Figure& figure);
  std::size_t add(const Figure& figure, const std::optional<Figure>& second);
  std::size_t minus_before(const Figure& figure) const;
  static void classify(const Figure& figure, QuantityMention& mention);

  // A figure with its currency, multiplier and unit, and ranges of two, in read_figure.cc.
  std::size_t glued_digits(std::size_t at) const;
  std::optional<Figure> read_glued(std::size_t at) const;
  std::optional<Figure> read_figure(std::size_t at) const;
  bool ratio(Figure& figure) const;
  void add_smaller(Figure& figure) const;
  void finish(Figure& figure) const;
  static bool large(const Figure& figure);
  std::optional<Figure> range_end(Figure& low) const;
  void borrow(Figure& low) const;

  // What is a number and no quantity, in counted_figure.cc.
  bool counts(const Figure& figure);
  bool of_prices(std::size_t at) const;
  bool clock_half(std::size_t at) const;
  bool designated(std::size_t at) const;
  bool joined_before(std::size_t at);
  bool joined_after(std::size_t last);
  bool skip_numbers(std::size_t at);
  bool attributive_time(const Figure& figure) const;
  bool word_counts(const Figure& figure) const;
  bool stands_as_share(const Figure& figure) const;

  FigureWord use_before(std::size_t at) const { return at > floor_ ? c_.use_before(at) : FigureWord::kNone; }

  const SentenceCursor& c_;
  std::span<const Mention> taken_;
  std::vector<Mention>& mentions_;
  std::size_t limit_ = 0;       ///< First token of the next mention that others have taken.
  std::size_t floor_ = 0;       ///< Words before this token belong to another mention.
  std::size_t skip_to_ = 0;     ///< Where a run of numbers that count nothing ends.
  std::size_t designated_ = 0;  ///< Token after the last "Article 5".
  ChangeDirection fallen_from_ = ChangeDirection::kNone;  ///< Of the figure before, where "from" stood before it.
};

}  // namespace paraph
