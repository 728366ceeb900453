#pragma once

#include <string_view>

namespace paraph {

/// Packs (http/site.h) that the build makes: web/dist, examples/sheets, docs/api. Empty where the folder was not there.
std::string_view page_pack();
std::string_view examples_pack();
std::string_view api_pack();

}  // namespace paraph
