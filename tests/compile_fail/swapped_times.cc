// says: no match for .operator<.|invalid operands to binary expression
#include "value/bitemporal.h"

namespace paraph {

bool earlier(const ValidTime& so, const RecordedAt& known) {
#ifdef MISUSE
  return so < known;
#else
  return so.day < known.day;
#endif
}

}  // namespace paraph
