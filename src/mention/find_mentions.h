#pragma once

#include <string_view>

#include "lexicon/lexicon.h"
#include "mention/mention.h"

namespace paraph {

/// Reads one sentence into tokens and everything that the lexicon knows in them: periods, names, quantities.
/// `out` is overwritten, its storage kept. `text` must outlive it.
void find_mentions(std::string_view text, const Lexicon& lexicon, AnnotatedSentence& out);

}  // namespace paraph
