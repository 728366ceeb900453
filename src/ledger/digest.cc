#include "ledger/digest.h"

#include <array>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/check.h"

namespace paraph {
namespace {

std::string hexadecimal(const unsigned char* bytes, std::size_t count) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += kDigits[bytes[i] >> 4];
    out += kDigits[bytes[i] & 0xF];
  }
  return out;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> made{};
  unsigned int size = 0;
  PARAPH_CHECK(EVP_Digest(bytes.data(), bytes.size(), made.data(), &size, EVP_sha256(), nullptr) == 1, "SHA-256 must be there.");
  return hexadecimal(made.data(), size);
}

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> made{};
  unsigned int size = 0;
  PARAPH_CHECK(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), made.data(),
                    &size) != nullptr,
               "HMAC-SHA-256 must be there.");
  return hexadecimal(made.data(), size);
}

}  // namespace paraph
