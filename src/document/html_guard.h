#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace paraph {

/// Stands where the guard took a tag out; no byte of decoded text equals it, and readers drop it.
inline constexpr char kTakenOut = '\x01';

/// What the guard did to a page.
struct GuardReport {
  std::size_t too_deep = 0;  ///< Tags taken out because they nested deeper than allowed.
  std::size_t too_long = 0;  ///< Tags taken out because they were longer than any sane tag.
};

/// Prepares a page for the tree builder, in time linear in its size: a copy of the same length in which emphasis tags
/// (they carry no structure, and unclosed ones make the tree grow without bound), tags nested deeper than `depth` and
/// tags longer than 4 KiB are overwritten by kTakenOut. Text and offsets stay as they are.
std::string guard_html(std::string_view page, std::size_t depth, GuardReport& report);

}  // namespace paraph
