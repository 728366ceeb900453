#pragma once

#include <cstddef>
#include <string>

#include "claim/claim.h"
#include "report/describe_claim.h"
#include "report/ink.h"
#include "verdict/verdict.h"

namespace paraph {

/// Verdict, one line of why, and the figures of each source in columns; `number` ties it to its words, 0 for none.
void write_judged_claim(const Claim& claim, const Verdict& verdict, std::size_t number, const NameActor& name_actor,
                        std::size_t width, Ink ink, std::string& out);

}  // namespace paraph
