// says: could not convert|no viable conversion|conversion from .* requested|cannot convert
#include <string>

#include "value/actor_pair.h"

namespace paraph {

ActorPair pair_of(const std::string& home, const std::string& partner) {
#ifdef MISUSE
  return {home, partner};
#else
  return {ActorId(home), ActorId(partner)};
#endif
}

}  // namespace paraph
