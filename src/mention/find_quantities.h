#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/tokens.h"
#include "mention/mention.h"

namespace paraph {

/// Finds dates, then money, percentages, ordinals, measures and bare numbers, over the tokens of one sentence.
/// Appends mentions in ascending order, disjoint; a year that reads as a date is never also a number.
void find_periods(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon, std::vector<Mention>& mentions);

/// `taken` are the periods found before, ascending: their tokens are left alone.
void find_quantities(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon, std::span<const Mention> taken,
                     std::vector<Mention>& mentions);

}  // namespace paraph
