#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string>

#include "text/decoded_text.h"

namespace paraph {
namespace {

constexpr std::size_t kReported = 16;
constexpr std::size_t kMostReplaced = 8'000'000;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Windows-1252 bytes 0x80..0x9F; 0 where the code page leaves a hole.
constexpr std::array<char16_t, 32> kHigh1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

bool starts_with_bytes(std::string_view bytes, std::string_view mark) { return bytes.substr(0, mark.size()) == mark; }

/// Length of the valid UTF-8 sequence at `at`, 0 if broken; `broken` then is how many bytes one U+FFFD replaces.
std::size_t sequence_length(std::string_view bytes, std::size_t at, std::size_t& broken) {
  const unsigned char lead = byte_at(bytes, at);
  broken = 1;
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i >= bytes.size()) return 0;
    const unsigned char c = byte_at(bytes, at + i);
    if (c < low || c > high) return 0;
    low = 0x80;
    high = 0xBF;
    broken = i + 1;
  }
  return length;
}

void note_replaced(DecodingReport& report, std::size_t first, std::size_t last) {
  ++report.replaced;
  if (report.first_replaced.size() < kReported) report.first_replaced.emplace_back(first, last);
}

DecodedText decode_utf8(std::string_view bytes, std::size_t from, DecodingReport& report) {
  DecodedText out;
  out.reserve(bytes.size() - from);
  while (from < bytes.size()) {
    const std::size_t valid = valid_utf8_prefix(bytes.substr(from));
    out.append_linear(bytes.substr(from, valid), from);
    from += valid;
    if (from == bytes.size()) break;
    std::size_t broken = 1;
    sequence_length(bytes, from, broken);
    out.append_units(kReplacement, from, 3, static_cast<std::uint8_t>(broken));
    note_replaced(report, from, from + broken);
    from += broken;
    if (report.replaced > kMostReplaced) {
      report.given_up = true;
      break;
    }
  }
  return out;
}

DecodedText decode_1252(std::string_view bytes, DecodingReport& report) {
  DecodedText out;
  out.reserve(bytes.size() + bytes.size() / 16);
  std::string piece;
  std::size_t at = 0;
  while (at < bytes.size()) {
    std::size_t end = at;
    while (end < bytes.size() && byte_at(bytes, end) < 0x80) ++end;
    out.append_linear(bytes.substr(at, end - at), at);
    for (at = end; at < bytes.size() && byte_at(bytes, at) >= 0x80; ++at) {
      const unsigned char c = byte_at(bytes, at);
      const char32_t code = c >= 0xA0 ? c : kHigh1252[c - 0x80U];
      piece.clear();
      if (code == 0) {
        note_replaced(report, at, at + 1);
        piece = kReplacement;
      } else {
        append_code_point(piece, code);
      }
      out.append_units(piece, at, static_cast<std::uint8_t>(piece.size()), 1);
    }
  }
  return out;
}

DecodedText decode_utf16(std::string_view bytes, std::size_t from, bool little, DecodingReport& report) {
  DecodedText out;
  out.reserve((bytes.size() - from) / 2 + 16);
  const auto unit = [&](std::size_t at) -> char32_t {
    const char32_t a = byte_at(bytes, at);
    const char32_t b = byte_at(bytes, at + 1);
    return little ? (b << 8) | a : (a << 8) | b;
  };
  std::string ascii;
  std::size_t ascii_from = from;
  const auto flush = [&] {
    out.append_units(ascii, ascii_from, 1, 2);
    ascii.clear();
  };
  std::size_t at = from;
  while (at + 1 < bytes.size()) {
    const char32_t first = unit(at);
    if (first < 0x80) {
      if (ascii.empty()) ascii_from = at;
      ascii.push_back(static_cast<char>(first));
      at += 2;
      continue;
    }
    flush();
    std::string piece;
    std::size_t width = 2;
    if (first >= 0xD800 && first <= 0xDFFF) {
      const char32_t second = first < 0xDC00 && at + 3 < bytes.size() ? unit(at + 2) : 0;
      if (second >= 0xDC00 && second <= 0xDFFF) {
        append_code_point(piece, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
        width = 4;
      } else {
        piece = kReplacement;
        note_replaced(report, at, at + 2);
      }
    } else {
      append_code_point(piece, first);
    }
    out.append_units(piece, at, static_cast<std::uint8_t>(piece.size()), static_cast<std::uint8_t>(width));
    at += width;
  }
  flush();
  if (at < bytes.size()) {
    out.append_mapped(kReplacement, at, bytes.size());
    note_replaced(report, at, bytes.size());
  }
  return out;
}

/// UTF-16 without a mark shows as NULs in every other byte of a Western text.
std::optional<Encoding> utf16_by_pattern(std::string_view bytes) {
  const std::size_t sample = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  if (sample < 8) return std::nullopt;
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < sample; i += 2) {
    even += bytes[i] == '\0' ? 1U : 0U;
    odd += bytes[i + 1] == '\0' ? 1U : 0U;
  }
  const std::size_t pairs = sample / 2;
  if (odd * 10 > pairs * 6 && even * 8 < odd) return Encoding::kUtf16Le;
  if (even * 10 > pairs * 6 && odd * 8 < even) return Encoding::kUtf16Be;
  return std::nullopt;
}

