#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paraph {

/// The known word that a misspelt one most likely means; empty when none is near. Ties go to the first.
std::optional<std::string> nearest_word(std::string_view written, const std::vector<std::string>& known);

}  // namespace paraph
