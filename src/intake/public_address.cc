#include "intake/public_address.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace paraph {
namespace {

struct Range4 {
  std::uint32_t first;
  int bits;
};

constexpr std::uint32_t quad(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) { return (a << 24) | (b << 16) | (c << 8) | d; }

/// The IANA IPv4 special-purpose registry, with multicast and what is reserved.
constexpr std::array<Range4, 15> kSpecial4 = {{{quad(0, 0, 0, 0), 8},
                                               {quad(10, 0, 0, 0), 8},
                                               {quad(100, 64, 0, 0), 10},
                                               {quad(127, 0, 0, 0), 8},
                                               {quad(169, 254, 0, 0), 16},
                                               {quad(172, 16, 0, 0), 12},
                                               {quad(192, 0, 0, 0), 24},
                                               {quad(192, 0, 2, 0), 24},
                                               {quad(192, 88, 99, 0), 24},
                                               {quad(192, 168, 0, 0), 16},
                                               {quad(198, 18, 0, 0), 15},
                                               {quad(198, 51, 100, 0), 24},
                                               {quad(203, 0, 113, 0), 24},
                                               {quad(224, 0, 0, 0), 4},
                                               {quad(240, 0, 0, 0), 4}}};

bool is_public(std::uint32_t address) {
  return std::ranges::none_of(kSpecial4, [&](const Range4& range) { return ((address ^ range.first) >> (32 - range.bits)) == 0; });
}

struct Range6 {
  std::array<std::uint8_t, 4> first;
  int bits;
};

/// Of the global block 2000::/3: protocol assignments with Teredo, documentation, 6to4.
constexpr std::array<Range6, 4> kSpecial6 = {
    {{{0x20, 0x01, 0x00, 0x00}, 23}, {{0x20, 0x01, 0x0d, 0xb8}, 32}, {{0x20, 0x02, 0x00, 0x00}, 16}, {{0x3f, 0xff, 0x00, 0x00}, 20}}};

bool begins(const std::array<std::uint8_t, 16>& address, const Range6& range) {
  for (int bit = 0; bit < range.bits; ++bit) {
    const auto at = static_cast<std::size_t>(bit / 8);
    const int mask = 0x80 >> (bit % 8);
    if (((address[at] ^ range.first[at]) & mask) != 0) return false;
  }
  return true;
}

bool is_public(const std::array<std::uint8_t, 16>& address) {
  if ((address[0] & 0xe0) != 0x20) return false;
  return std::ranges::none_of(kSpecial6, [&](const Range6& range) { return begins(address, range); });
}

std::array<std::uint8_t, 16> bytes_of(const in6_addr& address) {
  std::array<std::uint8_t, 16> bytes{};
  std::memcpy(bytes.data(), &address, bytes.size());
  return bytes;
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &address, sizeof four);
    return is_public(ntohl(four.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, &address, sizeof six);
    return is_public(bytes_of(six.sin6_addr));
  }
  return false;
}

std::string address_text(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &address, sizeof four);
    inet_ntop(AF_INET, &four.sin_addr, text.data(), text.size());
    return fmt::format("{}:{}", text.data(), ntohs(four.sin_port));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, &address, sizeof six);
    inet_ntop(AF_INET6, &six.sin6_addr, text.data(), text.size());
    return fmt::format("[{}]:{}", text.data(), ntohs(six.sin6_port));
  }
  return {};
}

bool is_public_number(std::string_view number) {
  const std::string text(number);
  in_addr four{};
  if (inet_pton(AF_INET, text.c_str(), &four) == 1) return is_public(ntohl(four.s_addr));
  in6_addr six{};
  return inet_pton(AF_INET6, text.c_str(), &six) == 1 && is_public(bytes_of(six));
}

}  // namespace paraph
