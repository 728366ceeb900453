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
/// Runs that advance evenly are stored once, so that plain UTF-8 costs one entry.
class DecodedText {
 public:
  /// How the bytes of a run stand to the original.
  enum class Step : std::uint8_t {
    kWhole,  ///< Characters that do not advance byte by byte: see the widths of the run.
    kByte,   ///< One byte of text for each original byte.
    kPair,   ///< One byte of text for each two original bytes: ASCII in UTF-16.
  };

  /// Bytes [at, next run) of text() come from original bytes [origin_first, origin_last): units of `text_width` bytes of
  /// text stand for `origin_width` original bytes each. A run of width 0 replaces its origin as a whole: an entity, an
  /// inserted separator.
  struct Run {
    std::size_t at;
    std::size_t origin_first;
    std::size_t origin_last;
    Step step;
    std::uint8_t text_width;
    std::uint8_t origin_width;
  };

  DecodedText() = default;

  void reserve(std::size_t bytes) { text_.reserve(bytes); }

  /// Appends text that stands at the same length in the original, starting at `origin`.
  void append_linear(std::string_view text, std::size_t origin);
  /// Appends characters of `text_width` bytes each, every one standing for `origin_width` original bytes from `origin` on.
  void append_units(std::string_view text, std::size_t origin, std::uint8_t text_width, std::uint8_t origin_width);
  /// Appends text that replaces original bytes [origin_first, origin_last) as a whole: an entity, a separator.
  void append_mapped(std::string_view text, std::size_t origin_first, std::size_t origin_last);
  /// Appends a range of another decoded text, keeping its way back to the original bytes.
  void append_range(const DecodedText& source, TextSpan span);
  /// Replaces one byte of the text by another, where it stands: a line end inside a paragraph becomes a space.
  void overwrite(std::size_t at, char byte) { text_[at] = byte; }

  /// Turns NUL and other C0 controls, except tab, line ends and form feed, into spaces; returns how many there were.
  std::size_t blank_controls();

  const std::string& text() const { return text_; }
  /// The original bytes that made `span` of text(): the smallest range that covers them.
  TextSpan origin(TextSpan span) const;

  const std::vector<Run>& runs() const { return runs_; }

 private:
  std::size_t run_of(std::size_t at) const;
  TextSpan run_origin(std::size_t run, std::size_t first, std::size_t last) const;

  std::string text_;
  std::vector<Run> runs_;
};

/// Trouble that reading met without losing anything: counted, located, reported.
struct DecodingReport {
  Encoding encoding = Encoding::kUtf8;
  std::size_t replaced = 0;              ///< Broken sequences that became U+FFFD.
  std::vector<TextSpan> first_replaced;  ///< The first 16 of them, in original bytes.
  std::size_t controls = 0;              ///< NUL and other control characters that became spaces.
  bool given_up = false;                 ///< More than 8 million broken sequences: what follows was not decoded.
};

/// The encoding by BOM, by `declared` ("utf-8", "windows-1252", "iso-8859-1", "utf-16le" …; empty if none), else by
/// detection: NUL pattern of UTF-16, valid UTF-8, else Windows-1252.
Encoding detect_encoding(std::string_view bytes, std::string_view declared);

/// Decodes as detect_encoding says. NUL and other C0 controls except tab, line ends and form feed become spaces.
DecodedText decode(std::string_view bytes, std::string_view declared, DecodingReport& report);

/// The same text with no-break, figure and thin spaces as plain ones, and without soft hyphens, zero-width spaces and
/// joiners; typographic quotes and dashes stay. Text that has none of them is handed through.
DecodedText with_plain_spaces(DecodedText text);

/// Length of the longest prefix that is valid UTF-8; `bytes.size()` if all of it is.
std::size_t valid_utf8_prefix(std::string_view bytes);

/// Appends the UTF-8 form of a code point; U+FFFD for surrogates and values above U+10FFFF.
void append_code_point(std::string& out, char32_t code);

}  // namespace paraph
