#include "intake/child_process.h"

#include <gtest/gtest.h>

namespace paraph {
namespace {

constexpr ChildLimits kLimits{std::size_t{1} << 30, std::chrono::milliseconds(5000), 1 << 20};

TEST(RunChild, HandsOverInputAndCollectsOutput) {
  const Result<ChildOutcome> outcome = run_child("/bin/cat", {}, "grain and wool", kLimits);
  ASSERT_TRUE(outcome.has_value());
  EXPECT_EQ(outcome->output, "grain and wool");
  EXPECT_EQ(outcome->exit_code, 0);
}

TEST(RunChild, ReportsExitCodeAndTrouble) {
  const Result<ChildOutcome> outcome = run_child("/bin/cat", {"/no/such/file"}, "", kLimits);
  ASSERT_TRUE(outcome.has_value());
  EXPECT_EQ(outcome->exit_code, 1);
  EXPECT_NE(outcome->trouble.find("/no/such/file"), std::string::npos);
  const Result<ChildOutcome> missing = run_child("/no/such/program", {}, "", kLimits);
  ASSERT_TRUE(missing.has_value());
  EXPECT_EQ(missing->exit_code, 127);
}

TEST(RunChild, StopsAChildThatTakesTooLong) {
  ChildLimits limits = kLimits;
  limits.time = std::chrono::milliseconds(200);
  const auto start = std::chrono::steady_clock::now();
  const Result<ChildOutcome> outcome = run_child("/bin/sleep", {"30"}, "", limits);
  ASSERT_FALSE(outcome.has_value());
  EXPECT_EQ(outcome.error().code, ErrorCode::kLimitExceeded);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST(RunChild, StopsAChildThatWritesTooMuch) {
  const Result<ChildOutcome> outcome = run_child("/bin/cat", {"/dev/zero"}, "", kLimits);
  ASSERT_FALSE(outcome.has_value());
  EXPECT_EQ(outcome.error().code, ErrorCode::kLimitExceeded);
}

TEST(FindProgram, LooksIntoThePath) {
  EXPECT_FALSE(find_program("cat").empty());
  EXPECT_TRUE(find_program("no-such-program-anywhere").empty());
}

}  // namespace
}  // namespace paraph
