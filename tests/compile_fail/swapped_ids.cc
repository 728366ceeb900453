// says: no match for .operator==.|invalid operands to binary expression|cannot convert|no viable conversion
#include "reference/observation.h"
#include "value/actor_id.h"

namespace paraph {

bool same(const ActorId& actor, const SourceId& source) {
#ifdef MISUSE
  return actor == source;
#else
  return actor.str() == source.str();
#endif
}

}  // namespace paraph
