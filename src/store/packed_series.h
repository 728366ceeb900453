#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "reference/observation.h"

namespace paraph {

/// One figure as a series keeps it.
struct PackedFigure {
  std::uint32_t period = 0;                 ///< Row of the table `period`.
  ValueMark mark = ValueMark::kFigure;
  std::int8_t scale = 0;                    ///< The value is units * 10^-scale, unless `digits` holds it.
  std::int64_t units = 0;
  std::string_view digits;                  ///< A figure beyond 64 bits as text; else empty.
  std::uint32_t status = 0;                 ///< Row of the table `word`.
  std::uint64_t line = 0;                   ///< 0: none.
  std::string_view path;                    ///< Empty: none.
};

/// What the figures of one blob carry besides period and value.
struct SeriesShape {
  bool lines = false;
  bool paths = false;
  bool statuses = false;
};

/// Packs figures, best in order of period and line, into the bytes that docs/reference.md describes.
class FigurePacker {
 public:
  explicit FigurePacker(SeriesShape shape);
  void add(const PackedFigure& figure);
  const std::string& bytes() const { return bytes_; }

 private:
  SeriesShape shape_;
  std::string bytes_;
  std::uint32_t period_ = 0;
  std::int8_t scale_ = 0;
  std::uint64_t line_ = 0;
};

/// Reads a blob back, figure by figure. Safe on any bytes: damage ends the reading and shows in damaged().
class FigureReader {
 public:
  explicit FigureReader(std::string_view bytes);
  /// False at the end. Views live as long as the bytes.
  bool next(PackedFigure& figure);
  bool damaged() const { return damaged_; }

 private:
  std::uint64_t number();
  std::string_view text();

  const unsigned char* at_;
  const unsigned char* end_;
  SeriesShape shape_;
  std::uint32_t period_ = 0;
  std::int8_t scale_ = 0;
  std::uint64_t line_ = 0;
  bool damaged_ = false;
};

}  // namespace paraph
