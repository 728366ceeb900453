#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace paraph {

/// A string that names one kind of thing; ids of different `Tag`s do not convert into each other.
template <typename Tag>
class StrongId {
 public:
  StrongId() = default;
  explicit StrongId(std::string text) : text_(std::move(text)) {}
  explicit StrongId(std::string_view text) : text_(text) {}
  explicit StrongId(const char* text) : text_(text) {}

  const std::string& str() const { return text_; }
  bool empty() const { return text_.empty(); }

  friend auto operator<=>(const StrongId&, const StrongId&) = default;

 private:
  std::string text_;
};

}  // namespace paraph

template <typename Tag>
struct std::hash<paraph::StrongId<Tag>> {
  std::size_t operator()(const paraph::StrongId<Tag>& id) const noexcept { return std::hash<std::string>{}(id.str()); }
};
