#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "base/text_span.h"
#include "value/decimal.h"

namespace paraph {

using JsonBuffer = rapidjson::StringBuffer;
using JsonWriter = rapidjson::Writer<JsonBuffer>;

inline void write_key(JsonWriter& json, std::string_view key) {
  json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
}

/// JSON strings are limited to 32 bits of length by the writer: what is longer (a quote of a damaged file) is cut.
inline void write_string(JsonWriter& json, std::string_view text) {
  constexpr std::size_t kLongest = std::size_t{1} << 31;
  json.String(text.data(), static_cast<rapidjson::SizeType>(std::min(text.size(), kLongest)));
}

inline void write_decimal(JsonWriter& json, const Decimal& value) {
  const std::string text = value.str();
  json.RawValue(text.data(), text.size(), rapidjson::kNumberType);
}

inline void write_member(JsonWriter& json, std::string_view key, std::string_view text) {
  write_key(json, key);
  write_string(json, text);
}

inline void write_member(JsonWriter& json, std::string_view key, const Decimal& value) {
  write_key(json, key);
  write_decimal(json, value);
}

inline void write_member(JsonWriter& json, std::string_view key, std::size_t number) {
  write_key(json, key);
  json.Uint64(number);
}

/// A template, so that text cannot slide into it.
template <typename Bool>
  requires std::is_same_v<Bool, bool>
void write_member(JsonWriter& json, std::string_view key, Bool truth) {
  write_key(json, key);
  json.Bool(truth);
}

inline void write_member(JsonWriter& json, std::string_view key, TextSpan span) {
  write_key(json, key);
  json.StartArray();
  json.Uint64(span.first());
  json.Uint64(span.last());
  json.EndArray();
}

inline void write_member(JsonWriter& json, std::string_view key, const std::string& text) {
  write_member(json, key, std::string_view(text));
}

inline void write_member(JsonWriter& json, std::string_view key, const char* text) {
  write_member(json, key, std::string_view(text));
}

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
  write_key(json, key);
  json.StartArray();
  for (const auto& item : list) write_string(json, item);
  json.EndArray();
}

}  // namespace paraph
