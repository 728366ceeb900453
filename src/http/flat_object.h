#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace paraph {

/// A member of a JSON object without depth.
class FlatValue {
 public:
  FlatValue(std::string text) : value_(std::move(text)) {}
  FlatValue(std::string_view text) : value_(std::string(text)) {}
  FlatValue(const char* text) : value_(std::string(text)) {}
  FlatValue(unsigned number) : value_(static_cast<std::uint64_t>(number)) {}
  FlatValue(std::uint64_t number) : value_(number) {}
  FlatValue(double number) : value_(number) {}
  FlatValue(bool truth) : value_(truth) {}

  const std::variant<std::string, std::uint64_t, double, bool>& value() const { return value_; }

 private:
  std::variant<std::string, std::uint64_t, double, bool> value_;
};

/// {"type":"…","status":404}: for log lines, problems and the like. Empty text is left out; doubles have three decimals;
/// bytes that are not UTF-8 become U+FFFD.
std::string write_flat_object(std::initializer_list<std::pair<std::string_view, FlatValue>> members);

}  // namespace paraph
