#pragma once

#include <string>
#include <string_view>

struct sockaddr;

namespace paraph {

/// True for addresses that IANA's special-purpose registries leave to the public network: not loopback, private, link-local,
/// shared, multicast, documentation, benchmarking, tunnels that hold another address, or unspecified. Only IPv4 and IPv6.
bool is_public_address(const sockaddr& address);

/// "10.1.2.3:8080", "[fd00::1]:80"; empty for other families.
std::string address_text(const sockaddr& address);

/// The same for a written number without names: "127.0.0.1", "::1". For tests.
bool is_public_number(std::string_view number);

}  // namespace paraph
