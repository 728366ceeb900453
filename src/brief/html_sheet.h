#pragma once

#include <string>

#include "brief/brief.h"

namespace paraph {

/// One page without script or outside files; notes at its end, charts as SVG. `print` sets it for paper: page margins,
/// no links in blue, tables and charts kept whole.
std::string write_html_sheet(const Sheet& sheet, bool print);

}  // namespace paraph
