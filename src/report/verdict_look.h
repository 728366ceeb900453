#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "evidence/evidence.h"
#include "verdict/verdict.h"

namespace paraph {

/// How a label shows wherever people read it: never by colour alone.
struct VerdictLook {
  std::string_view symbol;  ///< One character, one or two columns wide.
  char letter;              ///< Badge in HTML.
  std::string_view bar;     ///< Fill of the summary bar.
  std::string_view ansi;    ///< Colour on a terminal.
};

constexpr std::array<VerdictLabel, 5> kVerdictLabels = {VerdictLabel::kSupported, VerdictLabel::kDisputed, VerdictLabel::kRefuted,
                                                        VerdictLabel::kOutdated, VerdictLabel::kUnverifiable};

constexpr VerdictLook look_of(VerdictLabel label) {
  switch (label) {
    case VerdictLabel::kSupported: return {"✓", 'S', "█", "\x1b[32m"};
    case VerdictLabel::kDisputed: return {"≠", 'D', "▓", "\x1b[33m"};
    case VerdictLabel::kRefuted: return {"✗", 'R', "╳", "\x1b[31m"};
    case VerdictLabel::kOutdated: return {"⌛", 'O', "▒", "\x1b[35m"};
    case VerdictLabel::kUnverifiable: return {"?", 'U', "·", "\x1b[36m"};
  }
  return {"?", 'U', "·", ""};
}

constexpr std::string_view mark_of(Agrees agrees) {
  switch (agrees) {
    case Agrees::kYes: return "✓";
    case Agrees::kRounded: return "≈";
    case Agrees::kNear: return "≈";
    case Agrees::kNo: return "✗";
    case Agrees::kContext: return "·";
  }
  return "·";
}

}  // namespace paraph
