#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claim/claim.h"
#include "claim/grammar.h"
#include "document/document.h"
#include "lexicon/lexicon.h"

namespace paraph {

/// The tables that the binary carries, loaded once a test binary.
struct EmbeddedEngine {
  Lexicon lexicon;
  Grammar grammar;
};
const EmbeddedEngine& embedded_engine();

/// What a claim says, as the examples under data/grammar write it: "kind" and the members that are given. Lists are
/// joined by ", "; a figure without comparator sign is exact.
std::map<std::string, std::string> claim_members(const Claim& claim);
/// "trade_value subject=US object=GH flow=exports …", values with blanks in quotes.
std::string claim_line(const Claim& claim);

/// Reads `text` as a document about `home` and `partner`; without a pair the document's own is found.
Reading read_text(std::string_view text, std::string_view home = {}, std::string_view partner = {},
                  DocumentFormat format = DocumentFormat::kPlain);
/// The claims of a reading as lines, in document order.
std::vector<std::string> claim_lines(const Reading& reading);

}  // namespace paraph
