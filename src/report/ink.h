#pragma once

#include <string>
#include <string_view>

#include "report/verdict_look.h"

namespace paraph {

/// Terminal attributes; all empty without colour.
struct Ink {
  bool colour = false;

  std::string_view bold() const { return colour ? "\x1b[1m" : ""; }
  std::string_view dim() const { return colour ? "\x1b[2m" : ""; }
  std::string_view underline() const { return colour ? "\x1b[4m" : ""; }
  std::string_view plain() const { return colour ? "\x1b[0m" : ""; }
  std::string_view of(VerdictLabel label) const { return colour ? look_of(label).ansi : ""; }
};

}  // namespace paraph
