// says: nodiscard
#include "base/result.h"

namespace paraph {

Result<int> read_count();

int count() {
#ifdef MISUSE
  read_count();
  return 0;
#else
  return read_count().value_or(0);
#endif
}

}  // namespace paraph
