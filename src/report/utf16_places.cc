#include "report/utf16_places.h"

#include <algorithm>

#include "text/decoded_text.h"

namespace paraph {
namespace {

/// Units that begin at this byte of well-formed UTF-8: none inside a character, two for those beyond the first plane.
std::size_t units_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if ((byte & 0xc0U) == 0x80U) return 0;
  return byte >= 0xf0U ? 2 : 1;
}

}  // namespace

Utf16Places::Utf16Places(std::string_view text) : text_(text) {
  const auto beyond = std::ranges::find_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
  if (beyond == text.end()) return;
  for (std::size_t at = valid_utf8_prefix(text); at < text.size(); at += valid_utf8_prefix(text.substr(at))) {
    broken_.resize(text.size());
    broken_[at++] = true;
  }
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) units_.push_back(units);
    units += !broken_.empty() && broken_[i] ? 1 : units_of(text[i]);
  }
}

std::size_t Utf16Places::at(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  if (units_.empty()) return byte;
  const std::size_t step = std::min(byte / kStep, units_.size() - 1);
  std::size_t units = units_[step];
  for (std::size_t i = step * kStep; i < byte; ++i) units += !broken_.empty() && broken_[i] ? 1 : units_of(text_[i]);
  return units;
}

}  // namespace paraph
