#pragma once

#include <string>
#include <string_view>

namespace paraph {

/// SHA-256 in 64 hexadecimal digits: content addresses and the chain of the ledger.
std::string sha256(std::string_view bytes);

/// HMAC-SHA-256 in 64 hexadecimal digits.
std::string hmac_sha256(std::string_view key, std::string_view bytes);

}  // namespace paraph
