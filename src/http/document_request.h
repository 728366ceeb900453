#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace paraph {

/// The members of a JSON body, all of them text: text, url, name, format, pair, now, as_of.
using DocumentRequest = std::map<std::string, std::string, std::less<>>;

/// Fails on anything but one object of those members, none twice, as valid JSON in UTF-8. Reads without recursion: depth costs
/// nothing and ends at the first bracket that has no business there.
Result<DocumentRequest> read_document_request(std::string_view json);

}  // namespace paraph
