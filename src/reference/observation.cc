#include "reference/observation.h"

#include <array>
#include <string_view>

namespace paraph {
namespace {

constexpr std::array<std::string_view, 4> kRowClassNames = {"country", "world", "aggregate", "residual"};

constexpr std::array<std::string_view, 6> kValueMarkNames = {"figure", "blank", "dash", "dots", "not-available", "confidential"};

}  // namespace

std::string_view value_mark_name(ValueMark mark) { return kValueMarkNames[static_cast<std::size_t>(mark)]; }

std::string_view row_class_name(RowClass row_class) { return kRowClassNames[static_cast<std::size_t>(row_class)]; }

std::optional<RowClass> row_class_named(std::string_view name) {
  for (std::size_t i = 0; i < kRowClassNames.size(); ++i) {
    if (kRowClassNames[i] == name) return static_cast<RowClass>(i);
  }
  return std::nullopt;
}

}  // namespace paraph
