#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/text_span.h"

namespace paraph {

/// From bytes of UTF-8 to UTF-16 code units, in which browsers count. A byte that is not UTF-8 counts as the one U+FFFD that
/// stands for it.
class Utf16Places {
 public:
  /// The text must outlive the places.
  explicit Utf16Places(std::string_view text);

  TextSpan of(TextSpan bytes) const { return {at(bytes.first()), at(bytes.last())}; }

 private:
  static constexpr std::size_t kStep = 256;
  std::size_t at(std::size_t byte) const;

  std::string_view text_;
  std::vector<std::size_t> units_;  ///< Before every kStep-th byte; empty where every byte is a unit.
  std::vector<bool> broken_;        ///< Of each byte, where any is; else empty.
};

}  // namespace paraph
