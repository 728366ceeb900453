#include "value/quantity.h"

namespace paraph {

std::string_view comparator_sign(Comparator comparator) {
  switch (comparator) {
    case Comparator::kEqual: return "=";
    case Comparator::kAbout: return "~";
    case Comparator::kMore: return ">";
    case Comparator::kAtLeast: return ">=";
    case Comparator::kLess: return "<";
    case Comparator::kAtMost: return "<=";
    case Comparator::kRange: return "..";
  }
  return "=";
}

}  // namespace paraph
