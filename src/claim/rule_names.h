#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "claim/grammar.h"
#include "claim/vocabulary.h"

namespace paraph {

/// What the words of a rule's head stand for: `agreement event=signed type=trade_framework`. Empty for a word that the
/// family does not know.
std::optional<RuleFamily> rule_family_named(std::string_view name);
std::optional<std::int8_t> event_index(RuleFamily family, std::string_view name);
std::optional<std::int8_t> type_index(RuleFamily family, std::string_view name);

template <typename Enum>
std::optional<std::int8_t> name_index(std::string_view name) {
  const auto value = enum_named<Enum>(name);
  return value ? std::optional(static_cast<std::int8_t>(*value)) : std::nullopt;
}

}  // namespace paraph
