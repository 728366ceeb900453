#pragma once

#include <cstddef>
#include <string_view>

namespace paraph {

/// The style sheet that every HTML report carries: report.css, as it stands beside this file.
std::string_view html_style();

/// What the pages of compared editions add to it: diff.css.
std::string_view diff_style();

}  // namespace paraph
