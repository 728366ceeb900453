#include "intake/public_address.h"

#include <gtest/gtest.h>

#include "intake/intake.h"

namespace paraph {
namespace {

TEST(PublicAddress, HoldsWhatTheWorldReaches) {
  for (const char* number : {"8.8.8.8", "93.184.216.34", "172.15.255.255", "172.32.0.0", "100.63.255.255", "198.20.0.1", "2606:2800:220:1::1", "2a00:1450::1"}) {
    EXPECT_TRUE(is_public_number(number)) << number;
  }
}

TEST(PublicAddress, LeavesOutEveryOther) {
  for (const char* number : {"0.0.0.0", "10.0.0.1", "10.255.255.255", "100.64.0.1", "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1", "172.31.255.255",
                             "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "255.255.255.255",
                             "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::8.8.8.8", "64:ff9b::7f00:1", "fc00::1", "fd12::1", "fe80::1", "ff02::1",
                             "2001:db8::1", "2001::1", "2001:1ff::1", "2002:7f00:1::", "3fff::1", "nonsense", ""}) {
    EXPECT_FALSE(is_public_number(number)) << number;
  }
}

TEST(PublicAddress, IsWantedAtEveryStepOfAFetch) {
  IntakeLimits limits;
  limits.public_only = true;
  for (const char* address : {"http://127.0.0.1:1/", "http://localhost:1/", "http://[::1]:1/", "http://2130706433:1/", "http://0x7f.1:1/", "http://127.1:1/",
                              "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::ffff:10.0.0.1]/", "http://0/"}) {
    const auto taken = take_in(address, limits);
    ASSERT_FALSE(taken.has_value()) << address;
    EXPECT_EQ(taken.error().code, ErrorCode::kConflict) << address << ": " << taken.error().message;
  }
}

}  // namespace
}  // namespace paraph
