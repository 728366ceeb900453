#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "text/decoded_text.h"

namespace paraph {
namespace {

/// What stands at `at`: its length, and whether a plain space takes its place or nothing does. Length 0: it stays.
struct Odd {
  std::size_t length = 0;
  bool space = false;
};

Odd odd_at(std::string_view text, std::size_t at) {
  if (text[at] == '\xC2') {
    const std::string_view two = text.substr(at, 2);
    if (two == "\xC2\xA0") return {2, true};
    if (two == "\xC2\xAD") return {2, false};
    return {};
  }
  const std::string_view three = text.substr(at, 3);
  if (three.size() < 3) return {};
  if (text[at] == '\xEF') return three == "\xEF\xBB\xBF" ? Odd{3, false} : Odd{};
  if (text[at + 1] == '\x80') {
    const auto last = static_cast<unsigned char>(text[at + 2]);
    if (last >= 0x80 && last <= 0x8A) return {3, true};   // U+2000 … U+200A
    if (last >= 0x8B && last <= 0x8F) return {3, false};  // Zero-width space, joiners, direction marks.
    if (last == 0xAF) return {3, true};                   // U+202F
    return {};
  }
  return three == "\xE2\x81\xA0" ? Odd{3, false} : Odd{};
}

/// The next place from `at` on where such a character may begin.
std::size_t next_candidate(std::string_view text, std::size_t at) {
  const auto candidate = [](char c) { return c == '\xC2' || c == '\xE2' || c == '\xEF'; };
  constexpr std::size_t kStep = 64;
  while (at + kStep <= text.size()) {
    unsigned char found = 0;
    for (std::size_t i = 0; i < kStep; ++i) found = static_cast<unsigned char>(found | static_cast<unsigned char>(candidate(text[at + i])));
    if (found != 0) break;
    at += kStep;
  }
  while (at < text.size() && !candidate(text[at])) ++at;
  return at;
}

}  // namespace

DecodedText with_plain_spaces(DecodedText text) {
  const std::string_view bytes = text.text();
  DecodedText out;
  std::size_t from = 0;
  std::size_t at = next_candidate(bytes, 0);
  while (at < bytes.size()) {
    const Odd odd = odd_at(bytes, at);
    if (odd.length == 0) {
      at = next_candidate(bytes, at + 1);
      continue;
    }
    if (from == 0 && out.text().empty()) out.reserve(bytes.size());
    out.append_range(text, {from, at});
    if (odd.space) {
      const TextSpan origin = text.origin({at, at + odd.length});
      out.append_units(" ", origin.first(), 1, static_cast<std::uint8_t>(origin.size()));
    }
    from = at + odd.length;
    at = next_candidate(bytes, from);
  }
  if (from == 0) return text;
  out.append_range(text, {from, bytes.size()});
  return out;
}

}  // namespace paraph
