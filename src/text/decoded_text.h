#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"

namespace paraph {

/// How the original bytes encode their characters.
enum class Encoding { kUtf8, kUtf8Bom, kUtf16Le, kUtf16Be, kWindows1252 };

std::string_view encoding_name(Encoding encoding);

/// UTF-8 text made from original bytes, with the way back: every byte of `text` knows where it came from.
/// Runs that map one to one are stored once, so that plain UTF-8 costs one entry.
class DecodedText {
 public:
  /// One run: `text` bytes [at, next run) come from `origin`; `linear` runs advance byte for byte, others map whole.
  struct Run {
    std::size_t at;
    std::size_t origin_first;
    std::size_t origin_last;
    bool linear;
  };

  DecodedText() = default;

  /// Appends text that stands at the same length in the original, starting at `origin`.
  void append_linear(std::string_view text, std::size_t origin);
  /// Appends text that replaces original bytes [origin_first, origin_last): an entity, a broken byte, a code unit.
  void append_mapped(std::string_view text, std::size_t origin_first, std::size_t origin_last);

  const std::string& text() const { return text_; }
  /// The original bytes that made `span` of text(): the smallest range that covers them.
  TextSpan origin(TextSpan span) const;

  const std::vector<Run>& runs() const { return runs_; }

 private:
  std::string text_;
  std::vector<Run> runs_;
};

/// Trouble that reading met without losing anything: counted, located, reported.
struct DecodingReport {
  Encoding encoding = Encoding::kUtf8;
  std::size_t replaced = 0;         ///< Broken sequences that became U+FFFD.
  std::vector<TextSpan> first_replaced;  ///< The first 16 of them, in original bytes.
};

/// Decodes by BOM, by `declared` ("utf-8", "windows-1252", "iso-8859-1", "utf-16le" …; empty if none), else by
/// detection (valid UTF-8, else Windows-1252). NUL and other C0 controls except tab and line ends become spaces.
DecodedText decode(std::string_view bytes, std::string_view declared, DecodingReport& report);

}  // namespace paraph
