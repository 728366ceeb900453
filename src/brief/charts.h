#pragma once

#include <string>

#include "brief/brief.h"

namespace paraph {

/// A static SVG, 640 by 280 units, with title and description for those who do not see it; no script, no outside file.
/// `number` makes the ids of one page differ.
std::string chart_svg(const Chart& chart, std::size_t number);

}  // namespace paraph
