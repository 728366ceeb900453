#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <utility>

namespace paraph {

/// An optional value that few objects have, kept beside them: an object without it pays for a pointer alone.
/// Copies are deep, equality and order are those of std::optional.
template <typename Value>
class Rare {
 public:
  Rare() = default;
  Rare(Value value) : held_(std::make_unique<Value>(std::move(value))) {}  // NOLINT: as std::optional
  Rare(const std::optional<Value>& value) : held_(value ? std::make_unique<Value>(*value) : nullptr) {}  // NOLINT
  Rare(const Rare& other) : held_(other ? std::make_unique<Value>(*other) : nullptr) {}
  Rare(Rare&&) noexcept = default;
  Rare& operator=(const Rare& other) {
    if (this != &other) held_ = other ? std::make_unique<Value>(*other) : nullptr;
    return *this;
  }
  Rare& operator=(Rare&&) noexcept = default;
  ~Rare() = default;

  explicit operator bool() const { return held_ != nullptr; }
  bool has_value() const { return held_ != nullptr; }
  const Value& operator*() const { return *held_; }
  Value& operator*() { return *held_; }
  const Value* operator->() const { return held_.get(); }
  Value* operator->() { return held_.get(); }
  void reset() { held_.reset(); }

  operator std::optional<Value>() const { return held_ ? std::optional<Value>(*held_) : std::nullopt; }  // NOLINT

  friend bool operator==(const Rare& a, const Rare& b) { return a && b ? *a == *b : a.has_value() == b.has_value(); }
  friend auto operator<=>(const Rare& a, const Rare& b) {
    using Order = std::compare_three_way_result_t<Value>;
    if (a && b) return *a <=> *b;
    return static_cast<Order>(a.has_value() <=> b.has_value());
  }

 private:
  std::unique_ptr<Value> held_;
};

}  // namespace paraph
