#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/text_span.h"
#include "value/decimal.h"

namespace paraph {

/// Writes JSON member after member to the end of a string, in the order of the calls; nothing is built first. What is
/// written reaches the string at the latest when the writer ends, or with flush().
///
/// Text must be UTF-8. Names of members are literals of the program and stand as they are.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}
  ~JsonWriter() { flush(); }
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void StartObject() { open('{'); }
  void EndObject() { close('}'); }
  void StartArray() { open('['); }
  void EndArray() { close(']'); }
  void Key(std::string_view name);
  void String(std::string_view text);
  void Uint64(std::uint64_t number);
  void Int64(std::int64_t number);
  void Bool(bool truth) { raw(truth ? "true" : "false"); }
  void Null() { raw("null"); }
  /// JSON that stands already.
  void raw(std::string_view json);
  void decimal(const Decimal& value);

  /// Ends a line between two values that stand alone, as in JSON Lines.
  void end_line();
  void flush();

 private:
  static constexpr std::size_t kRoom = 16384;

  void comma() {
    if (comma_) room_[used_++] = ',';
  }
  void open(char bracket) {
    make_room(2);
    comma();
    room_[used_++] = bracket;
    comma_ = false;
  }
  void close(char bracket) {
    make_room(1);
    room_[used_++] = bracket;
    comma_ = true;
  }
  void make_room(std::size_t bytes) {
    if (kRoom - used_ < bytes) flush();
  }
  void put(std::string_view text);
  void put_escaped(std::string_view text);

  std::string& out_;
  std::array<char, kRoom> room_;
  std::size_t used_ = 0;
  bool comma_ = false;  ///< A value stands before on this level.
};

inline void write_key(JsonWriter& json, std::string_view key) { json.Key(key); }
inline void write_string(JsonWriter& json, std::string_view text) { json.String(text); }
inline void write_decimal(JsonWriter& json, const Decimal& value) { json.decimal(value); }

inline void write_member(JsonWriter& json, std::string_view key, std::string_view text) {
  json.Key(key);
  json.String(text);
}

inline void write_member(JsonWriter& json, std::string_view key, const Decimal& value) {
  json.Key(key);
  json.decimal(value);
}

inline void write_member(JsonWriter& json, std::string_view key, std::size_t number) {
  json.Key(key);
  json.Uint64(number);
}

/// A template, so that text cannot slide into it.
template <typename Bool>
  requires std::is_same_v<Bool, bool>
void write_member(JsonWriter& json, std::string_view key, Bool truth) {
  json.Key(key);
  json.Bool(truth);
}

inline void write_member(JsonWriter& json, std::string_view key, TextSpan span) {
  json.Key(key);
  json.StartArray();
  json.Uint64(span.first());
  json.Uint64(span.last());
  json.EndArray();
}

inline void write_member(JsonWriter& json, std::string_view key, const std::string& text) { write_member(json, key, std::string_view(text)); }
inline void write_member(JsonWriter& json, std::string_view key, const char* text) { write_member(json, key, std::string_view(text)); }

/// Members that the text does not give are absent.
inline void write_given(JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty()) write_member(json, key, text);
}

inline void write_given(JsonWriter& json, std::string_view key, const std::optional<Decimal>& value) {
  if (value) write_member(json, key, *value);
}

/// An array of strings; absent when empty.
template <typename List>
void write_list(JsonWriter& json, std::string_view key, const List& list) {
  if (list.empty()) return;
  json.Key(key);
  json.StartArray();
  for (const auto& item : list) json.String(item);
  json.EndArray();
}

}  // namespace paraph
