#pragma once

#include <string>

#include "engine/engine.h"

namespace paraph {

/// Which mentions are wanted as lines of their own.
struct MentionOptions {
  bool quantities = false;
  bool dates = false;
};

/// Appends the quantity and date lines of docs/claims.md for every sentence, whether or not a claim uses them.
void append_mentions(const Engine& engine, const Extraction& extraction, const MentionOptions& options, std::string& out);

}  // namespace paraph
