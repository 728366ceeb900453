#pragma once

#include <cstddef>
#include <string_view>

namespace paraph {

/// The style sheet that every HTML report carries: report.css, as it stands beside this file.
std::string_view html_style();

}  // namespace paraph
