#pragma once

#include <string>

#include "claim/extraction.h"
#include "report/describe_claim.h"
#include "verdict/audit.h"

namespace paraph {

/// The answer of the HTTP interface to one document, as docs/api/openapi.json has it under Reading: the contract's members with
/// each claim in words, the names of actors and, where `words` is wanted, the text with every place in it in UTF-16 units.
struct ReadingForm {
  NameActor name_actor;
  bool words = false;
};

void write_reading_json(const Extraction& extraction, const ReadingForm& form, std::string& out);
void write_reading_json(const Audit& audit, const ReadingForm& form, std::string& out);

/// "/v1/show/trade/UZ/US/2020" for "paraph data show trade UZ US 2020"; empty for any other command.
std::string rows_address(std::string_view query);

}  // namespace paraph
