#include "report/json_writer.h"

#include <array>
#include <charconv>
#include <cstring>

namespace paraph {
namespace {

constexpr std::array<bool, 256> make_escaped() {
  std::array<bool, 256> escaped{};
  for (std::size_t c = 0; c < 0x20; ++c) escaped[c] = true;
  escaped['"'] = escaped['\\'] = true;
  return escaped;
}
constexpr auto kEscaped = make_escaped();

/// Whether some byte of eight is below 0x20, a quotation mark or a backslash; it may err to the side of yes.
bool may_need_escape(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  constexpr std::uint64_t kTops = 0x8080808080808080ULL;
  const auto holds_zero = [](std::uint64_t word) { return (word - kOnes) & ~word & kTops; };
  const std::uint64_t low = (bytes - kOnes * 0x20) & ~bytes & kTops;
  return (low | holds_zero(bytes ^ (kOnes * '"')) | holds_zero(bytes ^ (kOnes * '\\'))) != 0;
}

/// How many bytes from the start stand for themselves.
std::size_t plain_prefix(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + at, 8);
    if (may_need_escape(bytes)) break;
  }
  while (at < text.size() && !kEscaped[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

}  // namespace

void JsonWriter::flush() {
  out_.append(room_.data(), used_);
  used_ = 0;
}

void JsonWriter::put(std::string_view text) {
  if (kRoom - used_ < text.size()) {
    flush();
    if (text.size() > kRoom) {
      out_.append(text);
      return;
    }
  }
  std::memcpy(room_.data() + used_, text.data(), text.size());
  used_ += text.size();
}

void JsonWriter::put_escaped(std::string_view text) {
  while (true) {
    const std::size_t plain = plain_prefix(text);
    put(text.substr(0, plain));
    if (plain == text.size()) return;
    const auto c = static_cast<unsigned char>(text[plain]);
    text.remove_prefix(plain + 1);
    switch (c) {
      case '"': put("\\\""); break;
      case '\\': put("\\\\"); break;
      case '\b': put("\\b"); break;
      case '\f': put("\\f"); break;
      case '\n': put("\\n"); break;
      case '\r': put("\\r"); break;
      case '\t': put("\\t"); break;
      default: {
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        const std::array<char, 6> code = {'\\', 'u', '0', '0', kDigits[c >> 4U], kDigits[c & 15U]};
        put({code.data(), code.size()});
      }
    }
  }
}

void JsonWriter::Key(std::string_view name) {
  make_room(name.size() + 4);
  comma();
  room_[used_++] = '"';
  std::memcpy(room_.data() + used_, name.data(), name.size());
  used_ += name.size();
  room_[used_++] = '"';
  room_[used_++] = ':';
  comma_ = false;
}

void JsonWriter::String(std::string_view text) {
  make_room(2);
  comma();
  room_[used_++] = '"';
  put_escaped(text);
  make_room(1);
  room_[used_++] = '"';
  comma_ = true;
}

void JsonWriter::Uint64(std::uint64_t number) {
  make_room(24);
  comma();
  char* const at = room_.data() + used_;
  used_ += static_cast<std::size_t>(std::to_chars(at, at + 20, number).ptr - at);
  comma_ = true;
}

void JsonWriter::Int64(std::int64_t number) {
  make_room(24);
  comma();
  char* const at = room_.data() + used_;
  used_ += static_cast<std::size_t>(std::to_chars(at, at + 21, number).ptr - at);
  comma_ = true;
}

void JsonWriter::raw(std::string_view json) {
  make_room(1);
  comma();
  put(json);
  comma_ = true;
}

void JsonWriter::decimal(const Decimal& value) {
  std::array<char, Decimal::kLongestText> text;
  raw({text.data(), value.write(text)});
}

void JsonWriter::end_line() {
  make_room(1);
  room_[used_++] = '\n';
  comma_ = false;
}

}  // namespace paraph
