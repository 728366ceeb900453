#pragma once

#include "claim/extraction.h"
#include "report/json_writer.h"
#include "report/quoter.h"

namespace paraph {

/// The members of a claim as docs/claims.md orders them, without the braces around them.
void write_claim_members(JsonWriter& json, const Claim& claim, Quoter& quoter);

/// The members of a document line, without the braces.
void write_document_members(JsonWriter& json, const Extraction& extraction);

/// The members of a gap line, without the braces.
void write_gap_members(JsonWriter& json, const Gap& gap, Quoter& quoter);

}  // namespace paraph
