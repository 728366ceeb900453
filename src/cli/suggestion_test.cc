#include "cli/suggestion.h"

#include <gtest/gtest.h>

namespace paraph {
namespace {

TEST(Suggestion, FindsTheWordThatWasMeant) {
  const std::vector<std::string> known = {"--format", "--fail-on", "--files-from", "--threads"};
  EXPECT_EQ(nearest_word("--fromat", known), "--format");
  EXPECT_EQ(nearest_word("--fail", known), "--fail-on");
  EXPECT_EQ(nearest_word("--thread", known), "--threads");
}

TEST(Suggestion, SaysNothingWhereNothingIsNear) {
  EXPECT_EQ(nearest_word("--banana", {"--format", "--threads"}), std::nullopt);
  EXPECT_EQ(nearest_word(std::string(100'000, 'x'), {"--format"}), std::nullopt);
}

}  // namespace
}  // namespace paraph
