#include "store/packed_series.h"

namespace paraph {
namespace {

/// Low bits of a figure's first number: how its value is written.
enum ValueForm : std::uint64_t { kSameScale, kNewScale, kDigits, kMark };
constexpr unsigned kFormBits = 2;

void append_number(std::uint64_t number, std::string& out) {
  while (number >= 0x80) {
    out += static_cast<char>(0x80 | (number & 0x7F));
    number >>= 7;
  }
  out += static_cast<char>(number);
}

/// Small in both directions: 0, -1, 1, -2 become 0, 1, 2, 3.
std::uint64_t folded(std::int64_t number) { return (static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63); }
std::int64_t unfolded(std::uint64_t number) { return static_cast<std::int64_t>((number >> 1) ^ (0 - (number & 1))); }

}  // namespace

FigurePacker::FigurePacker(SeriesShape shape) : shape_(shape) {
  bytes_ += static_cast<char>((shape.lines ? 1 : 0) | (shape.paths ? 2 : 0) | (shape.statuses ? 4 : 0));
}

void FigurePacker::add(const PackedFigure& figure) {
  const ValueForm form = figure.mark != ValueMark::kFigure ? kMark
                         : !figure.digits.empty()          ? kDigits
                         : figure.scale == scale_          ? kSameScale
                                                           : kNewScale;
  const auto step = static_cast<std::int64_t>(figure.period) - static_cast<std::int64_t>(period_);
  append_number((folded(step) << kFormBits) | form, bytes_);
  period_ = figure.period;
  switch (form) {
    case kMark: bytes_ += static_cast<char>(figure.mark); break;
    case kDigits:
      append_number(figure.digits.size(), bytes_);
      bytes_ += figure.digits;
      break;
    case kNewScale:
      bytes_ += static_cast<char>(figure.scale);
      scale_ = figure.scale;
      [[fallthrough]];
    case kSameScale: append_number(folded(figure.units), bytes_); break;
  }
  if (shape_.lines) {
    append_number(folded(static_cast<std::int64_t>(figure.line - line_)), bytes_);
    line_ = figure.line;
  }
  if (shape_.paths) {
    append_number(figure.path.size(), bytes_);
    bytes_ += figure.path;
  }
  if (shape_.statuses) append_number(figure.status, bytes_);
}

FigureReader::FigureReader(std::string_view bytes)
    : at_(reinterpret_cast<const unsigned char*>(bytes.data())), end_(at_ + bytes.size()) {
  if (bytes.empty()) {
    damaged_ = true;
    return;
  }
  const unsigned flags = *at_++;
  shape_ = {(flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0};
  damaged_ = flags > 7;
}

std::uint64_t FigureReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (at_ == end_) break;
    const unsigned char byte = *at_++;
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  damaged_ = true;
  return 0;
}

std::string_view FigureReader::text() {
  const std::uint64_t size = number();
  if (size > static_cast<std::uint64_t>(end_ - at_)) {
    damaged_ = true;
    return {};
  }
  const std::string_view text(reinterpret_cast<const char*>(at_), static_cast<std::size_t>(size));
  at_ += size;
  return text;
}

bool FigureReader::next(PackedFigure& figure) {
  if (damaged_ || at_ == end_) return false;
  const std::uint64_t first = number();
  period_ = static_cast<std::uint32_t>(static_cast<std::int64_t>(period_) + unfolded(first >> kFormBits));
  figure.period = period_;
  figure.mark = ValueMark::kFigure;
  figure.digits = {};
  const auto form = static_cast<ValueForm>(first & ((1U << kFormBits) - 1));
  if (form == kMark || form == kNewScale) {
    if (at_ == end_) {
      damaged_ = true;
      return false;
    }
    const unsigned char byte = *at_++;
    if (form == kMark) {
      damaged_ = damaged_ || byte > static_cast<unsigned char>(ValueMark::kConfidential);
      if (damaged_) return false;
      figure.mark = static_cast<ValueMark>(byte);
    } else {
      scale_ = static_cast<std::int8_t>(byte);
    }
  }
  figure.scale = scale_;
  if (form == kDigits) figure.digits = text();
  figure.units = form == kSameScale || form == kNewScale ? unfolded(number()) : 0;
  if (shape_.lines) line_ += static_cast<std::uint64_t>(unfolded(number()));
  figure.line = line_;
  figure.path = shape_.paths ? text() : std::string_view();
  figure.status = shape_.statuses ? static_cast<std::uint32_t>(number()) : 0;
  return !damaged_;
}

}  // namespace paraph
