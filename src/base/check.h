#pragma once

#include <source_location>
#include <stdexcept>
#include <string_view>

namespace paraph {

/// A bug in Paraph or in its caller: caught only at the outermost boundary (exit 70, HTTP 500).
class BrokenContract : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void fail_check(std::string_view condition, std::string_view sentence, std::source_location where);

}  // namespace paraph

/// Always on, in every build: `sentence` says in words what must hold.
#define PARAPH_CHECK(condition, sentence)                                                            \
  do {                                                                                               \
    if (!(condition)) ::paraph::fail_check(#condition, sentence, std::source_location::current()); \
  } while (false)
