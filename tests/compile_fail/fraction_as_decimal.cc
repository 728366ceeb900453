// says: no match for .operator==.|invalid operands to binary expression|ambiguous
#include "value/decimal.h"

namespace paraph {

bool is_half(const Decimal& value) {
#ifdef MISUSE
  return value == 0.5;
#else
  return value == Decimal(5, 1);
#endif
}

}  // namespace paraph