std::string plain_name(std::string_view declared) {
  std::string name;
  for (const char c : declared) {
    if (c >= 'A' && c <= 'Z') {
      name.push_back(static_cast<char>(c + 32));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      name.push_back(c);
    }
  }
  return name;
}

}  // namespace

void append_code_point(std::string& out, char32_t code) {
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
  const auto put = [&](char32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::size_t valid_utf8_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    while (at + 16 <= bytes.size()) {
      std::uint64_t words[2];
      std::memcpy(words, bytes.data() + at, sizeof words);
      if (((words[0] | words[1]) & 0x8080808080808080ULL) != 0) break;
      at += 16;
    }
    const std::size_t stop = std::min(bytes.size(), at + 16);
    while (at < stop) {
      if (byte_at(bytes, at) < 0x80) {
        ++at;
        continue;
      }
      std::size_t broken = 0;
      const std::size_t length = sequence_length(bytes, at, broken);
      if (length == 0) return at;
      at += length;
    }
  }
  return at;
}

Encoding detect_encoding(std::string_view bytes, std::string_view declared) {
  if (starts_with_bytes(bytes, "\xEF\xBB\xBF")) return Encoding::kUtf8Bom;
  if (starts_with_bytes(bytes, "\xFF\xFE")) return Encoding::kUtf16Le;
  if (starts_with_bytes(bytes, "\xFE\xFF")) return Encoding::kUtf16Be;
  const std::optional<Encoding> pattern = utf16_by_pattern(bytes);
  const std::string name = plain_name(declared);
  if (name == "utf8") return Encoding::kUtf8;
  if (name == "utf16le" || name == "utf16" || name == "utf16be") {
    if (pattern) return *pattern;
    return name == "utf16be" ? Encoding::kUtf16Be : Encoding::kUtf16Le;
  }
  if (name == "windows1252" || name == "cp1252" || name == "iso88591" || name == "latin1" || name == "usascii" || name == "ascii" ||
      name == "iso885915") {
    return Encoding::kWindows1252;
  }
  if (pattern) return *pattern;
  const std::size_t valid = valid_utf8_prefix(bytes);
  if (valid == bytes.size()) return Encoding::kUtf8;
  // A text that is UTF-8 but for a few broken places stays UTF-8; one whose first high byte is broken is a code page.
  std::size_t good = 0;
  std::size_t bad = 0;
  const std::string_view sample = bytes.substr(0, 1U << 20);
  for (std::size_t at = 0; at < sample.size();) {
    std::size_t broken = 1;
    const std::size_t length = sequence_length(sample, at, broken);
    if (length == 0) {
      ++bad;
      at += broken;
    } else {
      good += length > 1 ? 1U : 0U;
      at += length;
    }
  }
  if (bad == 0) return Encoding::kUtf8;
  return good >= bad ? Encoding::kUtf8 : Encoding::kWindows1252;
}

DecodedText decode(std::string_view bytes, std::string_view declared, DecodingReport& report) {
  report = {};
  report.encoding = detect_encoding(bytes, declared);
  DecodedText out;
  switch (report.encoding) {
    case Encoding::kUtf8:
      out = decode_utf8(bytes, 0, report);
      break;
    case Encoding::kUtf8Bom:
      out = decode_utf8(bytes, 3, report);
      break;
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be: {
      const bool marked = starts_with_bytes(bytes, "\xFF\xFE") || starts_with_bytes(bytes, "\xFE\xFF");
      out = decode_utf16(bytes, marked ? 2 : 0, report.encoding == Encoding::kUtf16Le, report);
      break;
    }
    case Encoding::kWindows1252:
      out = decode_1252(bytes, report);
      break;
  }
  report.controls = out.blank_controls();
  return out;
}

}  // namespace paraph
