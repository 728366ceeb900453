#include "base/check.h"

#include <string>

namespace paraph {

void fail_check(std::string_view condition, std::string_view sentence, std::source_location where) {
  throw BrokenContract(std::string(sentence) + " (" + std::string(condition) + ", " + where.file_name() + ":" +
                       std::to_string(where.line()) + ")");
}

}  // namespace paraph
