#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

#include "base/check.h"

namespace paraph {

/// A half-open byte range [first, last) of the original document, never empty-by-accident, never text.
class TextSpan {
 public:
  TextSpan(std::size_t first, std::size_t last) : first_(first), last_(last) {
    PARAPH_CHECK(first <= last, "A span must not end before it begins.");
  }

  std::size_t first() const { return first_; }
  std::size_t last() const { return last_; }
  std::size_t size() const { return last_ - first_; }
  bool empty() const { return first_ == last_; }
  bool contains(TextSpan inner) const { return first_ <= inner.first_ && inner.last_ <= last_; }
  bool overlaps(TextSpan other) const { return first_ < other.last_ && other.first_ < last_; }

  /// The smallest span that covers both.
  TextSpan joined(TextSpan other) const {
    return {first_ < other.first_ ? first_ : other.first_, last_ > other.last_ ? last_ : other.last_};
  }

  std::string_view of(std::string_view bytes) const {
    PARAPH_CHECK(last_ <= bytes.size(), "A span must lie inside its document.");
    return bytes.substr(first_, last_ - first_);
  }

  friend auto operator<=>(const TextSpan&, const TextSpan&) = default;

 private:
  std::size_t first_;
  std::size_t last_;
};

}  // namespace paraph
