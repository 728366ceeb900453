#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <rapidjson/reader.h>

namespace paraph {

/// JSON as a map from paths ("runs[0].results[2].ruleId") to values as text, for the tests of this room.
class FlatJson {
 public:
  /// Empty when the text is not one valid JSON value in UTF-8.
  static std::optional<std::map<std::string, std::string>> read(const std::string& text) {
    FlatJson handler;
    rapidjson::Reader reader;
    rapidjson::StringStream stream(text.c_str());
    if (!reader.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag>(stream, handler)) return std::nullopt;
    return handler.values_;
  }

  bool Null() { return put("null"); }
  bool Bool(bool truth) { return put(truth ? "true" : "false"); }
  bool Int(int number) { return put(std::to_string(number)); }
  bool Uint(unsigned number) { return put(std::to_string(number)); }
  bool Int64(std::int64_t number) { return put(std::to_string(number)); }
  bool Uint64(std::uint64_t number) { return put(std::to_string(number)); }
  bool Double(double number) { return put(std::to_string(number)); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) { return put(std::string(text, size)); }
  bool String(const char* text, rapidjson::SizeType size, bool) { return put(std::string(text, size)); }
  bool StartObject() { return open(false); }
  bool StartArray() { return open(true); }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    places_.back().key.assign(text, size);
    return true;
  }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

 private:
  struct Place {
    bool array = false;
    std::size_t index = 0;
    std::string key;
  };

  std::string path() const {
    std::string out;
    for (const Place& place : places_) {
      if (place.array) {
        out += "[" + std::to_string(place.index) + "]";
      } else {
        out += (out.empty() ? "" : ".") + place.key;
      }
    }
    return out;
  }
  void step() {
    if (!places_.empty() && places_.back().array) ++places_.back().index;
  }
  bool put(std::string value) {
    values_[path()] = std::move(value);
    step();
    return true;
  }
  bool open(bool array) {
    places_.push_back({array, 0, ""});
    return true;
  }
  bool close() {
    const std::size_t count = places_.back().index;
    const bool array = places_.back().array;
    places_.pop_back();
    if (array) values_[path() + "#"] = std::to_string(count);
    step();
    return true;
  }

  std::vector<Place> places_;
  std::map<std::string, std::string> values_;
};

}  // namespace paraph
