#include "evidence/evidence.h"

#include <array>

namespace paraph {
namespace {

constexpr std::array<std::string_view, 5> kAgreesNames = {"yes", "rounded", "near", "no", "context"};

}  // namespace

std::string_view agrees_name(Agrees agrees) { return kAgreesNames[static_cast<std::size_t>(agrees)]; }

}  // namespace paraph
